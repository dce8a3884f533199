<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Window</name>
        <message>
            <location filename="../../app/window/drop.py" />
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source> without loss</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln already done</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln already made</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln are gone</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln cannot be read</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/causes.py" />
            <source>%Ln causes</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln could not be opened</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln empty files</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>%Ln files</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln files added</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/leaving.py" />
            <source>%Ln files are being processed</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/drop.py" />
            <source>%Ln files cannot be read by this recipe and will be left out: {types}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/ordering.py" />
            <source>%Ln files go first in their batch now.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/ordering.py" />
            <source>%Ln files go last in their batch now.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files removed</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files that it wrote would be removed.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files were left as they are.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files would be left alone.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/describe.py" />
            <source>%Ln files written</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/drop.py" />
            <source>%Ln folders</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln left out</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/doing.py" />
            <source>%Ln lines copied</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/actions.py" />
            <source>%Ln lines written to {0}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln messages</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/statusbar.py" />
            <source>%Ln messages in work</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln of another type</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln originals restored</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln originals would be put back.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/doing.py" />
            <source>%Ln paths are not there any more</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>%Ln people</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln pictures</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln rows are blocked</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/page.py" />
            <source>%Ln rows from {0}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln tables</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/statusbar.py" />
            <source>%Ln workers ready</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>(no subject)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A cell is longer than 16 MB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A column is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A column that a step needs is not in the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>A copy of each replaced file is kept until you dismiss the batch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A field that the message uses is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A formula fails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A formula of the recipe cannot be worked out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/actions.py" />
            <source>A list is being written already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A quoted cell is never closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A quoted cell swallows many lines.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A value looks like encoded header text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A value would break the message's header.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Accepted by the mail server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Access denied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Add files; drop them here or press Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add from a list of paths</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add from a list of paths…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add the account, then resume.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add the files again to start over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Adding files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Address not possible here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>All %Ln files were made before</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>All files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>All metadata kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>All work is finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>All {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow a larger file or a smaller picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow reading, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow writing or choose another folder, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Another file took the output's name after the batch was planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Another program keeps these files locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Appearance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Ask the recipient, or look into the Sent folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attach less.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>Attached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment outside its folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Back to the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>Bcc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Blocked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Blocked {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Cancel the batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Cancel this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Cancel “{title}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Cancelled by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cancelled by you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Cancelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cannot get below the size asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cannot read this format yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>Cc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cell too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the formula.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the name in the recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the password, then resume.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the recipe or the table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Check and send…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Check before sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the account's settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the drive or the connection, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the list again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Choose a smaller size or another format.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Choose another column, or raise the limit in the recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Close other programs, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Close the failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Close them there, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Closing while working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Code {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Columns unclear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Connect it; the queue goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Connection lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Copy addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Copy list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Copy messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Copy name and message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Copy report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Copy the report and send it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Copy them again, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Correct it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Correct the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Daily limit reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dates unclear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Day and month cannot be told apart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Detail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Dismiss {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>Do not pause here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Do not send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Do them again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Do this every time (File menu, Closing while working, changes it)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Done before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Drop files or folders here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop on another recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop to add with {recipe}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop to add {files} with {recipe}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill ended while this was in work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill goes on tomorrow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Dropmill looks again in {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill made a mistake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/application.py" />
            <source>Dropmill made a mistake. The log has the details. The queue goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill may not read these files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill may not write to the output folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill tries again by itself.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Dropmill was closed while %Ln files were being processed</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Ended after {0}, {1} cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Enter the password, then resume.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Even the lowest quality is larger.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Every row accounted for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>Everything is as it was before this batch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Everything left is held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Everything that is not finished stays in the queue for next time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Export list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Export list…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Export these…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>File is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>File was changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Files are being processed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files in work appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that are tried again by themselves appear here, with the time until then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Files that come into them are worked off while Dropmill is open. E-mail waits for you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that could not be processed appear here, with what to do about them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that needed no work appear here, with the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that you take out of the line (Ctrl+Shift+H) wait here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Files you add start working when you press Run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files you add wait here for their turn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Fill it in, or give a default.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Fill it in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Finish these, then quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Finish what is in work, then quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Finished files appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Finished in {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Finished in {0}, {1} saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Finishing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Finishing what is in work, then quitting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Fits {n} of {all} files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Follow running files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Free some space; the queue goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>From the account “{0}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>From {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>HTML</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Headers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Held by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Hidden code in a value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Hide and keep working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Hide the failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Hide the files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>High: before others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>Hold this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>How the message is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Install the add-on, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Interrupted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Interrupted, starts over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Into {0}. Nothing is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>It arrived</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>It arrived for {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>It cannot be looked through.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>It has no pause mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It is a device, a pipe or a socket.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>It is at work: pause or cancel it first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>It may arrive twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It starts over by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It was moved, renamed or deleted after it was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It was saved again after it was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Its files wait; no try is used up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Keep everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Keep it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Keep one a row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Keep watching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Key is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Left as it is by undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Left as it is: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Left out {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Left out: {types}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Line break or control character</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Listed twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Listed twice, or on the list of people not to write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Lists (*.txt *.lst)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Location removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Long edge {n} px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Look again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look again and retry with the new content.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look at the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look at the file; send the report.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Look now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Looking again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Looking at what undo would do…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Looking through folders…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Low: after others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail account is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server asks to wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server cannot be reached</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server not trusted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mailbox is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Message too big</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/grid.py" />
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Messages that may have left appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>More for this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>More for this cause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than 16,384 columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than one address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than the limit in Settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Move it away, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Move it inside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Move to the end of its batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Move to the top of its batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the delimiter in the recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the encoding in the recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the encoding.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the order in the recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Needs an add-on that is not installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Network drives report no changes: the folder is looked through again and again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Next region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>No batch that has work left is in view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>No batch that wrote files is in view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>No batch with open files is in view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>No file matches “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>No file of a type that “{recipe}” reads was found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>No folder is watched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>No metadata.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No password is stored for this account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>No program opens {name} here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>No recipe can be used. Nothing was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>No row here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No safe connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a complete picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not an address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not enough memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Not sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Not yet</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent yet: fix the %Ln blocked rows.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent: every row is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent: there are no rows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Nothing in the folder is changed. Dropmill forgets which of its files it has taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is held</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Nothing is sent before you confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is tried again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is unconfirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing is waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Nothing needs to be done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Nothing to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing to do in this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Nothing to do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Nothing was overwritten. They are first in the queue and wait for you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Nothing was overwritten. They start over by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Nothing was sent: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing was skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing was started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing was written yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing was written yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>On a network drive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>On the list of people not to write to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>One message a row. Nothing is sent before you confirm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Only a finished batch can be removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Only the copyright is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/tray.py" />
            <source>Open Dropmill</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Open in another program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Open output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Open the file at the line named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Open the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Open {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Or drop on another recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Or start from a recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Originals were not changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Output exists already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Packed file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Password is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Paste files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Pause here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Pause watching {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Paused by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Paused by you, press Run to go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Paused, {part}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Pictures to resize, tables to clean, or a list of people to write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Previous region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put it back, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put it in the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put off by the mail server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Raise the limit or make the file smaller.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Read the server's own words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Ready {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Recipe for the folder to watch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Recipe for what you add next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Refused by the mail server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Release</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>Remove %Ln files</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Remove batch from the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Remove from queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the rows, or allow them in the recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the rows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>Reply to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/table.py" />
            <source>Reset columns</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>Restore %Ln originals</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Resume</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Retry all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Retry all failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Retry all {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Retry now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Retry {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Retry, or look at the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Retrying</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Review {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Row does not fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row {0} of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Rows appear as they are found. Everything else keeps working.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows break a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows do not fit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows have more or fewer columns than the header.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>Run this batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Run {things}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Same format and size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/shell.py" />
            <source>Save the messages to a folder, then drop it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Save what it gives as a file, then add that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Search everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Search in names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Searched in names of {where}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>Select a file that waits: work stops there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Selected files</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send %Ln messages</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/ask.py" />
            <source>Send %Ln messages again?</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send %Ln messages to {0}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Send again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Send again to {0}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Send again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Send {0} again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sender refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Set aside after two crashes; nothing else was affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Short edge {n} px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Show all {0} in the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Show in folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Show list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show original in folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show output in folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Show the failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Show the files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sign-in put off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sign-in refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Some characters cannot be read with certainty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Starts {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop after running files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop and quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop now, start them over later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>Subject, or what is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Table (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Take the pause mark away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Template cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Text of the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Text unclear</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The %Ln blocked rows are not sent.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The %Ln left-out rows are not sent.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The account that the recipe names is not set up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The address cannot be right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>The batch pauses here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The cell holds several addresses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>The clipboard holds no files and no paths.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The connection broke before the message left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>The connection was lost after the message left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The connection was lost after the message left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The content is something else than the name says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The decoder stopped working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The drive or network folder of these files is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The drive or the network did not answer properly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file holds binary data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file is an archive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file is not the one that was checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file lies outside the attachment folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file needs more memory than is free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file to attach is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files end too early or are damaged, usually after a broken copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files hold no data at all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files were left as they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>The folder {folder} cannot be shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>The folder {folder} is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The list cannot be read with certainty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>The list says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The mail server accepted {0} of {1} messages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The mail server asks to wait until {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server cannot check the password now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server did not accept the user or password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server does not allow this From address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server offers no encryption.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server takes no more messages today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server's certificate cannot be verified.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mailbox does not exist or takes no mail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The message is larger than the server takes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The message uses a field that the list does not have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The output format cannot hold a picture of this size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The output name cannot be written on this drive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The recipient's mailbox is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The row has more or fewer cells than the header.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The row has no e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The rows do not add up. Nothing was written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The rows say which files were put back or removed. Adding the files again does them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The same mailbox stands in the list before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The secret key that the recipe names is not kept on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server asks to try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server cannot take this address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server could not take the message now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server does not accept the message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server does not take messages of this size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server refused the message.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The table does not pass the recipe's checks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The table would be split into more files than the recipe allows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The template has a mistake.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The time limit of the batch passed before it could start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The work was stopped at the time limit; nothing else was affected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The {0} blocked and {1} left-out rows are not sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Their outputs are there and newer. They are not made again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no connection to the mail server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>There is no output yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no room left for the outputs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no row in these files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>There was no file to add.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>They are not changed. Results go into a folder “Dropmill” beside them, or where the recipe says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>They are not sent. The check says what is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>They asked for no mail.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>They may arrive twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>This batch was started already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>This batch was undone already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>This file is in work or done already. Choose one that waits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>This recipe has worked off these files already, and the results are still there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too large for the format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too late</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many messages in a short time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Took too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Try now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Try {n} of {all} in {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Trying {0} again…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Two readings of the columns are possible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Unconfirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Undo batch…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Undo “{title}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Undoing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Undone at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unknown field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unlock the keyring, then retry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unpack it, then add what is inside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Use another address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Views and batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting for you to press Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Waiting for you to send</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: %Ln files try again in {when}</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: a drive is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: starts {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: the mail server asks to wait until {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {drive} is away, looking again in {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}, looking again in {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch it no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} no longer?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watched folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Watched folders…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>What happens to my originals?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>What is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>What was sent cannot be taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Which rows are listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Write %Ln messages as files</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Write messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>a few seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>adds computed columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>all batches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>all pictures in one {form}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>all pictures on one sheet, {n} in a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>at most {n} kB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>beside the originals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>border</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>changes upper and lower case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>checks every row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>computing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>connecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>cropped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>d MMMM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>drops columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>encoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>failures.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>fills empty cells</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>groups rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>hides values behind hashes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>into {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>into “{folder}” beside the originals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>joins another table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps chosen columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps chosen rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps some of the rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>less than a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>light and colour adjusted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes formulas harmless</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes one file of all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes several files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>mirrored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>network drive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>nothing has been sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>on {day} at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>padded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>pixels as they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>plus a thumbnail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>plus {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>reads and writes again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>removes duplicate rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>renames columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>repairs rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>replaces text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>replaces values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>reports what is in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>resizing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>rewrites dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>rewrites numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>sorts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>still counting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>there is nothing to run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>they wait until you press Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>this view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>trims spaces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turned by {n}°</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turns columns into rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turns values into columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>watermark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>without a type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>writing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} Free some space; the queue goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>{0} It keeps the same Message-ID: some mail programs then show it only once, others show both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} No message is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} Nothing was sent; messages wait.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/actions.py" />
            <source>{0} could not be written: {1}. Choose another place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>{0} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} messages were written as files. Nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>{0} sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>{0} unconfirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>{files} ended so long ago that their outputs are not known any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>{files} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{files} found in {folders}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{files} found so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>{files} in {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{h} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{h} h {m} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{m} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{m} min {s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{name} holds no paths. Write one path a line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>{name} is not in {folder} any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{name} is too large for a list of paths.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{n} % of the size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} files a minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>{n} files are not finished and would not be processed. What is finished stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} files, not started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} held, {part}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{n} megapixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{n} of {all} files added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{n} of {all} messages are ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} of {all} workers busy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{n} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} unconfirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{path} is not there any more. Nothing was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>{recipe} cannot read {types} files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>{restore}, {remove}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>{size} so far, still counting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/announce.py" />
            <source>{title}: {done} done, {failed} failed, {skipped} skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/announce.py" />
            <source>{title}: {part}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{types}. “{recipe}” does not read them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>{words}, at try {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{w} × {h} px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>“{recipe}” cannot read {types} files. Choose another recipe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>“{recipe}” has made their results before, and they are still there.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>

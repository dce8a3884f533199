<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Window</name>
        <message>
            <location filename="../../app/window/drop.py" />
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source> without loss</source>
            <translation> verlustfrei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>% of the short edge</source>
            <translation>% der kurzen Kante</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>%Ln addresses</source>
            <translation>
                <numerusform>%Ln Adresse</numerusform>
                <numerusform>%Ln Adressen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>%Ln addresses added</source>
            <translation>
                <numerusform>%Ln Adresse hinzugefügt</numerusform>
                <numerusform>%Ln Adressen hinzugefügt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>%Ln addresses get no mail from now on.</source>
            <translation>
                <numerusform>%Ln Adresse bekommt ab jetzt keine Post.</numerusform>
                <numerusform>%Ln Adressen bekommen ab jetzt keine Post.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>%Ln addresses taken off</source>
            <translation>
                <numerusform>%Ln Adresse entfernt</numerusform>
                <numerusform>%Ln Adressen entfernt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln already done</source>
            <translation>
                <numerusform>%Ln schon erledigt</numerusform>
                <numerusform>%Ln schon erledigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln already made</source>
            <translation>
                <numerusform>%Ln schon gemacht</numerusform>
                <numerusform>%Ln schon gemacht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln are gone</source>
            <translation>
                <numerusform>%Ln ist weg</numerusform>
                <numerusform>%Ln sind weg</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln cannot be read</source>
            <translation>
                <numerusform>%Ln kann nicht gelesen werden</numerusform>
                <numerusform>%Ln können nicht gelesen werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/causes.py" />
            <source>%Ln causes</source>
            <translation>
                <numerusform>%Ln Ursache</numerusform>
                <numerusform>%Ln Ursachen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln could not be opened</source>
            <translation>
                <numerusform>%Ln konnte nicht geöffnet werden</numerusform>
                <numerusform>%Ln konnten nicht geöffnet werden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln empty files</source>
            <translation>
                <numerusform>%Ln leere Datei</numerusform>
                <numerusform>%Ln leere Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/activity/cards.py" />
            <source>%Ln failed</source>
            <translation>
                <numerusform>%Ln fehlgeschlagen</numerusform>
                <numerusform>%Ln fehlgeschlagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln files</source>
            <translation>
                <numerusform>%Ln Datei</numerusform>
                <numerusform>%Ln Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln files added</source>
            <translation>
                <numerusform>%Ln Datei hinzugefügt</numerusform>
                <numerusform>%Ln Dateien hinzugefügt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/leaving.py" />
            <source>%Ln files are being processed</source>
            <translation>
                <numerusform>%Ln Datei wird bearbeitet</numerusform>
                <numerusform>%Ln Dateien werden bearbeitet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/drop.py" />
            <source>%Ln files cannot be read by this recipe and will be left out: {types}</source>
            <translation>
                <numerusform>%Ln Datei kann dieses Rezept nicht lesen und wird ausgelassen: {types}</numerusform>
                <numerusform>%Ln Dateien kann dieses Rezept nicht lesen und werden ausgelassen: {types}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/ordering.py" />
            <source>%Ln files go first in their batch now.</source>
            <translation>
                <numerusform>%Ln Datei kommt jetzt als erste ihres Stapels dran.</numerusform>
                <numerusform>%Ln Dateien kommen jetzt als erste ihres Stapels dran.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/ordering.py" />
            <source>%Ln files go last in their batch now.</source>
            <translation>
                <numerusform>%Ln Datei kommt jetzt als letzte ihres Stapels dran.</numerusform>
                <numerusform>%Ln Dateien kommen jetzt als letzte ihres Stapels dran.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files removed</source>
            <translation>
                <numerusform>%Ln Datei entfernt</numerusform>
                <numerusform>%Ln Dateien entfernt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files that it wrote would be removed.</source>
            <translation>
                <numerusform>%Ln Datei, die er schrieb, würde entfernt.</numerusform>
                <numerusform>%Ln Dateien, die er schrieb, würden entfernt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files were left as they are.</source>
            <translation>
                <numerusform>%Ln Datei blieb, wie sie ist.</numerusform>
                <numerusform>%Ln Dateien blieben, wie sie sind.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files would be left alone.</source>
            <translation>
                <numerusform>%Ln Datei bliebe unberührt.</numerusform>
                <numerusform>%Ln Dateien blieben unberührt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/describe.py" />
            <source>%Ln files written</source>
            <translation>
                <numerusform>%Ln Datei geschrieben</numerusform>
                <numerusform>%Ln Dateien geschrieben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln folders</source>
            <translation>
                <numerusform>%Ln Ordner</numerusform>
                <numerusform>%Ln Ordner</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln left out</source>
            <translation>
                <numerusform>%Ln ausgelassen</numerusform>
                <numerusform>%Ln ausgelassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/actions.py" />
            <source>%Ln lines copied</source>
            <translation>
                <numerusform>%Ln Zeile kopiert</numerusform>
                <numerusform>%Ln Zeilen kopiert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/actions.py" />
            <source>%Ln lines written to {0}</source>
            <translation>
                <numerusform>%Ln Zeile in {0} geschrieben</numerusform>
                <numerusform>%Ln Zeilen in {0} geschrieben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln messages</source>
            <translation>
                <numerusform>%Ln Nachricht</numerusform>
                <numerusform>%Ln Nachrichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/statusbar.py" />
            <source>%Ln messages in work</source>
            <translation>
                <numerusform>%Ln Nachricht in Arbeit</numerusform>
                <numerusform>%Ln Nachrichten in Arbeit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>%Ln messages saved. Nothing was sent.</source>
            <translation>
                <numerusform>%Ln Nachricht gespeichert. Nichts wurde gesendet.</numerusform>
                <numerusform>%Ln Nachrichten gespeichert. Nichts wurde gesendet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln of another type</source>
            <translation>
                <numerusform>%Ln von anderem Typ</numerusform>
                <numerusform>%Ln von anderem Typ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>%Ln of the first were not accepted or have no answer: look at them before you go on.</source>
            <translation>
                <numerusform>%Ln der ersten wurde nicht angenommen oder hat keine Antwort: Sehen Sie nach, bevor Sie weitermachen.</numerusform>
                <numerusform>%Ln der ersten wurden nicht angenommen oder haben keine Antwort: Sehen Sie nach, bevor Sie weitermachen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/preview/figures.py" />
            <source>%Ln originals are replaced. A copy of each is kept until you dismiss the batch ({size})</source>
            <translation>
                <numerusform>%Ln Original wird ersetzt. Eine Kopie wird aufgehoben, bis Sie den Stapel von der Liste nehmen ({size})</numerusform>
                <numerusform>%Ln Originale werden ersetzt. Von jedem wird eine Kopie aufgehoben, bis Sie den Stapel von der Liste nehmen ({size})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln originals restored</source>
            <translation>
                <numerusform>%Ln Original zurückgebracht</numerusform>
                <numerusform>%Ln Originale zurückgebracht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln originals would be put back.</source>
            <translation>
                <numerusform>%Ln Original würde zurückgebracht.</numerusform>
                <numerusform>%Ln Originale würden zurückgebracht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/doing.py" />
            <source>%Ln paths are not there any more</source>
            <translation>
                <numerusform>%Ln Pfad ist nicht mehr da</numerusform>
                <numerusform>%Ln Pfade sind nicht mehr da</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>%Ln people</source>
            <translation>
                <numerusform>%Ln Person</numerusform>
                <numerusform>%Ln Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln pictures</source>
            <translation>
                <numerusform>%Ln Bild</numerusform>
                <numerusform>%Ln Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/panel.py" />
            <source>%Ln rows</source>
            <translation>
                <numerusform>%Ln Zeile</numerusform>
                <numerusform>%Ln Zeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln rows are blocked</source>
            <translation>
                <numerusform>%Ln Zeile ist gesperrt</numerusform>
                <numerusform>%Ln Zeilen sind gesperrt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/looks/account.py" />
            <source>%Ln rows are missing</source>
            <translation>
                <numerusform>%Ln Zeile fehlt</numerusform>
                <numerusform>%Ln Zeilen fehlen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/page.py" />
            <source>%Ln rows from {0}</source>
            <translation>
                <numerusform>%Ln Zeile aus {0}</numerusform>
                <numerusform>%Ln Zeilen aus {0}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/panel.py" />
            <source>%Ln rows, each with its reason</source>
            <translation>
                <numerusform>%Ln Zeile mit ihrem Grund</numerusform>
                <numerusform>%Ln Zeilen, jede mit ihrem Grund</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln tables</source>
            <translation>
                <numerusform>%Ln Tabelle</numerusform>
                <numerusform>%Ln Tabellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/help/page.py" />
            <source>%Ln topics found</source>
            <translation>
                <numerusform>%Ln Thema gefunden</numerusform>
                <numerusform>%Ln Themen gefunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/statusbar.py" />
            <source>%Ln workers ready</source>
            <translation>
                <numerusform>%Ln Arbeiter bereit</numerusform>
                <numerusform>%Ln Arbeiter bereit</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>(no subject)</source>
            <translation>(kein Betreff)</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>7 days</source>
            <translation>7 Tage</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>A batch is done</source>
            <translation>Ein Stapel ist fertig</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>A batch is done and something failed</source>
            <translation>Ein Stapel ist fertig und etwas schlug fehl</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A canvas around the picture, nothing is cut off.</source>
            <translation>Eine Fläche um das Bild, nichts wird abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A cell is longer than 16 MB.</source>
            <translation>Eine Zelle ist länger als 16 MB.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A column is missing</source>
            <translation>Eine Spalte fehlt</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A column that a step needs is not in the table.</source>
            <translation>Eine Spalte, die ein Schritt braucht, ist nicht in der Tabelle.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>A copy of each replaced file is kept until you dismiss the batch.</source>
            <translation>Eine Kopie jeder ersetzten Datei wird aufgehoben, bis Sie den Stapel von der Liste nehmen.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>A drive is nearly full</source>
            <translation>Ein Laufwerk ist fast voll</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A field that the message uses is empty.</source>
            <translation>Ein Feld, das die Nachricht verwendet, ist leer.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A fixed value</source>
            <translation>Ein fester Wert</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A formula fails</source>
            <translation>Eine Formel scheitert</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A formula of the recipe cannot be worked out.</source>
            <translation>Eine Formel des Rezepts lässt sich nicht ausrechnen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A frame of one colour.</source>
            <translation>Ein Rahmen in einer Farbe.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/actions.py" />
            <source>A list is being written already.</source>
            <translation>Es wird schon eine Liste geschrieben.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>A mail account was refused, or a drive is missing.</source>
            <translation>Ein Mailkonto wurde abgelehnt oder ein Laufwerk fehlt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A new size, by an edge, a box, percent or megapixels.</source>
            <translation>Eine neue Größe, nach Kante, Rechteck, Prozent oder Megapixeln.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>A number</source>
            <translation>Eine Zahl</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>A quotation mark in the command is not closed.</source>
            <translation>Ein Anführungszeichen im Befehl wird nicht geschlossen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A quote inside a cell</source>
            <translation>Anführungszeichen in einer Zelle</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A quoted cell is never closed.</source>
            <translation>Eine Zelle in Anführungszeichen wird nie geschlossen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A quoted cell swallows many lines.</source>
            <translation>Eine Zelle in Anführungszeichen verschluckt viele Zeilen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A report with charts beside the output.</source>
            <translation>Ein Bericht mit Diagrammen neben dem Ergebnis.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>A sign-in is going on</source>
            <translation>Eine Anmeldung läuft</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>A test is being sent</source>
            <translation>Ein Test wird gesendet</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>A test is running</source>
            <translation>Ein Test läuft</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A text or a small picture on the picture.</source>
            <translation>Ein Text oder ein kleines Bild auf dem Bild.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A value looks like encoded header text.</source>
            <translation>Ein Wert sieht aus wie kodierter Kopfzeilentext.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A value would break the message's header.</source>
            <translation>Ein Wert würde den Kopf der Nachricht beschädigen.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>About Dropmill</source>
            <translation>Über Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>About the selected file</source>
            <translation>Zur ausgewählten Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Accepted by the mail server</source>
            <translation>Vom Mailserver angenommen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Access denied</source>
            <translation>Zugriff verweigert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Account name</source>
            <translation>Name des Kontos</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Accounts Dropmill may send from. Passwords are kept in the system’s keyring, never in a file.</source>
            <translation>Konten, von denen Dropmill senden darf. Passwörter liegen im Schlüsselbund des Systems, nie in einer Datei.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Accounts Dropmill may send from. There is no keyring here: passwords are kept until Dropmill closes.</source>
            <translation>Konten, von denen Dropmill senden darf. Hier gibt es keinen Schlüsselbund: Passwörter bleiben, bis Dropmill geschlossen wird.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Activity</source>
            <translation>Aktivität</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Add a line</source>
            <translation>Zeile hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Add a line to {name}</source>
            <translation>Zeile zu {name} hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Add a mail account first.</source>
            <translation>Legen Sie zuerst ein Mailkonto an.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Add a number</source>
            <translation>Eine Nummer anhängen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Add a number, “photo (2).jpg”</source>
            <translation>Eine Nummer anhängen, „Foto (2).jpg“</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Add account</source>
            <translation>Konto hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Add account…</source>
            <translation>Konto hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Add alert…</source>
            <translation>Benachrichtigung hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add files</source>
            <translation>Dateien hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Add files; drop them here or press Enter</source>
            <translation>Dateien hinzufügen; hierher ziehen oder Eingabe drücken</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add files…</source>
            <translation>Dateien hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add folder</source>
            <translation>Ordner hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add folder…</source>
            <translation>Ordner hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add from a list of paths</source>
            <translation>Aus einer Liste von Pfaden hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add from a list of paths…</source>
            <translation>Aus einer Liste von Pfaden hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add it again.</source>
            <translation>Fügen Sie es noch einmal hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Add output</source>
            <translation>Ausgabe hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/adding.py" />
            <source>Add step</source>
            <translation>Schritt hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add the account, then resume.</source>
            <translation>Legen Sie das Konto an, dann fortsetzen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add the files again to start over.</source>
            <translation>Fügen Sie die Dateien noch einmal hinzu, um neu zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Add these addresses</source>
            <translation>Diese Adressen hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>Add to {name}</source>
            <translation>Zu {name} hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Adding files…</source>
            <translation>Dateien werden hinzugefügt…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Address for the test</source>
            <translation>Adresse für den Test</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Address not possible here</source>
            <translation>Adresse hier nicht möglich</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Address to add</source>
            <translation>Adresse zum Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Addresses</source>
            <translation>Adressen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Adds up</source>
            <translation>Geht auf</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Adjust</source>
            <translation>Anpassen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>After a backslash</source>
            <translation>Nach einem Rückstrich</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Afterwards, Undo batch removes everything this batch wrote.</source>
            <translation>Danach entfernt „Stapel rückgängig machen“ alles, was dieser Stapel schrieb.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Alert commands</source>
            <translation>Befehle bei Ereignissen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>All %Ln files were made before</source>
            <translation>
                <numerusform>%Ln Datei wurde schon gemacht</numerusform>
                <numerusform>Alle %Ln Dateien wurden schon gemacht</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All but location</source>
            <translation>Alles außer dem Ort</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All columns but these.</source>
            <translation>Alle Spalten außer diesen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All columns of all</source>
            <translation>Alle Spalten aller</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>All messages that are ready…</source>
            <translation>Alle Nachrichten, die bereit sind…</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>All metadata kept.</source>
            <translation>Alle Metadaten bleiben.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All pictures, small, on one sheet. Stands alone.</source>
            <translation>Alle Bilder, klein, auf einem Bogen. Steht allein.</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>All recipes…</source>
            <translation>Alle Rezepte…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All tables become one. Stands first.</source>
            <translation>Aus allen Tabellen wird eine. Steht zuerst.</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>All work is finished</source>
            <translation>Alle Arbeit ist getan</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>All {0}</source>
            <translation>Alle {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>All {n} rows</source>
            <translation>Alle {n} Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All, where the format can</source>
            <translation>Alle, wo das Format es kann</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow a larger file or a smaller picture.</source>
            <translation>Erlauben Sie eine größere Datei oder ein kleineres Bild.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow reading, then retry.</source>
            <translation>Erlauben Sie das Lesen, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Allow sending first: in the settings of your mailbox, under POP3 and IMAP, turn on access for other programs. Then your usual password works.</source>
            <translation>Erlauben Sie zuerst das Senden: Schalten Sie in den Einstellungen Ihres Postfachs unter POP3 und IMAP den Zugriff anderer Programme ein. Dann gilt Ihr gewöhnliches Passwort.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow writing or choose another folder, then retry.</source>
            <translation>Erlauben Sie das Schreiben oder wählen Sie einen anderen Ordner, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Already there</source>
            <translation>Schon da</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Also characters that take no room</source>
            <translation>Auch Zeichen, die keinen Platz nehmen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Alt+Up and Alt+Down move it</source>
            <translation>Alt+Auf und Alt+Ab verschieben es</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>An account has reached its limit</source>
            <translation>Ein Konto hat seine Grenze erreicht</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>An apostrophe before cells that a spreadsheet would run.</source>
            <translation>Ein Apostroph vor Zellen, die eine Tabellenkalkulation ausführen würde.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Another file took the output's name after the batch was planned.</source>
            <translation>Eine andere Datei nahm den Namen ein, nachdem der Stapel geplant war.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Another program keeps these files locked.</source>
            <translation>Ein anderes Programm hält diese Dateien fest.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Answers go to</source>
            <translation>Antworten gehen an</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>App password</source>
            <translation>App-Passwort</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Application ID</source>
            <translation>Anwendungs-ID</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>As the input</source>
            <translation>Wie die Eingabe</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>As they are</source>
            <translation>Wie sie sind</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Ask me</source>
            <translation>Mich fragen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Ask the recipient, or look into the Sent folder.</source>
            <translation>Fragen Sie den Empfänger oder sehen Sie in den Ordner „Gesendet“.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Asking Microsoft for a code…</source>
            <translation>Microsoft wird um einen Code gebeten…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>At best quality, several files at once.</source>
            <translation>In bester Qualität, mehrere Dateien auf einmal.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>At most</source>
            <translation>Höchstens</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>At the same time</source>
            <translation>Zur gleichen Zeit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Attach</source>
            <translation>Anhängen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attach less.</source>
            <translation>Hängen Sie weniger an.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Attached</source>
            <translation>Angehängt</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment is missing</source>
            <translation>Anhang fehlt</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment outside its folder</source>
            <translation>Anhang außerhalb seines Ordners</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment was changed</source>
            <translation>Anhang wurde geändert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Attachments lie in</source>
            <translation>Anhänge liegen in</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Attachments lie in {0}</source>
            <translation>Anhänge liegen in {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Back to the built-in recipe…</source>
            <translation>Zurück zum mitgelieferten Rezept…</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Back to the queue</source>
            <translation>Zurück zur Warteschlange</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Back to the recipes</source>
            <translation>Zurück zu den Rezepten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Background</source>
            <translation>Hintergrund</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Batch</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Batches</source>
            <translation>Stapel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Batches that were added with it keep it. Export it first if you may want it again.</source>
            <translation>Stapel, die damit hinzugefügt wurden, behalten es. Exportieren Sie es vorher, wenn Sie es vielleicht wieder brauchen.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Bcc</source>
            <translation>Bcc</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Before a drive is so full that work stops.</source>
            <translation>Bevor ein Laufwerk so voll ist, dass die Arbeit anhält.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Before and after</source>
            <translation>Vorher und nachher</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Before comparing</source>
            <translation>Vor dem Vergleichen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Begin with</source>
            <translation>Beginnen mit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Begin with a byte order mark</source>
            <translation>Mit einer Byte-Order-Marke beginnen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Begun at {start}, connection lost at {end}.</source>
            <translation>Begonnen um {start}, Verbindung verloren um {end}.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Best quality</source>
            <translation>Beste Qualität</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Between cells</source>
            <translation>Zwischen Zellen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Blocked</source>
            <translation>Gesperrt</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Blocked {0}</source>
            <translation>Gesperrt {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Border</source>
            <translation>Rand</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Bottom</source>
            <translation>Unten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Bottom left</source>
            <translation>Unten links</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Bottom right</source>
            <translation>Unten rechts</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Brightness</source>
            <translation>Helligkeit</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Browser (Microsoft)</source>
            <translation>Browser (Microsoft)</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>By</source>
            <translation>Nach</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>By cause</source>
            <translation>Nach Ursache</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>By one or more columns. Drops nothing.</source>
            <translation>Nach einer oder mehreren Spalten. Lässt nichts weg.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Cancel the batch</source>
            <translation>Den Stapel abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Cancel this batch</source>
            <translation>Diesen Stapel abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Cancel “{title}”?</source>
            <translation>„{title}“ abbrechen?</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Cancelled by you</source>
            <translation>Von Ihnen abgebrochen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cancelled by you.</source>
            <translation>Von Ihnen abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Cancelling</source>
            <translation>Wird abgebrochen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Cannot be read</source>
            <translation>Kann nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Cannot be used</source>
            <translation>Nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cannot get below the size asked for</source>
            <translation>Die gewünschte Größe ist nicht zu erreichen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cannot read this format yet</source>
            <translation>Dieses Format kann noch nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Cause</source>
            <translation>Ursache</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Cc</source>
            <translation>Cc</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cell too long</source>
            <translation>Zelle zu lang</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Change case</source>
            <translation>Schreibweise ändern</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Change recipe for these…</source>
            <translation>Rezept für diese ändern…</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Change shortcuts…</source>
            <translation>Tastenkürzel ändern…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Change the alert {name}</source>
            <translation>Benachrichtigung {name} ändern</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the formula.</source>
            <translation>Ändern Sie die Formel.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the name in the recipe.</source>
            <translation>Ändern Sie den Namen im Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the password, then resume.</source>
            <translation>Ändern Sie das Passwort, dann fortsetzen.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Change the password…</source>
            <translation>Passwort ändern…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the recipe or the table.</source>
            <translation>Ändern Sie das Rezept oder die Tabelle.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Changes are kept at once</source>
            <translation>Änderungen gelten sofort</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Change…</source>
            <translation>Ändern…</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Chart</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Charts start with the first finished file.</source>
            <translation>Diagramme beginnen mit der ersten fertigen Datei.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Check and send…</source>
            <translation>Prüfen und senden…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Check before sending</source>
            <translation>Prüfung vor dem Senden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Check rows</source>
            <translation>Zeilen prüfen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the account's settings.</source>
            <translation>Prüfen Sie die Einstellungen des Kontos.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the address.</source>
            <translation>Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the drive or the connection, then retry.</source>
            <translation>Prüfen Sie das Laufwerk oder die Verbindung, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the list again.</source>
            <translation>Prüfen Sie die Liste noch einmal.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Choice of rows</source>
            <translation>Auswahl von Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose a file</source>
            <translation>Datei wählen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a list of people to see their messages.</source>
            <translation>Wählen Sie eine Liste von Personen, um ihre Nachrichten zu sehen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a list…</source>
            <translation>Liste wählen…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a picture to see what this recipe makes of it.</source>
            <translation>Wählen Sie ein Bild, um zu sehen, was dieses Rezept daraus macht.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a picture…</source>
            <translation>Bild wählen…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Choose a smaller size or another format.</source>
            <translation>Wählen Sie eine kleinere Größe oder ein anderes Format.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a table to see what this recipe makes of it.</source>
            <translation>Wählen Sie eine Tabelle, um zu sehen, was dieses Rezept daraus macht.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a table…</source>
            <translation>Tabelle wählen…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Choose another column, or raise the limit in the recipe.</source>
            <translation>Wählen Sie eine andere Spalte oder erhöhen Sie die Grenze im Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose for {name}</source>
            <translation>Für {name} wählen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose {name}</source>
            <translation>{name} wählen</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Clean table</source>
            <translation>Tabelle aufräumen</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Clear the search</source>
            <translation>Suche löschen</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Close other programs, then retry.</source>
            <translation>Schließen Sie andere Programme, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Close the failures</source>
            <translation>Fehlschläge schließen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Close the inspector</source>
            <translation>Inspektor schließen</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Close the test</source>
            <translation>Test schließen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Close them there, then retry.</source>
            <translation>Schließen Sie sie dort, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Close this message</source>
            <translation>Diese Mitteilung schließen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Close {0}</source>
            <translation>{0} schließen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Closed; Enter opens it</source>
            <translation>Geschlossen; Eingabe öffnet es</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Closing while working</source>
            <translation>Schließen während der Arbeit</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Closing while working: {answer}</source>
            <translation>Schließen während der Arbeit: {answer}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Code {0}</source>
            <translation>Code {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colour of the corners</source>
            <translation>Farbe der Ecken</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colour of the text</source>
            <translation>Farbe des Textes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column for the cells</source>
            <translation>Spalte für die Zellen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column for the file’s name</source>
            <translation>Spalte für den Dateinamen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column for the names</source>
            <translation>Spalte für die Namen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column that tells people apart</source>
            <translation>Spalte, die Personen unterscheidet</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column to fill in</source>
            <translation>Auszufüllende Spalte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column whose values become columns</source>
            <translation>Spalte, deren Werte zu Spalten werden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pills.py" />
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns become rows.</source>
            <translation>Spalten werden zu Zeilen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns of the result</source>
            <translation>Spalten des Ergebnisses</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns that all have</source>
            <translation>Spalten, die alle haben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns that stay</source>
            <translation>Spalten, die bleiben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns to repeat</source>
            <translation>Zu wiederholende Spalten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Columns unclear</source>
            <translation>Spalten unklar</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Commands that fit</source>
            <translation>Passende Befehle</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Comment lines begin with</source>
            <translation>Kommentarzeilen beginnen mit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Compare as</source>
            <translation>Vergleichen als</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Compute</source>
            <translation>Berechnen</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Conflicts</source>
            <translation>Konflikte</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Connect it; the queue goes on by itself.</source>
            <translation>Schließen Sie es an; die Warteschlange geht von selbst weiter.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Connected with {0} and signed in, in {1} s. No message was sent.</source>
            <translation>Verbunden mit {0} und angemeldet, in {1} s. Keine Nachricht wurde gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Connected with {0}, in {1} s. No message was sent.</source>
            <translation>Verbunden mit {0}, in {1} s. Keine Nachricht wurde gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Connected, in {0} s. No message was sent.</source>
            <translation>Verbunden, in {0} s. Keine Nachricht wurde gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Connecting to {0}…</source>
            <translation>Verbindung mit {0}…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Connection lost</source>
            <translation>Verbindung verloren</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Connections</source>
            <translation>Verbindungen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Contact sheet</source>
            <translation>Kontaktbogen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Contrast</source>
            <translation>Kontrast</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Copy addresses</source>
            <translation>Adressen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Copy list</source>
            <translation>Liste kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Copy messages</source>
            <translation>Meldungen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Copy name and message</source>
            <translation>Name und Meldung kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Copy path of {0}</source>
            <translation>Pfad von {0} kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Copy report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Copy the code</source>
            <translation>Code kopieren</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Copy the report and send it.</source>
            <translation>Kopieren Sie den Bericht und senden Sie ihn.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Copy them again, then retry.</source>
            <translation>Kopieren Sie sie neu, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Copy to</source>
            <translation>Kopie an</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Copy versions</source>
            <translation>Versionen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Copyright only</source>
            <translation>Nur das Urheberrecht</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Correct it.</source>
            <translation>Berichtigen Sie es.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Correct the name.</source>
            <translation>Berichtigen Sie den Namen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Count</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Crop</source>
            <translation>Zuschneiden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Cut long ones</source>
            <translation>Lange kürzen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Cut long rows</source>
            <translation>Lange Zeilen kürzen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Daily limit reached</source>
            <translation>Tagesgrenze erreicht</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dates unclear</source>
            <translation>Datumsangaben unklar</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Day and month cannot be told apart.</source>
            <translation>Tag und Monat sind nicht zu unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Decimal mark</source>
            <translation>Dezimalzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Decimals after</source>
            <translation>Nachkommastellen danach</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Decimals to keep</source>
            <translation>Zu behaltende Nachkommastellen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Degrees clockwise</source>
            <translation>Grad im Uhrzeigersinn</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Delete the recipe</source>
            <translation>Rezept löschen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Delete {0}?</source>
            <translation>{0} löschen?</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Delete…</source>
            <translation>Löschen…</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Detail</source>
            <translation>Einzelheit</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Did these messages arrive?</source>
            <translation>Sind diese Nachrichten angekommen?</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Did this message arrive?</source>
            <translation>Ist diese Nachricht angekommen?</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Direction</source>
            <translation>Richtung</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Dismiss {0}</source>
            <translation>{0} ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Distance from the edge</source>
            <translation>Abstand vom Rand</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Distinct</source>
            <translation>Verschiedene</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/split.py" />
            <source>Divider between before and after, {0}</source>
            <translation>Trenner zwischen vorher und nachher, {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Do not add this account</source>
            <translation>Dieses Konto nicht hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>Do not pause here</source>
            <translation>Hier nicht anhalten</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Do not send</source>
            <translation>Nicht senden</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Do not sign in</source>
            <translation>Nicht anmelden</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Do them again</source>
            <translation>Noch einmal machen</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Do this every time (File menu, Closing while working, changes it)</source>
            <translation>Jedes Mal so (änderbar im Menü Datei, Schließen während der Arbeit)</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Does not add up</source>
            <translation>Geht nicht auf</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Does not add up: {what}.</source>
            <translation>Geht nicht auf: {what}.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Done before</source>
            <translation>Schon erledigt</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive could not be read</source>
            <translation>Laufwerk konnte nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive is full</source>
            <translation>Laufwerk ist voll</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive is missing</source>
            <translation>Laufwerk fehlt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Drop</source>
            <translation>Ablegen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Drop an empty cell at the end</source>
            <translation>Leere Zelle am Ende weglassen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Drop columns</source>
            <translation>Spalten weglassen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Drop files on a recipe to add them with it</source>
            <translation>Ziehen Sie Dateien auf ein Rezept, um sie damit hinzuzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Drop files or folders here</source>
            <translation>Dateien oder Ordner hierher ziehen</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Drop many files, choose what should happen, and get on with your day.</source>
            <translation>Viele Dateien ablegen, wählen, was geschehen soll, und den Tag genießen.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop on another recipe.</source>
            <translation>Auf einem anderen Rezept ablegen.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Drop pictures, tables and lists of people; find everything done, or why it is not.</source>
            <translation>Bilder, Tabellen und Listen von Personen ablegen; alles fertig vorfinden, oder warum nicht.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop to add with {recipe}</source>
            <translation>Ablegen, um mit {recipe} hinzuzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop to add {files} with {recipe}</source>
            <translation>Ablegen, um {files} mit {recipe} hinzuzufügen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill ended while this was in work.</source>
            <translation>Dropmill wurde beendet, während dies in Arbeit war.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill goes on by itself.</source>
            <translation>Dropmill macht von selbst weiter.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill goes on tomorrow.</source>
            <translation>Dropmill macht morgen weiter.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Dropmill is free software under the MIT licence.</source>
            <translation>Dropmill ist freie Software unter der MIT-Lizenz.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Dropmill looks again in {0}.</source>
            <translation>Dropmill sieht in {0} wieder nach.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill made a mistake</source>
            <translation>Dropmill hat etwas falsch gemacht</translation>
        </message>
        <message>
            <location filename="../../app/window/application.py" />
            <source>Dropmill made a mistake. The log has the details. The queue goes on.</source>
            <translation>Dropmill hat etwas falsch gemacht. Das Protokoll enthält die Einzelheiten. Die Warteschlange geht weiter.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill may not read these files.</source>
            <translation>Dropmill darf diese Dateien nicht lesen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill may not write to the output folder.</source>
            <translation>Dropmill darf nicht in den Ausgabeordner schreiben.</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/samples.py" />
            <source>Dropmill samples</source>
            <translation>Dropmill-Beispiele</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill tries again by itself.</source>
            <translation>Dropmill versucht es von selbst noch einmal.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Dropmill was closed while %Ln files were being processed</source>
            <translation>
                <numerusform>Dropmill wurde geschlossen, während %Ln Datei bearbeitet wurde</numerusform>
                <numerusform>Dropmill wurde geschlossen, während %Ln Dateien bearbeitet wurden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Dropmill {version}</source>
            <translation>Dropmill {version}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Duplicate</source>
            <translation>Duplizieren</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>E-mail address</source>
            <translation>E-Mail-Adresse</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>E-mail recipe</source>
            <translation>E-Mail-Rezept</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>E-mail to {address}</source>
            <translation>E-Mail an {address}</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Empty cell</source>
            <translation>Leere Zelle</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty field</source>
            <translation>Leeres Feld</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty files</source>
            <translation>Leere Dateien</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty tables</source>
            <translation>Leere Tabellen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Encoding</source>
            <translation>Kodierung</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Encoding, columns and header. Bad rows go to the rejects file.</source>
            <translation>Kodierung, Spalten und Kopfzeile. Schlechte Zeilen kommen in die Datei der Abgewiesenen.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Ended after {0}, {1} cancelled</source>
            <translation>Beendet nach {0}, {1} abgebrochen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Enter changes it; the Menu key has more</source>
            <translation>Eingabe ändert es; die Menütaste hat mehr</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Enter the password, then resume.</source>
            <translation>Geben Sie das Passwort ein, dann fortsetzen.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Enter the password…</source>
            <translation>Passwort eingeben…</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Enter…</source>
            <translation>Eingeben…</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Estimated size</source>
            <translation>Geschätzte Größe</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Even the lowest quality is larger.</source>
            <translation>Selbst die niedrigste Qualität ist größer.</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Every row accounted for.</source>
            <translation>Über jede Zeile wird abgerechnet.</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>Everything is as it was before this batch.</source>
            <translation>Alles ist, wie es vor diesem Stapel war.</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Everything left is held</source>
            <translation>Alles Übrige ist zurückgehalten</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Everything that is not finished stays in the queue for next time.</source>
            <translation>Alles Unfertige bleibt für das nächste Mal in der Warteschlange.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Exactly, stretched</source>
            <translation>Genau, gestreckt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Exchange</source>
            <translation>Austauschen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Exchange whole cells by a list.</source>
            <translation>Ganze Zellen nach einer Liste austauschen.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Export list</source>
            <translation>Liste exportieren</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Export list…</source>
            <translation>Liste exportieren…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Export report…</source>
            <translation>Bericht exportieren…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Export the report</source>
            <translation>Den Bericht exportieren</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Export these…</source>
            <translation>Diese exportieren…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Export this recipe</source>
            <translation>Dieses Rezept exportieren</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Failures</source>
            <translation>Fehlschläge</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Failures by cause</source>
            <translation>Fehlschläge nach Ursache</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fast, softer fine text</source>
            <translation>Schnell, feiner Text weicher</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Fastmail wants an app password: in Settings, Privacy and security, make one that may send mail and put it in here.</source>
            <translation>Fastmail will ein App-Passwort: Legen Sie in den Einstellungen unter Datenschutz und Sicherheit eines an, das senden darf, und geben Sie es hier ein.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>File for the duplicates</source>
            <translation>Datei für die Doppelten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>File is gone</source>
            <translation>Datei ist weg</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>File was changed</source>
            <translation>Datei wurde geändert</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Files and messages finished {each}</source>
            <translation>Fertige Dateien und Nachrichten je {each}</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Files are being processed</source>
            <translation>Es werden Dateien bearbeitet</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Files at most</source>
            <translation>Dateien höchstens</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files in work appear here.</source>
            <translation>Hier erscheinen Dateien, die in Arbeit sind.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/opening.py" />
            <source>Files of an earlier start of Dropmill: add them again to change this</source>
            <translation>Dateien von einem früheren Start: Fügen Sie sie noch einmal hinzu, um dies zu ändern</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that are tried again by themselves appear here, with the time until then.</source>
            <translation>Hier erscheinen Dateien, die von selbst noch einmal versucht werden, mit der Zeit bis dahin.</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Files that come into them are worked off while Dropmill is open. E-mail waits for you.</source>
            <translation>Dateien, die hineinkommen, werden abgearbeitet, solange Dropmill offen ist. E-Mail wartet auf Sie.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that could not be processed appear here, with what to do about them.</source>
            <translation>Hier erscheinen Dateien, die nicht bearbeitet werden konnten, und was zu tun ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that needed no work appear here, with the reason.</source>
            <translation>Hier erscheinen Dateien, an denen nichts zu tun war, mit dem Grund.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Files that will be written</source>
            <translation>Dateien, die geschrieben werden</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that you take out of the line (Ctrl+Shift+H) wait here.</source>
            <translation>Dateien, die Sie aus der Reihe nehmen (Strg+Umschalt+H), warten hier.</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Files you add start working when you press Run.</source>
            <translation>Was Sie hinzufügen, wird bearbeitet, wenn Sie Starten drücken.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files you add wait here for their turn.</source>
            <translation>Was Sie hinzufügen, wartet hier, bis es an der Reihe ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill and cut</source>
            <translation>Auffüllen und kürzen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill and cut off</source>
            <translation>Ausfüllen und abschneiden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill empty cells</source>
            <translation>Leere Zellen füllen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Fill it in, or give a default.</source>
            <translation>Füllen Sie es aus oder geben Sie einen Ersatzwert an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Fill it in.</source>
            <translation>Füllen Sie sie aus.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill short ones</source>
            <translation>Kurze auffüllen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill short rows</source>
            <translation>Kurze Zeilen auffüllen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Find a command</source>
            <translation>Einen Befehl suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Find a command…</source>
            <translation>Einen Befehl suchen…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/adding.py" />
            <source>Find a step</source>
            <translation>Einen Schritt suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Find text or a pattern and put another in its place.</source>
            <translation>Text oder ein Muster suchen und durch anderes ersetzen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Finish each file before the next one begins</source>
            <translation>Jede Datei fertig machen, bevor die nächste beginnt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Finish the new account first</source>
            <translation>Erst das neue Konto fertigstellen</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Finish these, then quit</source>
            <translation>Diese fertig machen, dann beenden</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Finish what is in work, then quit</source>
            <translation>Fertig machen, was in Arbeit ist, dann beenden</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Finished</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Finished files appear here.</source>
            <translation>Hier erscheinen fertige Dateien.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Finished files at most</source>
            <translation>Fertige Dateien höchstens</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Finished in {0}</source>
            <translation>Fertig in {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Finished in {0}, {1} saved</source>
            <translation>Fertig in {0}, {1} gespart</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Finishing</source>
            <translation>Gleich fertig</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Finishing what is in work, then quitting…</source>
            <translation>Was in Arbeit ist, wird fertig gemacht, dann wird beendet…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>First</source>
            <translation>Erster</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>First {n} of {all} rows</source>
            <translation>Die ersten {n} von {all} Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>First {n} rows</source>
            <translation>Die ersten {n} Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Fit</source>
            <translation>Einpassen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fit into</source>
            <translation>Einpassen in</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Fits {n} of {all} files</source>
            <translation>Passt zu {n} von {all} Dateien</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Flip</source>
            <translation>Spiegeln</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Follow running files</source>
            <translation>Dateien in Arbeit folgen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>For Excel: byte order mark, CRLF, no cell that runs as a formula</source>
            <translation>Für Excel: Byte-Order-Marke, CRLF, keine Zelle, die als Formel läuft</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>For causes that pass by themselves, like a file that is open in another program.</source>
            <translation>Bei Ursachen, die von selbst vergehen, wie einer Datei, die in einem anderen Programm offen ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>For e-mail</source>
            <translation>Für E-Mail</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>For pictures</source>
            <translation>Für Bilder</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>For tables</source>
            <translation>Für Tabellen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Found by itself</source>
            <translation>Selbst erkannt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Frames and pages</source>
            <translation>Einzelbilder und Seiten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Free some space; the queue goes on by itself.</source>
            <translation>Schaffen Sie Platz; die Warteschlange geht von selbst weiter.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Free space</source>
            <translation>Freier Platz</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From above</source>
            <translation>Von oben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From above, from below or with a fixed value.</source>
            <translation>Von oben, von unten oder mit einem festen Wert.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>From address</source>
            <translation>Absenderadresse</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From below</source>
            <translation>Von unten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From one way to write dates to another.</source>
            <translation>Von einer Schreibweise des Datums in eine andere.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>From the account “{0}”</source>
            <translation>Vom Konto „{0}“</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From the camera’s orientation. Always done first.</source>
            <translation>Nach der Ausrichtung der Kamera. Immer zuerst.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>From {0}</source>
            <translation>Von {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Gamma</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Gap</source>
            <translation>Abstand</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Give every command the keys that it had at first</source>
            <translation>Jedem Befehl die Tasten geben, die er zuerst hatte</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Give it a name.</source>
            <translation>Geben Sie ihr einen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Give the alert {name} now</source>
            <translation>Benachrichtigung {name} jetzt geben</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Give the web address.</source>
            <translation>Geben Sie die Webadresse an.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Gmail wants an app password: turn on 2-step verification in your Google account, open App passwords, make one called Dropmill and put its 16 letters in here. Your usual password does not work.</source>
            <translation>Gmail will ein App-Passwort: Schalten Sie in Ihrem Google-Konto die Bestätigung in zwei Schritten ein, öffnen Sie App-Passwörter, legen Sie eines namens Dropmill an und geben Sie dessen 16 Buchstaben hier ein. Ihr gewöhnliches Passwort gilt nicht.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Go back to the built-in {0}?</source>
            <translation>Zurück zum mitgelieferten {0}?</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Grey instead of colour</source>
            <translation>Grau statt Farbe</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Group</source>
            <translation>Gruppieren</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Groups of settings</source>
            <translation>Gruppen von Einstellungen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>HTML</source>
            <translation>HTML</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>HTML from a file</source>
            <translation>HTML aus einer Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Header</source>
            <translation>Kopfzeile</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Header rows</source>
            <translation>Kopfzeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Headers</source>
            <translation>Kopfzeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Height</source>
            <translation>Höhe</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Held</source>
            <translation>Zurückgehalten</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Held by you</source>
            <translation>Von Ihnen zurückgehalten</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../../app/window/help/page.py" />
            <source>Help text</source>
            <translation>Hilfetext</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Here these steps see the first rows only, later all of them: {0}.</source>
            <translation>Hier sehen diese Schritte nur die ersten Zeilen, später alle: {0}.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Hidden code in a value</source>
            <translation>Versteckter Code in einem Wert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Hidden copy to</source>
            <translation>Verborgene Kopie an</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Hide and keep working</source>
            <translation>Verbergen und weiterarbeiten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Hide behind hashes</source>
            <translation>Hinter Hashes verbergen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Hide the failures</source>
            <translation>Fehlschläge verbergen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Hide the files</source>
            <translation>Dateien verbergen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Hide the message</source>
            <translation>Nachricht verbergen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>High contrast follows the system when it is on there.</source>
            <translation>Hoher Kontrast folgt dem System, wenn er dort eingeschaltet ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>High: before others</source>
            <translation>Hoch: vor anderen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Hold</source>
            <translation>Zurückhalten</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>Hold this batch</source>
            <translation>Diesen Stapel zurückhalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Holds for good rows</source>
            <translation>Gilt für gute Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>How</source>
            <translation>Wie</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>How far back to look</source>
            <translation>Wie weit zurück</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>How the list is read</source>
            <translation>Wie die Liste gelesen wird</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>How the message is shown</source>
            <translation>Wie die Nachricht gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>How the other table is read</source>
            <translation>Wie die andere Tabelle gelesen wird</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>How they are worked off</source>
            <translation>Wie sie abgearbeitet werden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If a file is already there</source>
            <translation>Wenn eine Datei schon da ist</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>If a file is already there: {what}</source>
            <translation>Wenn eine Datei schon da ist: {what}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If it is not known whether a message arrived</source>
            <translation>Wenn nicht bekannt ist, ob eine Nachricht ankam</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If only a copy is refused</source>
            <translation>Wenn nur eine Kopie abgelehnt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If the result is not smaller</source>
            <translation>Wenn das Ergebnis nicht kleiner ist</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Ignore case</source>
            <translation>Groß und klein gleich</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Ignore spaces</source>
            <translation>Leerzeichen nicht beachten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Import a recipe</source>
            <translation>Ein Rezept importieren</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pills.py" />
            <source>Insert the column {0}</source>
            <translation>Spalte {0} einsetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Inspector</source>
            <translation>Inspektor</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Install the add-on, then retry.</source>
            <translation>Installieren Sie die Erweiterung, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Interrupted</source>
            <translation>Unterbrochen</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Interrupted, starts over</source>
            <translation>Unterbrochen, beginnt von vorn</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Into {0}. Nothing is sent.</source>
            <translation>Nach {0}. Nichts wird gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>It arrived</source>
            <translation>Ist angekommen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/sections.py" />
            <source>It arrived for %Ln</source>
            <translation>
                <numerusform>Ist bei %Ln angekommen</numerusform>
                <numerusform>Sind bei %Ln angekommen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>It arrived for {0}</source>
            <translation>Ist bei {0} angekommen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>It cannot be looked through.</source>
            <translation>Er kann nicht durchgesehen werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>It cannot be used</source>
            <translation>Es ist nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>It has no pause mark</source>
            <translation>Er hat keine Haltemarke</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It is a device, a pipe or a socket.</source>
            <translation>Es ist ein Gerät, eine Pipe oder ein Socket.</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>It is at work: pause or cancel it first</source>
            <translation>Er ist in Arbeit: erst anhalten oder abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>It left completely, then the connection was lost before the server answered. Dropmill never sends it again by itself. Look in the account’s Sent folder or ask {name}.</source>
            <translation>Sie ging vollständig hinaus, dann ging die Verbindung verloren, bevor der Server antwortete. Dropmill sendet sie nie von selbst noch einmal. Sehen Sie in den Ordner „Gesendet“ des Kontos oder fragen Sie {name}.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>It may arrive twice.</source>
            <translation>Sie kommt vielleicht zweimal an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It starts over by itself.</source>
            <translation>Es beginnt von selbst von vorn.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>It uses Qt and PySide6 under the GNU Lesser General Public License, version 3, unchanged.</source>
            <translation>Es nutzt Qt und PySide6 unter der GNU Lesser General Public License, Version 3, unverändert.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It was moved, renamed or deleted after it was added.</source>
            <translation>Sie wurde verschoben, umbenannt oder gelöscht, nachdem sie hinzugefügt war.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It was saved again after it was added.</source>
            <translation>Sie wurde neu gespeichert, nachdem sie hinzugefügt war.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Its files wait; no try is used up.</source>
            <translation>Seine Dateien warten; kein Versuch wird verbraucht.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Its password is removed, too. Messages that wait for it stay in the queue until it is added again.</source>
            <translation>Auch sein Passwort wird entfernt. Nachrichten, die darauf warten, bleiben in der Warteschlange, bis es wieder angelegt ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Its picture, tries and outputs show here.</source>
            <translation>Bild, Versuche und Ergebnisse erscheinen hier.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Join</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Keep a copy in Sent</source>
            <translation>Kopie in „Gesendet“ ablegen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep a part, by proportions or pixels.</source>
            <translation>Einen Teil behalten, nach Verhältnis oder Pixeln.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Keep alert</source>
            <translation>Benachrichtigung behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep columns</source>
            <translation>Spalten behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Keep everything</source>
            <translation>Alles behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Keep it</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Keep one a row.</source>
            <translation>Lassen Sie eine je Zeile stehen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep one of rows that are the same.</source>
            <translation>Von gleichen Zeilen eine behalten.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep rows</source>
            <translation>Zeilen behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep rows that find nothing</source>
            <translation>Zeilen ohne Treffer behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep rows where</source>
            <translation>Zeilen behalten, bei denen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep the folders below the dropped folder</source>
            <translation>Die Ordner unter dem abgelegten Ordner behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep the modified time</source>
            <translation>Den Zeitpunkt der Änderung behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep the original</source>
            <translation>Das Original behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Keep this password</source>
            <translation>Dieses Passwort behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Keep watching</source>
            <translation>Weiter überwachen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Key is missing</source>
            <translation>Schlüssel fehlt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Key, for tests</source>
            <translation>Schlüssel, für Tests</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Larger by</source>
            <translation>Größer um</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Largest</source>
            <translation>Größter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Largest first</source>
            <translation>Größte zuerst</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Last</source>
            <translation>Letzter</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Last hour</source>
            <translation>Letzte Stunde</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Last used {when}</source>
            <translation>Zuletzt verwendet {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Leave it</source>
            <translation>So lassen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Leave it, skip the file</source>
            <translation>So lassen, die Datei übergehen</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Leave out from now on</source>
            <translation>Ab jetzt auslassen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Left</source>
            <translation>Links</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Left as it is by undo</source>
            <translation>Vom Rückgängigmachen ausgenommen</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Left as it is: {title}</source>
            <translation>Blieb, wie es ist: {title}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Left out {0}</source>
            <translation>Ausgelassen {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Left out: {types}.</source>
            <translation>Ausgelassen: {types}.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Left out: {why}</source>
            <translation>Ausgelassen: {why}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Left to right</source>
            <translation>Von links nach rechts</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Letters by e-mail</source>
            <translation>Briefe per E-Mail</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Licence of the chosen part</source>
            <translation>Lizenz des gewählten Teils</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Light, contrast, colour and sharpness.</source>
            <translation>Licht, Kontrast, Farbe und Schärfe.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Limits count people, not messages, and survive a restart.</source>
            <translation>Grenzen zählen Personen, nicht Nachrichten, und gelten über Neustarts hinweg.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Line break or control character</source>
            <translation>Zeilenumbruch oder Steuerzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Line ends</source>
            <translation>Zeilenenden</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Listed twice</source>
            <translation>Doppelt aufgeführt</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Listed twice, or on the list of people not to write to.</source>
            <translation>Doppelt aufgeführt, oder auf der Liste derer, denen nicht geschrieben wird.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Lists (*.txt *.lst)</source>
            <translation>Listen (*.txt *.lst)</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Location removed.</source>
            <translation>Ort entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Long edge</source>
            <translation>Lange Kante</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Long edge {n} px</source>
            <translation>Lange Kante {n} px</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Look again</source>
            <translation>Wieder nachsehen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look again and retry with the new content.</source>
            <translation>Sehen Sie nach und versuchen Sie es mit dem neuen Inhalt.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look at the file.</source>
            <translation>Sehen Sie sich die Datei an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look at the file; send the report.</source>
            <translation>Sehen Sie sich die Datei an; senden Sie den Bericht.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Look at them where they arrived. The others wait for you, also after a restart.</source>
            <translation>Sehen Sie sie an, wo sie ankamen. Die anderen warten auf Sie, auch nach einem Neustart.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Look now</source>
            <translation>Jetzt nachsehen</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Looking again…</source>
            <translation>Wird nachgesehen…</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Looking at what undo would do…</source>
            <translation>Was würde rückgängig gemacht? Wird nachgesehen…</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Looking through folders…</source>
            <translation>Ordner werden durchgesehen…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Lose my changes</source>
            <translation>Meine Änderungen verlieren</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Low: after others</source>
            <translation>Niedrig: nach anderen</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Made of</source>
            <translation>Besteht aus</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail account is missing</source>
            <translation>Mailkonto fehlt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Mail accounts</source>
            <translation>Mailkonten</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Mail accounts cannot be changed here.</source>
            <translation>Mailkonten können hier nicht geändert werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Mail accounts…</source>
            <translation>Mailkonten…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server asks to wait</source>
            <translation>Mailserver bittet zu warten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server cannot be reached</source>
            <translation>Mailserver nicht erreichbar</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server not trusted</source>
            <translation>Mailserver nicht vertrauenswürdig</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Mail servers say that these %Ln mailboxes do not exist: {0}</source>
            <translation>
                <numerusform>Mailserver sagen, dass es dieses %Ln Postfach nicht gibt: {0}</numerusform>
                <numerusform>Mailserver sagen, dass es diese %Ln Postfächer nicht gibt: {0}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mailbox is full</source>
            <translation>Postfach ist voll</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Mailboxes that do not exist</source>
            <translation>Postfächer, die es nicht gibt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Make an app password</source>
            <translation>App-Passwort anlegen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Make formulas harmless</source>
            <translation>Formeln unschädlich machen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Make smaller pictures larger</source>
            <translation>Kleinere Bilder vergrößern</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Makes pictures small enough for the web, with a thumbnail each. Location is removed.</source>
            <translation>Macht Bilder klein genug fürs Web, mit je einem Vorschaubild. Der Ort wird entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Map values</source>
            <translation>Werte zuordnen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Marks for decimals and thousands, rounding.</source>
            <translation>Zeichen für Dezimalen und Tausender, Runden.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Mean</source>
            <translation>Mittelwert</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Megapixels</source>
            <translation>Megapixel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Mend rows of another length. Stands first.</source>
            <translation>Zeilen anderer Länge heilen. Steht zuerst.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Message as HTML</source>
            <translation>Nachricht als HTML</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Message too big</source>
            <translation>Nachricht zu groß</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Message without a subject</source>
            <translation>Nachricht ohne Betreff</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Message-ID</source>
            <translation>Message-ID</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/grid.py" />
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Messages (*.eml)</source>
            <translation>Nachrichten (*.eml)</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Messages that may have left appear here.</source>
            <translation>Hier erscheinen Nachrichten, die vielleicht hinausgingen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Metadata</source>
            <translation>Metadaten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Metadata only</source>
            <translation>Nur Metadaten</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Microsoft 365 signs in with the browser. Your administrator registers an application (public client, permission SMTP.Send), gives you its ID, and allows Authenticated SMTP for your mailbox.</source>
            <translation>Microsoft 365 meldet sich mit dem Browser an. Ihre Verwaltung registriert eine Anwendung (öffentlicher Client, Berechtigung SMTP.Send), gibt Ihnen deren ID und erlaubt Authenticated SMTP für Ihr Postfach.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Middle</source>
            <translation>Mitte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Mirror left to right or top to bottom.</source>
            <translation>Links mit rechts oder oben mit unten vertauschen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>More fields</source>
            <translation>Mehr Felder</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>More for this batch</source>
            <translation>Mehr zu diesem Stapel</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>More for this cause</source>
            <translation>Mehr zu dieser Ursache</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>More for {0}</source>
            <translation>Mehr zu {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>More is quicker and leaves less of this computer to other programs. Takes effect at once.</source>
            <translation>Mehr ist schneller und lässt anderen Programmen weniger von diesem Computer. Gilt sofort.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than 16,384 columns.</source>
            <translation>Mehr als 16.384 Spalten.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than one address</source>
            <translation>Mehr als eine Adresse</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than the limit in Settings.</source>
            <translation>Mehr als die Grenze in den Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Most files</source>
            <translation>Höchstzahl der Dateien</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Move it away, then retry.</source>
            <translation>Schaffen Sie sie aus dem Weg, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Move it inside.</source>
            <translation>Verschieben Sie sie hinein.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Move to the end of its batch</source>
            <translation>Ans Ende des Stapels</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Move to the top of its batch</source>
            <translation>An den Anfang des Stapels</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name cannot be used</source>
            <translation>Name nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Name of the key</source>
            <translation>Name des Schlüssels</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Name of the recipe</source>
            <translation>Name des Rezepts</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the delimiter in the recipe.</source>
            <translation>Nennen Sie das Trennzeichen im Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the encoding in the recipe.</source>
            <translation>Nennen Sie die Kodierung im Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the encoding.</source>
            <translation>Nennen Sie die Kodierung.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the order in the recipe.</source>
            <translation>Nennen Sie die Reihenfolge im Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Name the program.</source>
            <translation>Nennen Sie das Programm.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Needs an add-on that is not installed.</source>
            <translation>Braucht eine Erweiterung, die nicht installiert ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Network drives report no changes: the folder is looked through again and again.</source>
            <translation>Netzlaufwerke melden keine Änderungen: Der Ordner wird immer wieder durchgesehen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Never</source>
            <translation>Nie</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Never used</source>
            <translation>Nie verwendet</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>New account</source>
            <translation>Neues Konto</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New columns</source>
            <translation>Neue Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New columns from formulas, with exact numbers.</source>
            <translation>Neue Spalten aus Formeln, mit genauen Zahlen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New e-mail recipe</source>
            <translation>Neues E-Mail-Rezept</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>New file</source>
            <translation>Neue Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New names</source>
            <translation>Neue Namen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New names, one by one or by a pattern.</source>
            <translation>Neue Namen, einzeln oder nach einem Muster.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New picture recipe</source>
            <translation>Neues Bildrezept</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New recipe</source>
            <translation>Neues Rezept</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New table recipe</source>
            <translation>Neues Tabellenrezept</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Next region</source>
            <translation>Nächster Bereich</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Next row</source>
            <translation>Nächste Zeile</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Next sample</source>
            <translation>Nächstes Beispiel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>No account yet</source>
            <translation>Noch kein Konto</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No address</source>
            <translation>Keine Adresse</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>No batch that has work left is in view</source>
            <translation>Kein Stapel mit Arbeit ist zu sehen</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>No batch that wrote files is in view</source>
            <translation>Kein Stapel, der Dateien schrieb, ist zu sehen</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/opening.py" />
            <source>No batch waits to be run</source>
            <translation>Kein Stapel wartet auf den Start</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>No batch with open files is in view</source>
            <translation>Kein Stapel mit offenen Dateien ist zu sehen</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>No command fits</source>
            <translation>Kein Befehl passt</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>No e-mail is sent twice</source>
            <translation>Keine E-Mail wird zweimal gesendet</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>No empty cell</source>
            <translation>Keine leere Zelle</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>No file matches “{text}”</source>
            <translation>Keine Datei passt zu „{text}“</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>No file of a type that “{recipe}” reads was found.</source>
            <translation>Keine Datei gefunden, die „{recipe}“ liest.</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>No folder is watched.</source>
            <translation>Kein Ordner wird überwacht.</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>No metadata.</source>
            <translation>Keine Metadaten.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>No password</source>
            <translation>Kein Passwort</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No password is stored for this account.</source>
            <translation>Für dieses Konto ist kein Passwort gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/pane.py" />
            <source>No preview</source>
            <translation>Keine Vorschau</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>No program opens {name} here.</source>
            <translation>Kein Programm öffnet {name} hier.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>No recipe can be used. Nothing was added.</source>
            <translation>Kein Rezept ist verwendbar. Nichts wurde hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>No row here</source>
            <translation>Hier ist keine Zeile</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No safe connection</source>
            <translation>Keine sichere Verbindung</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>No text of this licence is installed.</source>
            <translation>Kein Text dieser Lizenz ist installiert.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>No value twice</source>
            <translation>Kein Wert doppelt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Nobody gets it</source>
            <translation>Niemand bekommt sie</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Nobody is on the list.</source>
            <translation>Niemand steht auf der Liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Nobody is told yet.</source>
            <translation>Noch wird niemand benachrichtigt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>None is kept yet</source>
            <translation>Noch ist keines gespeichert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>None of</source>
            <translation>Keiner von</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>None of the first messages was accepted.</source>
            <translation>Keine der ersten Nachrichten wurde angenommen.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>None yet</source>
            <translation>Noch keine</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>None, this computer only</source>
            <translation>Keine, nur dieser Computer</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a complete picture</source>
            <translation>Kein vollständiges Bild</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a file</source>
            <translation>Keine Datei</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a picture</source>
            <translation>Kein Bild</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a table</source>
            <translation>Keine Tabelle</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not an address</source>
            <translation>Keine Adresse</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not enough memory</source>
            <translation>Nicht genug Speicher</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Not kept: {0}</source>
            <translation>Nicht behalten: {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Not possible now</source>
            <translation>Jetzt nicht möglich</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Not reached</source>
            <translation>Nicht erreicht</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Not safe</source>
            <translation>Nicht sicher</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Not saved: {0}</source>
            <translation>Nicht gespeichert: {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Not sent</source>
            <translation>Nicht gesendet</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Not set</source>
            <translation>Nicht gesetzt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Not signed in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Not signed in yet</source>
            <translation>Noch nicht angemeldet</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Not tested yet. A test sends no message.</source>
            <translation>Noch nicht geprüft. Ein Test sendet keine Nachricht.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Not written: {why}</source>
            <translation>Nicht geschrieben: {why}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/footer.py" />
            <source>Not yet</source>
            <translation>Noch nicht</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Notes</source>
            <translation>Hinweise</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent yet: fix the %Ln blocked rows.</source>
            <translation>
                <numerusform>Noch kann nichts gesendet werden: Berichtigen Sie die %Ln gesperrte Zeile.</numerusform>
                <numerusform>Noch kann nichts gesendet werden: Berichtigen Sie die %Ln gesperrten Zeilen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent: every row is left out.</source>
            <translation>Nichts kann gesendet werden: Jede Zeile ist ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent: there are no rows.</source>
            <translation>Nichts kann gesendet werden: Es gibt keine Zeilen.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing failed</source>
            <translation>Nichts ist fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Nothing failed.</source>
            <translation>Nichts schlug fehl.</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Nothing had to be tried again.</source>
            <translation>Nichts musste noch einmal versucht werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing here yet</source>
            <translation>Noch nichts da</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Nothing in the folder is changed. Dropmill forgets which of its files it has taken.</source>
            <translation>Im Ordner wird nichts geändert. Dropmill vergisst, welche seiner Dateien es genommen hat.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is held</source>
            <translation>Nichts ist zurückgehalten</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Nothing is lost if the computer stops</source>
            <translation>Nichts geht verloren, wenn der Computer stehen bleibt</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is running</source>
            <translation>Nichts ist in Arbeit</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Nothing is sent before you confirm</source>
            <translation>Nichts wird gesendet, bevor Sie bestätigen</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is tried again</source>
            <translation>Nichts wird noch einmal versucht</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is unconfirmed</source>
            <translation>Nichts ist unbestätigt</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing is waiting</source>
            <translation>Nichts wartet</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Nothing needs to be done.</source>
            <translation>Es ist nichts zu tun.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Nothing to do</source>
            <translation>Nichts zu tun</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing to do in this batch</source>
            <translation>In diesem Stapel ist nichts zu tun</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Nothing to do.</source>
            <translation>Nichts zu tun.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Nothing was overwritten. They are first in the queue and wait for you.</source>
            <translation>Nichts wurde überschrieben. Sie stehen vorn in der Warteschlange und warten auf Sie.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Nothing was overwritten. They start over by themselves.</source>
            <translation>Nichts wurde überschrieben. Sie beginnen von selbst von vorn.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Nothing was sent: {0}</source>
            <translation>Nichts wurde gesendet: {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing was skipped</source>
            <translation>Nichts wurde übersprungen</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing was started</source>
            <translation>Nichts wurde begonnen</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing was written yet</source>
            <translation>Noch wurde nichts geschrieben</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing was written yet.</source>
            <translation>Noch wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Notifications</source>
            <translation>Mitteilungen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Number</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Numbered, the name is taken</source>
            <translation>Mit Nummer, der Name ist vergeben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Old Mac (CR)</source>
            <translation>Alter Mac (CR)</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>On a network drive</source>
            <translation>Auf einem Netzlaufwerk</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>On the list of people not to write to</source>
            <translation>Auf der Liste derer, denen nicht geschrieben wird</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Once for each batch, with what failed.</source>
            <translation>Einmal je Stapel, mit dem, was fehlschlug.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>One a core ({n})</source>
            <translation>Einer je Kern ({n})</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One file each</source>
            <translation>Je eine Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>One message a row. Nothing is sent before you confirm.</source>
            <translation>Eine Nachricht je Zeile. Nichts wird gesendet, bevor Sie bestätigen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One message for each address, later rows are left out</source>
            <translation>Je Adresse eine Nachricht, spätere Zeilen werden ausgelassen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>One message for each address, later rows are left out.</source>
            <translation>Je Adresse eine Nachricht, spätere Zeilen werden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One of</source>
            <translation>Einer von</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One row for each group, with sums and counts.</source>
            <translation>Eine Zeile je Gruppe, mit Summen und Anzahlen.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>One sample</source>
            <translation>Ein Beispiel</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Only a finished batch can be removed</source>
            <translation>Nur ein fertiger Stapel kann entfernt werden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only rows for which something holds.</source>
            <translation>Nur Zeilen, für die etwas gilt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only rows that find nothing</source>
            <translation>Nur Zeilen ohne Treffer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only rows that find something</source>
            <translation>Nur Zeilen mit Treffer</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Only the copyright is kept.</source>
            <translation>Nur das Urheberrecht bleibt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only these columns, in this order.</source>
            <translation>Nur diese Spalten, in dieser Reihenfolge.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Only when something needs a look.</source>
            <translation>Nur wenn etwas angesehen werden muss.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Opacity</source>
            <translation>Deckkraft</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="../../app/window/tray.py" />
            <source>Open Dropmill</source>
            <translation>Dropmill öffnen</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Open account</source>
            <translation>Konto öffnen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Open in another program</source>
            <translation>In einem anderen Programm offen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Open output</source>
            <translation>Ergebnis öffnen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Open the file at the line named.</source>
            <translation>Öffnen Sie die Datei an der genannten Zeile.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Open the list</source>
            <translation>Liste öffnen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Open the page</source>
            <translation>Seite öffnen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Open {0}</source>
            <translation>{0} öffnen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Open {0} in your browser, type in this code and sign in. Dropmill waits for it.</source>
            <translation>Öffnen Sie {0} in Ihrem Browser, geben Sie diesen Code ein und melden Sie sich an. Dropmill wartet darauf.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Or drop on another recipe</source>
            <translation>Oder auf einem anderen Rezept ablegen</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Or start from a recipe</source>
            <translation>Oder mit einem Rezept beginnen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Organisation</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Original</source>
            <translation>Original</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Originals</source>
            <translation>Originale</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Originals and space</source>
            <translation>Originale und Platz</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Originals are never changed unless you say so</source>
            <translation>Originale werden nie geändert, außer Sie sagen es</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Originals are not changed</source>
            <translation>Originale werden nicht geändert</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Originals are replaced. A copy of each is kept until you dismiss the batch.</source>
            <translation>Originale werden ersetzt. Von jedem wird eine Kopie aufgehoben, bis Sie den Stapel von der Liste nehmen.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Originals stay where they are and are not changed.</source>
            <translation>Originale bleiben, wo sie sind, und werden nicht geändert.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Originals were not changed.</source>
            <translation>Originale wurden nicht geändert.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Other table</source>
            <translation>Andere Tabelle</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Other values</source>
            <translation>Andere Werte</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Output</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Output exists already</source>
            <translation>Ergebnis gibt es schon</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Outputs</source>
            <translation>Ausgaben</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Own server</source>
            <translation>Eigener Server</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Packed file</source>
            <translation>Gepackte Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pad</source>
            <translation>Auffüllen</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Part to keep</source>
            <translation>Zu behaltender Teil</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Password is missing</source>
            <translation>Passwort fehlt</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Paste files</source>
            <translation>Dateien einfügen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/inspector.py" />
            <source>Path copied</source>
            <translation>Pfad kopiert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pattern</source>
            <translation>Muster</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Pause here</source>
            <translation>Hier anhalten</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Pause watching {folder}</source>
            <translation>{folder} nicht mehr ansehen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Paused by you</source>
            <translation>Von Ihnen angehalten</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Paused by you, press Run to go on</source>
            <translation>Von Ihnen angehalten, weiter mit Starten</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Paused, {part}</source>
            <translation>Angehalten, {part}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>People a day</source>
            <translation>Personen am Tag</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>People a minute</source>
            <translation>Personen in der Minute</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>People who get no mail</source>
            <translation>Personen, die keine Mail bekommen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>People who get no mail…</source>
            <translation>Personen, die keine Mail bekommen…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Percent</source>
            <translation>Prozent</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Picture recipe</source>
            <translation>Bildrezept</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Pictures and styles from the internet are not loaded</source>
            <translation>Bilder und Stile aus dem Internet werden nicht geladen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pictures inside the HTML</source>
            <translation>Bilder im HTML</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Pictures to resize, tables to clean, or a list of people to write to.</source>
            <translation>Bilder zum Verkleinern, Tabellen zum Aufräumen oder eine Liste von Personen zum Anschreiben.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pivot</source>
            <translation>Pivotieren</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Place</source>
            <translation>Ort</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Planning… {n} of about {all}</source>
            <translation>Planung… {n} von etwa {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Play a sound</source>
            <translation>Einen Ton abspielen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Plays a sound</source>
            <translation>Spielt einen Ton ab</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Plays {file}</source>
            <translation>Spielt {file} ab</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/pane.py" />
            <source>Preparing the preview…</source>
            <translation>Vorschau wird vorbereitet…</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Press the new keys…</source>
            <translation>Drücken Sie die neuen Tasten…</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Previous region</source>
            <translation>Voriger Bereich</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Priority</source>
            <translation>Vorrang</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Priority: {priority}</source>
            <translation>Vorrang: {priority}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Processing</source>
            <translation>Verarbeitung</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Profile</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Program and its arguments</source>
            <translation>Programm und seine Angaben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Proportions</source>
            <translation>Seitenverhältnis</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Provider</source>
            <translation>Anbieter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put files together</source>
            <translation>Dateien zusammenfügen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put files together, or a table’s rows beside those of another.</source>
            <translation>Dateien zusammenfügen, oder die Zeilen einer Tabelle neben die einer anderen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put in its place</source>
            <translation>An seine Stelle setzen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Put in the address that messages come from.</source>
            <translation>Geben Sie die Adresse ein, von der Nachrichten kommen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put it back, then retry.</source>
            <translation>Legen Sie sie zurück, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put it in the folder.</source>
            <translation>Legen Sie sie in den Ordner.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put off by the mail server</source>
            <translation>Vom Mailserver vertröstet</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put together by</source>
            <translation>Zusammenfügen nach</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Qt under the LGPL</source>
            <translation>Qt unter der LGPL</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Quality</source>
            <translation>Qualität</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Queue</source>
            <translation>Warteschlange</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Quotes</source>
            <translation>Anführungszeichen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Raise the limit or make the file smaller.</source>
            <translation>Erhöhen Sie die Grenze oder verkleinern Sie die Datei.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Read</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Read as</source>
            <translation>Gelesen als</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Read as you say</source>
            <translation>Wie Sie sagen gelesen</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Read the one-page guide</source>
            <translation>Kurze Anleitung lesen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Read the server's own words.</source>
            <translation>Lesen Sie die Worte des Servers.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Ready {0}</source>
            <translation>Bereit {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Recipe editor</source>
            <translation>Rezepteditor</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Recipe for the folder to watch</source>
            <translation>Rezept für den Ordner</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Recipe for what you add next</source>
            <translation>Rezept für das, was Sie als Nächstes hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Recipes</source>
            <translation>Rezepte</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Recipes name the account, so it keeps its name.</source>
            <translation>Rezepte nennen das Konto, deshalb behält es seinen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Recipients</source>
            <translation>Empfänger</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Recipients and sending</source>
            <translation>Empfänger und Versand</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Refused by the mail server</source>
            <translation>Vom Mailserver abgelehnt</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Rejected</source>
            <translation>Abgewiesen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Release</source>
            <translation>Freigeben</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Remember finished files</source>
            <translation>Fertige Dateien merken</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>Remove %Ln files</source>
            <translation>
                <numerusform>%Ln Datei entfernen</numerusform>
                <numerusform>%Ln Dateien entfernen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Remove account</source>
            <translation>Konto entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Remove batch from the list</source>
            <translation>Stapel von der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Remove duplicates</source>
            <translation>Doppelte entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Remove from queue</source>
            <translation>Aus der Warteschlange nehmen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Remove it.</source>
            <translation>Entfernen Sie es.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>Remove line {n} of {name}</source>
            <translation>Zeile {n} von {name} entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Remove repeated headers</source>
            <translation>Wiederholte Kopfzeilen entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Remove the account {0}?</source>
            <translation>Konto {0} entfernen?</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Remove the alert {name}</source>
            <translation>Benachrichtigung {name} entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Remove {0}…</source>
            <translation>{0} entfernen…</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Removed</source>
            <translation>Entfernt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Remove…</source>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rename columns</source>
            <translation>Spalten umbenennen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Repair rows</source>
            <translation>Zeilen heilen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the row.</source>
            <translation>Berichtigen Sie die Zeile.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the rows, or allow them in the recipe.</source>
            <translation>Berichtigen Sie die Zeilen oder erlauben Sie sie im Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the rows.</source>
            <translation>Berichtigen Sie die Zeilen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Repeat over the whole picture</source>
            <translation>Über das ganze Bild wiederholen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Replace it</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Replace it if the input is newer</source>
            <translation>Ersetzen, wenn die Eingabe neuer ist</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Replace it, keep a copy</source>
            <translation>Ersetzen, eine Kopie aufheben</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Replace older ones</source>
            <translation>Ältere ersetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Replace the files of the same names in the folders PySide6 and shiboken6 of the program.</source>
            <translation>Ersetzen Sie die gleichnamigen Dateien in den Ordnern PySide6 und shiboken6 des Programms.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Replaces the file that is there</source>
            <translation>Ersetzt die Datei, die da ist</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Replaces the original, a copy is kept</source>
            <translation>Ersetzt das Original, eine Kopie wird aufgehoben</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>Reply to</source>
            <translation>Antwort an</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/inspector.py" />
            <source>Report copied</source>
            <translation>Bericht kopiert</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Reset all</source>
            <translation>Alles zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/table.py" />
            <source>Reset columns</source>
            <translation>Spalten zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Resize</source>
            <translation>Größe ändern</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>Restore %Ln originals</source>
            <translation>
                <numerusform>%Ln Original zurückbringen</numerusform>
                <numerusform>%Ln Originale zurückbringen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Result {n}</source>
            <translation>Ergebnis {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Retry all</source>
            <translation>Alle nochmal</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Retry all failed</source>
            <translation>Alle Fehlgeschlagenen nochmal</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Retry all {0}</source>
            <translation>Alle {0} nochmal</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Retry now</source>
            <translation>Jetzt nochmal</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Retry {0}</source>
            <translation>{0} nochmal</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Retry, or look at the file.</source>
            <translation>Noch einmal versuchen oder die Datei ansehen.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Retrying</source>
            <translation>Neuer Versuch</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Revert</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Review {0}</source>
            <translation>{0} ansehen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rewrite dates</source>
            <translation>Datumsangaben umschreiben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rewrite numbers</source>
            <translation>Zahlen umschreiben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rewrite what the file says, leave its pixels. Stands alone.</source>
            <translation>Umschreiben, was die Datei sagt, die Pixel lassen. Steht allein.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Right</source>
            <translation>Rechts</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rotate</source>
            <translation>Drehen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/diff.py" />
            <source>Row</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row after</source>
            <translation>Nächste Zeile</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Row before</source>
            <translation>Vorige Zeile</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Row does not fit</source>
            <translation>Zeile passt nicht</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row {0} of {1}</source>
            <translation>Zeile {0} von {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Row {n} of the first {all}</source>
            <translation>Zeile {n} der ersten {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Row {n} of {all}</source>
            <translation>Zeile {n} von {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Rows appear as they are found. Everything else keeps working.</source>
            <translation>Zeilen erscheinen, sobald sie gefunden sind. Alles andere geht weiter.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Rows before and after</source>
            <translation>Zeilen vorher und nachher</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows before the header</source>
            <translation>Zeilen vor der Kopfzeile</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows break a rule</source>
            <translation>Zeilen verletzen eine Regel</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows do not fit</source>
            <translation>Zeilen passen nicht</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows have more or fewer columns than the header.</source>
            <translation>Zeilen haben mehr oder weniger Spalten als die Kopfzeile.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows of another length</source>
            <translation>Zeilen anderer Länge</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows of one file</source>
            <translation>Zeilen einer Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows that break a rule go to the rejects file.</source>
            <translation>Zeilen, die eine Regel verletzen, kommen in die Datei der Abgewiesenen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rules across columns</source>
            <translation>Regeln über Spalten hinweg</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rules of columns</source>
            <translation>Regeln für Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Run</source>
            <translation>Starten</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Run a command</source>
            <translation>Einen Befehl ausführen</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>Run this batch</source>
            <translation>Diesen Stapel starten</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Run {things}</source>
            <translation>{things} starten</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Running</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Runs {command}</source>
            <translation>Führt {command} aus</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>STARTTLS, verified</source>
            <translation>STARTTLS, geprüft</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Same format and size</source>
            <translation>Gleiches Format, gleiche Größe</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Same format as the input, UTF-8.</source>
            <translation>Gleiches Format wie die Eingabe, UTF-8.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Same in these columns</source>
            <translation>Gleich in diesen Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sample</source>
            <translation>Stichprobe</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Saturation</source>
            <translation>Sättigung</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Save as .eml…</source>
            <translation>Als .eml speichern…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Save recipe</source>
            <translation>Rezept speichern</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Save the message</source>
            <translation>Die Nachricht speichern</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Save the messages into a folder</source>
            <translation>Die Nachrichten in einen Ordner speichern</translation>
        </message>
        <message>
            <location filename="../../app/window/shell.py" />
            <source>Save the messages to a folder, then drop it.</source>
            <translation>Speichern Sie die Nachrichten in einem Ordner und ziehen Sie diesen hierher.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Save what it gives as a file, then add that.</source>
            <translation>Speichern Sie, was es liefert, als Datei, und fügen Sie diese hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Saved</source>
            <translation>Gespart</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Say to whom.</source>
            <translation>Sagen Sie, wem.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Say when.</source>
            <translation>Sagen Sie, wann.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Search commands</source>
            <translation>Befehle suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Search everywhere</source>
            <translation>Überall suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Search in addresses</source>
            <translation>In Adressen suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Search in names</source>
            <translation>In Namen suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/help/page.py" />
            <source>Search the help</source>
            <translation>In der Hilfe suchen</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Searched in names of {where}.</source>
            <translation>Gesucht wurde in Namen von {where}.</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Seconds until started</source>
            <translation>Sekunden bis zum Beginn</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Security</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Select a file</source>
            <translation>Eine Datei auswählen</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>Select a file that waits: work stops there</source>
            <translation>Wählen Sie eine wartende Datei: Dort hält die Arbeit an</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Select addresses first</source>
            <translation>Wählen Sie zuerst Adressen aus</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Selected files</source>
            <translation>Ausgewählte Dateien</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/sections.py" />
            <source>Send %Ln again…</source>
            <translation>
                <numerusform>%Ln noch einmal senden…</numerusform>
                <numerusform>%Ln noch einmal senden…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send %Ln messages</source>
            <translation>
                <numerusform>%Ln Nachricht senden</numerusform>
                <numerusform>%Ln Nachrichten senden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/ask.py" />
            <source>Send %Ln messages again?</source>
            <translation>
                <numerusform>%Ln Nachricht noch einmal senden?</numerusform>
                <numerusform>%Ln Nachrichten noch einmal senden?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send %Ln messages to {0}</source>
            <translation>
                <numerusform>%Ln Nachricht an {0} senden</numerusform>
                <numerusform>%Ln Nachrichten an {0} senden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Send a test</source>
            <translation>Einen Test senden</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Send a test to me…</source>
            <translation>Einen Test an mich senden…</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Send again</source>
            <translation>Noch einmal senden</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Send again to {0}?</source>
            <translation>Noch einmal an {0} senden?</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Send again…</source>
            <translation>Noch einmal senden…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Send an e-mail</source>
            <translation>Eine E-Mail senden</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send messages</source>
            <translation>Nachrichten senden</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Send test</source>
            <translation>Test senden</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/footer.py" />
            <source>Send the first %Ln, then wait for me</source>
            <translation>
                <numerusform>Die erste %Ln senden, dann auf mich warten</numerusform>
                <numerusform>Die ersten %Ln senden, dann auf mich warten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Send the other %Ln</source>
            <translation>
                <numerusform>Die andere %Ln senden</numerusform>
                <numerusform>Die anderen %Ln senden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Send the other %Ln?</source>
            <translation>
                <numerusform>Die andere %Ln senden?</numerusform>
                <numerusform>Die anderen %Ln senden?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Send these first, then wait for me</source>
            <translation>Diese zuerst senden, dann auf mich warten</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Send to a web address</source>
            <translation>An eine Webadresse senden</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Send {0} again…</source>
            <translation>{0} noch einmal senden…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sender refused</source>
            <translation>Absender abgelehnt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Sender’s name</source>
            <translation>Name des Absenders</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Sending</source>
            <translation>Versand</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Sending the test…</source>
            <translation>Der Test wird gesendet…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Sends to {address}</source>
            <translation>Sendet an {address}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Server with the Sent folder</source>
            <translation>Server mit dem Ordner „Gesendet“</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Server with the Sent folder (IMAP)</source>
            <translation>Server mit dem Ordner „Gesendet“ (IMAP)</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Set aside after two crashes; nothing else was affected.</source>
            <translation>Nach zwei Abstürzen beiseitegelegt; nichts anderes war betroffen.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Several files at once.</source>
            <translation>Mehrere Dateien auf einmal.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Several files, by a column or a number of rows. Stands last.</source>
            <translation>Mehrere Dateien, nach einer Spalte oder einer Zahl von Zeilen. Steht zuletzt.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>Share of free memory</source>
            <translation>Anteil am freien Speicher</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Share of the rows</source>
            <translation>Anteil der Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sharpen</source>
            <translation>Schärfen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sheet</source>
            <translation>Blatt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Short edge</source>
            <translation>Kurze Kante</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Short edge {n} px</source>
            <translation>Kurze Kante {n} px</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Show a notification</source>
            <translation>Eine Mitteilung zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Show all {0} in the table</source>
            <translation>Alle {0} in der Tabelle zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Show all {n}</source>
            <translation>Alle {n} zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show failures</source>
            <translation>Fehlschläge zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Show how to allow it</source>
            <translation>Zeigen, wie es erlaubt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Show list</source>
            <translation>Liste zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show original in folder</source>
            <translation>Original im Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show output</source>
            <translation>Ergebnisse zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show output in folder</source>
            <translation>Ergebnis im Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Show the failures</source>
            <translation>Die Fehlschläge zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Show the files</source>
            <translation>Die Dateien zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Show the list</source>
            <translation>Liste zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Show the whole message</source>
            <translation>Die ganze Nachricht zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Show these files</source>
            <translation>Diese Dateien zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Show {0} in folder</source>
            <translation>{0} im Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Show {title} as a chart</source>
            <translation>{title} als Diagramm zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Show {title} as a table</source>
            <translation>{title} als Tabelle zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Show {view}</source>
            <translation>{view} zeigen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Shows a notification</source>
            <translation>Zeigt eine Mitteilung</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Sign in with</source>
            <translation>Anmelden mit</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Sign in with the browser</source>
            <translation>Mit dem Browser anmelden</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Sign in…</source>
            <translation>Anmelden…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sign-in put off</source>
            <translation>Anmeldung vertröstet</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Sign-in refused</source>
            <translation>Anmeldung abgelehnt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Signed in</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Size about</source>
            <translation>Größe etwa</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Size of a picture</source>
            <translation>Größe eines Bildes</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Size of the pictures</source>
            <translation>Größe der Bilder</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Size of the queue</source>
            <translation>Größe der Warteschlange</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Slowest 5 %</source>
            <translation>Langsamste 5 %</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Slowest 5 %, dashed</source>
            <translation>Langsamste 5 %, gestrichelt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Smallest</source>
            <translation>Kleinster</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Some characters cannot be read with certainty.</source>
            <translation>Einige Zeichen sind nicht sicher zu lesen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Some of the rows, the same ones each time.</source>
            <translation>Einige der Zeilen, jedes Mal dieselben.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Something in the recipe needs another value first.</source>
            <translation>Etwas im Rezept braucht erst einen anderen Wert.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sort</source>
            <translation>Sortieren</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Sound file (empty: the system's own)</source>
            <translation>Tondatei (leer: der Ton des Systems)</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Space</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Spaces after a delimiter</source>
            <translation>Leerzeichen nach einem Trennzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Split</source>
            <translation>Teilen</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Start it again: it uses what it finds there and checks no signature.</source>
            <translation>Starten Sie es neu: Es nimmt, was es dort findet, und prüft keine Signatur.</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Start with my own files</source>
            <translation>Mit meinen Dateien beginnen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Starting and closing</source>
            <translation>Starten und Schließen</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Starts {time}</source>
            <translation>Beginnt {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>Stay</source>
            <translation>Bleiben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/adding.py" />
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Steps of this output alone</source>
            <translation>Schritte nur dieser Ausgabe</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Stop</source>
            <translation>Aufhören</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop after running files</source>
            <translation>Nach den laufenden Dateien aufhören</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop and quit</source>
            <translation>Aufhören und beenden</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stop at more rejects than</source>
            <translation>Anhalten bei mehr Abgewiesenen als</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop now, start them over later</source>
            <translation>Jetzt aufhören, später von vorn beginnen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stop the file</source>
            <translation>Die Datei anhalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stray quotes</source>
            <translation>Verirrte Anführungszeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stretch from darkest to brightest</source>
            <translation>Vom Dunkelsten zum Hellsten strecken</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>Subject, or what is wrong</source>
            <translation>Betreff, oder was nicht stimmt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sum</source>
            <translation>Summe</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Summed</source>
            <translation>Zusammengefasst</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>TLS, verified</source>
            <translation>TLS, geprüft</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Table recipe</source>
            <translation>Tabellenrezept</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Tables</source>
            <translation>Tabellen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Take as text</source>
            <translation>Als Text nehmen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Take off the list</source>
            <translation>Von der Liste nehmen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Take spaces away at both ends.</source>
            <translation>Leerzeichen an beiden Enden wegnehmen.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Take the pause mark away</source>
            <translation>Haltemarke entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Takes effect at the next start.</source>
            <translation>Gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Tell the office</source>
            <translation>Dem Büro melden</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Template cannot be used</source>
            <translation>Vorlage nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Test again</source>
            <translation>Noch einmal testen</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Test connection</source>
            <translation>Verbindung testen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text below each picture</source>
            <translation>Text unter jedem Bild</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text from a file</source>
            <translation>Text aus einer Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Text of the message</source>
            <translation>Text der Nachricht</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Text unclear</source>
            <translation>Text unklar</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text with numbers</source>
            <translation>Text mit Zahlen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The %Ln blocked rows are not sent.</source>
            <translation>
                <numerusform>Die %Ln gesperrte Zeile wird nicht gesendet.</numerusform>
                <numerusform>Die %Ln gesperrten Zeilen werden nicht gesendet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The %Ln left-out rows are not sent.</source>
            <translation>
                <numerusform>Die %Ln ausgelassene Zeile wird nicht gesendet.</numerusform>
                <numerusform>Die %Ln ausgelassenen Zeilen werden nicht gesendet.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The account that the recipe names is not set up.</source>
            <translation>Das Konto, das das Rezept nennt, ist nicht eingerichtet.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The address cannot be right.</source>
            <translation>Die Adresse kann nicht stimmen.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>The batch pauses here</source>
            <translation>Der Stapel hält hier an</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The cell holds several addresses.</source>
            <translation>Die Zelle enthält mehrere Adressen.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>The clipboard holds no files and no paths.</source>
            <translation>Die Zwischenablage enthält keine Dateien und keine Pfade.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The connection broke before the message left.</source>
            <translation>Die Verbindung brach ab, bevor die Nachricht hinausging.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The connection could not be made safe.</source>
            <translation>Die Verbindung konnte nicht sicher gemacht werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>The connection was lost after the message left</source>
            <translation>Die Verbindung ging verloren, nachdem die Nachricht hinausging</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The connection was lost after the message left.</source>
            <translation>Die Verbindung ging verloren, nachdem die Nachricht hinausging.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The content is something else than the name says.</source>
            <translation>Der Inhalt ist etwas anderes, als der Name sagt.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The decoder stopped working</source>
            <translation>Das Lesen der Datei brach ab</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The drive or network folder of these files is not there.</source>
            <translation>Das Laufwerk oder der Netzordner dieser Dateien ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The drive or the network did not answer properly.</source>
            <translation>Das Laufwerk oder das Netz hat nicht richtig geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file holds binary data.</source>
            <translation>Die Datei enthält Binärdaten.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file is an archive.</source>
            <translation>Die Datei ist ein Archiv.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file is not the one that was checked.</source>
            <translation>Die Datei ist nicht die, die geprüft wurde.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file lies outside the attachment folder.</source>
            <translation>Die Datei liegt außerhalb des Ordners für Anhänge.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file needs more memory than is free.</source>
            <translation>Die Datei braucht mehr Speicher, als frei ist.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file to attach is not there.</source>
            <translation>Die anzuhängende Datei ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>The files are still being looked through.</source>
            <translation>Die Dateien werden noch durchgesehen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files end too early or are damaged, usually after a broken copy.</source>
            <translation>Die Dateien enden zu früh oder sind beschädigt, meist nach einer abgebrochenen Kopie.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files hold no data at all.</source>
            <translation>Die Dateien enthalten überhaupt keine Daten.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files were left as they were.</source>
            <translation>Die Dateien blieben, wie sie waren.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The first</source>
            <translation>Den ersten</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>The first %Ln messages were accepted.</source>
            <translation>
                <numerusform>Die erste %Ln Nachricht wurde angenommen.</numerusform>
                <numerusform>Die ersten %Ln Nachrichten wurden angenommen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>The first 3 messages, then it waits for you.</source>
            <translation>Die ersten 3 Nachrichten, dann wartet es auf Sie.</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>The folder {folder} cannot be shown here.</source>
            <translation>Der Ordner {folder} kann hier nicht gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>The folder {folder} is not there any more.</source>
            <translation>Der Ordner {folder} ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>The keys that {action} had at first</source>
            <translation>Die Tasten, die {action} zuerst hatte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The last</source>
            <translation>Den letzten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The list cannot be read with certainty.</source>
            <translation>Die Liste ist nicht sicher zu lesen.</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>The list says why.</source>
            <translation>Die Liste sagt, warum.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>The mail check leaves these addresses out of every batch.</source>
            <translation>Die Prüfung lässt diese Adressen in jedem Stapel aus.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The mail server accepted {0} of {1} messages.</source>
            <translation>Der Mailserver hat {0} von {1} Nachrichten angenommen.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The mail server asks to wait until {0}</source>
            <translation>Der Mailserver bittet, bis {0} zu warten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server cannot check the password now.</source>
            <translation>Der Mailserver kann das Passwort jetzt nicht prüfen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server did not accept the user or password.</source>
            <translation>Der Mailserver hat Benutzer oder Passwort nicht angenommen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server does not allow this From address.</source>
            <translation>Der Mailserver lässt diese Absenderadresse nicht zu.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server offers no encryption.</source>
            <translation>Der Mailserver bietet keine Verschlüsselung.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server takes no more messages today.</source>
            <translation>Der Mailserver nimmt heute keine Nachrichten mehr an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server's certificate cannot be verified.</source>
            <translation>Das Zertifikat des Mailservers lässt sich nicht prüfen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mailbox does not exist or takes no mail.</source>
            <translation>Das Postfach gibt es nicht, oder es nimmt keine Mail an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The message is larger than the server takes.</source>
            <translation>Die Nachricht ist größer, als der Server annimmt.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>The message of row {0} goes to this address alone, with [Test] before its subject. The row stays as it is.</source>
            <translation>Die Nachricht von Zeile {0} geht nur an diese Adresse, mit [Test] vor dem Betreff. Die Zeile bleibt, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>The message of row {0} was accepted for {1}: {2}</source>
            <translation>Die Nachricht von Zeile {0} wurde für {1} angenommen: {2}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The message uses a field that the list does not have.</source>
            <translation>Die Nachricht verwendet ein Feld, das die Liste nicht hat.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>The oldest go first. A batch that ended within a day keeps all of its files.</source>
            <translation>Die ältesten gehen zuerst. Ein Stapel, der vor weniger als einem Tag endete, behält alle Dateien.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The others get it</source>
            <translation>Die anderen bekommen sie</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The output format cannot hold a picture of this size.</source>
            <translation>Das Ausgabeformat kann ein Bild dieser Größe nicht fassen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The output name cannot be written on this drive.</source>
            <translation>Der Ausgabename kann auf diesem Laufwerk nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>The queue</source>
            <translation>Die Warteschlange</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>The queue cannot be read.</source>
            <translation>Die Warteschlange kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/view.py" />
            <source>The recipe as JSON</source>
            <translation>Das Rezept als JSON</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>The recipe could not be saved: {0}. Nothing was changed.</source>
            <translation>Das Rezept konnte nicht gespeichert werden: {0}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>The recipe needs a name.</source>
            <translation>Das Rezept braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>The recipes could not be changed: {0}.</source>
            <translation>Die Rezepte konnten nicht geändert werden: {0}.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The recipient's mailbox is full.</source>
            <translation>Das Postfach des Empfängers ist voll.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>The report is in {0}</source>
            <translation>Der Bericht ist in {0}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The row has more or fewer cells than the header.</source>
            <translation>Die Zeile hat mehr oder weniger Zellen als die Kopfzeile.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The row has no e-mail address.</source>
            <translation>Die Zeile hat keine E-Mail-Adresse.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The rows do not add up. Nothing was written.</source>
            <translation>Die Zeilen gehen nicht auf. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The rows say which files were put back or removed. Adding the files again does them again.</source>
            <translation>Die Zeilen sagen, welche Dateien zurückgebracht oder entfernt wurden. Werden sie wieder hinzugefügt, werden sie neu bearbeitet.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The same in all</source>
            <translation>In allen gleich</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The same mailbox stands in the list before.</source>
            <translation>Dasselbe Postfach steht schon vorher in der Liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The same value gets the same sign; nobody reads it back.</source>
            <translation>Gleicher Wert, gleiches Zeichen; niemand liest ihn zurück.</translation>
        </message>
        <message>
            <location filename="../../app/window/pages.py" />
            <source>The sample cannot be used: {reason}</source>
            <translation>Das Beispiel ist nicht verwendbar: {reason}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The secret key that the recipe names is not kept on this computer.</source>
            <translation>Der geheime Schlüssel, den das Rezept nennt, liegt nicht auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server asks to try again later.</source>
            <translation>Der Server bittet, es später noch einmal zu versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server cannot take this address.</source>
            <translation>Der Server kann diese Adresse nicht annehmen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server could not take the message now.</source>
            <translation>Der Server konnte die Nachricht jetzt nicht annehmen.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server did not take the connection.</source>
            <translation>Der Server nahm die Verbindung nicht an.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server did not take the greeting.</source>
            <translation>Der Server nahm die Begrüßung nicht an.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server did not turn on encryption.</source>
            <translation>Der Server schaltete die Verschlüsselung nicht ein.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server does not accept the message.</source>
            <translation>Der Server nimmt die Nachricht nicht an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server does not take messages of this size.</source>
            <translation>Der Server nimmt Nachrichten dieser Größe nicht an.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server refused the message.</source>
            <translation>Der Server hat die Nachricht abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server was not reached.</source>
            <translation>Der Server wurde nicht erreicht.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The sign-in did not work.</source>
            <translation>Die Anmeldung hat nicht geklappt.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The table does not pass the recipe's checks.</source>
            <translation>Die Tabelle besteht die Prüfungen des Rezepts nicht.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The table would be split into more files than the recipe allows.</source>
            <translation>Die Tabelle würde in mehr Dateien geteilt, als das Rezept erlaubt.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The template has a mistake.</source>
            <translation>Die Vorlage hat einen Fehler.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>The test alert was given.</source>
            <translation>Die Benachrichtigung wurde zur Probe gegeben.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The test did not come to its end.</source>
            <translation>Der Test kam nicht zu seinem Ende.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The time limit of the batch passed before it could start.</source>
            <translation>Die Frist des Stapels war vorbei, bevor es beginnen konnte.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>The versions are in the clipboard.</source>
            <translation>Die Versionen sind in der Zwischenablage.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The work was stopped at the time limit; nothing else was affected.</source>
            <translation>Die Arbeit wurde an der Zeitgrenze gestoppt; nichts anderes war betroffen.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The {0} blocked and {1} left-out rows are not sent.</source>
            <translation>Die {0} gesperrten und {1} ausgelassenen Zeilen werden nicht gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Their outputs are there and newer. They are not made again.</source>
            <translation>Ihre Ergebnisse sind da und neuer. Sie werden nicht noch einmal gemacht.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Theme</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Theme: {theme}</source>
            <translation>Aussehen: {theme}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Then</source>
            <translation>Dann</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Then they leave the list, and their batch cannot be undone any more. What failed stays.</source>
            <translation>Dann verlassen sie die Liste, und ihr Stapel kann nicht mehr rückgängig gemacht werden. Was fehlschlug, bleibt.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>There is no account yet. Messages can be written as files without one.</source>
            <translation>Es gibt noch kein Konto. Nachrichten können ohne eines als Dateien geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no connection to the mail server.</source>
            <translation>Es gibt keine Verbindung zum Mailserver.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>There is no output yet.</source>
            <translation>Es gibt noch kein Ergebnis.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no room left for the outputs.</source>
            <translation>Für die Ergebnisse ist kein Platz mehr.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no row in these files.</source>
            <translation>In diesen Dateien ist keine Zeile.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>There is none</source>
            <translation>Es gibt keine</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>There is nothing to run.</source>
            <translation>Es gibt nichts zu starten.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>There is one</source>
            <translation>Es gibt eine</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>There was no file to add.</source>
            <translation>Es gab keine Datei hinzuzufügen.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/keys.py" />
            <source>These keys move through the window and answer questions. Choose others.</source>
            <translation>Diese Tasten bewegen sich durch das Fenster und beantworten Fragen. Wählen Sie andere.</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>They are not sent. The check says what is wrong.</source>
            <translation>Sie werden nicht gesendet. Die Prüfung sagt, was nicht stimmt.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>They are separate files, so you may put your own build in their place.</source>
            <translation>Es sind eigene Dateien, also können Sie Ihre eigene Fassung an ihre Stelle setzen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>They asked for no mail.</source>
            <translation>Sie möchten keine Mail.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>They left completely, then the connection was lost before the server answered. Dropmill never sends them again by itself. Look in the account’s Sent folder or ask {name}.</source>
            <translation>Sie gingen vollständig hinaus, dann ging die Verbindung verloren, bevor der Server antwortete. Dropmill sendet sie nie von selbst noch einmal. Sehen Sie in den Ordner „Gesendet“ des Kontos oder fragen Sie {name}.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>They may arrive twice.</source>
            <translation>Sie kommen vielleicht zweimal an.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Thickness</source>
            <translation>Dicke</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>This batch was started already.</source>
            <translation>Dieser Stapel wurde schon gestartet.</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>This batch was undone already</source>
            <translation>Dieser Stapel wurde schon rückgängig gemacht</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>This file is in work or done already. Choose one that waits.</source>
            <translation>Diese Datei ist in Arbeit oder schon fertig. Wählen Sie eine, die wartet.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>This message…</source>
            <translation>Diese Nachricht…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>This recipe has worked off these files already, and the results are still there.</source>
            <translation>Dieses Rezept hat diese Dateien schon abgearbeitet, und die Ergebnisse sind noch da.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>This row has no message</source>
            <translation>Diese Zeile hat keine Nachricht</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Thousands mark</source>
            <translation>Tausenderzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Throughput</source>
            <translation>Durchsatz</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Tidy now</source>
            <translation>Jetzt aufräumen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Tidy the queue now</source>
            <translation>Die Warteschlange jetzt aufräumen</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Title Case</source>
            <translation>Wortanfänge Groß</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>To the rejects file</source>
            <translation>In die Datei der Abgewiesenen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>To {0}</source>
            <translation>An {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too large</source>
            <translation>Zu groß</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too large for the format</source>
            <translation>Zu groß für das Format</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too late</source>
            <translation>Zu spät</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many columns</source>
            <translation>Zu viele Spalten</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many files</source>
            <translation>Zu viele Dateien</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many messages in a short time.</source>
            <translation>Zu viele Nachrichten in kurzer Zeit.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Took too long</source>
            <translation>Hat zu lange gedauert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top</source>
            <translation>Oben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top left</source>
            <translation>Oben links</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top right</source>
            <translation>Oben rechts</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top to bottom</source>
            <translation>Von oben nach unten</translation>
        </message>
        <message>
            <location filename="../../app/window/help/page.py" />
            <source>Topics</source>
            <translation>Themen</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Tried again</source>
            <translation>Noch einmal versucht</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Tried again after {time}.</source>
            <translation>Noch einmal versucht nach {time}.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Tried again when you asked for it.</source>
            <translation>Noch einmal versucht, als Sie darum baten.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Tries</source>
            <translation>Versuche</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Trim</source>
            <translation>Leerraum entfernen</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Trims spaces, removes duplicate rows and saves as UTF-8. Tells where every row went.</source>
            <translation>Entfernt Leerzeichen am Rand und doppelte Zeilen, speichert als UTF-8. Rechnet über jede Zeile ab.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Try</source>
            <translation>Versuch</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Try again later.</source>
            <translation>Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Try for at most</source>
            <translation>Höchstens versuchen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Try it on</source>
            <translation>Ausprobieren mit</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Try now</source>
            <translation>Jetzt versuchen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/welcome/page.py" />
            <source>Try with %Ln sample pictures</source>
            <translation>
                <numerusform>Mit %Ln Beispielbild probieren</numerusform>
                <numerusform>Mit %Ln Beispielbildern probieren</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Try with a sample list</source>
            <translation>Mit einer Beispielliste probieren</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Try with a sample table</source>
            <translation>Mit einer Beispieltabelle probieren</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Try {n}</source>
            <translation>Versuch {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Try {n} of {all} in {when}</source>
            <translation>Versuch {n} von {all} in {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Trying {0} again…</source>
            <translation>{0} werden noch einmal versucht…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Turn by any angle; quarter turns lose nothing.</source>
            <translation>Um jeden Winkel drehen; Vierteldrehungen verlieren nichts.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Turn by the camera’s orientation</source>
            <translation>Nach der Ausrichtung der Kamera drehen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Turn off</source>
            <translation>Ausschalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Turn on</source>
            <translation>Einschalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Turn upright</source>
            <translation>Aufrecht drehen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Turned off. {0}</source>
            <translation>Ausgeschaltet. {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Turned off: pictures stay as they are stored.</source>
            <translation>Ausgeschaltet: Bilder bleiben, wie sie gespeichert sind.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Twice</source>
            <translation>Doppelt</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Two readings of the columns are possible.</source>
            <translation>Zwei Lesarten der Spalten sind möglich.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Type</source>
            <translation>Art</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Type what you want to do</source>
            <translation>Schreiben Sie, was Sie tun möchten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>UPPER CASE</source>
            <translation>GROSSBUCHSTABEN</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Unconfirmed</source>
            <translation>Unbestätigt</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Undo batch…</source>
            <translation>Stapel rückgängig machen…</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Undo “{title}”?</source>
            <translation>„{title}“ rückgängig machen?</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Undoing…</source>
            <translation>Wird rückgängig gemacht…</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Undone</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Undone at {time}</source>
            <translation>Rückgängig gemacht um {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Unix (LF)</source>
            <translation>Unix (LF)</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Unix line ends</source>
            <translation>Unix-Zeilenenden</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unknown field</source>
            <translation>Unbekanntes Feld</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unlock the keyring, then retry.</source>
            <translation>Entsperren Sie den Schlüsselbund, dann noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unpack it, then add what is inside.</source>
            <translation>Packen Sie es aus und fügen Sie hinzu, was darin ist.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Unpivot</source>
            <translation>Entpivotieren</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/pane.py" />
            <source>Updating…</source>
            <translation>Wird erneuert…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Upper, lower or title case.</source>
            <translation>Groß-, Kleinbuchstaben oder Wortanfänge groß.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Use another address.</source>
            <translation>Nehmen Sie eine andere Adresse.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Use for what I add next</source>
            <translation>Für das Nächste verwenden, was ich hinzufüge</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Use them here</source>
            <translation>Hier verwenden</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Value</source>
            <translation>Wert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Values of a column become columns.</source>
            <translation>Werte einer Spalte werden zu Spalten.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>View as JSON</source>
            <translation>Als JSON ansehen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>View as cards</source>
            <translation>Als Karten ansehen</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Views and batches</source>
            <translation>Ansichten und Stapel</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting for you to press Run</source>
            <translation>Wartet darauf, dass Sie Starten drücken</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Waiting for you to send</source>
            <translation>Wartet darauf, dass Sie senden</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Waiting time</source>
            <translation>Wartezeit</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: %Ln files try again in {when}</source>
            <translation>
                <numerusform>Wartet: %Ln Datei wird in {when} noch einmal versucht</numerusform>
                <numerusform>Wartet: %Ln Dateien werden in {when} noch einmal versucht</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: a drive is full</source>
            <translation>Wartet: Ein Laufwerk ist voll</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: starts {time}</source>
            <translation>Wartet: beginnt {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: the mail server asks to wait until {time}</source>
            <translation>Wartet: Der Mailserver bittet, bis {time} zu warten</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {drive} is away, looking again in {when}</source>
            <translation>Wartet: {drive} ist weg, wieder nachsehen in {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}</source>
            <translation>Wartet: {reason}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}, continues {time}</source>
            <translation>Wartet: {reason}, geht weiter {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}, looking again in {when}</source>
            <translation>Wartet: {reason}, wieder nachsehen in {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch a folder</source>
            <translation>Einen Ordner überwachen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch a folder…</source>
            <translation>Einen Ordner überwachen…</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch it no longer</source>
            <translation>Nicht mehr überwachen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} again</source>
            <translation>{folder} wieder ansehen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} no longer</source>
            <translation>{folder} nicht mehr überwachen</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} no longer?</source>
            <translation>{folder} nicht mehr überwachen?</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watched</source>
            <translation>Überwacht</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Watched folders</source>
            <translation>Überwachte Ordner</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Watched folders…</source>
            <translation>Überwachte Ordner…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Watermark</source>
            <translation>Wasserzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Web address</source>
            <translation>Webadresse</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Web photos</source>
            <translation>Fotos fürs Web</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Welcome</source>
            <translation>Willkommen</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Welcome and samples</source>
            <translation>Willkommen und Beispiele</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Welcome to Dropmill</source>
            <translation>Willkommen bei Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>What Dropmill does when something happens, also while its window is hidden.</source>
            <translation>Was Dropmill tut, wenn etwas geschieht, auch mit verborgenem Fenster.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>What Dropmill is made of</source>
            <translation>Woraus Dropmill besteht</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>What all files in work may take together. One that needs more waits, and is worked off alone.</source>
            <translation>Was alle Dateien in Arbeit zusammen nehmen dürfen. Eine, die mehr braucht, wartet und wird allein abgearbeitet.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>What exactly</source>
            <translation>Was genau</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>What happens</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>What happens to my originals?</source>
            <translation>Was geschieht mit meinen Originalen?</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>What is not finished stays in the queue for next time.</source>
            <translation>Was nicht fertig ist, bleibt für das nächste Mal in der Warteschlange.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>What is remembered</source>
            <translation>Was behalten wird</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>What is shown</source>
            <translation>Was gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>What of the rows is shown</source>
            <translation>Was von den Zeilen gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>What the window shows when it opens.</source>
            <translation>Was das Fenster zeigt, wenn es sich öffnet.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>What was sent cannot be taken back</source>
            <translation>Was gesendet wurde, lässt sich nicht zurückholen</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>When I close the window during work</source>
            <translation>Wenn ich das Fenster während der Arbeit schließe</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>When something does not work</source>
            <translation>Wenn etwas nicht klappt</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Where a recipe replaces files, a copy of each original is kept until you remove the batch from the list.</source>
            <translation>Wo ein Rezept Dateien ersetzt, wird von jedem Original eine Kopie aufgehoben, bis Sie den Stapel von der Liste nehmen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Where they go</source>
            <translation>Wohin sie kommen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Which form of the message is shown</source>
            <translation>Welche Form der Nachricht gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Which lines are listed</source>
            <translation>Welche Zeilen aufgeführt sind</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Which one stays</source>
            <translation>Welche bleibt</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Which result is shown</source>
            <translation>Welches Ergebnis gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Which rows are listed</source>
            <translation>Welche Zeilen aufgeführt sind</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Which side is shown</source>
            <translation>Welche Seite gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Whole number</source>
            <translation>Ganze Zahl</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Why</source>
            <translation>Warum</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Width</source>
            <translation>Breite</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Will be written</source>
            <translation>Wird geschrieben</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Will be written as</source>
            <translation>Wird geschrieben als</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Windows (CRLF)</source>
            <translation>Windows (CRLF)</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Windows line ends</source>
            <translation>Windows-Zeilenenden</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/keys.py" />
            <source>Without Ctrl or Alt these keys are needed for typing. Choose others.</source>
            <translation>Ohne Strg oder Alt werden diese Tasten zum Schreiben gebraucht. Wählen Sie andere.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Without loss</source>
            <translation>Verlustfrei</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Words for an empty cell</source>
            <translation>Wörter für eine leere Zelle</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Work has to wait</source>
            <translation>Arbeit muss warten</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>Worker processes</source>
            <translation>Arbeiterprozesse</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Working…</source>
            <translation>In Arbeit…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Write</source>
            <translation>Schreiben</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Write %Ln messages as files</source>
            <translation>
                <numerusform>%Ln Nachricht als Datei schreiben</numerusform>
                <numerusform>%Ln Nachrichten als Dateien schreiben</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write as</source>
            <translation>Schreiben als</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write in</source>
            <translation>Schreiben in</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write it anyway</source>
            <translation>Trotzdem schreiben</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Write messages</source>
            <translation>Nachrichten schreiben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write the decimal mark as</source>
            <translation>Dezimalzeichen schreiben als</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write the thousands mark as</source>
            <translation>Tausenderzeichen schreiben als</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Writes one message a row and attaches the right file. The sample sends nothing.</source>
            <translation>Schreibt je Zeile eine Nachricht und hängt die richtige Datei an. Das Beispiel sendet nichts.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Written</source>
            <translation>Geschrieben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Written as</source>
            <translation>Geschrieben als</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Yahoo wants an app password: open Account security, make an app password called Dropmill and put it in here.</source>
            <translation>Yahoo will ein App-Passwort: Öffnen Sie die Kontosicherheit, legen Sie ein App-Passwort namens Dropmill an und geben Sie es hier ein.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Yes</source>
            <translation>Ja</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Yes or no</source>
            <translation>Ja oder nein</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Your changes to it are lost. Batches that were added with them keep them.</source>
            <translation>Ihre Änderungen daran gehen verloren. Stapel, die damit hinzugefügt wurden, behalten sie.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Your provider’s help names its server for outgoing mail (SMTP).</source>
            <translation>Die Hilfe Ihres Anbieters nennt seinen Postausgangsserver (SMTP).</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>a day</source>
            <translation>am Tag</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>a few seconds</source>
            <translation>ein paar Sekunden</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>a minute</source>
            <translation>in der Minute</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>a minute while at work</source>
            <translation>in der Minute während der Arbeit</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>a number is added</source>
            <translation>eine Nummer wird angehängt</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>about {0}</source>
            <translation>etwa {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} h</source>
            <translation>etwa {n} Std.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} min</source>
            <translation>etwa {n} Min.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} s</source>
            <translation>etwa {n} s</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>about {size}</source>
            <translation>etwa {size}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>address@example.org, several with commas</source>
            <translation>adresse@example.org, mehrere mit Kommas</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>adds computed columns</source>
            <translation>fügt berechnete Spalten hinzu</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>after step {n} of {all}</source>
            <translation>nach Schritt {n} von {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>all batches</source>
            <translation>allen Stapeln</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>all columns</source>
            <translation>alle Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>all metadata</source>
            <translation>alle Metadaten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>all metadata but location</source>
            <translation>alle Metadaten außer dem Ort</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>all pictures in one {form}</source>
            <translation>alle Bilder in einem {form}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>all pictures on one sheet, {n} in a row</source>
            <translation>alle Bilder auf einem Bogen, {n} in einer Reihe</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>an hour</source>
            <translation>in der Stunde</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/sections.py" />
            <source>and %Ln more</source>
            <translation>
                <numerusform>und %Ln weitere</numerusform>
                <numerusform>und %Ln weitere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>as it was before: something needs another value</source>
            <translation>wie vorher: etwas braucht einen anderen Wert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>at most {n} kB</source>
            <translation>höchstens {n} kB</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>at {time}</source>
            <translation>um {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>attached: {0}</source>
            <translation>angehängt: {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>beside the originals</source>
            <translation>neben den Originalen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>border</source>
            <translation>Rand</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>cancelled by you</source>
            <translation>von Ihnen abgebrochen</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>cannot be read, or done before</source>
            <translation>nicht lesbar oder schon erledigt</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/diff.py" />
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>changed by you</source>
            <translation>von Ihnen geändert</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>changes upper and lower case</source>
            <translation>ändert Groß- und Kleinschreibung</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>checks every row</source>
            <translation>prüft jede Zeile</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>comma</source>
            <translation>Komma</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>computing</source>
            <translation>rechnet</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>connecting</source>
            <translation>verbindet</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>created</source>
            <translation>erzeugt</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>cropped</source>
            <translation>zugeschnitten</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/numbers.py" />
            <source>d MMM</source>
            <translation>d. MMM</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>d MMMM</source>
            <translation>d. MMMM</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>d MMMM yyyy</source>
            <translation>d. MMMM yyyy</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>dddd d MMMM</source>
            <translation>dddd, d. MMMM</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>digits</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>drops columns</source>
            <translation>entfernt Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>encoding</source>
            <translation>kodiert</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>enough</source>
            <translation>genug</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>every 15 minutes</source>
            <translation>alle 15 Minuten</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>failures.csv</source>
            <translation>fehlschlaege.csv</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>figures are kept for 30 days</source>
            <translation>Zahlen werden 30 Tage behalten</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>fills empty cells</source>
            <translation>füllt leere Zellen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/activity/page.py" />
            <source>for %Ln reasons</source>
            <translation>
                <numerusform>aus %Ln Grund</numerusform>
                <numerusform>aus %Ln Gründen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>from {size}</source>
            <translation>von {size}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>groups rows</source>
            <translation>gruppiert Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>header in row {n}</source>
            <translation>Kopfzeile in Zeile {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>hides values behind hashes</source>
            <translation>verbirgt Werte hinter Hashes</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>iCloud wants an app-specific password: sign in to your Apple account, open App-Specific Passwords, make one called Dropmill and put it in here.</source>
            <translation>iCloud will ein anwendungsspezifisches Passwort: Melden Sie sich bei Ihrem Apple-Account an, öffnen Sie die anwendungsspezifischen Passwörter, legen Sie eines namens Dropmill an und geben Sie es hier ein.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/activity/page.py" />
            <source>in %Ln causes</source>
            <translation>
                <numerusform>in %Ln Ursache</numerusform>
                <numerusform>in %Ln Ursachen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>interrupted, not counted</source>
            <translation>unterbrochen, nicht gezählt</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>into {folder}</source>
            <translation>nach {folder}</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>into “{folder}” beside the originals</source>
            <translation>nach „{folder}“ neben den Originalen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>joins another table</source>
            <translation>verbindet mit einer anderen Tabelle</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>kB</source>
            <translation>kB</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps chosen columns</source>
            <translation>behält gewählte Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps chosen rows</source>
            <translation>behält gewählte Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps some of the rows</source>
            <translation>behält einen Teil der Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>less than a second</source>
            <translation>weniger als eine Sekunde</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>light and colour adjusted</source>
            <translation>Licht und Farbe geändert</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>lower case</source>
            <translation>kleinbuchstaben</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes formulas harmless</source>
            <translation>macht Formeln unschädlich</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes one file of all</source>
            <translation>macht eine Datei aus allen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes several files</source>
            <translation>macht mehrere Dateien</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>median</source>
            <translation>Median</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>megapixels</source>
            <translation>Megapixel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>mirrored</source>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>network drive</source>
            <translation>Netzlaufwerk</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>no answer after the message left</source>
            <translation>keine Antwort, nachdem die Nachricht hinausging</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>no header</source>
            <translation>keine Kopfzeile</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>no limit</source>
            <translation>keine Grenze</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>no metadata</source>
            <translation>keine Metadaten</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>not enough</source>
            <translation>nicht genug</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>nothing has been sent</source>
            <translation>nichts wurde gesendet</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>nothing has been written yet</source>
            <translation>noch wurde nichts geschrieben</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>nothing is in the way</source>
            <translation>nichts steht im Weg</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>nothing to do</source>
            <translation>nichts zu tun</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>nothing today, {0} tomorrow from {1}</source>
            <translation>heute keine, {0} morgen ab {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>of {files}</source>
            <translation>von {files}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>old Mac line ends</source>
            <translation>Zeilenenden alter Macs</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>older ones are replaced</source>
            <translation>ältere werden ersetzt</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>on {day} at {time}</source>
            <translation>am {day} um {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>only the copyright of its metadata</source>
            <translation>nur das Urheberrecht seiner Metadaten</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>padded</source>
            <translation>aufgefüllt</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>pipe</source>
            <translation>senkrechter Strich</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>pixels as they are</source>
            <translation>Pixel wie sie sind</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>planned</source>
            <translation>geplant</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>plus a thumbnail</source>
            <translation>dazu ein Vorschaubild</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>plus {n} more</source>
            <translation>dazu {n} weitere</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>put off</source>
            <translation>vertröstet</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>px, or %</source>
            <translation>px, oder %</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>quotes {mark}</source>
            <translation>Anführungszeichen {mark}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>read</source>
            <translation>gelesen</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>reading</source>
            <translation>liest</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>reads and writes again</source>
            <translation>liest und schreibt neu</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>rejected</source>
            <translation>abgewiesen</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>removed</source>
            <translation>entfernt</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>removes duplicate rows</source>
            <translation>entfernt doppelte Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>renames columns</source>
            <translation>benennt Spalten um</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>repairs rows</source>
            <translation>heilt Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>replaces text</source>
            <translation>ersetzt Text</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>replaces values</source>
            <translation>ersetzt Werte</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>reports what is in it</source>
            <translation>berichtet, was darin ist</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>resizing</source>
            <translation>ändert die Größe</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>rewrites dates</source>
            <translation>schreibt Datumsangaben um</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>rewrites numbers</source>
            <translation>schreibt Zahlen um</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>sRGB</source>
            <translation>sRGB</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>saved changes apply to what you add next</source>
            <translation>gespeicherte Änderungen gelten für das, was Sie als Nächstes hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>see its text</source>
            <translation>siehe Text</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>semicolon</source>
            <translation>Semikolon</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>sending</source>
            <translation>sendet</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>sorts</source>
            <translation>sortiert</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>space</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>starting</source>
            <translation>beginnt</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>still counting</source>
            <translation>wird noch gezählt</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>tab</source>
            <translation>Tabulator</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>the address</source>
            <translation>die Adresse</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>the first {n}</source>
            <translation>die ersten {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>the list has changed. Look at it again, then send.</source>
            <translation>die Liste hat sich geändert. Sehen Sie sie noch einmal an, dann senden.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>the recipients</source>
            <translation>die Empfänger</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/looks/account.py" />
            <source>there are %Ln rows too many</source>
            <translation>
                <numerusform>es ist %Ln Zeile zu viel</numerusform>
                <numerusform>es sind %Ln Zeilen zu viel</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>there is nothing to run</source>
            <translation>es gibt nichts zu starten</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>they are replaced</source>
            <translation>sie werden ersetzt</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>they stay, nothing is written</source>
            <translation>sie bleiben, nichts wird geschrieben</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>they wait until you press Run</source>
            <translation>sie warten, bis Sie Starten drücken</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>this view</source>
            <translation>dieser Ansicht</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>trims spaces</source>
            <translation>entfernt Leerzeichen am Rand</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turned by {n}°</source>
            <translation>um {n}° gedreht</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turns columns into rows</source>
            <translation>macht Spalten zu Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turns values into columns</source>
            <translation>macht Werte zu Spalten</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>updates as you change the recipe</source>
            <translation>folgt Ihren Änderungen am Rezept</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/editor/page.py" />
            <source>used by %Ln batches</source>
            <translation>
                <numerusform>von %Ln Stapel verwendet</numerusform>
                <numerusform>von %Ln Stapeln verwendet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>watermark</source>
            <translation>Wasserzeichen</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>without a type</source>
            <translation>ohne Typ</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>work</source>
            <translation>Büro</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>working</source>
            <translation>arbeitet</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>writing</source>
            <translation>schreibt</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>written</source>
            <translation>geschrieben</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>yesterday</source>
            <translation>gestern</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>you@example.org</source>
            <translation>sie@example.org</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>yours</source>
            <translation>Ihre</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>{0} (usual)</source>
            <translation>{0} (üblich)</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} Free some space; the queue goes on by itself.</source>
            <translation>{0} Schaffen Sie Platz; die Warteschlange geht von selbst weiter.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>{0} It keeps the same Message-ID: some mail programs then show it only once, others show both.</source>
            <translation>{0} Sie behält dieselbe Message-ID: Manche Mailprogramme zeigen sie dann nur einmal, andere beide.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} No message is lost.</source>
            <translation>{0} Keine Nachricht geht verloren.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} Nothing was sent; messages wait.</source>
            <translation>{0} Nichts wurde gesendet; Nachrichten warten.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} at {1} a minute</source>
            <translation>{0} mit {1} in der Minute</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>{0} could not be written: {1}. Choose another place.</source>
            <translation>{0} konnte nicht geschrieben werden: {1}. Wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>{0} failed</source>
            <translation>{0} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>{0} has unsaved changes.</source>
            <translation>{0} hat ungespeicherte Änderungen.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>{0} is not an address. Nothing was added.</source>
            <translation>{0} ist keine Adresse. Nichts wurde hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>{0} is saved.</source>
            <translation>{0} ist gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/opening.py" />
            <source>{0} is used for what you add next.</source>
            <translation>{0} wird für das verwendet, was Sie als Nächstes hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>{0} is written.</source>
            <translation>{0} ist geschrieben.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} left of today’s {1}</source>
            <translation>{0} von heute {1} übrig</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} messages were written as files. Nothing was sent.</source>
            <translation>{0} Nachrichten wurden als Dateien geschrieben. Nichts wurde gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>{0} of {1} saved</source>
            <translation>{0} von {1} gespeichert</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>{0} sent</source>
            <translation>{0} gesendet</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} today, the other {1} from tomorrow {2} on, {3} a day</source>
            <translation>{0} heute, die anderen {1} ab morgen {2}, {3} am Tag</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} today, the other {1} tomorrow from {2}</source>
            <translation>{0} heute, die anderen {1} morgen ab {2}</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>{0} unconfirmed</source>
            <translation>{0} unbestätigt</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>{0} was not imported. {1}</source>
            <translation>{0} wurde nicht importiert. {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>{0}, in the system’s keyring</source>
            <translation>{0}, im Schlüsselbund des Systems</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>{0}, kept until Dropmill closes</source>
            <translation>{0}, bis Dropmill geschlossen wird</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{action}: no keys. Give it keys</source>
            <translation>{action}: keine Tasten. Tasten geben</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{action}: {keys}. Change these keys</source>
            <translation>{action}: {keys}. Diese Tasten ändern</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>{files} ended so long ago that their outputs are not known any more.</source>
            <translation>{files} endeten vor so langer Zeit, dass ihre Ergebnisse nicht mehr bekannt sind.</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>{files} found</source>
            <translation>{files} gefunden</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{files} found in {folders}</source>
            <translation>{files} in {folders} gefunden</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{files} found so far</source>
            <translation>{files} bisher gefunden</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>{files} in {where}</source>
            <translation>{files} in {where}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>{files} selected</source>
            <translation>{files} ausgewählt</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{h} h</source>
            <translation>{h} Std.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{h} h {m} min</source>
            <translation>{h} Std. {m} Min.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{keys} is used by {other}.</source>
            <translation>{keys} gehört schon zu {other}.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{keys} is used in the table: {other}.</source>
            <translation>{keys} gehört in der Liste zu {other}.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{keys}, in the table</source>
            <translation>{keys}, in der Liste</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{m} min</source>
            <translation>{m} Min.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{m} min {s} s</source>
            <translation>{m} Min. {s} s</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{name} holds no paths. Write one path a line.</source>
            <translation>{name} enthält keine Pfade. Schreiben Sie einen Pfad je Zeile.</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>{name} is not in {folder} any more.</source>
            <translation>{name} ist nicht mehr in {folder}.</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{name} is too large for a list of paths.</source>
            <translation>{name} ist zu groß für eine Liste von Pfaden.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>{name}, line {n}: name</source>
            <translation>{name}, Zeile {n}: Name</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>{name}, line {n}: value</source>
            <translation>{name}, Zeile {n}: Wert</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{n} % of the size</source>
            <translation>{n} % der Größe</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>{n} by “{step}”</source>
            <translation>{n} durch „{step}“</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} failed</source>
            <translation>{n} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} files a minute</source>
            <translation>{n} Dateien je Minute</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>{n} files are not finished and would not be processed. What is finished stays.</source>
            <translation>{n} Dateien sind nicht fertig und würden nicht bearbeitet. Was fertig ist, bleibt.</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} files, not started</source>
            <translation>{n} Dateien, nicht gestartet</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>{n} for each file</source>
            <translation>{n} je Datei</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>{n} for each picture</source>
            <translation>{n} je Bild</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>{n} for each table</source>
            <translation>{n} je Tabelle</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} held, {part}</source>
            <translation>{n} zurückgehalten, {part}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{n} megapixels</source>
            <translation>{n} Megapixel</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} of {all}</source>
            <translation>{n} von {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{n} of {all} files added</source>
            <translation>{n} von {all} Dateien hinzugefügt</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{n} of {all} messages are ready</source>
            <translation>{n} von {all} Nachrichten sind bereit</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} of {all} tries</source>
            <translation>{n} von {all} Versuchen</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} of {all} workers busy</source>
            <translation>{n} von {all} Arbeitern beschäftigt</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} unconfirmed</source>
            <translation>{n} unbestätigt</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} waiting</source>
            <translation>{n} warten</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} {each} at most</source>
            <translation>höchstens {n} {each}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} {each} at most, at {time}</source>
            <translation>höchstens {n} {each}, um {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/diff.py" />
            <source>{old}, now {new}</source>
            <translation>{old}, jetzt {new}</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{path} is not there any more. Nothing was added.</source>
            <translation>{path} ist nicht mehr da. Nichts wurde hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>{read} read{created} = {written} written + {removed} removed + {rejected} rejected.</source>
            <translation>{read} gelesen{created} = {written} geschrieben + {removed} entfernt + {rejected} abgewiesen.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>{recipe} cannot read {types} files</source>
            <translation>{recipe} kann {types}-Dateien nicht lesen</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>{restore}, {remove}</source>
            <translation>{restore}, {remove}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>{size} on the drive.</source>
            <translation>{size} auf dem Laufwerk.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>{size} on the drive; {free} of it are free again.</source>
            <translation>{size} auf dem Laufwerk; davon sind {free} wieder frei.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>{size} so far, still counting</source>
            <translation>{size} bisher, wird noch gezählt</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{state} at try {n}</source>
            <translation>{state} beim Versuch {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{state} in {time}</source>
            <translation>{state} in {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{state} since {time}</source>
            <translation>{state} seit {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>{steps} sees only these rows here, and all of them when it runs.</source>
            <translation>{steps} sieht hier nur diese Zeilen, beim Abarbeiten alle.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>{things} with {recipe}</source>
            <translation>{things} mit {recipe}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{time} for the slowest 5 %</source>
            <translation>{time} für die langsamsten 5 %</translation>
        </message>
        <message>
            <location filename="../../app/window/announce.py" />
            <source>{title}: {done} done, {failed} failed, {skipped} skipped</source>
            <translation>{title}: {done} fertig, {failed} fehlgeschlagen, {skipped} übersprungen</translation>
        </message>
        <message>
            <location filename="../../app/window/announce.py" />
            <source>{title}: {part}</source>
            <translation>{title}: {part}</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{types}. “{recipe}” does not read them.</source>
            <translation>{types}. „{recipe}“ liest sie nicht.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>{words}, at try {n}</source>
            <translation>{words}, beim Versuch {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{words}, in {time}</source>
            <translation>{words}, in {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>{words}. Some of this is a guess.</source>
            <translation>{words}. Einiges davon ist geraten.</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{w} × {h} px</source>
            <translation>{w} × {h} px</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>“{mark}” between cells</source>
            <translation>„{mark}“ zwischen Zellen</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>“{recipe}” cannot read {types} files. Choose another recipe.</source>
            <translation>„{recipe}“ kann {types}-Dateien nicht lesen. Wählen Sie ein anderes Rezept.</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>“{recipe}” has made their results before, and they are still there.</source>
            <translation>„{recipe}“ hat ihre Ergebnisse schon gemacht, und sie sind noch da.</translation>
        </message>
    </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>Window</name>
        <message>
            <location filename="../../app/window/drop.py" />
            <source> and </source>
            <translation> et </translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source> without loss</source>
            <translation> sans perte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>% of the short edge</source>
            <translation>% du petit côté</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>%Ln addresses</source>
            <translation>
                <numerusform>%Ln adresse</numerusform>
                <numerusform>%Ln adresses</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>%Ln addresses added</source>
            <translation>
                <numerusform>%Ln adresse ajoutée</numerusform>
                <numerusform>%Ln adresses ajoutées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>%Ln addresses get no mail from now on.</source>
            <translation>
                <numerusform>%Ln adresse ne reçoit plus de courrier.</numerusform>
                <numerusform>%Ln adresses ne reçoivent plus de courrier.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>%Ln addresses taken off</source>
            <translation>
                <numerusform>%Ln adresse retirée</numerusform>
                <numerusform>%Ln adresses retirées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln already done</source>
            <translation>
                <numerusform>%Ln déjà fait</numerusform>
                <numerusform>%Ln déjà faits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln already made</source>
            <translation>
                <numerusform>%Ln déjà fait</numerusform>
                <numerusform>%Ln déjà faits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln are gone</source>
            <translation>
                <numerusform>%Ln a disparu</numerusform>
                <numerusform>%Ln ont disparu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln cannot be read</source>
            <translation>
                <numerusform>%Ln ne peut être lu</numerusform>
                <numerusform>%Ln ne peuvent être lus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/causes.py" />
            <source>%Ln causes</source>
            <translation>
                <numerusform>%Ln cause</numerusform>
                <numerusform>%Ln causes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln could not be opened</source>
            <translation>
                <numerusform>%Ln n’a pu être ouvert</numerusform>
                <numerusform>%Ln n’ont pu être ouverts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln empty files</source>
            <translation>
                <numerusform>%Ln fichier vide</numerusform>
                <numerusform>%Ln fichiers vides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/activity/cards.py" />
            <source>%Ln failed</source>
            <translation>
                <numerusform>%Ln échoué</numerusform>
                <numerusform>%Ln échoués</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln files</source>
            <translation>
                <numerusform>%Ln fichier</numerusform>
                <numerusform>%Ln fichiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln files added</source>
            <translation>
                <numerusform>%Ln fichier ajouté</numerusform>
                <numerusform>%Ln fichiers ajoutés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/leaving.py" />
            <source>%Ln files are being processed</source>
            <translation>
                <numerusform>%Ln fichier en cours de traitement</numerusform>
                <numerusform>%Ln fichiers en cours de traitement</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/drop.py" />
            <source>%Ln files cannot be read by this recipe and will be left out: {types}</source>
            <translation>
                <numerusform>%Ln fichier ne peut être lu par cette recette et sera écarté : {types}</numerusform>
                <numerusform>%Ln fichiers ne peuvent être lus par cette recette et seront écartés : {types}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/ordering.py" />
            <source>%Ln files go first in their batch now.</source>
            <translation>
                <numerusform>%Ln fichier passe maintenant en premier dans son lot.</numerusform>
                <numerusform>%Ln fichiers passent maintenant en premier dans leur lot.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/ordering.py" />
            <source>%Ln files go last in their batch now.</source>
            <translation>
                <numerusform>%Ln fichier passe maintenant en dernier dans son lot.</numerusform>
                <numerusform>%Ln fichiers passent maintenant en dernier dans leur lot.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files removed</source>
            <translation>
                <numerusform>%Ln fichier supprimé</numerusform>
                <numerusform>%Ln fichiers supprimés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files that it wrote would be removed.</source>
            <translation>
                <numerusform>%Ln fichier qu’il a écrit serait supprimé.</numerusform>
                <numerusform>%Ln fichiers qu’il a écrits seraient supprimés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files were left as they are.</source>
            <translation>
                <numerusform>%Ln fichier est resté tel quel.</numerusform>
                <numerusform>%Ln fichiers sont restés tels quels.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln files would be left alone.</source>
            <translation>
                <numerusform>%Ln fichier ne serait pas touché.</numerusform>
                <numerusform>%Ln fichiers ne seraient pas touchés.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/describe.py" />
            <source>%Ln files written</source>
            <translation>
                <numerusform>%Ln fichier écrit</numerusform>
                <numerusform>%Ln fichiers écrits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln folders</source>
            <translation>
                <numerusform>%Ln dossier</numerusform>
                <numerusform>%Ln dossiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln left out</source>
            <translation>
                <numerusform>%Ln écarté</numerusform>
                <numerusform>%Ln écartés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/actions.py" />
            <source>%Ln lines copied</source>
            <translation>
                <numerusform>%Ln ligne copiée</numerusform>
                <numerusform>%Ln lignes copiées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/actions.py" />
            <source>%Ln lines written to {0}</source>
            <translation>
                <numerusform>%Ln ligne écrite dans {0}</numerusform>
                <numerusform>%Ln lignes écrites dans {0}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln messages</source>
            <translation>
                <numerusform>%Ln message</numerusform>
                <numerusform>%Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/statusbar.py" />
            <source>%Ln messages in work</source>
            <translation>
                <numerusform>%Ln message en cours</numerusform>
                <numerusform>%Ln messages en cours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>%Ln messages saved. Nothing was sent.</source>
            <translation>
                <numerusform>%Ln message enregistré. Rien n’a été envoyé.</numerusform>
                <numerusform>%Ln messages enregistrés. Rien n’a été envoyé.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln of another type</source>
            <translation>
                <numerusform>%Ln d’un autre type</numerusform>
                <numerusform>%Ln d’un autre type</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>%Ln of the first were not accepted or have no answer: look at them before you go on.</source>
            <translation>
                <numerusform>%Ln des premiers n’a pas été accepté ou n’a pas de réponse : regardez-le avant de continuer.</numerusform>
                <numerusform>%Ln des premiers n’ont pas été acceptés ou n’ont pas de réponse : regardez-les avant de continuer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/preview/figures.py" />
            <source>%Ln originals are replaced. A copy of each is kept until you dismiss the batch ({size})</source>
            <translation>
                <numerusform>%Ln original est remplacé. Une copie est gardée jusqu’à ce que vous retiriez le lot ({size})</numerusform>
                <numerusform>%Ln originaux sont remplacés. Une copie de chacun est gardée jusqu’à ce que vous retiriez le lot ({size})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln originals restored</source>
            <translation>
                <numerusform>%Ln original remis en place</numerusform>
                <numerusform>%Ln originaux remis en place</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>%Ln originals would be put back.</source>
            <translation>
                <numerusform>%Ln original serait remis en place.</numerusform>
                <numerusform>%Ln originaux seraient remis en place.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/doing.py" />
            <source>%Ln paths are not there any more</source>
            <translation>
                <numerusform>%Ln chemin n’existe plus</numerusform>
                <numerusform>%Ln chemins n’existent plus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>%Ln people</source>
            <translation>
                <numerusform>%Ln personne</numerusform>
                <numerusform>%Ln personnes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln pictures</source>
            <translation>
                <numerusform>%Ln image</numerusform>
                <numerusform>%Ln images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/panel.py" />
            <source>%Ln rows</source>
            <translation>
                <numerusform>%Ln ligne</numerusform>
                <numerusform>%Ln lignes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>%Ln rows are blocked</source>
            <translation>
                <numerusform>%Ln ligne est bloquée</numerusform>
                <numerusform>%Ln lignes sont bloquées</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/looks/account.py" />
            <source>%Ln rows are missing</source>
            <translation>
                <numerusform>%Ln ligne manque</numerusform>
                <numerusform>%Ln lignes manquent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/page.py" />
            <source>%Ln rows from {0}</source>
            <translation>
                <numerusform>%Ln ligne de {0}</numerusform>
                <numerusform>%Ln lignes de {0}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/panel.py" />
            <source>%Ln rows, each with its reason</source>
            <translation>
                <numerusform>%Ln ligne avec sa raison</numerusform>
                <numerusform>%Ln lignes, chacune avec sa raison</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/text.py" />
            <source>%Ln tables</source>
            <translation>
                <numerusform>%Ln tableau</numerusform>
                <numerusform>%Ln tableaux</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/help/page.py" />
            <source>%Ln topics found</source>
            <translation>
                <numerusform>%Ln sujet trouvé</numerusform>
                <numerusform>%Ln sujets trouvés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/statusbar.py" />
            <source>%Ln workers ready</source>
            <translation>
                <numerusform>%Ln processus prêt</numerusform>
                <numerusform>%Ln processus prêts</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>(no subject)</source>
            <translation>(sans objet)</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>7 days</source>
            <translation>7 jours</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>A batch is done</source>
            <translation>Un lot est terminé</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>A batch is done and something failed</source>
            <translation>Un lot est terminé et quelque chose a échoué</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A canvas around the picture, nothing is cut off.</source>
            <translation>Une toile autour de l’image, rien n’est coupé.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A cell is longer than 16 MB.</source>
            <translation>Une cellule dépasse 16 Mo.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A column is missing</source>
            <translation>Une colonne manque</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A column that a step needs is not in the table.</source>
            <translation>Une colonne dont une étape a besoin n’est pas dans le tableau.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>A copy of each replaced file is kept until you dismiss the batch.</source>
            <translation>Une copie de chaque fichier remplacé est gardée jusqu’à ce que vous retiriez le lot.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>A drive is nearly full</source>
            <translation>Un disque est presque plein</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A field that the message uses is empty.</source>
            <translation>Un champ que le message emploie est vide.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A fixed value</source>
            <translation>Une valeur fixe</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A formula fails</source>
            <translation>Une formule échoue</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A formula of the recipe cannot be worked out.</source>
            <translation>Une formule de la recette ne peut être calculée.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A frame of one colour.</source>
            <translation>Un cadre d’une couleur.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/actions.py" />
            <source>A list is being written already.</source>
            <translation>Une liste est déjà en cours d’écriture.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>A mail account was refused, or a drive is missing.</source>
            <translation>Un compte de messagerie a été refusé, ou un disque manque.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A new size, by an edge, a box, percent or megapixels.</source>
            <translation>Une nouvelle taille, par un côté, un cadre, un pourcentage ou des mégapixels.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>A number</source>
            <translation>Un nombre</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>A quotation mark in the command is not closed.</source>
            <translation>Un guillemet de la commande n’est pas fermé.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A quote inside a cell</source>
            <translation>Un guillemet dans une cellule</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A quoted cell is never closed.</source>
            <translation>Une cellule entre guillemets n’est jamais fermée.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A quoted cell swallows many lines.</source>
            <translation>Une cellule entre guillemets avale beaucoup de lignes.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A report with charts beside the output.</source>
            <translation>Un rapport avec graphiques à côté du résultat.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>A sign-in is going on</source>
            <translation>Une identification est en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>A test is being sent</source>
            <translation>Un essai est en cours d’envoi</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>A test is running</source>
            <translation>Un essai est en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>A text or a small picture on the picture.</source>
            <translation>Un texte ou une petite image sur l’image.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A value looks like encoded header text.</source>
            <translation>Une valeur ressemble à un texte d’en-tête codé.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>A value would break the message's header.</source>
            <translation>Une valeur casserait l’en-tête du message.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>About</source>
            <translation>À propos</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>About Dropmill</source>
            <translation>À propos de Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>About the selected file</source>
            <translation>Sur le fichier choisi</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Accepted by the mail server</source>
            <translation>Accepté par le serveur de messagerie</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Access denied</source>
            <translation>Accès refusé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Account</source>
            <translation>Compte</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Account name</source>
            <translation>Nom du compte</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Accounts Dropmill may send from. Passwords are kept in the system’s keyring, never in a file.</source>
            <translation>Comptes depuis lesquels Dropmill peut envoyer. Les mots de passe sont dans le trousseau du système, jamais dans un fichier.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Accounts Dropmill may send from. There is no keyring here: passwords are kept until Dropmill closes.</source>
            <translation>Comptes depuis lesquels Dropmill peut envoyer. Il n’y a pas de trousseau ici : les mots de passe sont gardés jusqu’à la fermeture de Dropmill.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Activity</source>
            <translation>Activité</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Add a line</source>
            <translation>Ajouter une ligne</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Add a line to {name}</source>
            <translation>Ajouter une ligne à {name}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Add a mail account first.</source>
            <translation>Ajoutez d’abord un compte de messagerie.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Add a number</source>
            <translation>Ajouter un numéro</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Add a number, “photo (2).jpg”</source>
            <translation>Ajouter un numéro, « photo (2).jpg »</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Add account</source>
            <translation>Ajouter le compte</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Add account…</source>
            <translation>Ajouter un compte…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Add alert…</source>
            <translation>Ajouter une alerte…</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add files</source>
            <translation>Ajouter des fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Add files; drop them here or press Enter</source>
            <translation>Ajouter des fichiers ; les déposer ici ou appuyer sur Entrée</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add files…</source>
            <translation>Ajouter des fichiers…</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add folder</source>
            <translation>Ajouter un dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add folder…</source>
            <translation>Ajouter un dossier…</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Add from a list of paths</source>
            <translation>Ajouter depuis une liste de chemins</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Add from a list of paths…</source>
            <translation>Ajouter depuis une liste de chemins…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add it again.</source>
            <translation>Ajoutez-le de nouveau.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Add output</source>
            <translation>Ajouter une sortie</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/adding.py" />
            <source>Add step</source>
            <translation>Ajouter une étape</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add the account, then resume.</source>
            <translation>Ajoutez le compte, puis reprenez.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Add the files again to start over.</source>
            <translation>Ajoutez de nouveau les fichiers pour recommencer.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Add these addresses</source>
            <translation>Ajouter ces adresses</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>Add to {name}</source>
            <translation>Ajouter à {name}</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Adding files…</source>
            <translation>Ajout des fichiers…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Address for the test</source>
            <translation>Adresse pour l’essai</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Address not possible here</source>
            <translation>Adresse impossible ici</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Address to add</source>
            <translation>Adresse à ajouter</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Addresses</source>
            <translation>Adresses</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Adds up</source>
            <translation>Le compte y est</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Adjust</source>
            <translation>Régler</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>After</source>
            <translation>Après</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>After a backslash</source>
            <translation>Après une barre oblique inverse</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Afterwards, Undo batch removes everything this batch wrote.</source>
            <translation>Ensuite, « Défaire le lot » supprime tout ce que ce lot a écrit.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Alert commands</source>
            <translation>Commandes d’alerte</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>All</source>
            <translation>Tous</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/result.py" />
            <source>All %Ln files were made before</source>
            <translation>
                <numerusform>%Ln fichier a déjà été fait</numerusform>
                <numerusform>Les %Ln fichiers ont déjà été faits</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All but location</source>
            <translation>Tout sauf le lieu</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All columns but these.</source>
            <translation>Toutes les colonnes sauf celles-ci.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All columns of all</source>
            <translation>Toutes les colonnes de tous</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>All files</source>
            <translation>Tous les fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>All messages that are ready…</source>
            <translation>Tous les messages prêts…</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>All metadata kept.</source>
            <translation>Toutes les métadonnées gardées.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All pictures, small, on one sheet. Stands alone.</source>
            <translation>Toutes les images, petites, sur une planche. Reste seule.</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>All recipes…</source>
            <translation>Toutes les recettes…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All tables become one. Stands first.</source>
            <translation>Tous les tableaux n’en font qu’un. Vient en premier.</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>All work is finished</source>
            <translation>Tout le travail est terminé</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>All {0}</source>
            <translation>Toutes {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>All {n} rows</source>
            <translation>Les {n} lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>All, where the format can</source>
            <translation>Toutes, si le format le permet</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow a larger file or a smaller picture.</source>
            <translation>Autorisez un fichier plus grand ou une image plus petite.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow reading, then retry.</source>
            <translation>Autorisez la lecture, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Allow sending first: in the settings of your mailbox, under POP3 and IMAP, turn on access for other programs. Then your usual password works.</source>
            <translation>Autorisez d’abord l’envoi : dans les réglages de votre boîte, sous POP3 et IMAP, activez l’accès des autres programmes. Votre mot de passe habituel fonctionne alors.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Allow writing or choose another folder, then retry.</source>
            <translation>Autorisez l’écriture ou choisissez un autre dossier, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Already there</source>
            <translation>Déjà là</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Also characters that take no room</source>
            <translation>Aussi les caractères sans largeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Alt+Up and Alt+Down move it</source>
            <translation>Alt+Haut et Alt+Bas le déplacent</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>An account has reached its limit</source>
            <translation>Un compte a atteint sa limite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>An apostrophe before cells that a spreadsheet would run.</source>
            <translation>Une apostrophe devant les cellules qu’un tableur exécuterait.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Another file took the output's name after the batch was planned.</source>
            <translation>Un autre fichier a pris le nom du résultat après la planification du lot.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Another program keeps these files locked.</source>
            <translation>Un autre programme garde ces fichiers verrouillés.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Answers go to</source>
            <translation>Les réponses vont à</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>App password</source>
            <translation>Mot de passe d’application</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Appearance</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Application ID</source>
            <translation>Identifiant de l’application</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>As the input</source>
            <translation>Comme l’entrée</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>As they are</source>
            <translation>Telles quelles</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Ask</source>
            <translation>Demander</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Ask me</source>
            <translation>Me demander</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Ask the recipient, or look into the Sent folder.</source>
            <translation>Demandez au destinataire ou regardez dans le dossier Envoyés.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Asking Microsoft for a code…</source>
            <translation>Demande d’un code à Microsoft…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>At best quality, several files at once.</source>
            <translation>En meilleure qualité, plusieurs fichiers à la fois.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>At most</source>
            <translation>Au plus</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>At the same time</source>
            <translation>En même temps</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Attach</source>
            <translation>Joindre</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attach less.</source>
            <translation>Joignez moins de choses.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Attached</source>
            <translation>Joint</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment is missing</source>
            <translation>Pièce jointe absente</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment outside its folder</source>
            <translation>Pièce jointe hors de son dossier</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Attachment was changed</source>
            <translation>Pièce jointe modifiée</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Attachments lie in</source>
            <translation>Les pièces jointes sont dans</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Attachments lie in {0}</source>
            <translation>Les pièces jointes sont dans {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Back to the built-in recipe…</source>
            <translation>Revenir à la recette fournie…</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Back to the queue</source>
            <translation>Retour à la file</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Back to the recipes</source>
            <translation>Retour aux recettes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Background</source>
            <translation>Fond</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Batch</source>
            <translation>Lot</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Batches</source>
            <translation>Lots</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Batches that were added with it keep it. Export it first if you may want it again.</source>
            <translation>Les lots ajoutés avec elle la gardent. Exportez-la d’abord si vous pouvez en avoir encore besoin.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Bcc</source>
            <translation>Cci</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Before a drive is so full that work stops.</source>
            <translation>Avant qu’un disque soit si plein que le travail s’arrête.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Before and after</source>
            <translation>Avant et après</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Before comparing</source>
            <translation>Avant de comparer</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Begin with</source>
            <translation>Commencer par</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Begin with a byte order mark</source>
            <translation>Commencer par une marque d’ordre des octets</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Begun at {start}, connection lost at {end}.</source>
            <translation>Commencé à {start}, connexion perdue à {end}.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Best quality</source>
            <translation>Meilleure qualité</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Between cells</source>
            <translation>Entre les cellules</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Blocked</source>
            <translation>Bloqué</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Blocked {0}</source>
            <translation>Bloqués {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Border</source>
            <translation>Bord</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Bottom</source>
            <translation>Bas</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Bottom left</source>
            <translation>En bas à gauche</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Bottom right</source>
            <translation>En bas à droite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Brightness</source>
            <translation>Luminosité</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Browser (Microsoft)</source>
            <translation>Navigateur (Microsoft)</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>By</source>
            <translation>Par</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>By cause</source>
            <translation>Par cause</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>By one or more columns. Drops nothing.</source>
            <translation>Par une ou plusieurs colonnes. Ne retire rien.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Cancel the batch</source>
            <translation>Abandonner le lot</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Cancel this batch</source>
            <translation>Abandonner ce lot</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Cancel “{title}”?</source>
            <translation>Abandonner « {title} » ?</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Cancelled</source>
            <translation>Abandonné</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Cancelled by you</source>
            <translation>Abandonné par vous</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cancelled by you.</source>
            <translation>Abandonné par vous.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Cancelling</source>
            <translation>Abandon en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Cannot be read</source>
            <translation>Ne peut être lu</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Cannot be used</source>
            <translation>Inutilisable</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cannot get below the size asked for</source>
            <translation>Impossible de descendre à la taille demandée</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cannot read this format yet</source>
            <translation>Ce format ne peut pas encore être lu</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Cause</source>
            <translation>Cause</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Cc</source>
            <translation>Cc</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Cell too long</source>
            <translation>Cellule trop longue</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Change case</source>
            <translation>Changer la casse</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Change recipe for these…</source>
            <translation>Modifier la recette pour ceux-ci…</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Change shortcuts…</source>
            <translation>Changer les raccourcis…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Change the alert {name}</source>
            <translation>Changer l’alerte {name}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the formula.</source>
            <translation>Changez la formule.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the name in the recipe.</source>
            <translation>Changez le nom dans la recette.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the password, then resume.</source>
            <translation>Changez le mot de passe, puis reprenez.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Change the password…</source>
            <translation>Changer le mot de passe…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Change the recipe or the table.</source>
            <translation>Changez la recette ou le tableau.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Changes</source>
            <translation>Changements</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Changes are kept at once</source>
            <translation>Les changements sont gardés aussitôt</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Change…</source>
            <translation>Changer…</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Chart</source>
            <translation>Graphique</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Charts start with the first finished file.</source>
            <translation>Les graphiques commencent avec le premier fichier terminé.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Check and send…</source>
            <translation>Vérifier et envoyer…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Check before sending</source>
            <translation>Vérification avant l’envoi</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Check rows</source>
            <translation>Vérifier les lignes</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the account's settings.</source>
            <translation>Vérifiez les réglages du compte.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the address.</source>
            <translation>Vérifiez l’adresse.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the drive or the connection, then retry.</source>
            <translation>Vérifiez le disque ou la connexion, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Check the list again.</source>
            <translation>Vérifiez de nouveau la liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Choice of rows</source>
            <translation>Choix de lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose a file</source>
            <translation>Choisir un fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose a folder</source>
            <translation>Choisir un dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a list of people to see their messages.</source>
            <translation>Choisissez une liste de personnes pour voir leurs messages.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a list…</source>
            <translation>Choisir une liste…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a picture to see what this recipe makes of it.</source>
            <translation>Choisissez une image pour voir ce que cette recette en fait.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a picture…</source>
            <translation>Choisir une image…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Choose a smaller size or another format.</source>
            <translation>Choisissez une taille plus petite ou un autre format.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a table to see what this recipe makes of it.</source>
            <translation>Choisissez un tableau pour voir ce que cette recette en fait.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Choose a table…</source>
            <translation>Choisir un tableau…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Choose another column, or raise the limit in the recipe.</source>
            <translation>Choisissez une autre colonne ou relevez la limite dans la recette.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose for {name}</source>
            <translation>Choisir pour {name}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Choose {name}</source>
            <translation>Choisir {name}</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Clean table</source>
            <translation>Nettoyer un tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Clear the search</source>
            <translation>Effacer la recherche</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Close other programs, then retry.</source>
            <translation>Fermez d’autres programmes, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Close the failures</source>
            <translation>Fermer les échecs</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Close the inspector</source>
            <translation>Fermer l’inspecteur</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Close the test</source>
            <translation>Fermer l’essai</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Close them there, then retry.</source>
            <translation>Fermez-les là, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Close {0}</source>
            <translation>Fermer {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Closed; Enter opens it</source>
            <translation>Fermé ; Entrée l’ouvre</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Closing while working</source>
            <translation>Fermer pendant le travail</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Closing while working: {answer}</source>
            <translation>Fermer pendant le travail : {answer}</translation>
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
            <translation>Couleur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colour of the corners</source>
            <translation>Couleur des coins</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colour of the text</source>
            <translation>Couleur du texte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column</source>
            <translation>Colonne</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column for the cells</source>
            <translation>Colonne pour les cellules</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column for the file’s name</source>
            <translation>Colonne pour le nom du fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column for the names</source>
            <translation>Colonne pour les noms</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column that tells people apart</source>
            <translation>Colonne qui distingue les personnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column to fill in</source>
            <translation>Colonne à remplir</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Column whose values become columns</source>
            <translation>Colonne dont les valeurs deviennent des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pills.py" />
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns become rows.</source>
            <translation>Les colonnes deviennent des lignes.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns of the result</source>
            <translation>Colonnes du résultat</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns that all have</source>
            <translation>Colonnes que tous ont</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns that stay</source>
            <translation>Colonnes qui restent</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Columns to repeat</source>
            <translation>Colonnes à répéter</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Columns unclear</source>
            <translation>Colonnes incertaines</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Commands</source>
            <translation>Commandes</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Commands that fit</source>
            <translation>Commandes trouvées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Comment lines begin with</source>
            <translation>Les lignes de commentaire commencent par</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Compare as</source>
            <translation>Comparer comme</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Compute</source>
            <translation>Calculer</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Conflicts</source>
            <translation>Conflits</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Connect it; the queue goes on by itself.</source>
            <translation>Branchez-le ; la file reprend d’elle-même.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Connected with {0} and signed in, in {1} s. No message was sent.</source>
            <translation>Connecté avec {0} et identifié, en {1} s. Aucun message n’a été envoyé.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Connected with {0}, in {1} s. No message was sent.</source>
            <translation>Connecté avec {0}, en {1} s. Aucun message n’a été envoyé.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Connected, in {0} s. No message was sent.</source>
            <translation>Connecté, en {0} s. Aucun message n’a été envoyé.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Connecting to {0}…</source>
            <translation>Connexion à {0}…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Connection lost</source>
            <translation>Connexion perdue</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Connections</source>
            <translation>Connexions</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Contact sheet</source>
            <translation>Planche-contact</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Contrast</source>
            <translation>Contraste</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Copy addresses</source>
            <translation>Copier les adresses</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Copy list</source>
            <translation>Copier la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Copy messages</source>
            <translation>Copier les messages</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Copy name and message</source>
            <translation>Copier le nom et le message</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Copy path of {0}</source>
            <translation>Copier le chemin de {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Copy report</source>
            <translation>Copier le rapport</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Copy the code</source>
            <translation>Copier le code</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Copy the report and send it.</source>
            <translation>Copiez le rapport et envoyez-le.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Copy them again, then retry.</source>
            <translation>Copiez-les de nouveau, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Copy to</source>
            <translation>Copie à</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Copy versions</source>
            <translation>Copier les versions</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Copyright only</source>
            <translation>Copyright seulement</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Correct it.</source>
            <translation>Corrigez-le.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Correct the name.</source>
            <translation>Corrigez le nom.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Count</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Crop</source>
            <translation>Recadrer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Cut long ones</source>
            <translation>Couper les longues</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Cut long rows</source>
            <translation>Couper les lignes longues</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Daily limit reached</source>
            <translation>Limite du jour atteinte</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dates unclear</source>
            <translation>Dates incertaines</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Day and month cannot be told apart.</source>
            <translation>Le jour et le mois ne peuvent être distingués.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Days</source>
            <translation>Jours</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Decimal mark</source>
            <translation>Séparateur décimal</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Decimals after</source>
            <translation>Décimales ensuite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Decimals to keep</source>
            <translation>Décimales à garder</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Degrees clockwise</source>
            <translation>Degrés dans le sens horaire</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Delete the recipe</source>
            <translation>Supprimer la recette</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Delete {0}?</source>
            <translation>Supprimer {0} ?</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Delete…</source>
            <translation>Supprimer…</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Detail</source>
            <translation>Détail</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Did these messages arrive?</source>
            <translation>Ces messages sont-ils arrivés ?</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Did this message arrive?</source>
            <translation>Ce message est-il arrivé ?</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Direction</source>
            <translation>Sens</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>Discard</source>
            <translation>Abandonner les changements</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Dismiss {0}</source>
            <translation>Masquer {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Distance from the edge</source>
            <translation>Distance du bord</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Distinct</source>
            <translation>Distincts</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/split.py" />
            <source>Divider between before and after, {0}</source>
            <translation>Séparation entre avant et après, {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Do not add this account</source>
            <translation>Ne pas ajouter ce compte</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>Do not pause here</source>
            <translation>Ne pas suspendre ici</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Do not send</source>
            <translation>Ne pas envoyer</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Do not sign in</source>
            <translation>Ne pas s’identifier</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Do them again</source>
            <translation>Les refaire</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Do this every time (File menu, Closing while working, changes it)</source>
            <translation>Faire ainsi chaque fois (menu Fichier, Fermer pendant le travail, pour changer)</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Does not add up</source>
            <translation>Le compte n’y est pas</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Does not add up: {what}.</source>
            <translation>Le compte n’y est pas : {what}.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Done before</source>
            <translation>Déjà fait</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive could not be read</source>
            <translation>Le disque n’a pu être lu</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive is full</source>
            <translation>Le disque est plein</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Drive is missing</source>
            <translation>Le disque est absent</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Drop</source>
            <translation>Déposer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Drop an empty cell at the end</source>
            <translation>Retirer une cellule vide à la fin</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Drop columns</source>
            <translation>Retirer des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Drop files on a recipe to add them with it</source>
            <translation>Déposez des fichiers sur une recette pour les ajouter avec elle</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Drop files or folders here</source>
            <translation>Déposez ici des fichiers ou des dossiers</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Drop many files, choose what should happen, and get on with your day.</source>
            <translation>Déposez beaucoup de fichiers, choisissez ce qui doit se passer, et profitez de votre journée.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop on another recipe.</source>
            <translation>Déposez sur une autre recette.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Drop pictures, tables and lists of people; find everything done, or why it is not.</source>
            <translation>Déposez images, tableaux et listes de personnes ; trouvez tout fait, ou pourquoi non.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop to add with {recipe}</source>
            <translation>Déposez pour ajouter avec {recipe}</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Drop to add {files} with {recipe}</source>
            <translation>Déposez pour ajouter {files} avec {recipe}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill ended while this was in work.</source>
            <translation>Dropmill s’est terminé pendant ce travail.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill goes on by itself.</source>
            <translation>Dropmill continue de lui-même.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill goes on tomorrow.</source>
            <translation>Dropmill continue demain.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Dropmill is free software under the MIT licence.</source>
            <translation>Dropmill est un logiciel libre sous licence MIT.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Dropmill looks again in {0}.</source>
            <translation>Dropmill regarde de nouveau dans {0}.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill made a mistake</source>
            <translation>Dropmill s’est trompé</translation>
        </message>
        <message>
            <location filename="../../app/window/application.py" />
            <source>Dropmill made a mistake. The log has the details. The queue goes on.</source>
            <translation>Dropmill s’est trompé. Le journal contient les détails. La file continue.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill may not read these files.</source>
            <translation>Dropmill n’a pas le droit de lire ces fichiers.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill may not write to the output folder.</source>
            <translation>Dropmill n’a pas le droit d’écrire dans le dossier des résultats.</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/samples.py" />
            <source>Dropmill samples</source>
            <translation>Exemples Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Dropmill tries again by itself.</source>
            <translation>Dropmill réessaie de lui-même.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Dropmill was closed while %Ln files were being processed</source>
            <translation>
                <numerusform>Dropmill a été fermé pendant le traitement de %Ln fichier</numerusform>
                <numerusform>Dropmill a été fermé pendant le traitement de %Ln fichiers</numerusform>
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
            <translation>Dupliquer</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>E-mail address</source>
            <translation>Adresse électronique</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>E-mail recipe</source>
            <translation>Recette de courriel</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>E-mail to {address}</source>
            <translation>Courriel à {address}</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Edit</source>
            <translation>Édition</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Empty cell</source>
            <translation>Cellule vide</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty field</source>
            <translation>Champ vide</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty files</source>
            <translation>Fichiers vides</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Empty tables</source>
            <translation>Tableaux vides</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Encoding</source>
            <translation>Encodage</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Encoding, columns and header. Bad rows go to the rejects file.</source>
            <translation>Encodage, colonnes et en-tête. Les mauvaises lignes vont dans le fichier des rejets.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Ended after {0}, {1} cancelled</source>
            <translation>Terminé après {0}, {1} abandonnés</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Enter changes it; the Menu key has more</source>
            <translation>Entrée le change ; la touche Menu en offre plus</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Enter the password, then resume.</source>
            <translation>Entrez le mot de passe, puis reprenez.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Enter the password…</source>
            <translation>Entrer le mot de passe…</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Enter…</source>
            <translation>Entrer…</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Estimated size</source>
            <translation>Taille estimée</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Even the lowest quality is larger.</source>
            <translation>Même la plus basse qualité est plus grande.</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Every row accounted for.</source>
            <translation>Chaque ligne est comptée.</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>Everything is as it was before this batch.</source>
            <translation>Tout est comme avant ce lot.</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Everything left is held</source>
            <translation>Tout ce qui reste est retenu</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Everything that is not finished stays in the queue for next time.</source>
            <translation>Tout ce qui n’est pas fini reste dans la file pour la prochaine fois.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Exactly, stretched</source>
            <translation>Exactement, étiré</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Exchange</source>
            <translation>Échanger</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Exchange whole cells by a list.</source>
            <translation>Échanger des cellules entières selon une liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Export list</source>
            <translation>Exporter la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Export list…</source>
            <translation>Exporter la liste…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Export report…</source>
            <translation>Exporter le rapport…</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Export the report</source>
            <translation>Exporter le rapport</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Export these…</source>
            <translation>Exporter ceux-ci…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Export this recipe</source>
            <translation>Exporter cette recette</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Failed</source>
            <translation>Échoué</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Failures</source>
            <translation>Échecs</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Failures by cause</source>
            <translation>Échecs par cause</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fast, softer fine text</source>
            <translation>Rapide, texte fin plus doux</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Fastmail wants an app password: in Settings, Privacy and security, make one that may send mail and put it in here.</source>
            <translation>Fastmail demande un mot de passe d’application : dans Réglages, Confidentialité et sécurité, créez-en un qui peut envoyer et mettez-le ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>File for the duplicates</source>
            <translation>Fichier pour les doublons</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>File is gone</source>
            <translation>Le fichier a disparu</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>File was changed</source>
            <translation>Le fichier a été modifié</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Files and messages finished {each}</source>
            <translation>Fichiers et messages terminés par {each}</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Files are being processed</source>
            <translation>Des fichiers sont en cours de traitement</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Files at most</source>
            <translation>Fichiers au plus</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files in work appear here.</source>
            <translation>Les fichiers en cours apparaissent ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/opening.py" />
            <source>Files of an earlier start of Dropmill: add them again to change this</source>
            <translation>Fichiers d’un démarrage précédent : ajoutez-les de nouveau pour changer ceci</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that are tried again by themselves appear here, with the time until then.</source>
            <translation>Les fichiers qui sont réessayés d’eux-mêmes apparaissent ici, avec le temps qui reste.</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Files that come into them are worked off while Dropmill is open. E-mail waits for you.</source>
            <translation>Les fichiers qui y arrivent sont traités tant que Dropmill est ouvert. Les courriels vous attendent.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that could not be processed appear here, with what to do about them.</source>
            <translation>Les fichiers qui n’ont pu être traités apparaissent ici, avec ce qu’il faut faire.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that needed no work appear here, with the reason.</source>
            <translation>Les fichiers qui ne demandaient aucun travail apparaissent ici, avec la raison.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Files that will be written</source>
            <translation>Fichiers qui seront écrits</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files that you take out of the line (Ctrl+Shift+H) wait here.</source>
            <translation>Les fichiers que vous retirez du rang (Ctrl+Maj+H) attendent ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Files you add start working when you press Run.</source>
            <translation>Ce que vous ajoutez est traité quand vous appuyez sur Lancer.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Files you add wait here for their turn.</source>
            <translation>Ce que vous ajoutez attend ici son tour.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill and cut</source>
            <translation>Compléter et couper</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill and cut off</source>
            <translation>Remplir et couper</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill empty cells</source>
            <translation>Remplir les cellules vides</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Fill it in, or give a default.</source>
            <translation>Remplissez-le, ou donnez une valeur par défaut.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Fill it in.</source>
            <translation>Remplissez-la.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill short ones</source>
            <translation>Compléter les courtes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fill short rows</source>
            <translation>Compléter les lignes courtes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Find</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Find a command</source>
            <translation>Chercher une commande</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Find a command…</source>
            <translation>Chercher une commande…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/adding.py" />
            <source>Find a step</source>
            <translation>Chercher une étape</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Find text or a pattern and put another in its place.</source>
            <translation>Chercher un texte ou un motif et en mettre un autre à sa place.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Finish each file before the next one begins</source>
            <translation>Finir chaque fichier avant de commencer le suivant</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Finish the new account first</source>
            <translation>Finissez d’abord le nouveau compte</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Finish these, then quit</source>
            <translation>Finir ceux-ci, puis quitter</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Finish what is in work, then quit</source>
            <translation>Finir ce qui est en cours, puis quitter</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Finished</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Finished files appear here.</source>
            <translation>Les fichiers terminés apparaissent ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Finished files at most</source>
            <translation>Fichiers terminés au plus</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Finished in {0}</source>
            <translation>Terminé en {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Finished in {0}, {1} saved</source>
            <translation>Terminé en {0}, {1} gagnés</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Finishing</source>
            <translation>Bientôt fini</translation>
        </message>
        <message>
            <location filename="../../app/window/leaving.py" />
            <source>Finishing what is in work, then quitting…</source>
            <translation>Ce qui est en cours se termine, puis Dropmill quitte…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>First</source>
            <translation>Premier</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>First {n} of {all} rows</source>
            <translation>Les {n} premières lignes sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>First {n} rows</source>
            <translation>Les {n} premières lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Fit</source>
            <translation>Ajuster</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Fit into</source>
            <translation>Ajuster dans</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Fits {n} of {all} files</source>
            <translation>Convient à {n} fichiers sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Flip</source>
            <translation>Retourner</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Follow running files</source>
            <translation>Suivre les fichiers en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>For Excel: byte order mark, CRLF, no cell that runs as a formula</source>
            <translation>Pour Excel : marque d’ordre des octets, CRLF, aucune cellule exécutée comme formule</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>For causes that pass by themselves, like a file that is open in another program.</source>
            <translation>Pour les causes qui passent d’elles-mêmes, comme un fichier ouvert dans un autre programme.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>For e-mail</source>
            <translation>Pour le courriel</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>For pictures</source>
            <translation>Pour les images</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>For tables</source>
            <translation>Pour les tableaux</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Found by itself</source>
            <translation>Trouvé tout seul</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Frames and pages</source>
            <translation>Images et pages</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Free some space; the queue goes on by itself.</source>
            <translation>Libérez de la place ; la file reprend d’elle-même.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Free space</source>
            <translation>Place libre</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From above</source>
            <translation>D’en haut</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From above, from below or with a fixed value.</source>
            <translation>D’en haut, d’en bas ou par une valeur fixe.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>From address</source>
            <translation>Adresse de l’expéditeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From below</source>
            <translation>D’en bas</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From one way to write dates to another.</source>
            <translation>D’une façon d’écrire les dates à une autre.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>From the account “{0}”</source>
            <translation>Du compte « {0} »</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>From the camera’s orientation. Always done first.</source>
            <translation>Selon l’orientation de l’appareil. Toujours en premier.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>From {0}</source>
            <translation>De {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Gamma</source>
            <translation>Gamma</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Gap</source>
            <translation>Écart</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>General</source>
            <translation>Général</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Give every command the keys that it had at first</source>
            <translation>Rendre à chaque commande ses touches d’origine</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Give it a name.</source>
            <translation>Donnez-lui un nom.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Give the alert {name} now</source>
            <translation>Donner l’alerte {name} maintenant</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Give the web address.</source>
            <translation>Donnez l’adresse web.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Gmail wants an app password: turn on 2-step verification in your Google account, open App passwords, make one called Dropmill and put its 16 letters in here. Your usual password does not work.</source>
            <translation>Gmail demande un mot de passe d’application : activez la validation en deux étapes de votre compte Google, ouvrez Mots de passe des applications, créez-en un nommé Dropmill et mettez ici ses 16 lettres. Votre mot de passe habituel ne fonctionne pas.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Go back to the built-in {0}?</source>
            <translation>Revenir à {0}, telle que fournie ?</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Grey instead of colour</source>
            <translation>Gris au lieu de couleur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Group</source>
            <translation>Grouper</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Groups of settings</source>
            <translation>Groupes de réglages</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>HTML</source>
            <translation>HTML</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>HTML from a file</source>
            <translation>HTML d’un fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Header</source>
            <translation>En-tête</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Header rows</source>
            <translation>Lignes d’en-tête</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Headers</source>
            <translation>En-têtes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Height</source>
            <translation>Hauteur</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Held</source>
            <translation>Retenu</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Held by you</source>
            <translation>Retenu par vous</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <location filename="../../app/window/help/page.py" />
            <source>Help text</source>
            <translation>Texte de l’aide</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Here these steps see the first rows only, later all of them: {0}.</source>
            <translation>Ici, ces étapes ne voient que les premières lignes, ensuite toutes : {0}.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Hidden code in a value</source>
            <translation>Code caché dans une valeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Hidden copy to</source>
            <translation>Copie cachée à</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Hide and keep working</source>
            <translation>Cacher et continuer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Hide behind hashes</source>
            <translation>Cacher derrière des empreintes</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Hide the failures</source>
            <translation>Cacher les échecs</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Hide the files</source>
            <translation>Cacher les fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Hide the message</source>
            <translation>Cacher le message</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>High contrast follows the system when it is on there.</source>
            <translation>Le contraste élevé suit le système quand il y est activé.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>High: before others</source>
            <translation>Haute : avant les autres</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Hold</source>
            <translation>Retenir</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>Hold this batch</source>
            <translation>Retenir ce lot</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Holds for good rows</source>
            <translation>Vrai pour les bonnes lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>How</source>
            <translation>Comment</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>How far back to look</source>
            <translation>Jusqu’où remonter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>How the list is read</source>
            <translation>Comment la liste est lue</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>How the message is shown</source>
            <translation>Comment le message est affiché</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>How the other table is read</source>
            <translation>Comment l’autre tableau est lu</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>How they are worked off</source>
            <translation>Comment ils sont traités</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If a file is already there</source>
            <translation>Si un fichier est déjà là</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>If a file is already there: {what}</source>
            <translation>Si un fichier est déjà là : {what}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If it is not known whether a message arrived</source>
            <translation>Si l’on ne sait pas si un message est arrivé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If only a copy is refused</source>
            <translation>Si seule une copie est refusée</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>If the result is not smaller</source>
            <translation>Si le résultat n’est pas plus petit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Ignore case</source>
            <translation>Ignorer la casse</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Ignore spaces</source>
            <translation>Ignorer les espaces</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Import a recipe</source>
            <translation>Importer une recette</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Import…</source>
            <translation>Importer…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pills.py" />
            <source>Insert the column {0}</source>
            <translation>Insérer la colonne {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Inspector</source>
            <translation>Inspecteur</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Install the add-on, then retry.</source>
            <translation>Installez le module, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Interrupted</source>
            <translation>Interrompu</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Interrupted, starts over</source>
            <translation>Interrompu, recommence</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Into {0}. Nothing is sent.</source>
            <translation>Dans {0}. Rien n’est envoyé.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>It arrived</source>
            <translation>Il est arrivé</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/sections.py" />
            <source>It arrived for %Ln</source>
            <translation>
                <numerusform>Arrivé pour %Ln</numerusform>
                <numerusform>Arrivés pour %Ln</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>It arrived for {0}</source>
            <translation>Il est arrivé pour {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>It cannot be looked through.</source>
            <translation>Il ne peut être parcouru.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>It cannot be used</source>
            <translation>Cela ne peut être utilisé</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>It has no pause mark</source>
            <translation>Il n’a pas de marque d’arrêt</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It is a device, a pipe or a socket.</source>
            <translation>C’est un périphérique, un tube ou une socket.</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>It is at work: pause or cancel it first</source>
            <translation>Il est en cours : suspendez-le ou abandonnez-le d’abord</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>It left completely, then the connection was lost before the server answered. Dropmill never sends it again by itself. Look in the account’s Sent folder or ask {name}.</source>
            <translation>Il est parti en entier, puis la connexion a été perdue avant la réponse du serveur. Dropmill ne le renvoie jamais de lui-même. Regardez dans le dossier Envoyés du compte ou demandez à {name}.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>It may arrive twice.</source>
            <translation>Il peut arriver deux fois.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It starts over by itself.</source>
            <translation>Cela recommence tout seul.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>It uses Qt and PySide6 under the GNU Lesser General Public License, version 3, unchanged.</source>
            <translation>Il utilise Qt et PySide6 sous la licence GNU LGPL, version 3, sans modification.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It was moved, renamed or deleted after it was added.</source>
            <translation>Il a été déplacé, renommé ou supprimé après son ajout.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>It was saved again after it was added.</source>
            <translation>Il a été enregistré de nouveau après son ajout.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Its files wait; no try is used up.</source>
            <translation>Ses fichiers attendent ; aucun essai n’est consommé.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Its password is removed, too. Messages that wait for it stay in the queue until it is added again.</source>
            <translation>Son mot de passe est retiré aussi. Les messages qui l’attendent restent dans la file jusqu’à ce qu’il soit ajouté de nouveau.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Its picture, tries and outputs show here.</source>
            <translation>Son image, ses essais et ses résultats s’affichent ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Join</source>
            <translation>Joindre</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Keep a copy in Sent</source>
            <translation>Garder une copie dans Envoyés</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep a part, by proportions or pixels.</source>
            <translation>Garder une partie, par proportions ou pixels.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Keep alert</source>
            <translation>Garder l’alerte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep columns</source>
            <translation>Garder des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Keep everything</source>
            <translation>Tout garder</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Keep it</source>
            <translation>Le garder</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Keep one a row.</source>
            <translation>Gardez-en une par ligne.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep one of rows that are the same.</source>
            <translation>Garder une des lignes identiques.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep rows</source>
            <translation>Garder des lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep rows that find nothing</source>
            <translation>Garder les lignes qui ne trouvent rien</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep rows where</source>
            <translation>Garder les lignes où</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep the folders below the dropped folder</source>
            <translation>Garder les dossiers sous le dossier déposé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep the modified time</source>
            <translation>Garder la date de modification</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Keep the original</source>
            <translation>Garder l’original</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Keep this password</source>
            <translation>Garder ce mot de passe</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Keep watching</source>
            <translation>Continuer à surveiller</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Key is missing</source>
            <translation>Clé absente</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Key, for tests</source>
            <translation>Clé, pour essais</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Keyboard</source>
            <translation>Clavier</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Larger by</source>
            <translation>Plus grand de</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Largest</source>
            <translation>Maximum</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Largest first</source>
            <translation>Les plus grands d’abord</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Last</source>
            <translation>Dernier</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Last hour</source>
            <translation>Dernière heure</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Last used {when}</source>
            <translation>Utilisée pour la dernière fois {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Leave it</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Leave it, skip the file</source>
            <translation>Le laisser, passer le fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Leave out from now on</source>
            <translation>Exclure désormais</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Left</source>
            <translation>Gauche</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Left as it is by undo</source>
            <translation>Laissé tel quel par l’annulation</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Left as it is: {title}</source>
            <translation>Laissé tel quel : {title}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Left out</source>
            <translation>Écarté</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Left out {0}</source>
            <translation>Écartés {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Left out: {types}.</source>
            <translation>Écartés : {types}.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Left out: {why}</source>
            <translation>Écarté : {why}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Left to right</source>
            <translation>De gauche à droite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Length</source>
            <translation>Longueur</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Letters by e-mail</source>
            <translation>Lettres par courriel</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Licence of the chosen part</source>
            <translation>Licence de la partie choisie</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Light, contrast, colour and sharpness.</source>
            <translation>Lumière, contraste, couleur et netteté.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Limits count people, not messages, and survive a restart.</source>
            <translation>Les limites comptent des personnes, non des messages, et survivent à un redémarrage.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Line break or control character</source>
            <translation>Retour à la ligne ou caractère de contrôle</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Line ends</source>
            <translation>Fins de ligne</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Listed twice</source>
            <translation>Inscrit deux fois</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Listed twice, or on the list of people not to write to.</source>
            <translation>Inscrits deux fois, ou sur la liste des personnes à qui ne pas écrire.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Lists (*.txt *.lst)</source>
            <translation>Listes (*.txt *.lst)</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Location removed.</source>
            <translation>Lieu retiré.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Long edge</source>
            <translation>Grand côté</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Long edge {n} px</source>
            <translation>Grand côté {n} px</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Look again</source>
            <translation>Regarder de nouveau</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look again and retry with the new content.</source>
            <translation>Regardez et réessayez avec le nouveau contenu.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look at the file.</source>
            <translation>Regardez le fichier.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Look at the file; send the report.</source>
            <translation>Regardez le fichier ; envoyez le rapport.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Look at them where they arrived. The others wait for you, also after a restart.</source>
            <translation>Regardez-les là où ils sont arrivés. Les autres vous attendent, même après un redémarrage.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Look now</source>
            <translation>Regarder maintenant</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Looking again…</source>
            <translation>Nouvel examen…</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Looking at what undo would do…</source>
            <translation>Examen de ce qui serait défait…</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Looking through folders…</source>
            <translation>Parcours des dossiers…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Lose my changes</source>
            <translation>Perdre mes changements</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Low: after others</source>
            <translation>Basse : après les autres</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Made of</source>
            <translation>Composé de</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail account is missing</source>
            <translation>Compte de messagerie absent</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Mail accounts</source>
            <translation>Comptes de messagerie</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Mail accounts cannot be changed here.</source>
            <translation>Les comptes de messagerie ne peuvent être changés ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Mail accounts…</source>
            <translation>Comptes de messagerie…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server asks to wait</source>
            <translation>Le serveur de messagerie demande d’attendre</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server cannot be reached</source>
            <translation>Serveur de messagerie injoignable</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mail server not trusted</source>
            <translation>Serveur de messagerie non fiable</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Mail servers say that these %Ln mailboxes do not exist: {0}</source>
            <translation>
                <numerusform>Des serveurs disent que cette %Ln boîte aux lettres n’existe pas : {0}</numerusform>
                <numerusform>Des serveurs disent que ces %Ln boîtes aux lettres n’existent pas : {0}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Mailbox is full</source>
            <translation>Boîte aux lettres pleine</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Mailboxes that do not exist</source>
            <translation>Boîtes aux lettres qui n’existent pas</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Make an app password</source>
            <translation>Créer un mot de passe d’application</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Make formulas harmless</source>
            <translation>Rendre les formules inoffensives</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Make smaller pictures larger</source>
            <translation>Agrandir les images plus petites</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Makes pictures small enough for the web, with a thumbnail each. Location is removed.</source>
            <translation>Rend les images assez petites pour le web, avec une vignette chacune. Le lieu est retiré.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Map values</source>
            <translation>Associer des valeurs</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Marks for decimals and thousands, rounding.</source>
            <translation>Séparateurs décimal et de milliers, arrondi.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Mean</source>
            <translation>Moyenne</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Median</source>
            <translation>Médiane</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Megapixels</source>
            <translation>Mégapixels</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Mend rows of another length. Stands first.</source>
            <translation>Réparer les lignes d’une autre longueur. Vient en premier.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Message</source>
            <translation>Message</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Message as HTML</source>
            <translation>Message en HTML</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Message too big</source>
            <translation>Message trop gros</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Message without a subject</source>
            <translation>Message sans objet</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Message-ID</source>
            <translation>Message-ID</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/grid.py" />
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Messages (*.eml)</source>
            <translation>Messages (*.eml)</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Messages that may have left appear here.</source>
            <translation>Les messages qui sont peut-être partis apparaissent ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Metadata</source>
            <translation>Métadonnées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Metadata only</source>
            <translation>Métadonnées seulement</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Microsoft 365 signs in with the browser. Your administrator registers an application (public client, permission SMTP.Send), gives you its ID, and allows Authenticated SMTP for your mailbox.</source>
            <translation>Microsoft 365 s’identifie par le navigateur. Votre administrateur inscrit une application (client public, autorisation SMTP.Send), vous donne son identifiant et autorise Authenticated SMTP pour votre boîte.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Middle</source>
            <translation>Milieu</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Mirror left to right or top to bottom.</source>
            <translation>Inverser gauche et droite, ou haut et bas.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>More</source>
            <translation>Plus</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>More fields</source>
            <translation>Plus de champs</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>More for this batch</source>
            <translation>Plus pour ce lot</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>More for this cause</source>
            <translation>Plus pour cette cause</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>More for {0}</source>
            <translation>Plus pour {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>More is quicker and leaves less of this computer to other programs. Takes effect at once.</source>
            <translation>Plus va plus vite et laisse moins de cet ordinateur aux autres programmes. Prend effet aussitôt.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than 16,384 columns.</source>
            <translation>Plus de 16 384 colonnes.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than one address</source>
            <translation>Plus d’une adresse</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>More than the limit in Settings.</source>
            <translation>Plus que la limite des réglages.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Most files</source>
            <translation>Nombre maximal de fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Move down</source>
            <translation>Descendre</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Move it away, then retry.</source>
            <translation>Écartez-le, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Move it inside.</source>
            <translation>Déplacez-le à l’intérieur.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Move to the end of its batch</source>
            <translation>Mettre à la fin de son lot</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Move to the top of its batch</source>
            <translation>Mettre en tête de son lot</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Move up</source>
            <translation>Monter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name cannot be used</source>
            <translation>Nom inutilisable</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Name of the key</source>
            <translation>Nom de la clé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Name of the recipe</source>
            <translation>Nom de la recette</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the delimiter in the recipe.</source>
            <translation>Nommez le séparateur dans la recette.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the encoding in the recipe.</source>
            <translation>Nommez l’encodage dans la recette.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the encoding.</source>
            <translation>Nommez l’encodage.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Name the order in the recipe.</source>
            <translation>Nommez l’ordre dans la recette.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Name the program.</source>
            <translation>Nommez le programme.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Needs an add-on that is not installed.</source>
            <translation>Demande un module qui n’est pas installé.</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Network drives report no changes: the folder is looked through again and again.</source>
            <translation>Les disques réseau ne signalent pas les changements : le dossier est parcouru encore et encore.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Never</source>
            <translation>Jamais</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Never used</source>
            <translation>Jamais utilisée</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>New account</source>
            <translation>Nouveau compte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New columns</source>
            <translation>Nouvelles colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New columns from formulas, with exact numbers.</source>
            <translation>De nouvelles colonnes par formules, avec des nombres exacts.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New e-mail recipe</source>
            <translation>Nouvelle recette de courriel</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>New file</source>
            <translation>Nouveau fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New names</source>
            <translation>Nouveaux noms</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>New names, one by one or by a pattern.</source>
            <translation>De nouveaux noms, un par un ou par un motif.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New picture recipe</source>
            <translation>Nouvelle recette d’image</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New recipe</source>
            <translation>Nouvelle recette</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>New table recipe</source>
            <translation>Nouvelle recette de tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Next region</source>
            <translation>Région suivante</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Next row</source>
            <translation>Ligne suivante</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Next sample</source>
            <translation>Exemple suivant</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>No account yet</source>
            <translation>Pas encore de compte</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No address</source>
            <translation>Pas d’adresse</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>No batch that has work left is in view</source>
            <translation>Aucun lot ayant encore du travail n’est affiché</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>No batch that wrote files is in view</source>
            <translation>Aucun lot ayant écrit des fichiers n’est affiché</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/opening.py" />
            <source>No batch waits to be run</source>
            <translation>Aucun lot n’attend d’être lancé</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>No batch with open files is in view</source>
            <translation>Aucun lot avec des fichiers ouverts n’est affiché</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>No command fits</source>
            <translation>Aucune commande trouvée</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>No e-mail is sent twice</source>
            <translation>Aucun courriel n’est envoyé deux fois</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>No empty cell</source>
            <translation>Pas de cellule vide</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>No file matches “{text}”</source>
            <translation>Aucun fichier ne correspond à « {text} »</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>No file of a type that “{recipe}” reads was found.</source>
            <translation>Aucun fichier d’un type que « {recipe} » lit n’a été trouvé.</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>No folder is watched.</source>
            <translation>Aucun dossier n’est surveillé.</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>No metadata.</source>
            <translation>Aucune métadonnée.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>No password</source>
            <translation>Pas de mot de passe</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No password is stored for this account.</source>
            <translation>Aucun mot de passe n’est enregistré pour ce compte.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/pane.py" />
            <source>No preview</source>
            <translation>Pas d’aperçu</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>No program opens {name} here.</source>
            <translation>Aucun programme n’ouvre {name} ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>No recipe can be used. Nothing was added.</source>
            <translation>Aucune recette n’est utilisable. Rien n’a été ajouté.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>No row here</source>
            <translation>Aucune ligne ici</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>No safe connection</source>
            <translation>Pas de connexion sûre</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>No text of this licence is installed.</source>
            <translation>Aucun texte de cette licence n’est installé.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>No value twice</source>
            <translation>Pas deux fois la même valeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Nobody gets it</source>
            <translation>Personne ne le reçoit</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Nobody is on the list.</source>
            <translation>Personne n’est sur la liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Nobody is told yet.</source>
            <translation>Personne n’est encore prévenu.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>None</source>
            <translation>Aucune</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>None is kept yet</source>
            <translation>Aucun n’est encore gardé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>None of</source>
            <translation>Aucun de</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>None of the first messages was accepted.</source>
            <translation>Aucun des premiers messages n’a été accepté.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>None yet</source>
            <translation>Encore aucun</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>None, this computer only</source>
            <translation>Aucune, cet ordinateur seulement</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a complete picture</source>
            <translation>Image incomplète</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a file</source>
            <translation>Pas un fichier</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a picture</source>
            <translation>Pas une image</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not a table</source>
            <translation>Pas un tableau</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not an address</source>
            <translation>Pas une adresse</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Not enough memory</source>
            <translation>Mémoire insuffisante</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Not kept: {0}</source>
            <translation>Non gardé : {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Not possible now</source>
            <translation>Impossible maintenant</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Not reached</source>
            <translation>Non joint</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Not safe</source>
            <translation>Non sûr</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Not saved: {0}</source>
            <translation>Non enregistré : {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Not sent</source>
            <translation>Non envoyé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/controls.py" />
            <source>Not set</source>
            <translation>Non réglé</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Not signed in</source>
            <translation>Non identifié</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Not signed in yet</source>
            <translation>Pas encore identifié</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Not tested yet. A test sends no message.</source>
            <translation>Pas encore essayé. Un essai n’envoie aucun message.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Not written: {why}</source>
            <translation>Non écrit : {why}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/footer.py" />
            <source>Not yet</source>
            <translation>Pas encore</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Notes</source>
            <translation>Remarques</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent yet: fix the %Ln blocked rows.</source>
            <translation>
                <numerusform>Rien ne peut encore être envoyé : corrigez la %Ln ligne bloquée.</numerusform>
                <numerusform>Rien ne peut encore être envoyé : corrigez les %Ln lignes bloquées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent: every row is left out.</source>
            <translation>Rien ne peut être envoyé : toutes les lignes sont écartées.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Nothing can be sent: there are no rows.</source>
            <translation>Rien ne peut être envoyé : il n’y a pas de lignes.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing failed</source>
            <translation>Rien n’a échoué</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Nothing failed.</source>
            <translation>Rien n’a échoué.</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Nothing had to be tried again.</source>
            <translation>Rien n’a dû être réessayé.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing here yet</source>
            <translation>Encore rien ici</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Nothing in the folder is changed. Dropmill forgets which of its files it has taken.</source>
            <translation>Rien n’est changé dans le dossier. Dropmill oublie quels fichiers il y a pris.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is held</source>
            <translation>Rien n’est retenu</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Nothing is lost if the computer stops</source>
            <translation>Rien n’est perdu si l’ordinateur s’arrête</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is running</source>
            <translation>Rien n’est en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Nothing is sent before you confirm</source>
            <translation>Rien n’est envoyé avant votre confirmation</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is tried again</source>
            <translation>Rien n’est réessayé</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing is unconfirmed</source>
            <translation>Rien n’est à confirmer</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing is waiting</source>
            <translation>Rien n’attend</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Nothing needs to be done.</source>
            <translation>Il n’y a rien à faire.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Nothing to do</source>
            <translation>Rien à faire</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing to do in this batch</source>
            <translation>Rien à faire dans ce lot</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Nothing to do.</source>
            <translation>Rien à faire.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Nothing was changed.</source>
            <translation>Rien n’a été changé.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Nothing was overwritten. They are first in the queue and wait for you.</source>
            <translation>Rien n’a été écrasé. Ils sont en tête de la file et vous attendent.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Nothing was overwritten. They start over by themselves.</source>
            <translation>Rien n’a été écrasé. Ils recommencent d’eux-mêmes.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Nothing was sent: {0}</source>
            <translation>Rien n’a été envoyé : {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing was skipped</source>
            <translation>Rien n’a été ignoré</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Nothing was started</source>
            <translation>Rien n’a commencé</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing was written yet</source>
            <translation>Rien n’a encore été écrit</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Nothing was written yet.</source>
            <translation>Rien n’a encore été écrit.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Notifications</source>
            <translation>Notifications</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Number</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Numbered, the name is taken</source>
            <translation>Numéroté, le nom est pris</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Old Mac (CR)</source>
            <translation>Ancien Mac (CR)</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>On a network drive</source>
            <translation>Sur un disque réseau</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>On the list of people not to write to</source>
            <translation>Sur la liste des personnes à qui ne pas écrire</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Once for each batch, with what failed.</source>
            <translation>Une fois par lot, avec ce qui a échoué.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>One a core ({n})</source>
            <translation>Un par cœur ({n})</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One file each</source>
            <translation>Un fichier chacune</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>One message a row. Nothing is sent before you confirm.</source>
            <translation>Un message par ligne. Rien n’est envoyé avant votre confirmation.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One message for each address, later rows are left out</source>
            <translation>Un message par adresse, les lignes suivantes sont écartées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>One message for each address, later rows are left out.</source>
            <translation>Un message par adresse, les lignes suivantes sont écartées.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One of</source>
            <translation>Un de</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>One row for each group, with sums and counts.</source>
            <translation>Une ligne par groupe, avec sommes et nombres.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>One sample</source>
            <translation>Un exemple</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>Only a finished batch can be removed</source>
            <translation>Seul un lot terminé peut être retiré</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only rows for which something holds.</source>
            <translation>Seulement les lignes où quelque chose est vrai.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only rows that find nothing</source>
            <translation>Seulement les lignes qui ne trouvent rien</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only rows that find something</source>
            <translation>Seulement les lignes qui trouvent</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Only the copyright is kept.</source>
            <translation>Seul le copyright est gardé.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Only these columns, in this order.</source>
            <translation>Seulement ces colonnes, dans cet ordre.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/notifications.py" />
            <source>Only when something needs a look.</source>
            <translation>Seulement quand quelque chose demande un regard.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Opacity</source>
            <translation>Opacité</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <location filename="../../app/window/tray.py" />
            <source>Open Dropmill</source>
            <translation>Ouvrir Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Open account</source>
            <translation>Ouvrir le compte</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Open in another program</source>
            <translation>Ouvert dans un autre programme</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Open output</source>
            <translation>Ouvrir le résultat</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Open the file at the line named.</source>
            <translation>Ouvrez le fichier à la ligne nommée.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Open the list</source>
            <translation>Ouvrir la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Open the page</source>
            <translation>Ouvrir la page</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Open {0}</source>
            <translation>Ouvrir {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Open {0} in your browser, type in this code and sign in. Dropmill waits for it.</source>
            <translation>Ouvrez {0} dans votre navigateur, tapez ce code et identifiez-vous. Dropmill attend.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>Or drop on another recipe</source>
            <translation>Ou déposez sur une autre recette</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Or start from a recipe</source>
            <translation>Ou partez d’une recette</translation>
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
            <translation>Originaux</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Originals and space</source>
            <translation>Originaux et place</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Originals are never changed unless you say so</source>
            <translation>Les originaux ne sont jamais modifiés sans votre accord</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Originals are not changed</source>
            <translation>Les originaux ne sont pas modifiés</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Originals are replaced. A copy of each is kept until you dismiss the batch.</source>
            <translation>Les originaux sont remplacés. Une copie de chacun est gardée jusqu’à ce que vous retiriez le lot.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Originals stay where they are and are not changed.</source>
            <translation>Les originaux restent où ils sont et ne sont pas modifiés.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Originals were not changed.</source>
            <translation>Les originaux n’ont pas été modifiés.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Other table</source>
            <translation>Autre tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Other values</source>
            <translation>Autres valeurs</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Output</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Output exists already</source>
            <translation>Le résultat existe déjà</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Outputs</source>
            <translation>Sorties</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Own server</source>
            <translation>Serveur à soi</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Packed file</source>
            <translation>Fichier compressé</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pad</source>
            <translation>Compléter</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Part</source>
            <translation>Partie</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Part to keep</source>
            <translation>Partie à garder</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/fields.py" />
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Password is missing</source>
            <translation>Mot de passe absent</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Paste</source>
            <translation>Coller</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Paste files</source>
            <translation>Coller des fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/inspector.py" />
            <source>Path copied</source>
            <translation>Chemin copié</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pattern</source>
            <translation>Motif</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Pause</source>
            <translation>Suspendre</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Pause here</source>
            <translation>Suspendre ici</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Pause watching {folder}</source>
            <translation>Suspendre la surveillance de {folder}</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Paused by you</source>
            <translation>Suspendu par vous</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Paused by you, press Run to go on</source>
            <translation>Suspendu par vous, appuyez sur Lancer pour continuer</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Paused, {part}</source>
            <translation>Suspendu, {part}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>People a day</source>
            <translation>Personnes par jour</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>People a minute</source>
            <translation>Personnes par minute</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>People who get no mail</source>
            <translation>Personnes qui ne reçoivent pas de courrier</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>People who get no mail…</source>
            <translation>Personnes qui ne reçoivent pas de courrier…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Percent</source>
            <translation>Pourcentage</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Picture recipe</source>
            <translation>Recette d’image</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Pictures</source>
            <translation>Images</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Pictures and styles from the internet are not loaded</source>
            <translation>Les images et les styles venant d’internet ne sont pas chargés</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pictures inside the HTML</source>
            <translation>Images dans le HTML</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Pictures to resize, tables to clean, or a list of people to write to.</source>
            <translation>Des images à redimensionner, des tableaux à nettoyer ou une liste de personnes à qui écrire.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Pivot</source>
            <translation>Pivoter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Place</source>
            <translation>Emplacement</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Planning… {n} of about {all}</source>
            <translation>Planification… {n} sur environ {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Play a sound</source>
            <translation>Jouer un son</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Plays a sound</source>
            <translation>Joue un son</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Plays {file}</source>
            <translation>Joue {file}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Port</source>
            <translation>Port</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/pane.py" />
            <source>Preparing the preview…</source>
            <translation>Préparation de l’aperçu…</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Press the new keys…</source>
            <translation>Appuyez sur les nouvelles touches…</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Preview</source>
            <translation>Aperçu</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Previous region</source>
            <translation>Région précédente</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Priority: {priority}</source>
            <translation>Priorité : {priority}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Processing</source>
            <translation>Traitement</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Profile</source>
            <translation>Profil</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Program and its arguments</source>
            <translation>Programme et ses arguments</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Proportions</source>
            <translation>Proportions</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Provider</source>
            <translation>Fournisseur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put files together</source>
            <translation>Réunir des fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put files together, or a table’s rows beside those of another.</source>
            <translation>Réunir des fichiers, ou les lignes d’un tableau à côté de celles d’un autre.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put in its place</source>
            <translation>Mettre à sa place</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Put in the address that messages come from.</source>
            <translation>Mettez l’adresse d’où viennent les messages.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put it back, then retry.</source>
            <translation>Remettez-le en place, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put it in the folder.</source>
            <translation>Mettez-le dans le dossier.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Put off by the mail server</source>
            <translation>Remis à plus tard par le serveur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Put together by</source>
            <translation>Réunir par</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Qt under the LGPL</source>
            <translation>Qt sous LGPL</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Queue</source>
            <translation>File</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Quit</source>
            <translation>Quitter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Quotes</source>
            <translation>Guillemets</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Raise the limit or make the file smaller.</source>
            <translation>Relevez la limite ou réduisez le fichier.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Read</source>
            <translation>Lire</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Read as</source>
            <translation>Lu comme</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Read as you say</source>
            <translation>Lu comme vous le dites</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Read the one-page guide</source>
            <translation>Lire le guide d’une page</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Read the server's own words.</source>
            <translation>Lisez les mots du serveur.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/rows.py" />
            <source>Ready {0}</source>
            <translation>Prêts {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Recipe</source>
            <translation>Recette</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Recipe editor</source>
            <translation>Éditeur de recettes</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Recipe for the folder to watch</source>
            <translation>Recette pour le dossier à surveiller</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Recipe for what you add next</source>
            <translation>Recette pour ce que vous ajoutez ensuite</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Recipes</source>
            <translation>Recettes</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Recipes name the account, so it keeps its name.</source>
            <translation>Des recettes nomment le compte, il garde donc son nom.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Recipients</source>
            <translation>Destinataires</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Recipients and sending</source>
            <translation>Destinataires et envoi</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Refused by the mail server</source>
            <translation>Refusé par le serveur de messagerie</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Rejected</source>
            <translation>Rejetées</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Release</source>
            <translation>Libérer</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Remember finished files</source>
            <translation>Retenir les fichiers terminés</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>Remove %Ln files</source>
            <translation>
                <numerusform>Supprimer %Ln fichier</numerusform>
                <numerusform>Supprimer %Ln fichiers</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Remove account</source>
            <translation>Retirer le compte</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Remove batch from the list</source>
            <translation>Retirer le lot de la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Remove duplicates</source>
            <translation>Retirer les doublons</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Remove from queue</source>
            <translation>Retirer de la file</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Remove it.</source>
            <translation>Retirez-le.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/form.py" />
            <source>Remove line {n} of {name}</source>
            <translation>Retirer la ligne {n} de {name}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Remove repeated headers</source>
            <translation>Retirer les en-têtes répétés</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>Remove the account {0}?</source>
            <translation>Retirer le compte {0} ?</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Remove the alert {name}</source>
            <translation>Retirer l’alerte {name}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Remove {0}…</source>
            <translation>Retirer {0}…</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Removed</source>
            <translation>Retirées</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Remove…</source>
            <translation>Retirer…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rename columns</source>
            <translation>Renommer des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Repair rows</source>
            <translation>Réparer des lignes</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the row.</source>
            <translation>Réparez la ligne.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the rows, or allow them in the recipe.</source>
            <translation>Réparez les lignes, ou autorisez-les dans la recette.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Repair the rows.</source>
            <translation>Réparez les lignes.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Repeat over the whole picture</source>
            <translation>Répéter sur toute l’image</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Replace</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Replace it</source>
            <translation>La remplacer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Replace it if the input is newer</source>
            <translation>Le remplacer si l’entrée est plus récente</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Replace it, keep a copy</source>
            <translation>Le remplacer, garder une copie</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Replace older ones</source>
            <translation>Remplacer les plus anciens</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Replace the files of the same names in the folders PySide6 and shiboken6 of the program.</source>
            <translation>Remplacez les fichiers de mêmes noms dans les dossiers PySide6 et shiboken6 du programme.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Replaces the file that is there</source>
            <translation>Remplace le fichier qui est là</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Replaces the original, a copy is kept</source>
            <translation>Remplace l’original, une copie est gardée</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/letter.py" />
            <source>Reply to</source>
            <translation>Répondre à</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/inspector.py" />
            <source>Report copied</source>
            <translation>Rapport copié</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Reset all</source>
            <translation>Tout rétablir</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/table.py" />
            <source>Reset columns</source>
            <translation>Rétablir les colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Resize</source>
            <translation>Redimensionner</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/undone.py" />
            <source>Restore %Ln originals</source>
            <translation>
                <numerusform>Remettre %Ln original</numerusform>
                <numerusform>Remettre %Ln originaux</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Result {n}</source>
            <translation>Résultat {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Retry all</source>
            <translation>Tout réessayer</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Retry all failed</source>
            <translation>Réessayer tous les échoués</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Retry all {0}</source>
            <translation>Réessayer les {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Retry now</source>
            <translation>Réessayer maintenant</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Retry {0}</source>
            <translation>Réessayer {0}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Retry, or look at the file.</source>
            <translation>Réessayez, ou regardez le fichier.</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Retrying</source>
            <translation>Nouvel essai</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Revert</source>
            <translation>Revenir en arrière</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Review {0}</source>
            <translation>Examiner {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rewrite dates</source>
            <translation>Réécrire les dates</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rewrite numbers</source>
            <translation>Réécrire les nombres</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rewrite what the file says, leave its pixels. Stands alone.</source>
            <translation>Réécrire ce que dit le fichier, laisser ses pixels. Reste seule.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Right</source>
            <translation>Droite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rotate</source>
            <translation>Tourner</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/diff.py" />
            <source>Row</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row after</source>
            <translation>Ligne suivante</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Row before</source>
            <translation>Ligne précédente</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Row does not fit</source>
            <translation>Ligne non conforme</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>Row {0} of {1}</source>
            <translation>Ligne {0} sur {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Row {n} of the first {all}</source>
            <translation>Ligne {n} des {all} premières</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Row {n} of {all}</source>
            <translation>Ligne {n} sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Rows appear as they are found. Everything else keeps working.</source>
            <translation>Les lignes apparaissent à mesure. Tout le reste continue.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>Rows before and after</source>
            <translation>Lignes avant et après</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows before the header</source>
            <translation>Lignes avant l’en-tête</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows break a rule</source>
            <translation>Des lignes enfreignent une règle</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows do not fit</source>
            <translation>Lignes non conformes</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Rows have more or fewer columns than the header.</source>
            <translation>Des lignes ont plus ou moins de colonnes que l’en-tête.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows of another length</source>
            <translation>Lignes d’une autre longueur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows of one file</source>
            <translation>Lignes par fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rows that break a rule go to the rejects file.</source>
            <translation>Les lignes qui enfreignent une règle vont dans le fichier des rejets.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rules across columns</source>
            <translation>Règles entre colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Rules of columns</source>
            <translation>Règles des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Run</source>
            <translation>Lancer</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Run a command</source>
            <translation>Exécuter une commande</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>Run this batch</source>
            <translation>Lancer ce lot</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Run {things}</source>
            <translation>Lancer {things}</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Running</source>
            <translation>En cours</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Runs {command}</source>
            <translation>Exécute {command}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>STARTTLS, verified</source>
            <translation>STARTTLS, vérifié</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Same format and size</source>
            <translation>Même format, même taille</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Same format as the input, UTF-8.</source>
            <translation>Même format que l’entrée, UTF-8.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Same in these columns</source>
            <translation>Identiques dans ces colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sample</source>
            <translation>Échantillon</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Saturation</source>
            <translation>Saturation</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Save as .eml…</source>
            <translation>Enregistrer en .eml…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Save recipe</source>
            <translation>Enregistrer la recette</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Save the message</source>
            <translation>Enregistrer le message</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Save the messages into a folder</source>
            <translation>Enregistrer les messages dans un dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/shell.py" />
            <source>Save the messages to a folder, then drop it.</source>
            <translation>Enregistrez les messages dans un dossier, puis déposez-le.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Save what it gives as a file, then add that.</source>
            <translation>Enregistrez ce qu’il donne dans un fichier, puis ajoutez-le.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Saved</source>
            <translation>Gagné</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Say to whom.</source>
            <translation>Dites à qui.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Say when.</source>
            <translation>Dites quand.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Search</source>
            <translation>Rechercher</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Search commands</source>
            <translation>Chercher des commandes</translation>
        </message>
        <message>
            <location filename="../../app/window/empty.py" />
            <source>Search everywhere</source>
            <translation>Rechercher partout</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Search in addresses</source>
            <translation>Chercher dans les adresses</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Search in names</source>
            <translation>Rechercher dans les noms</translation>
        </message>
        <message>
            <location filename="../../app/window/help/page.py" />
            <source>Search the help</source>
            <translation>Chercher dans l’aide</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>Searched in names of {where}.</source>
            <translation>Recherché dans les noms de {where}.</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Seconds until started</source>
            <translation>Secondes avant le début</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Security</source>
            <translation>Sécurité</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Select a file</source>
            <translation>Choisissez un fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>Select a file that waits: work stops there</source>
            <translation>Choisissez un fichier qui attend : le travail s’y arrête</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Select addresses first</source>
            <translation>Choisissez d’abord des adresses</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Selected files</source>
            <translation>Fichiers choisis</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/sections.py" />
            <source>Send %Ln again…</source>
            <translation>
                <numerusform>Renvoyer %Ln…</numerusform>
                <numerusform>Renvoyer %Ln…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send %Ln messages</source>
            <translation>
                <numerusform>Envoyer %Ln message</numerusform>
                <numerusform>Envoyer %Ln messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/failures/ask.py" />
            <source>Send %Ln messages again?</source>
            <translation>
                <numerusform>Renvoyer %Ln message ?</numerusform>
                <numerusform>Renvoyer %Ln messages ?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send %Ln messages to {0}</source>
            <translation>
                <numerusform>Envoyer %Ln message à {0}</numerusform>
                <numerusform>Envoyer %Ln messages à {0}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Send a test</source>
            <translation>Envoyer un essai</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>Send a test to me…</source>
            <translation>M’envoyer un essai…</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Send again</source>
            <translation>Renvoyer</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>Send again to {0}?</source>
            <translation>Renvoyer à {0} ?</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Send again…</source>
            <translation>Renvoyer…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Send an e-mail</source>
            <translation>Envoyer un courriel</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Send messages</source>
            <translation>Envoyer les messages</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Send test</source>
            <translation>Envoyer l’essai</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/footer.py" />
            <source>Send the first %Ln, then wait for me</source>
            <translation>
                <numerusform>Envoyer le %Ln premier, puis m’attendre</numerusform>
                <numerusform>Envoyer les %Ln premiers, puis m’attendre</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Send the other %Ln</source>
            <translation>
                <numerusform>Envoyer l’autre (%Ln)</numerusform>
                <numerusform>Envoyer les %Ln autres</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>Send the other %Ln?</source>
            <translation>
                <numerusform>Envoyer l’autre (%Ln) ?</numerusform>
                <numerusform>Envoyer les %Ln autres ?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Send these first, then wait for me</source>
            <translation>Envoyer d’abord ceux-ci, puis m’attendre</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Send to a web address</source>
            <translation>Envoyer à une adresse web</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Send {0} again…</source>
            <translation>Renvoyer {0}…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sender refused</source>
            <translation>Expéditeur refusé</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Sender’s name</source>
            <translation>Nom de l’expéditeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Sending</source>
            <translation>Envoi</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>Sending the test…</source>
            <translation>Envoi de l’essai…</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Sends to {address}</source>
            <translation>Envoie à {address}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Server with the Sent folder</source>
            <translation>Serveur du dossier Envoyés</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Server with the Sent folder (IMAP)</source>
            <translation>Serveur du dossier Envoyés (IMAP)</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Set aside after two crashes; nothing else was affected.</source>
            <translation>Mis de côté après deux plantages ; rien d’autre n’a été touché.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Several files at once.</source>
            <translation>Plusieurs fichiers à la fois.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Several files, by a column or a number of rows. Stands last.</source>
            <translation>Plusieurs fichiers, par une colonne ou un nombre de lignes. Vient en dernier.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>Share of free memory</source>
            <translation>Part de la mémoire libre</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Share of the rows</source>
            <translation>Part des lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sharpen</source>
            <translation>Netteté</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sheet</source>
            <translation>Feuille</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Short edge</source>
            <translation>Petit côté</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>Short edge {n} px</source>
            <translation>Petit côté {n} px</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/page.py" />
            <source>Shortcuts</source>
            <translation>Raccourcis</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Show</source>
            <translation>Afficher</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Show a notification</source>
            <translation>Afficher une notification</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Show all {0} in the table</source>
            <translation>Afficher les {0} dans la table</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Show all {n}</source>
            <translation>Tout afficher ({n})</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show failures</source>
            <translation>Afficher les échecs</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Show how to allow it</source>
            <translation>Montrer comment l’autoriser</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Show in folder</source>
            <translation>Afficher dans le dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Show list</source>
            <translation>Afficher la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show original in folder</source>
            <translation>Afficher l’original dans son dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show output</source>
            <translation>Afficher les résultats</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Show output in folder</source>
            <translation>Afficher le résultat dans son dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/head.py" />
            <source>Show the failures</source>
            <translation>Afficher les échecs</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/group.py" />
            <source>Show the files</source>
            <translation>Afficher les fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/bounces.py" />
            <source>Show the list</source>
            <translation>Afficher la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Show the whole message</source>
            <translation>Afficher le message entier</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Show these files</source>
            <translation>Afficher ces fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Show {0} in folder</source>
            <translation>Afficher {0} dans son dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Show {title} as a chart</source>
            <translation>Afficher {title} en graphique</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Show {title} as a table</source>
            <translation>Afficher {title} en tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Show {view}</source>
            <translation>Afficher {view}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Shows a notification</source>
            <translation>Affiche une notification</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Sign in with</source>
            <translation>S’identifier avec</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/sign_in.py" />
            <source>Sign in with the browser</source>
            <translation>S’identifier par le navigateur</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Sign in…</source>
            <translation>S’identifier…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Sign-in put off</source>
            <translation>Identification remise à plus tard</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Sign-in refused</source>
            <translation>Identification refusée</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>Signed in</source>
            <translation>Identifié</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Size about</source>
            <translation>Taille approchée</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Size of a picture</source>
            <translation>Taille d’une image</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Size of the pictures</source>
            <translation>Taille des images</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Size of the queue</source>
            <translation>Taille de la file</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Skipped</source>
            <translation>Ignoré</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Slowest 5 %</source>
            <translation>Les 5 % plus lents</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Slowest 5 %, dashed</source>
            <translation>Les 5 % plus lents, en tirets</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Smallest</source>
            <translation>Minimum</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Some characters cannot be read with certainty.</source>
            <translation>Certains caractères ne peuvent être lus avec certitude.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Some of the rows, the same ones each time.</source>
            <translation>Quelques lignes, chaque fois les mêmes.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Something in the recipe needs another value first.</source>
            <translation>Quelque chose dans la recette demande d’abord une autre valeur.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sort</source>
            <translation>Trier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sort by</source>
            <translation>Trier par</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Sound file (empty: the system's own)</source>
            <translation>Fichier son (vide : celui du système)</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Spaces after a delimiter</source>
            <translation>Espaces après un séparateur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Speed</source>
            <translation>Vitesse</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Split</source>
            <translation>Diviser</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Start it again: it uses what it finds there and checks no signature.</source>
            <translation>Redémarrez-le : il prend ce qu’il y trouve et ne vérifie aucune signature.</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Start with my own files</source>
            <translation>Commencer avec mes fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Starting and closing</source>
            <translation>Démarrer et fermer</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Starts {time}</source>
            <translation>Commence {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>Stay</source>
            <translation>Rester</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/adding.py" />
            <source>Steps</source>
            <translation>Étapes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Steps of this output alone</source>
            <translation>Étapes de cette sortie seule</translation>
        </message>
        <message>
            <location filename="../../app/window/header.py" />
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop after running files</source>
            <translation>Arrêter après les fichiers en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop and quit</source>
            <translation>Arrêter et quitter</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stop at more rejects than</source>
            <translation>Arrêter au-delà de rejets</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Stop now, start them over later</source>
            <translation>Arrêter maintenant, recommencer plus tard</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stop the file</source>
            <translation>Arrêter le fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stray quotes</source>
            <translation>Guillemets égarés</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Stretch from darkest to brightest</source>
            <translation>Étirer du plus sombre au plus clair</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Subject</source>
            <translation>Objet</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/model.py" />
            <source>Subject, or what is wrong</source>
            <translation>Objet, ou ce qui ne va pas</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Sum</source>
            <translation>Somme</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Summed</source>
            <translation>Résumé</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>TLS, verified</source>
            <translation>TLS, vérifié</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/cards.py" />
            <source>Table</source>
            <translation>Tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>Table (*.csv)</source>
            <translation>Tableau (*.csv)</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Table recipe</source>
            <translation>Recette de tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Tables</source>
            <translation>Tableaux</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Take as text</source>
            <translation>Prendre comme texte</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>Take off the list</source>
            <translation>Retirer de la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Take spaces away at both ends.</source>
            <translation>Retirer les espaces aux deux bouts.</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Take the pause mark away</source>
            <translation>Retirer la marque d’arrêt</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Takes effect at the next start.</source>
            <translation>Prend effet au prochain démarrage.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Tell the office</source>
            <translation>Prévenir le bureau</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Template cannot be used</source>
            <translation>Modèle inutilisable</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Test</source>
            <translation>Essayer</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Test again</source>
            <translation>Essayer de nouveau</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/card.py" />
            <source>Test connection</source>
            <translation>Essayer la connexion</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text below each picture</source>
            <translation>Texte sous chaque image</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text from a file</source>
            <translation>Texte d’un fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Text of the message</source>
            <translation>Texte du message</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Text unclear</source>
            <translation>Texte incertain</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Text with numbers</source>
            <translation>Texte avec nombres</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The %Ln blocked rows are not sent.</source>
            <translation>
                <numerusform>La %Ln ligne bloquée n’est pas envoyée.</numerusform>
                <numerusform>Les %Ln lignes bloquées ne sont pas envoyées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The %Ln left-out rows are not sent.</source>
            <translation>
                <numerusform>La %Ln ligne écartée n’est pas envoyée.</numerusform>
                <numerusform>Les %Ln lignes écartées ne sont pas envoyées.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The account that the recipe names is not set up.</source>
            <translation>Le compte que nomme la recette n’est pas réglé.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The address cannot be right.</source>
            <translation>L’adresse ne peut être juste.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>The batch pauses here</source>
            <translation>Le lot s’arrête ici</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The cell holds several addresses.</source>
            <translation>La cellule contient plusieurs adresses.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>The clipboard holds no files and no paths.</source>
            <translation>Le presse-papiers ne contient ni fichiers ni chemins.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The connection broke before the message left.</source>
            <translation>La connexion s’est coupée avant le départ du message.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The connection could not be made safe.</source>
            <translation>La connexion n’a pu être rendue sûre.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>The connection was lost after the message left</source>
            <translation>La connexion a été perdue après le départ du message</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The connection was lost after the message left.</source>
            <translation>La connexion a été perdue après le départ du message.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The content is something else than the name says.</source>
            <translation>Le contenu est autre chose que ce que dit le nom.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The decoder stopped working</source>
            <translation>Le décodeur a cessé de fonctionner</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The drive or network folder of these files is not there.</source>
            <translation>Le disque ou le dossier réseau de ces fichiers n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The drive or the network did not answer properly.</source>
            <translation>Le disque ou le réseau n’a pas bien répondu.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file holds binary data.</source>
            <translation>Le fichier contient des données binaires.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file is an archive.</source>
            <translation>Le fichier est une archive.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file is not the one that was checked.</source>
            <translation>Le fichier n’est pas celui qui a été vérifié.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file lies outside the attachment folder.</source>
            <translation>Le fichier est hors du dossier des pièces jointes.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file needs more memory than is free.</source>
            <translation>Le fichier demande plus de mémoire qu’il n’y en a de libre.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The file to attach is not there.</source>
            <translation>Le fichier à joindre n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>The files are still being looked through.</source>
            <translation>Les fichiers sont encore en cours d’examen.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files end too early or are damaged, usually after a broken copy.</source>
            <translation>Les fichiers finissent trop tôt ou sont endommagés, le plus souvent après une copie interrompue.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files hold no data at all.</source>
            <translation>Les fichiers ne contiennent aucune donnée.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The files were left as they were.</source>
            <translation>Les fichiers sont restés tels quels.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The first</source>
            <translation>Le premier</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/banners.py" />
            <source>The first %Ln messages were accepted.</source>
            <translation>
                <numerusform>Le premier message (%Ln) a été accepté.</numerusform>
                <numerusform>Les %Ln premiers messages ont été acceptés.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>The first 3 messages, then it waits for you.</source>
            <translation>Les 3 premiers messages, puis l’envoi vous attend.</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>The folder {folder} cannot be shown here.</source>
            <translation>Le dossier {folder} ne peut être affiché ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>The folder {folder} is not there any more.</source>
            <translation>Le dossier {folder} n’est plus là.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>The keys that {action} had at first</source>
            <translation>Les touches d’origine de {action}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The last</source>
            <translation>Le dernier</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The list cannot be read with certainty.</source>
            <translation>La liste ne peut être lue avec certitude.</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>The list says why.</source>
            <translation>La liste dit pourquoi.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>The mail check leaves these addresses out of every batch.</source>
            <translation>La vérification écarte ces adresses de chaque lot.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The mail server accepted {0} of {1} messages.</source>
            <translation>Le serveur de messagerie a accepté {0} messages sur {1}.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The mail server asks to wait until {0}</source>
            <translation>Le serveur de messagerie demande d’attendre jusqu’à {0}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server cannot check the password now.</source>
            <translation>Le serveur de messagerie ne peut vérifier le mot de passe maintenant.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server did not accept the user or password.</source>
            <translation>Le serveur de messagerie n’a pas accepté l’utilisateur ou le mot de passe.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server does not allow this From address.</source>
            <translation>Le serveur de messagerie ne permet pas cette adresse d’expéditeur.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server offers no encryption.</source>
            <translation>Le serveur de messagerie n’offre pas de chiffrement.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server takes no more messages today.</source>
            <translation>Le serveur de messagerie ne prend plus de messages aujourd’hui.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mail server's certificate cannot be verified.</source>
            <translation>Le certificat du serveur de messagerie ne peut être vérifié.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The mailbox does not exist or takes no mail.</source>
            <translation>La boîte n’existe pas ou n’accepte pas de courrier.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The message is larger than the server takes.</source>
            <translation>Le message est plus gros que ce que le serveur accepte.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/trial.py" />
            <source>The message of row {0} goes to this address alone, with [Test] before its subject. The row stays as it is.</source>
            <translation>Le message de la ligne {0} va à cette seule adresse, avec [Test] devant l’objet. La ligne reste telle quelle.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>The message of row {0} was accepted for {1}: {2}</source>
            <translation>Le message de la ligne {0} a été accepté pour {1} : {2}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The message uses a field that the list does not have.</source>
            <translation>Le message emploie un champ que la liste n’a pas.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>The oldest go first. A batch that ended within a day keeps all of its files.</source>
            <translation>Les plus anciens partent d’abord. Un lot terminé depuis moins d’un jour garde tous ses fichiers.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The others get it</source>
            <translation>Les autres le reçoivent</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The output format cannot hold a picture of this size.</source>
            <translation>Le format de sortie ne peut contenir une image de cette taille.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The output name cannot be written on this drive.</source>
            <translation>Le nom du résultat ne peut être écrit sur ce disque.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>The queue</source>
            <translation>La file</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>The queue cannot be read.</source>
            <translation>La file ne peut être lue.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/view.py" />
            <source>The recipe as JSON</source>
            <translation>La recette en JSON</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>The recipe could not be saved: {0}. Nothing was changed.</source>
            <translation>La recette n’a pu être enregistrée : {0}. Rien n’a été changé.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>The recipe needs a name.</source>
            <translation>La recette a besoin d’un nom.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>The recipes could not be changed: {0}.</source>
            <translation>Les recettes n’ont pu être changées : {0}.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The recipient's mailbox is full.</source>
            <translation>La boîte du destinataire est pleine.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>The report is in {0}</source>
            <translation>Le rapport est dans {0}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The row has more or fewer cells than the header.</source>
            <translation>La ligne a plus ou moins de cellules que l’en-tête.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The row has no e-mail address.</source>
            <translation>La ligne n’a pas d’adresse électronique.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The rows do not add up. Nothing was written.</source>
            <translation>Le compte des lignes n’y est pas. Rien n’a été écrit.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>The rows say which files were put back or removed. Adding the files again does them again.</source>
            <translation>Les lignes disent quels fichiers ont été remis ou supprimés. Ajouter de nouveau les fichiers les refait.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The same in all</source>
            <translation>Identique dans tous</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The same mailbox stands in the list before.</source>
            <translation>La même boîte figure déjà plus haut dans la liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>The same value gets the same sign; nobody reads it back.</source>
            <translation>La même valeur reçoit le même signe ; personne ne la retrouve.</translation>
        </message>
        <message>
            <location filename="../../app/window/pages.py" />
            <source>The sample cannot be used: {reason}</source>
            <translation>L’exemple est inutilisable : {reason}</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The secret key that the recipe names is not kept on this computer.</source>
            <translation>La clé secrète que nomme la recette n’est pas sur cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server asks to try again later.</source>
            <translation>Le serveur demande de réessayer plus tard.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server cannot take this address.</source>
            <translation>Le serveur ne peut prendre cette adresse.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server could not take the message now.</source>
            <translation>Le serveur n’a pu prendre le message maintenant.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server did not take the connection.</source>
            <translation>Le serveur n’a pas pris la connexion.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server did not take the greeting.</source>
            <translation>Le serveur n’a pas pris les présentations.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server did not turn on encryption.</source>
            <translation>Le serveur n’a pas activé le chiffrement.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server does not accept the message.</source>
            <translation>Le serveur n’accepte pas le message.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server does not take messages of this size.</source>
            <translation>Le serveur ne prend pas de messages de cette taille.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The server refused the message.</source>
            <translation>Le serveur a refusé le message.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The server was not reached.</source>
            <translation>Le serveur n’a pas été joint.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The sign-in did not work.</source>
            <translation>L’identification n’a pas marché.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The table does not pass the recipe's checks.</source>
            <translation>Le tableau ne passe pas les vérifications de la recette.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The table would be split into more files than the recipe allows.</source>
            <translation>Le tableau serait divisé en plus de fichiers que la recette ne permet.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The template has a mistake.</source>
            <translation>Le modèle contient une faute.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>The test alert was given.</source>
            <translation>L’alerte d’essai a été donnée.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>The test did not come to its end.</source>
            <translation>L’essai n’est pas allé à son terme.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The time limit of the batch passed before it could start.</source>
            <translation>Le délai du lot est passé avant que cela puisse commencer.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>The versions are in the clipboard.</source>
            <translation>Les versions sont dans le presse-papiers.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>The work was stopped at the time limit; nothing else was affected.</source>
            <translation>Le travail a été arrêté à la limite de temps ; rien d’autre n’a été touché.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>The {0} blocked and {1} left-out rows are not sent.</source>
            <translation>Les {0} lignes bloquées et {1} écartées ne sont pas envoyées.</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>Their outputs are there and newer. They are not made again.</source>
            <translation>Leurs résultats sont là et plus récents. Ils ne sont pas refaits.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Theme: {theme}</source>
            <translation>Thème : {theme}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Then</source>
            <translation>Ensuite</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Then they leave the list, and their batch cannot be undone any more. What failed stays.</source>
            <translation>Ils quittent alors la liste, et leur lot ne peut plus être défait. Ce qui a échoué reste.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/panel.py" />
            <source>There is no account yet. Messages can be written as files without one.</source>
            <translation>Il n’y a pas encore de compte. Les messages peuvent être écrits en fichiers sans compte.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no connection to the mail server.</source>
            <translation>Il n’y a pas de connexion au serveur de messagerie.</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>There is no output yet.</source>
            <translation>Il n’y a pas encore de résultat.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no room left for the outputs.</source>
            <translation>Il n’y a plus de place pour les résultats.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>There is no row in these files.</source>
            <translation>Il n’y a aucune ligne dans ces fichiers.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>There is none</source>
            <translation>Il n’y en a pas</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>There is nothing to run.</source>
            <translation>Il n’y a rien à lancer.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>There is one</source>
            <translation>Il y en a une</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>There was no file to add.</source>
            <translation>Il n’y avait aucun fichier à ajouter.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/keys.py" />
            <source>These keys move through the window and answer questions. Choose others.</source>
            <translation>Ces touches parcourent la fenêtre et répondent aux questions. Choisissez-en d’autres.</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>They are not sent. The check says what is wrong.</source>
            <translation>Elles ne sont pas envoyées. La vérification dit ce qui ne va pas.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>They are separate files, so you may put your own build in their place.</source>
            <translation>Ce sont des fichiers séparés : vous pouvez mettre les vôtres à leur place.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>They asked for no mail.</source>
            <translation>Elles ne veulent pas de courrier.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>They left completely, then the connection was lost before the server answered. Dropmill never sends them again by itself. Look in the account’s Sent folder or ask {name}.</source>
            <translation>Ils sont partis en entier, puis la connexion a été perdue avant la réponse du serveur. Dropmill ne les renvoie jamais de lui-même. Regardez dans le dossier Envoyés du compte ou demandez à {name}.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>They may arrive twice.</source>
            <translation>Ils peuvent arriver deux fois.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Thickness</source>
            <translation>Épaisseur</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>This batch was started already.</source>
            <translation>Ce lot a déjà été lancé.</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>This batch was undone already</source>
            <translation>Ce lot a déjà été défait</translation>
        </message>
        <message>
            <location filename="../../app/window/ordering.py" />
            <source>This file is in work or done already. Choose one that waits.</source>
            <translation>Ce fichier est en cours ou déjà fait. Choisissez-en un qui attend.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>This message…</source>
            <translation>Ce message…</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>This recipe has worked off these files already, and the results are still there.</source>
            <translation>Cette recette a déjà traité ces fichiers, et les résultats sont toujours là.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>This row has no message</source>
            <translation>Cette ligne n’a pas de message</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Thousands mark</source>
            <translation>Séparateur de milliers</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Throughput</source>
            <translation>Débit</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Tidy now</source>
            <translation>Ranger maintenant</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Tidy the queue now</source>
            <translation>Ranger la file maintenant</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Time</source>
            <translation>Temps</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Title Case</source>
            <translation>Initiales Majuscules</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>To</source>
            <translation>À</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>To the rejects file</source>
            <translation>Dans le fichier des rejets</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>To {0}</source>
            <translation>À {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too large</source>
            <translation>Trop grand</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too large for the format</source>
            <translation>Trop grand pour le format</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too late</source>
            <translation>Trop tard</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many columns</source>
            <translation>Trop de colonnes</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many files</source>
            <translation>Trop de fichiers</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Too many messages in a short time.</source>
            <translation>Trop de messages en peu de temps.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Took too long</source>
            <translation>A pris trop de temps</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top</source>
            <translation>Haut</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top left</source>
            <translation>En haut à gauche</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top right</source>
            <translation>En haut à droite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Top to bottom</source>
            <translation>De haut en bas</translation>
        </message>
        <message>
            <location filename="../../app/window/help/page.py" />
            <source>Topics</source>
            <translation>Sujets</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Tried again</source>
            <translation>Réessayé</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Tried again after {time}.</source>
            <translation>Réessayé après {time}.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Tried again when you asked for it.</source>
            <translation>Réessayé à votre demande.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>Tries</source>
            <translation>Essais</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Trim</source>
            <translation>Retirer les espaces</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Trims spaces, removes duplicate rows and saves as UTF-8. Tells where every row went.</source>
            <translation>Retire espaces et lignes en double, enregistre en UTF-8. Dit où est allée chaque ligne.</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/model.py" />
            <source>Try</source>
            <translation>Essai</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Try again later.</source>
            <translation>Réessayez plus tard.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Try for at most</source>
            <translation>Essayer au plus</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pane.py" />
            <source>Try it on</source>
            <translation>L’essayer sur</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Try now</source>
            <translation>Essayer maintenant</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/welcome/page.py" />
            <source>Try with %Ln sample pictures</source>
            <translation>
                <numerusform>Essayer avec %Ln image</numerusform>
                <numerusform>Essayer avec %Ln images</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Try with a sample list</source>
            <translation>Essayer avec une liste</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Try with a sample table</source>
            <translation>Essayer avec un tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>Try {n}</source>
            <translation>Essai {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>Try {n} of {all} in {when}</source>
            <translation>Essai {n} sur {all} dans {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>Trying {0} again…</source>
            <translation>Nouvel essai pour {0}…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Turn by any angle; quarter turns lose nothing.</source>
            <translation>Tourner d’un angle quelconque ; les quarts de tour ne perdent rien.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Turn by the camera’s orientation</source>
            <translation>Tourner selon l’orientation de l’appareil</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Turn off</source>
            <translation>Désactiver</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/cards.py" />
            <source>Turn on</source>
            <translation>Activer</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Turn upright</source>
            <translation>Remettre droit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Turned off. {0}</source>
            <translation>Désactivé. {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Turned off: pictures stay as they are stored.</source>
            <translation>Désactivé : les images restent comme elles sont enregistrées.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Twice</source>
            <translation>Deux fois</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Two readings of the columns are possible.</source>
            <translation>Deux lectures des colonnes sont possibles.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Type</source>
            <translation>Type</translation>
        </message>
        <message>
            <location filename="../../app/window/palette.py" />
            <source>Type what you want to do</source>
            <translation>Tapez ce que vous voulez faire</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>UPPER CASE</source>
            <translation>MAJUSCULES</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>Unconfirmed</source>
            <translation>Non confirmé</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Undo batch…</source>
            <translation>Défaire le lot…</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Undo “{title}”?</source>
            <translation>Défaire « {title} » ?</translation>
        </message>
        <message>
            <location filename="../../app/window/undoing.py" />
            <source>Undoing…</source>
            <translation>Annulation du lot…</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Undone</source>
            <translation>Défait</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Undone at {time}</source>
            <translation>Défait à {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Unix (LF)</source>
            <translation>Unix (LF)</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Unix line ends</source>
            <translation>fins de ligne Unix</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unknown field</source>
            <translation>Champ inconnu</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unlock the keyring, then retry.</source>
            <translation>Déverrouillez le trousseau, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Unpack it, then add what is inside.</source>
            <translation>Décompressez-la, puis ajoutez ce qu’elle contient.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Unpivot</source>
            <translation>Dépivoter</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/pane.py" />
            <source>Updating…</source>
            <translation>Mise à jour…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Upper, lower or title case.</source>
            <translation>Majuscules, minuscules ou initiales.</translation>
        </message>
        <message>
            <location filename="../../app/core/failures.py" />
            <source>Use another address.</source>
            <translation>Employez une autre adresse.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Use for what I add next</source>
            <translation>Utiliser pour ce que j’ajoute ensuite</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>Use them here</source>
            <translation>Les utiliser ici</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>User</source>
            <translation>Utilisateur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>Value</source>
            <translation>Valeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Values of a column become columns.</source>
            <translation>Les valeurs d’une colonne deviennent des colonnes.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>View</source>
            <translation>Affichage</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>View as JSON</source>
            <translation>Voir en JSON</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>View as cards</source>
            <translation>Voir en cartes</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Views and batches</source>
            <translation>Vues et lots</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting for you to press Run</source>
            <translation>Attend que vous appuyiez sur Lancer</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>Waiting for you to send</source>
            <translation>Attend que vous envoyiez</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>Waiting time</source>
            <translation>Temps d’attente</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: %Ln files try again in {when}</source>
            <translation>
                <numerusform>En attente : nouvel essai de %Ln fichier dans {when}</numerusform>
                <numerusform>En attente : nouvel essai de %Ln fichiers dans {when}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: a drive is full</source>
            <translation>En attente : un disque est plein</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: starts {time}</source>
            <translation>En attente : commence {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: the mail server asks to wait until {time}</source>
            <translation>En attente : le serveur de messagerie demande d’attendre jusqu’à {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {drive} is away, looking again in {when}</source>
            <translation>En attente : {drive} est absent, nouvel examen dans {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}</source>
            <translation>En attente : {reason}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}, continues {time}</source>
            <translation>En attente : {reason}, continue {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>Waiting: {reason}, looking again in {when}</source>
            <translation>En attente : {reason}, nouvel examen dans {when}</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Warnings</source>
            <translation>Avertissements</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch a folder</source>
            <translation>Surveiller un dossier</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch a folder…</source>
            <translation>Surveiller un dossier…</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch it no longer</source>
            <translation>Ne plus le surveiller</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} again</source>
            <translation>Surveiller de nouveau {folder}</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} no longer</source>
            <translation>Ne plus surveiller {folder}</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watch {folder} no longer?</source>
            <translation>Ne plus surveiller {folder} ?</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>Watched</source>
            <translation>Surveillé</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>Watched folders</source>
            <translation>Dossiers surveillés</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Watched folders…</source>
            <translation>Dossiers surveillés…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Watermark</source>
            <translation>Filigrane</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Web address</source>
            <translation>Adresse web</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Web photos</source>
            <translation>Photos pour le web</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Welcome</source>
            <translation>Bienvenue</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>Welcome and samples</source>
            <translation>Bienvenue et exemples</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Welcome to Dropmill</source>
            <translation>Bienvenue dans Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>What Dropmill does when something happens, also while its window is hidden.</source>
            <translation>Ce que fait Dropmill quand quelque chose arrive, même fenêtre cachée.</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>What Dropmill is made of</source>
            <translation>De quoi Dropmill est fait</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>What all files in work may take together. One that needs more waits, and is worked off alone.</source>
            <translation>Ce que tous les fichiers en cours peuvent prendre ensemble. Un fichier qui demande plus attend et est traité seul.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>What exactly</source>
            <translation>Quoi exactement</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>What happens</source>
            <translation>Ce qui se passe</translation>
        </message>
        <message>
            <location filename="../../app/window/actions.py" />
            <source>What happens to my originals?</source>
            <translation>Que deviennent mes originaux ?</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>What is not finished stays in the queue for next time.</source>
            <translation>Ce qui n’est pas fini reste dans la file pour la prochaine fois.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>What is remembered</source>
            <translation>Ce qui est retenu</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>What is shown</source>
            <translation>Ce qui est affiché</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>What of the rows is shown</source>
            <translation>Ce qui est montré des lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>What the window shows when it opens.</source>
            <translation>Ce que montre la fenêtre quand elle s’ouvre.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>What was sent cannot be taken back</source>
            <translation>Ce qui a été envoyé ne peut être repris</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>When</source>
            <translation>Quand</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/general.py" />
            <source>When I close the window during work</source>
            <translation>Quand je ferme la fenêtre pendant le travail</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>When something does not work</source>
            <translation>Quand quelque chose ne marche pas</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>Where a recipe replaces files, a copy of each original is kept until you remove the batch from the list.</source>
            <translation>Quand une recette remplace des fichiers, une copie de chaque original est gardée jusqu’à ce que vous retiriez le lot de la liste.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Where they go</source>
            <translation>Où ils vont</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/mail.py" />
            <source>Which form of the message is shown</source>
            <translation>Quelle forme du message est montrée</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>Which lines are listed</source>
            <translation>Quelles lignes sont listées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Which one stays</source>
            <translation>Laquelle reste</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/picture.py" />
            <source>Which result is shown</source>
            <translation>Quel résultat est montré</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>Which rows are listed</source>
            <translation>Quelles lignes sont listées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>Which side is shown</source>
            <translation>Quel côté est montré</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Whole number</source>
            <translation>Nombre entier</translation>
        </message>
        <message>
            <location filename="../../app/window/left.py" />
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Width</source>
            <translation>Largeur</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>Will be written</source>
            <translation>Sera écrit</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/model.py" />
            <source>Will be written as</source>
            <translation>Sera écrit comme</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Windows (CRLF)</source>
            <translation>Windows (CRLF)</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>Windows line ends</source>
            <translation>fins de ligne Windows</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/keys.py" />
            <source>Without Ctrl or Alt these keys are needed for typing. Choose others.</source>
            <translation>Sans Ctrl ni Alt, ces touches servent à écrire. Choisissez-en d’autres.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Without loss</source>
            <translation>Sans perte</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Words for an empty cell</source>
            <translation>Mots pour une cellule vide</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/alerts.py" />
            <source>Work has to wait</source>
            <translation>Le travail doit attendre</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/processing.py" />
            <source>Worker processes</source>
            <translation>Processus de travail</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/commands.py" />
            <source>Working…</source>
            <translation>Travail en cours…</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>Write</source>
            <translation>Écrire</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Write %Ln messages as files</source>
            <translation>
                <numerusform>Écrire %Ln message en fichier</numerusform>
                <numerusform>Écrire %Ln messages en fichiers</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write as</source>
            <translation>Écrire comme</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write in</source>
            <translation>Écrire dans</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write it anyway</source>
            <translation>L’écrire quand même</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/closing.py" />
            <source>Write messages</source>
            <translation>Écrire les messages</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write the decimal mark as</source>
            <translation>Écrire le séparateur décimal comme</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Write the thousands mark as</source>
            <translation>Écrire le séparateur de milliers comme</translation>
        </message>
        <message>
            <location filename="../../app/window/welcome/page.py" />
            <source>Writes one message a row and attaches the right file. The sample sends nothing.</source>
            <translation>Écrit un message par ligne et joint le bon fichier. L’exemple n’envoie rien.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>Written</source>
            <translation>Écrit</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Written as</source>
            <translation>Écrit comme</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Yahoo wants an app password: open Account security, make an app password called Dropmill and put it in here.</source>
            <translation>Yahoo demande un mot de passe d’application : ouvrez la sécurité du compte, créez-en un nommé Dropmill et mettez-le ici.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Yes</source>
            <translation>Oui</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>Yes or no</source>
            <translation>Oui ou non</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>Your changes to it are lost. Batches that were added with them keep them.</source>
            <translation>Vos changements sont perdus. Les lots ajoutés avec eux les gardent.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>Your provider’s help names its server for outgoing mail (SMTP).</source>
            <translation>L’aide de votre fournisseur nomme son serveur d’envoi (SMTP).</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>a day</source>
            <translation>par jour</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>a few seconds</source>
            <translation>quelques secondes</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>a minute</source>
            <translation>par minute</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>a minute while at work</source>
            <translation>par minute pendant le travail</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>a number is added</source>
            <translation>un numéro est ajouté</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/message.py" />
            <source>about {0}</source>
            <translation>environ {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} h</source>
            <translation>environ {n} h</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} min</source>
            <translation>environ {n} min</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>about {n} s</source>
            <translation>environ {n} s</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>about {size}</source>
            <translation>environ {size}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>address@example.org, several with commas</source>
            <translation>adresse@example.org, plusieurs avec des virgules</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>adds computed columns</source>
            <translation>ajoute des colonnes calculées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>after step {n} of {all}</source>
            <translation>après l’étape {n} sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>all batches</source>
            <translation>tous les lots</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>all columns</source>
            <translation>toutes les colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>all metadata</source>
            <translation>toutes les métadonnées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>all metadata but location</source>
            <translation>toutes les métadonnées sauf le lieu</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>all pictures in one {form}</source>
            <translation>toutes les images en un {form}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>all pictures on one sheet, {n} in a row</source>
            <translation>toutes les images sur une planche, {n} par rangée</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>an hour</source>
            <translation>par heure</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/inspector/sections.py" />
            <source>and %Ln more</source>
            <translation>
                <numerusform>et %Ln autre</numerusform>
                <numerusform>et %Ln autres</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>any</source>
            <translation>n’importe</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>as it was before: something needs another value</source>
            <translation>comme avant : quelque chose demande une autre valeur</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>at most {n} kB</source>
            <translation>au plus {n} ko</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>at {time}</source>
            <translation>à {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>attached: {0}</source>
            <translation>joint : {0}</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>beside the originals</source>
            <translation>à côté des originaux</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>border</source>
            <translation>bord</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>cancelled by you</source>
            <translation>abandonné par vous</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>cannot be read, or done before</source>
            <translation>illisible, ou déjà fait</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/diff.py" />
            <source>changed</source>
            <translation>modifié</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>changed by you</source>
            <translation>changée par vous</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>changes upper and lower case</source>
            <translation>change majuscules et minuscules</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>checks every row</source>
            <translation>vérifie chaque ligne</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>comma</source>
            <translation>virgule</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>computing</source>
            <translation>calcul</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>connecting</source>
            <translation>connexion</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>created</source>
            <translation>créées</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>cropped</source>
            <translation>recadré</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/numbers.py" />
            <source>d MMM</source>
            <translation>d MMM</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>d MMMM</source>
            <translation>d MMMM</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>d MMMM yyyy</source>
            <translation>d MMMM yyyy</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>days</source>
            <translation>jours</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>dddd d MMMM</source>
            <translation>dddd d MMMM</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>digits</source>
            <translation>chiffres</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>done</source>
            <translation>terminé</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>drops columns</source>
            <translation>retire des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>encoding</source>
            <translation>encodage</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>enough</source>
            <translation>assez</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>every 15 minutes</source>
            <translation>toutes les 15 minutes</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>failed</source>
            <translation>échoué</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/drawer.py" />
            <source>failures.csv</source>
            <translation>echecs.csv</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>figures are kept for 30 days</source>
            <translation>les chiffres sont gardés 30 jours</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>fills empty cells</source>
            <translation>remplit les cellules vides</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/activity/page.py" />
            <source>for %Ln reasons</source>
            <translation>
                <numerusform>pour %Ln raison</numerusform>
                <numerusform>pour %Ln raisons</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>from {size}</source>
            <translation>de {size}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>groups rows</source>
            <translation>groupe les lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>header in row {n}</source>
            <translation>en-tête à la ligne {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>hides values behind hashes</source>
            <translation>cache des valeurs derrière des empreintes</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>iCloud wants an app-specific password: sign in to your Apple account, open App-Specific Passwords, make one called Dropmill and put it in here.</source>
            <translation>iCloud demande un mot de passe pour application : identifiez-vous à votre compte Apple, ouvrez Mots de passe pour application, créez-en un nommé Dropmill et mettez-le ici.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/activity/page.py" />
            <source>in %Ln causes</source>
            <translation>
                <numerusform>en %Ln cause</numerusform>
                <numerusform>en %Ln causes</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>interrupted, not counted</source>
            <translation>interrompu, non compté</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>into {folder}</source>
            <translation>dans {folder}</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>into “{folder}” beside the originals</source>
            <translation>dans « {folder} » à côté des originaux</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>joins another table</source>
            <translation>joint un autre tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>kB</source>
            <translation>ko</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps chosen columns</source>
            <translation>garde les colonnes choisies</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps chosen rows</source>
            <translation>garde les lignes choisies</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>keeps some of the rows</source>
            <translation>garde une partie des lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>less than a second</source>
            <translation>moins d’une seconde</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>light and colour adjusted</source>
            <translation>lumière et couleur réglées</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>lower case</source>
            <translation>minuscules</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes formulas harmless</source>
            <translation>rend les formules inoffensives</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes one file of all</source>
            <translation>fait un seul fichier de tous</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>makes several files</source>
            <translation>fait plusieurs fichiers</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>median</source>
            <translation>médiane</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>megapixels</source>
            <translation>mégapixels</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>messages</source>
            <translation>messages</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>mirrored</source>
            <translation>retourné</translation>
        </message>
        <message>
            <location filename="../../app/window/watching.py" />
            <source>network drive</source>
            <translation>disque réseau</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>no answer after the message left</source>
            <translation>pas de réponse après le départ du message</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>no header</source>
            <translation>pas d’en-tête</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>no limit</source>
            <translation>pas de limite</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>no metadata</source>
            <translation>aucune métadonnée</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>not enough</source>
            <translation>pas assez</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>nothing has been sent</source>
            <translation>rien n’a été envoyé</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>nothing has been written yet</source>
            <translation>rien n’a encore été écrit</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>nothing is in the way</source>
            <translation>rien ne gêne</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>nothing to do</source>
            <translation>rien à faire</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>nothing today, {0} tomorrow from {1}</source>
            <translation>aucun aujourd’hui, {0} demain à partir de {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>of {files}</source>
            <translation>sur {files}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>old Mac line ends</source>
            <translation>fins de ligne d’ancien Mac</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>older ones are replaced</source>
            <translation>les plus anciens sont remplacés</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>on {day} at {time}</source>
            <translation>le {day} à {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/plan.py" />
            <source>only the copyright of its metadata</source>
            <translation>seulement le copyright de ses métadonnées</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>padded</source>
            <translation>complété</translation>
        </message>
        <message>
            <location filename="../../app/window/reasons.py" />
            <source>paused</source>
            <translation>suspendu</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>pipe</source>
            <translation>barre verticale</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>pixels as they are</source>
            <translation>pixels tels quels</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>planned</source>
            <translation>prévu</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>plus a thumbnail</source>
            <translation>plus une vignette</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>plus {n} more</source>
            <translation>plus {n} autres</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>put off</source>
            <translation>remis à plus tard</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>px, or %</source>
            <translation>px, ou %</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>quotes {mark}</source>
            <translation>guillemets {mark}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>read</source>
            <translation>lues</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>reading</source>
            <translation>lecture</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>reads and writes again</source>
            <translation>lit et réécrit</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>rejected</source>
            <translation>rejetées</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>removed</source>
            <translation>retirées</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>removes duplicate rows</source>
            <translation>retire les lignes en double</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>renames columns</source>
            <translation>renomme des colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>repairs rows</source>
            <translation>répare des lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>replaces text</source>
            <translation>remplace du texte</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>replaces values</source>
            <translation>remplace des valeurs</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>reports what is in it</source>
            <translation>dit ce qu’il contient</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>resizing</source>
            <translation>redimensionnement</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>rewrites dates</source>
            <translation>réécrit les dates</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>rewrites numbers</source>
            <translation>réécrit les nombres</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>rows</source>
            <translation>lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/words.py" />
            <source>sRGB</source>
            <translation>sRGB</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>saved changes apply to what you add next</source>
            <translation>les changements enregistrés valent pour ce que vous ajoutez ensuite</translation>
        </message>
        <message>
            <location filename="../../app/window/about/panel.py" />
            <source>see its text</source>
            <translation>voir son texte</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>semicolon</source>
            <translation>point-virgule</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>sending</source>
            <translation>envoi</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>sorts</source>
            <translation>trie</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>space</source>
            <translation>espace</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>starting</source>
            <translation>démarre</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>still counting</source>
            <translation>comptage en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>tab</source>
            <translation>tabulation</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>the address</source>
            <translation>l’adresse</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>the first {n}</source>
            <translation>les {n} premiers</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>the list has changed. Look at it again, then send.</source>
            <translation>la liste a changé. Regardez-la de nouveau, puis envoyez.</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/sections.py" />
            <source>the recipients</source>
            <translation>les destinataires</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/looks/account.py" />
            <source>there are %Ln rows too many</source>
            <translation>
                <numerusform>il y a %Ln ligne de trop</numerusform>
                <numerusform>il y a %Ln lignes de trop</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>there is nothing to run</source>
            <translation>il n’y a rien à lancer</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>they are replaced</source>
            <translation>ils sont remplacés</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>they stay, nothing is written</source>
            <translation>ils restent, rien n’est écrit</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>they wait until you press Run</source>
            <translation>ils attendent que vous appuyiez sur Lancer</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>this view</source>
            <translation>cette vue</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>trims spaces</source>
            <translation>retire les espaces superflus</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turned by {n}°</source>
            <translation>tourné de {n}°</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turns columns into rows</source>
            <translation>change les colonnes en lignes</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>turns values into columns</source>
            <translation>change les valeurs en colonnes</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>updates as you change the recipe</source>
            <translation>suit vos changements à la recette</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/window/editor/page.py" />
            <source>used by %Ln batches</source>
            <translation>
                <numerusform>utilisée par %Ln lot</numerusform>
                <numerusform>utilisée par %Ln lots</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>watermark</source>
            <translation>filigrane</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>without a type</source>
            <translation>sans type</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>work</source>
            <translation>travail</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>working</source>
            <translation>travail en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>writing</source>
            <translation>écriture</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>written</source>
            <translation>écrites</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>you@example.org</source>
            <translation>vous@example.org</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>yours</source>
            <translation>les vôtres</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/form.py" />
            <source>{0} (usual)</source>
            <translation>{0} (habituel)</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} Free some space; the queue goes on by itself.</source>
            <translation>{0} Libérez de la place ; la file reprend d’elle-même.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/ask.py" />
            <source>{0} It keeps the same Message-ID: some mail programs then show it only once, others show both.</source>
            <translation>{0} Il garde le même Message-ID : certains programmes ne le montrent alors qu’une fois, d’autres deux.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} No message is lost.</source>
            <translation>{0} Aucun message n’est perdu.</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} Nothing was sent; messages wait.</source>
            <translation>{0} Rien n’a été envoyé ; les messages attendent.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} at {1} a minute</source>
            <translation>{0} à {1} par minute</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>{0} could not be written: {1}. Choose another place.</source>
            <translation>{0} n’a pu être écrit : {1}. Choisissez un autre endroit.</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>{0} failed</source>
            <translation>{0} échoués</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/unsaved.py" />
            <source>{0} has unsaved changes.</source>
            <translation>{0} a des changements non enregistrés.</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/suppressed.py" />
            <source>{0} is not an address. Nothing was added.</source>
            <translation>{0} n’est pas une adresse. Rien n’a été ajouté.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>{0} is saved.</source>
            <translation>{0} est enregistrée.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/opening.py" />
            <source>{0} is used for what you add next.</source>
            <translation>{0} sert pour ce que vous ajoutez ensuite.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/page.py" />
            <source>{0} is written.</source>
            <translation>{0} est écrit.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} left of today’s {1}</source>
            <translation>{0} restants des {1} d’aujourd’hui</translation>
        </message>
        <message>
            <location filename="../../app/window/banners.py" />
            <source>{0} messages were written as files. Nothing was sent.</source>
            <translation>{0} messages ont été écrits en fichiers. Rien n’a été envoyé.</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/tools.py" />
            <source>{0} of {1} saved</source>
            <translation>{0} enregistrés sur {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/page.py" />
            <source>{0} sent</source>
            <translation>{0} envoyés</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} today, the other {1} from tomorrow {2} on, {3} a day</source>
            <translation>{0} aujourd’hui, les {1} autres à partir de demain {2}, {3} par jour</translation>
        </message>
        <message>
            <location filename="../../app/window/mailcheck/pace.py" />
            <source>{0} today, the other {1} tomorrow from {2}</source>
            <translation>{0} aujourd’hui, les {1} autres demain à partir de {2}</translation>
        </message>
        <message>
            <location filename="../../app/window/failures/causes.py" />
            <source>{0} unconfirmed</source>
            <translation>{0} non confirmés</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/listing.py" />
            <source>{0} was not imported. {1}</source>
            <translation>{0} n’a pas été importé. {1}</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>{0}, in the system’s keyring</source>
            <translation>{0}, dans le trousseau du système</translation>
        </message>
        <message>
            <location filename="../../app/window/accounts/words.py" />
            <source>{0}, kept until Dropmill closes</source>
            <translation>{0}, jusqu’à la fermeture de Dropmill</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{action}: no keys. Give it keys</source>
            <translation>{action} : aucune touche. Lui en donner</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{action}: {keys}. Change these keys</source>
            <translation>{action} : {keys}. Changer ces touches</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>{files} ended so long ago that their outputs are not known any more.</source>
            <translation>{files} se sont terminés il y a si longtemps que leurs résultats ne sont plus connus.</translation>
        </message>
        <message>
            <location filename="../../app/window/head.py" />
            <source>{files} found</source>
            <translation>{files} trouvés</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{files} found in {folders}</source>
            <translation>{files} trouvés dans {folders}</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{files} found so far</source>
            <translation>{files} trouvés jusqu’ici</translation>
        </message>
        <message>
            <location filename="../../app/window/queue/page.py" />
            <source>{files} in {where}</source>
            <translation>{files} dans {where}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/panel.py" />
            <source>{files} selected</source>
            <translation>{files} choisis</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{h} h</source>
            <translation>{h} h</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{h} h {m} min</source>
            <translation>{h} h {m} min</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{keys} is used by {other}.</source>
            <translation>{keys} sert déjà à {other}.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{keys} is used in the table: {other}.</source>
            <translation>{keys} sert dans la liste à {other}.</translation>
        </message>
        <message>
            <location filename="../../app/window/shortcuts/panel.py" />
            <source>{keys}, in the table</source>
            <translation>{keys}, dans la liste</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{m} min</source>
            <translation>{m} min</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{m} min {s} s</source>
            <translation>{m} min {s} s</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{name} holds no paths. Write one path a line.</source>
            <translation>{name} ne contient pas de chemins. Écrivez un chemin par ligne.</translation>
        </message>
        <message>
            <location filename="../../app/window/places.py" />
            <source>{name} is not in {folder} any more.</source>
            <translation>{name} n’est plus dans {folder}.</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{name} is too large for a list of paths.</source>
            <translation>{name} est trop grand pour une liste de chemins.</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>{name}, line {n}: name</source>
            <translation>{name}, ligne {n} : nom</translation>
        </message>
        <message>
            <location filename="../../app/window/editor/pairs.py" />
            <source>{name}, line {n}: value</source>
            <translation>{name}, ligne {n} : valeur</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{n} % of the size</source>
            <translation>{n} % de la taille</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>{n} by “{step}”</source>
            <translation>{n} par « {step} »</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} failed</source>
            <translation>{n} échoués</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} files a minute</source>
            <translation>{n} fichiers par minute</translation>
        </message>
        <message>
            <location filename="../../app/window/doing.py" />
            <source>{n} files are not finished and would not be processed. What is finished stays.</source>
            <translation>{n} fichiers ne sont pas finis et ne seraient pas traités. Ce qui est fini reste.</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} files, not started</source>
            <translation>{n} fichiers, non lancés</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>{n} for each file</source>
            <translation>{n} par fichier</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>{n} for each picture</source>
            <translation>{n} par image</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/figures.py" />
            <source>{n} for each table</source>
            <translation>{n} par tableau</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} held, {part}</source>
            <translation>{n} retenus, {part}</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{n} megapixels</source>
            <translation>{n} mégapixels</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} of {all}</source>
            <translation>{n} sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{n} of {all} files added</source>
            <translation>{n} fichiers ajoutés sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{n} of {all} messages are ready</source>
            <translation>{n} messages prêts sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} of {all} tries</source>
            <translation>{n} essais sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} of {all} workers busy</source>
            <translation>{n} processus occupés sur {all}</translation>
        </message>
        <message>
            <location filename="../../app/window/text.py" />
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <location filename="../../app/window/rail.py" />
            <source>{n} unconfirmed</source>
            <translation>{n} non confirmés</translation>
        </message>
        <message>
            <location filename="../../app/window/statusbar.py" />
            <source>{n} waiting</source>
            <translation>{n} en attente</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} {each} at most</source>
            <translation>au plus {n} {each}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{n} {each} at most, at {time}</source>
            <translation>au plus {n} {each}, à {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/diff.py" />
            <source>{old}, now {new}</source>
            <translation>{old}, maintenant {new}</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>{path} is not there any more. Nothing was added.</source>
            <translation>{path} n’est plus là. Rien n’a été ajouté.</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>{read} read{created} = {written} written + {removed} removed + {rejected} rejected.</source>
            <translation>{read} lues{created} = {written} écrites + {removed} retirées + {rejected} rejetées.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>{recipe} cannot read {types} files</source>
            <translation>{recipe} ne peut lire les fichiers {types}</translation>
        </message>
        <message>
            <location filename="../../app/window/undone.py" />
            <source>{restore}, {remove}</source>
            <translation>{restore}, {remove}</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>{size} on the drive.</source>
            <translation>{size} sur le disque.</translation>
        </message>
        <message>
            <location filename="../../app/window/settings/originals.py" />
            <source>{size} on the drive; {free} of it are free again.</source>
            <translation>{size} sur le disque ; {free} en sont de nouveau libres.</translation>
        </message>
        <message>
            <location filename="../../app/window/drop.py" />
            <source>{size} so far, still counting</source>
            <translation>{size} jusqu’ici, comptage en cours</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{state} at try {n}</source>
            <translation>{state} à l’essai {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{state} in {time}</source>
            <translation>{state} en {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{state} since {time}</source>
            <translation>{state} depuis {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/table.py" />
            <source>{steps} sees only these rows here, and all of them when it runs.</source>
            <translation>{steps} ne voit ici que ces lignes, et toutes lors du traitement.</translation>
        </message>
        <message>
            <location filename="../../app/window/preview/page.py" />
            <source>{things} with {recipe}</source>
            <translation>{things} avec {recipe}</translation>
        </message>
        <message>
            <location filename="../../app/window/activity/page.py" />
            <source>{time} for the slowest 5 %</source>
            <translation>{time} pour les 5 % plus lents</translation>
        </message>
        <message>
            <location filename="../../app/window/announce.py" />
            <source>{title}: {done} done, {failed} failed, {skipped} skipped</source>
            <translation>{title} : {done} terminés, {failed} échoués, {skipped} ignorés</translation>
        </message>
        <message>
            <location filename="../../app/window/announce.py" />
            <source>{title}: {part}</source>
            <translation>{title} : {part}</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>{types}. “{recipe}” does not read them.</source>
            <translation>{types}. « {recipe} » ne les lit pas.</translation>
        </message>
        <message>
            <location filename="../../app/window/describe.py" />
            <source>{words}, at try {n}</source>
            <translation>{words}, à l’essai {n}</translation>
        </message>
        <message>
            <location filename="../../app/window/inspector/facts.py" />
            <source>{words}, in {time}</source>
            <translation>{words}, en {time}</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>{words}. Some of this is a guess.</source>
            <translation>{words}. Une part de ceci est devinée.</translation>
        </message>
        <message>
            <location filename="../../app/window/recipes.py" />
            <source>{w} × {h} px</source>
            <translation>{w} × {h} px</translation>
        </message>
        <message>
            <location filename="../../app/window/looks/account.py" />
            <source>“{mark}” between cells</source>
            <translation>« {mark} » entre les cellules</translation>
        </message>
        <message>
            <location filename="../../app/window/intake.py" />
            <source>“{recipe}” cannot read {types} files. Choose another recipe.</source>
            <translation>« {recipe} » ne peut lire les fichiers {types}. Choisissez une autre recette.</translation>
        </message>
        <message>
            <location filename="../../app/window/result.py" />
            <source>“{recipe}” has made their results before, and they are still there.</source>
            <translation>« {recipe} » a déjà fait leurs résultats, et ils sont toujours là.</translation>
        </message>
    </context>
</TS>

# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The German of errors and problems, by the English with which they are raised.

As in gettext, the English sentence is the key: whoever raises an error writes it once, where it
happens, and a report holds it so. `{}` stands for what a program fills in; German counts these
places, and may leave one out. A test holds this table and what the source raises together.
"""

from __future__ import annotations

_AGAIN = "Prüfen Sie das Repositorium noch einmal und nehmen Sie den Bericht, der dabei entsteht."
_SMALLER = "Erhöhen Sie die Grenze, oder prüfen Sie einen kleineren Teil."

SENTENCES: dict[str, str] = {
    # --- the call
    "Name a command, for example: {}": "Nennen Sie einen Befehl, zum Beispiel: {0}",
    "nan is no number of seconds.": "nan ist keine Sekundenzahl.",
    "The target is empty. Give a path or an address; . is this folder.": (
        "Das Ziel ist leer. Nennen Sie einen Pfad oder eine Adresse; . ist dieser Ordner."
    ),
    "--allow-protocol {} is not possible.{} Choose ssh, http or file.": (
        "--allow-protocol: {0} ist nicht möglich.{1} Möglich sind ssh, http und file."
    ),
    "{} {} is no date. Write it as YYYY-MM-DD, for example {}.": (
        "{0}: {1} ist kein Datum. Schreiben Sie JJJJ-MM-TT, zum Beispiel {2}."
    ),
    "Cannot tell the format of {}. Let its name end in .md or .odt.": (
        "Das Format von {0} ist nicht erkennbar. Lassen Sie den Namen auf .md oder .odt enden."
    ),
    "Unknown format '{}'.{} Choose one of: {}.": (
        "Das Format „{0}“ gibt es nicht.{1} Möglich sind: {2}."
    ),
    "Unknown {} {}.{} Choose one of: {}.": "{0} {1} gibt es nicht.{2} Möglich sind: {3}.",
    'Unknown rule "{}".{} "{}" lists them all.': (
        "Die Regel „{0}“ gibt es nicht.{1} Alle nennt „{2}“."
    ),
    'Unknown profile "{}".{} There are: {}.': ("Den Maßstab „{0}“ gibt es nicht.{1} Es gibt: {2}."),
    'Unknown parameter "{}" of {}.{} There are: {}.': (
        "Die Einstellung „{0}“ hat die Regel {1} nicht.{2} Es gibt: {3}."
    ),
    "No rule is left to check. Loosen --select or --ignore.": (
        "Es bleibt keine Regel übrig. Fassen Sie --select oder --ignore weiter."
    ),
    "There is no folder {}. Check the path given with --rules.": (
        "Den Ordner {0} gibt es nicht. Prüfen Sie den Pfad hinter --rules."
    ),
    "--by and --second-by are the same person. A second, different person must stand by a "
    "decision; leave --second-by out until there is one.": (
        "--by und --second-by sind dieselbe Person. Eine zweite, andere Person muss die "
        "Prüfentscheidung mittragen; lassen Sie --second-by weg, bis es sie gibt."
    ),
    "{} is longer than 4000 signs. Shorten it, and refer to a paper.": (
        "{0} ist länger als 4000 Zeichen. Kürzen Sie, und verweisen Sie auf ein Schriftstück."
    ),
    "{} is empty. Say it in a few words.": "{0} ist leer. Schreiben Sie einige Worte.",
    # --- files that are written
    "Two reports for standard output. Give each -o a path: {}": (
        "Zwei Berichte gehen auf die Standardausgabe. Geben Sie jedem -o einen Pfad: {0}"
    ),
    "Two reports for {}. Give each -o a path: {}": (
        "Zwei Berichte gehen in {0}. Geben Sie jedem -o einen Pfad: {1}"
    ),
    "The format {} is no text. Name a file: {}": (
        "Das Format {0} ist kein Text. Nennen Sie eine Datei: {1}"
    ),
    "The format pdf needs WeasyPrint. Install it: {}": (
        "Das Format pdf braucht WeasyPrint. Installieren Sie es: {0}"
    ),
    "The format pdf needs the library Pango, which WeasyPrint does not find. Install it (on "
    "Debian: {}).": (
        "Das Format pdf braucht die Bibliothek Pango, die WeasyPrint nicht findet. Installieren "
        "Sie sie (unter Debian: {0})."
    ),
    "The PDF could not be set: WeasyPrint's process ended with {}. The page holds the same: {}": (
        "Das PDF ließ sich nicht setzen: Der Prozess von WeasyPrint endete mit {0}. Dasselbe steht "
        "in der HTML-Fassung: {1}"
    ),
    "Cannot write {} in {}: {}": "{0} lässt sich in {1} nicht schreiben: {2}",
    "Cannot write {}: the folder {} does not exist. Create it, or name another folder.": (
        "{0} lässt sich nicht schreiben: Den Ordner {1} gibt es nicht. Legen Sie ihn an, oder "
        "nennen Sie einen anderen."
    ),
    "Cannot write {}: the folder {} cannot be opened ({}). Create it, or name another folder.": (
        "{0} lässt sich nicht schreiben: Der Ordner {1} lässt sich nicht öffnen ({2}). Legen Sie "
        "ihn an, oder nennen Sie einen anderen."
    ),
    "Cannot write {}: the text is not valid Unicode.": (
        "{0} lässt sich nicht schreiben: Der Text ist kein gültiges Unicode."
    ),
    "Cannot write {}: it is no file. Name another one.": (
        "{0} ist keine Datei. Nennen Sie eine andere."
    ),
    "Cannot write {}: it is a folder. Name a file in it, such as {}": (
        "{0} ist ein Ordner. Nennen Sie eine Datei darin, zum Beispiel {1}"
    ),
    "Cannot write {} ({}). Name another file.": (
        "{0} lässt sich nicht schreiben ({1}). Nennen Sie eine andere Datei."
    ),
    "Cannot write to standard output: {}. Make room and run again.": (
        "Die Standardausgabe lässt sich nicht beschreiben: {0}. Schaffen Sie Platz und starten Sie "
        "noch einmal."
    ),
    "Standard output is closed. Name a file: -o FORMAT=PATH.": (
        "Die Standardausgabe ist geschlossen. Nennen Sie eine Datei: -o FORMAT=PFAD."
    ),
    "Nothing was judged, so no baseline was written to {}. Mend what the report names.": (
        "Es wurde nichts beurteilt; darum wurde kein Ausgangsstand in {0} geschrieben. Beheben "
        "Sie, was der Bericht nennt."
    ),
    # --- files that are read
    "Cannot read {}: {}. Check the path.": (
        "Die Datei {0} lässt sich nicht lesen: {1}. Prüfen Sie den Pfad."
    ),
    "Cannot read {}: {}. Check the path given with {}.": (
        "Die Datei {0} lässt sich nicht lesen: {1}. Prüfen Sie den Pfad hinter {2}."
    ),
    "Cannot read the report {}: {}. Check the path.": (
        "Der Bericht {0} lässt sich nicht lesen: {1}. Prüfen Sie den Pfad."
    ),
    "Cannot read the report {}: No such file or directory. Check the path.": (
        "Den Bericht {0} gibt es nicht. Prüfen Sie den Pfad."
    ),
    "Cannot read the report {}: Is a directory. Check the path.": (
        "{0} ist ein Ordner. Nennen Sie den Bericht darin, zum Beispiel report.json."
    ),
    "Cannot read {}: No such file or directory. Check the path.": (
        "Die Datei {0} gibt es nicht. Prüfen Sie den Pfad."
    ),
    "Cannot read {}: [Errno 2] No such file or directory: {}. Check the path given with {}.": (
        "Die Datei {0} gibt es nicht. Prüfen Sie den Pfad hinter {2}."
    ),
    "Standard input is closed. Name the file of the report.": (
        "Die Standardeingabe ist geschlossen. Nennen Sie die Datei des Berichts."
    ),
    "{} is larger than {} MiB: this is no report.": (
        "{0} ist größer als {1} MiB: Das ist kein Bericht."
    ),
    "Not usable as a baseline: {}. {}": "Nicht als Ausgangsstand verwendbar: {0}. {1}",
    "This is no scm-check report, or it is cut: not readable as JSON ({}). Write the report again "
    "with: scm-check check TARGET -o json=FILE": (
        "Das ist kein Bericht von scm-check, oder er ist abgeschnitten: nicht als JSON lesbar "
        "({0}). Schreiben Sie ihn neu mit: scm-check check ZIEL -o json=DATEI"
    ),
    "This is no scm-check report: it has no schema_version. Name a file that was written with: "
    "scm-check check TARGET -o json=FILE": (
        "Das ist kein Bericht von scm-check: Die Angabe schema_version fehlt. Nennen Sie eine "
        "Datei, geschrieben mit: scm-check check ZIEL -o json=DATEI"
    ),
    "This is no scm-check report: it is nested too deeply, or holds a number that is none. Name "
    "another file.": (
        "Das ist kein Bericht von scm-check: Er ist zu tief geschachtelt oder enthält eine Zahl, "
        "die keine ist. Nennen Sie eine andere Datei."
    ),
    "This is no complete scm-check report: {}: {}. Check the repository again and use the report "
    "it writes.": f"Das ist kein vollständiger Bericht von scm-check: {{0}}: {{1}}. {_AGAIN}",
    "The report has schema_version {}, this program reads {}. Install a newer scm-check, or check "
    "the repository again.": (
        "Der Bericht hat schema_version {0}, dieses Programm liest {1}. Installieren Sie ein "
        "neueres scm-check, oder prüfen Sie das Repositorium noch einmal."
    ),
    "The report's digest does not fit its content: it was changed after it was written. Ask for "
    "the original, or check the repository again.": (
        "Die Prüfsumme des Berichts passt nicht zu seinem Inhalt: Er wurde nachträglich geändert. "
        "Lassen Sie sich das Original geben, oder prüfen Sie das Repositorium noch einmal."
    ),
    "The report's summary does not add up to its results. Check the repository again.": (
        "Die Zusammenfassung des Berichts passt nicht zu seinen Ergebnissen. Prüfen Sie das "
        "Repositorium noch einmal."
    ),
    # --- configuration and the office's files
    "must be a mapping of keys to values, for example {}.": (
        "Erwartet werden Schlüssel mit Werten, zum Beispiel {0}."
    ),
    "is not valid YAML: {}. Mend this line.": (
        "Das ist kein gültiges YAML: {0}. Berichtigen Sie diese Zeile."
    ),
    "`waivers.{}.approved_by` is missing: add it (who grants this waiver; in the office's file it "
    "is compulsory).": (
        "`waivers.{0}.approved_by` fehlt: Ergänzen Sie, wer diese befristete Ausnahme zulässt; in "
        "der Datei der Programmstelle ist das Pflicht."
    ),
    "unknown key `{}`.{}": "Den Schlüssel `{0}` gibt es nicht.{1}",
    "`{}` is missing: add it ({}).": "`{0}` fehlt: Ergänzen Sie es ({1}).",
    "`{}`: {}. Correct the value.": "`{0}`: {1}. Berichtigen Sie den Wert.",
    "must be a list of entries, each beginning with decision, objection or step. Let scm-check "
    "decide write it.": (
        "Erwartet wird eine Liste von Einträgen, die mit decision, objection oder step beginnen. "
        "Lassen Sie sie von scm-check decide schreiben."
    ),
    "is larger than {} MiB. Part it.": "Die Datei ist größer als {0} MiB. Teilen Sie sie.",
    "entry {} ({}), `{}`: {}. Correct the value.": (
        "Eintrag {0} ({1}), `{2}`: {3}. Berichtigen Sie den Wert."
    ),
    "entry {} is neither a decision nor an objection nor a step. Remove it.": (
        "Eintrag {0} ist weder Prüfentscheidung noch Stellungnahme noch Schritt. Entfernen Sie ihn."
    ),
    "entry {} (decision): `by` and `second_by` are the same person. A second, different person "
    "must stand by a decision.": (
        "Eintrag {0} (decision): `by` und `second_by` sind dieselbe Person. Eine zweite, andere "
        "Person muss die Prüfentscheidung mittragen."
    ),
    # --- the office's procedure
    "This report names no commit, so there is nothing to keep beside it. Check a git repository, "
    "and use the report of that run.": (
        "Dieser Bericht nennt keinen Stand (Commit); es gibt nichts, was ihm beizulegen wäre. "
        "Prüfen Sie ein Git-Repositorium, und nehmen Sie den Bericht dieses Prüflaufs."
    ),
    "This report names no commit, so nothing can be bound to it. Check a git repository, and use "
    "the report of that run.": (
        "Dieser Bericht nennt keinen Stand (Commit); an ihn lässt sich nichts binden. Prüfen Sie "
        "ein Git-Repositorium, und nehmen Sie den Bericht dieses Prüflaufs."
    ),
    "This is the public version of a report, which leaves out what decisions are bound to. Use "
    "the report of a run without --public.": (
        "Dies ist die öffentliche Fassung eines Berichts; ihr fehlt, woran Prüfentscheidungen "
        "gebunden werden. Nehmen Sie den Bericht eines Prüflaufs ohne --public."
    ),
    "The report has no finding {}.{} There are: {}. See them all with: scm-check check TARGET "
    "--details": (
        "Die Feststellung {0} gibt es im Bericht nicht.{1} Es gibt: {2}. Alle zeigt: scm-check "
        "check ZIEL --details"
    ),
    "{} could be one of {} findings: {}. Name one.": (
        "{0} kann eine von {1} Feststellungen sein: {2}. Nennen Sie eine davon."
    ),
    "{} has {} findings: {}. Name one, or add --all.": (
        "{0} hat {1} Feststellungen: {2}. Nennen Sie eine davon, oder ergänzen Sie --all."
    ),
    "Only a confirmed report is sent; this one {}. Record the hearing and the decisions, then "
    "check again with --decisions FILE and use that report.": (
        "Versandt wird nur ein bestätigter Bericht; dieser {0}. Halten Sie Anhörung und "
        "Prüfentscheidungen fest, prüfen Sie noch einmal mit --decisions DATEI, und nehmen Sie "
        "diesen Bericht."
    ),
    "The catalogue installed here is not the one of the report, so the rules and wording of that "
    "day cannot be enclosed. Install scm-check {} (and name the same --rules), or check again and "
    "use the new report.": (
        "Das hier installierte Regelwerk ist nicht das des Berichts; Regeln und Wortlaut jenes "
        "Tages lassen sich nicht beilegen. Installieren Sie scm-check {0} (mit denselben --rules), "
        "oder prüfen Sie noch einmal und nehmen Sie den neuen Bericht."
    ),
    "{} is no readable dossier: {}. Ask for another copy.": (
        "{0} ist keine lesbare Prüfakte: {1}. Verlangen Sie eine andere Ausfertigung."
    ),
    "This is no dossier of scm-check: {} is missing.": (
        "Das ist keine Prüfakte von scm-check: {0} fehlt."
    ),
    "This is no dossier of scm-check: {} does not say so.": (
        "Das ist keine Prüfakte von scm-check: {0} sagt es nicht."
    ),
    "The file holds more than a dossier ever does; it is not opened.": (
        "Die Datei enthält mehr, als eine Prüfakte je enthält; sie wird nicht geöffnet."
    ),
    "{} in the dossier is larger than any report; it is not opened.": (
        "{0} in der Prüfakte ist größer als jeder Bericht; sie wird nicht geöffnet."
    ),
    "The report holds waivers that the office granted. They are taken from the office's file, not "
    "from the report: name it with --config FILE.": (
        "Der Bericht enthält befristete Ausnahmen, die die Programmstelle zugelassen hat. Sie "
        "werden ihrer Datei entnommen, nicht dem Bericht: Nennen Sie sie mit --config DATEI."
    ),
    "The report holds decisions or responses. They are taken from the office's file, not from the "
    "report: name it with --decisions FILE.": (
        "Der Bericht enthält Prüfentscheidungen oder Stellungnahmen. Sie werden der Datei der "
        "Programmstelle entnommen, nicht dem Bericht: Nennen Sie sie mit --decisions DATEI."
    ),
    "The report was made with a baseline. Name it: --baseline FILE.": (
        "Der Bericht entstand mit einem Ausgangsstand. Nennen Sie ihn: --baseline DATEI."
    ),
    "This report cannot be proved by another run: it includes changes that were not committed. "
    "Commit them, and check again.": (
        "Dieser Bericht lässt sich nicht nachprüfen: Er umfasst Änderungen, die in keinem Stand "
        "(Commit) festgehalten sind. Halten Sie sie fest, und prüfen Sie noch einmal."
    ),
    "This report cannot be proved by another run: it names no commit, because nothing was read or "
    "the target was no git repository.": (
        "Dieser Bericht lässt sich nicht nachprüfen: Er nennt keinen Stand (Commit), weil nichts "
        "gelesen wurde oder das Ziel kein Git-Repositorium war."
    ),
    "The report's option as_of is no date: {}.": (
        "Die Angabe as_of des Berichts ist kein Datum: {0}."
    ),
    "The report's limit {} is {}, more than is taken from a report. Check the repository "
    "yourself.": (
        "Die Grenze {0} des Berichts ist {1}, mehr als einem Bericht geglaubt wird. Prüfen Sie das "
        "Repositorium selbst."
    ),
    "The commit could not be read again: {} If it is gone there, name another copy: verify "
    "REPORT.json TARGET.": (
        "Der Stand (Commit) ließ sich nicht noch einmal lesen: {0} Liegt er dort nicht mehr, "
        "nennen Sie eine andere Kopie: verify BERICHT.json ZIEL."
    ),
    "{} does not hold all files of the commit {} ({}). Name a copy that does: --repository PATH.": (
        "{0} enthält nicht alle Dateien des Standes {1} ({2}). Nennen Sie eine Kopie, die sie hat: "
        "--repository PFAD."
    ),
    "{} does not hold the examined commit {}. Name a copy that does: --repository PATH.": (
        "{0} enthält den geprüften Stand {1} nicht. Nennen Sie eine Kopie, die ihn hat: "
        "--repository PFAD."
    ),
    "{} is no git repository. Name one that holds the commit: --repository PATH.": (
        "{0} ist kein Git-Repositorium. Nennen Sie eines, das den Stand enthält: --repository PFAD."
    ),
    # --- addresses that are not opened
    "SCM_CHECK_TOKEN holds characters that no token has.": (
        "SCM_CHECK_TOKEN enthält Zeichen, die in keinem Zugangsschlüssel vorkommen."
    ),
    "SCM_CHECK_TOKEN_HOST must be a host name such as gitlab.example.org.": (
        "SCM_CHECK_TOKEN_HOST muss ein Rechnername sein, zum Beispiel gitlab.example.org."
    ),
    "SCM_CHECK_TOKEN is set, but not the host it is for: set SCM_CHECK_TOKEN_HOST too.": (
        "SCM_CHECK_TOKEN ist gesetzt, aber nicht, für welchen Server es gilt: Setzen Sie auch "
        "SCM_CHECK_TOKEN_HOST."
    ),
    "{} names a helper program of git, which is never run. Give an https:// address or a path.": (
        "{0} nennt ein Hilfsprogramm von git; ein solches wird nie gestartet. Nennen Sie eine "
        "https-Adresse oder einen Pfad."
    ),
    "The address holds a NUL sign and is not opened.": (
        "Die Adresse enthält ein NUL-Zeichen und wird nicht geöffnet."
    ),
    "{} begins with a dash and is not opened. For a path of that name write ./ before it.": (
        "{0} beginnt mit einem Strich und wird nicht geöffnet. Heißt ein Ordner so, schreiben Sie "
        "./ davor."
    ),
    "The address is longer than {} characters. Shorten it; it begins with {}.": (
        "Die Adresse ist länger als {0} Zeichen. Kürzen Sie sie; sie beginnt mit {1}."
    ),
    "{}: a user name never begins with a dash.": (
        "{0}: Ein Benutzername beginnt nie mit einem Strich."
    ),
    "{} names no repository: a path must follow the host.": (
        "{0} nennt kein Repositorium: Hinter dem Server muss ein Pfad folgen."
    ),
    "{} names another host. Write file:///path.": (
        "{0} nennt einen anderen Rechner. Schreiben Sie file:///Pfad."
    ),
    "{} holds a question mark: no repository lies there. Give the address without what follows "
    "the question mark.": (
        "{0} enthält ein Fragezeichen: Dort liegt kein Repositorium. Nennen Sie die Adresse ohne "
        "das, was hinter dem Fragezeichen steht."
    ),
    "{} is no valid address. Write https://host/path; a port is a number, and signs such as # and "
    "/ in a password are not possible here.": (
        "{0} ist keine gültige Adresse. Schreiben Sie https://Server/Pfad; ein Port ist eine Zahl, "
        "und Zeichen wie # und / in einem Passwort sind hier nicht möglich."
    ),
    "{}: {}:// is opened only with --allow-protocol {}. Or give the path itself.": (
        "{0}: {1}:// wird nur mit --allow-protocol {2} geöffnet. Oder nennen Sie den Pfad selbst."
    ),
    "{}: {}:// is opened only with --allow-protocol {}. Or give an https:// address.": (
        "{0}: {1}:// wird nur mit --allow-protocol {2} geöffnet. Oder nennen Sie eine "
        "https-Adresse."
    ),
    "{} holds blanks or control characters and is not opened. Copy the address again, without "
    "them.": (
        "{0} enthält Leer- oder Steuerzeichen und wird nicht geöffnet. Kopieren Sie die Adresse "
        "noch einmal ohne sie."
    ),
    "{}: {}:// is never opened. Give an https:// address.": (
        "{0}: {1}:// wird nie geöffnet. Nennen Sie eine https-Adresse."
    ),
    "{} is neither an existing path nor an https:// address. If it is an SSH address, allow it "
    "with --allow-protocol ssh, or give the https:// address.": (
        "{0} ist weder ein vorhandener Pfad noch eine https-Adresse. Ist es eine SSH-Adresse, "
        "erlauben Sie sie mit --allow-protocol ssh, oder nennen Sie die https-Adresse."
    ),
    "{} is no valid address and is not opened.": (
        "{0} ist keine gültige Adresse und wird nicht geöffnet."
    ),
    "{} cannot be the name of a branch or tag, nor a commit id. Behind the @ of an address stands "
    "one of these.": (
        "{0} kann weder Zweig noch Versionsmarke noch Stand (Commit) sein. Eines davon steht "
        "hinter dem @ einer Adresse."
    ),
    "{} is no folder of a repository.": "{0} ist kein Ordner eines Repositoriums.",
    "{} names no valid host. Write https://host/path.": (
        "{0} nennt keinen gültigen Server. Schreiben Sie https://Server/Pfad."
    ),
    "{}: the host's name is not valid.": "{0}: Der Name des Servers ist nicht gültig.",
    "{}: no login, no port but 80 and 443": (
        "{0}: keine Anmeldung, kein anderer Port als 80 und 443"
    ),
    "The address of {} lies in a private network. If the server is your own, allow it with "
    "--allow-private-network.": (
        "Die Adresse von {0} liegt in einem privaten Netz. Ist es Ihr eigener Server, erlauben Sie "
        "ihn mit --allow-private-network."
    ),
    "The address of {} belongs to a range that is never opened (link-local, metadata service, "
    "multicast).": (
        "Die Adresse von {0} gehört zu einem Bereich, der nie geöffnet wird (link-local, "
        "Metadatendienst, Multicast)."
    ),
    # --- servers
    "Cannot reach {}: host not found. Check the address, or pass a local path.": (
        "{0} ist nicht erreichbar: Den Server gibt es nicht. Prüfen Sie die Adresse, oder nennen "
        "Sie einen Ordner."
    ),
    "The name service could not be asked for {}. Check the network connection, and try again.": (
        "Der Namensdienst ließ sich nicht nach {0} fragen. Prüfen Sie die Netzverbindung, und "
        "versuchen Sie es noch einmal."
    ),
    "The name service did not answer for {} in time. Try again later.": (
        "Der Namensdienst hat zu {0} nicht rechtzeitig geantwortet. Versuchen Sie es später noch "
        "einmal."
    ),
    "Cannot connect to {}: {}. Check the address and the network, and try again.": (
        "Keine Verbindung zu {0}: {1}. Prüfen Sie Adresse und Netz, und versuchen Sie es noch "
        "einmal."
    ),
    "The server did not deliver the repository within the time limit (--clone-timeout). Try again "
    "later, or raise the limit.": (
        "Der Server hat das Repositorium nicht innerhalb der Zeitgrenze (--clone-timeout) "
        "geliefert. Versuchen Sie es später noch einmal, oder erhöhen Sie die Grenze."
    ),
    "The server of {} did not answer within the time limit (--clone-timeout). Try again later, or "
    "raise the limit.": (
        "Der Server von {0} hat nicht innerhalb der Zeitgrenze (--clone-timeout) geantwortet. "
        "Versuchen Sie es später noch einmal, oder erhöhen Sie die Grenze."
    ),
    "The certificate of {} cannot be verified ({}). If it is your own authority's, name its file "
    "with SSL_CERT_FILE.": (
        "Das Zertifikat von {0} lässt sich nicht prüfen ({1}). Stammt es von Ihrer eigenen "
        "Zertifizierungsstelle, nennen Sie deren Datei mit SSL_CERT_FILE."
    ),
    "The server of {} broke off its answer ({}). Try again later.": (
        "Der Server von {0} hat seine Antwort abgebrochen ({1}). Versuchen Sie es später noch "
        "einmal."
    ),
    "The server of {} cannot serve it at the moment ({}). Try again later.": (
        "Der Server von {0} kann zurzeit nicht liefern ({1}). Versuchen Sie es später noch einmal."
    ),
    "There is no repository at {} ({}). Check the address.": (
        "Unter {0} liegt kein Repositorium ({1}). Prüfen Sie die Adresse."
    ),
    "The server refuses {} also with the token of SCM_CHECK_TOKEN ({}). Check whether the token is "
    "valid and may read this repository.": (
        "Der Server verweigert {0} auch mit dem Zugangsschlüssel aus SCM_CHECK_TOKEN ({1}). Prüfen "
        "Sie, ob er gültig ist und dieses Repositorium lesen darf."
    ),
    "The server asks for a login for {} ({}): the repository is not public, or there is none. "
    "Check the address; for one of your own set SCM_CHECK_TOKEN and SCM_CHECK_TOKEN_HOST.": (
        "Der Server verlangt für {0} eine Anmeldung ({1}): Das Repositorium ist nicht öffentlich, "
        "oder es gibt keines. Prüfen Sie die Adresse; für ein eigenes setzen Sie SCM_CHECK_TOKEN "
        "und SCM_CHECK_TOKEN_HOST."
    ),
    "{} is no git repository: the server answers with {}. Give the address that the forge shows "
    "for cloning.": (
        "{0} ist kein Git-Repositorium: Der Server antwortet mit {1}. Nennen Sie die Adresse, die "
        "die Plattform zum Klonen anzeigt."
    ),
    "{} is no git repository: the server answers {}. Check the address.": (
        "{0} ist kein Git-Repositorium: Der Server antwortet {1}. Prüfen Sie die Adresse."
    ),
    "{} leads to another page ({}): most likely a sign-in. Check whether the repository is public, "
    "and whether the address is that of a repository.": (
        "{0} führt zu einer anderen Seite ({1}), wahrscheinlich einer Anmeldung. Prüfen Sie, ob "
        "das Repositorium öffentlich ist und ob die Adresse die eines Repositoriums ist."
    ),
    "{} has moved to another port ({}), which is not followed by itself. If that is right, check "
    "the new address.": (
        "{0} ist auf einen anderen Port umgezogen ({1}); dem wird nicht von selbst gefolgt. Wenn "
        "das stimmt, prüfen Sie die neue Adresse."
    ),
    "{} has moved to another server ({}), which is not followed by itself. If that is right, check "
    "the new address.": (
        "{0} ist auf einen anderen Server umgezogen ({1}); dem wird nicht von selbst gefolgt. Wenn "
        "das stimmt, prüfen Sie die neue Adresse."
    ),
    "{} redirects more than {} times. Check the address in a browser.": (
        "{0} leitet mehr als {1} Mal weiter. Prüfen Sie die Adresse im Browser."
    ),
    "The repository has more than {} branches and tags.": (
        "Das Repositorium hat mehr als {0} Zweige und Versionsmarken."
    ),
    "The repository {} is empty: there is no commit to check.": (
        "Das Repositorium {0} ist leer: Es gibt keinen Stand (Commit), der zu prüfen wäre."
    ),
    "The repository {} names no default branch (branches: {}). Name one behind the address: "
    "URL@branch.": (
        "Das Repositorium {0} nennt keinen Hauptzweig (Zweige: {1}). Nennen Sie einen hinter der "
        "Adresse: ADRESSE@ZWEIG."
    ),
    "{} has no branch, tag or commit {}. {}": (
        "{0} hat weder Zweig noch Versionsmarke noch Stand (Commit) {1}. {2}"
    ),
    "{} has no branch or tag {}. If it is a shortened commit id: servers know only whole ones, "
    "give all 40 signs.": (
        "{0} hat weder Zweig noch Versionsmarke {1}. Ist es ein gekürzter Stand (Commit): Server "
        "kennen nur ganze, nennen Sie alle 40 Zeichen."
    ),
    "{} is damaged: its server names {} and does not have it.": (
        "{0} ist beschädigt: Der Server nennt {1} und hat es nicht."
    ),
    "{}: git ended by signal {}.": "{0}: git wurde durch das Signal {1} beendet.",
    "{} could not be fetched: {}.": "{0} ließ sich nicht holen: {1}.",
    "The repository is damaged or holds what git refuses: {}. Whoever runs it can see it with "
    "'git fsck'.": (
        "Das Repositorium ist beschädigt oder enthält, was git ablehnt: {0}. Wer es betreibt, "
        "sieht es mit „git fsck“."
    ),
    "The repository does not fit: {}. Raise the limit (--max-clone-bytes) or free some space.": (
        "Das Repositorium passt nicht: {0}. Erhöhen Sie die Grenze (--max-clone-bytes), oder "
        "schaffen Sie Platz."
    ),
    "The server asks for a login: {}. Check the address and your right to read.": (
        "Der Server verlangt eine Anmeldung: {0}. Prüfen Sie die Adresse und Ihr Leserecht."
    ),
    "The repository belongs to another user, and git does not serve it. Give its path instead of a "
    "file:// address.": (
        "Das Repositorium gehört einem anderen Benutzer, und git liefert es nicht aus. Nennen Sie "
        "seinen Pfad statt einer file-Adresse."
    ),
    "The server does not give out what was asked for: {}.": (
        "Der Server gibt das Verlangte nicht heraus: {0}."
    ),
    "There is no repository at that address: {}. Check the address.": (
        "Unter dieser Adresse liegt kein Repositorium: {0}. Prüfen Sie die Adresse."
    ),
    "The repository has moved: {}. Check its new address.": (
        "Das Repositorium ist umgezogen: {0}. Prüfen Sie die neue Adresse."
    ),
    "The server delivers too slowly: {}. Try again later.": (
        "Der Server liefert zu langsam: {0}. Versuchen Sie es später noch einmal."
    ),
    "The server broke off: {}. Try again later.": (
        "Der Server hat abgebrochen: {0}. Versuchen Sie es später noch einmal."
    ),
    # --- folders, archives, local repositories
    "There is no folder {} in {}. Check its name.": (
        "Den Ordner {0} gibt es in {1} nicht. Prüfen Sie den Namen."
    ),
    "There is no folder {}. Check the path; an address on the web begins with https://.": (
        "Den Ordner {0} gibt es nicht. Prüfen Sie den Pfad; eine Adresse im Netz beginnt mit "
        "https://."
    ),
    "The folder {} leads out of the repository. Name one inside.": (
        "Der Ordner {0} führt aus dem Repositorium hinaus. Nennen Sie einen darin."
    ),
    "{} is a file. Name the folder of a repository; a single licence text is examined by: {}.": (
        "{0} ist eine Datei. Nennen Sie den Ordner eines Repositoriums; einen einzelnen Lizenztext "
        "prüft: {1}."
    ),
    "--worktree asks for uncommitted files, but {} names {}. Leave one of them out.": (
        "--worktree verlangt nicht festgehaltene Dateien, aber {0} nennt {1}. Lassen Sie eines von "
        "beiden weg."
    ),
    "--worktree asks for uncommitted files, but {} is an archive. Leave it out.": (
        "--worktree verlangt nicht festgehaltene Dateien, aber {0} ist ein Archiv. Lassen Sie es "
        "weg."
    ),
    "There is no branch, tag or commit {} in {}.{} Give its name as git shows it, or the whole "
    "commit id.": (
        "Weder Zweig noch Versionsmarke noch Stand (Commit) {0} gibt es in {1}.{2} Nennen Sie ihn, "
        "wie git ihn zeigt, oder die ganze Kennung des Commits."
    ),
    "{} names the object {}, which is no commit or is missing or damaged.{} Repair the repository "
    "(git fsck), or fetch it anew.": (
        "{0} nennt das Objekt {1}; es ist kein Stand (Commit), fehlt oder ist beschädigt.{2} "
        "Reparieren Sie das Repositorium (git fsck), oder holen Sie es neu."
    ),
    "Cannot read {}: {}. Repair the repository (git fsck), or fetch it anew.": (
        "{0} lässt sich nicht lesen: {1}. Reparieren Sie das Repositorium (git fsck), oder holen "
        "Sie es neu."
    ),
    "HEAD of {} names the branch {}, which does not exist. Name a branch, tag or commit: {}@NAME. "
    "There are: {}.": (
        "HEAD von {0} nennt den Zweig {1}, den es nicht gibt. Nennen Sie Zweig, Versionsmarke oder "
        "Stand (Commit): {2}@NAME. Es gibt: {3}."
    ),
    "{} has no commit yet: there is nothing to check. Commit something, or name another "
    "repository.": (
        "{0} hat noch keinen Stand (Commit): Es gibt nichts zu prüfen. Legen Sie einen an, oder "
        "nennen Sie ein anderes Repositorium."
    ),
    "The ref {} {}.": "Der Verweis {0}: {1}.",
    "The tag {} names no object.": "Die Versionsmarke {0} nennt kein Objekt.",
    "The commit {} is missing or damaged.": "Der Stand (Commit) {0} fehlt oder ist beschädigt.",
    "The commit {} names no tree.": "Der Stand (Commit) {0} nennt keinen Inhalt.",
    "A commit cannot be read: {}.": "Ein Stand (Commit) ist nicht lesbar: {0}.",
    "A commit is larger than 4 MiB.": "Ein Stand (Commit) ist größer als 4 MiB.",
    "{} holds no file: there is nothing to check. Name another folder.": (
        "{0} enthält keine Datei: Es gibt nichts zu prüfen. Nennen Sie einen anderen Ordner."
    ),
    "{} holds no file: there is nothing to check. Name another archive.": (
        "{0} enthält keine Datei: Es gibt nichts zu prüfen. Nennen Sie ein anderes Archiv."
    ),
    "{} is a folder without git and so has no version {}. Name its repository, or check the folder "
    "as it is.": (
        "{0} ist ein Ordner ohne git und hat darum keine Version {1}. Nennen Sie sein "
        "Repositorium, oder prüfen Sie den Ordner, wie er ist."
    ),
    "{} is no ZIP file that can be read ({}). Pack it anew.": (
        "{0} ist keine lesbare ZIP-Datei ({1}). Packen Sie sie neu."
    ),
    "The list of files in {} is larger than {} MiB. Pack fewer files.": (
        "Das Verzeichnis in {0} ist größer als {1} MiB. Packen Sie weniger Dateien."
    ),
    "The archive holds more than {} files; the rest was not looked at. Raise the limit (files), or "
    "pack a part of it.": (
        "Das Archiv enthält mehr als {0} Dateien; der Rest wurde nicht angesehen. Erhöhen Sie die "
        "Grenze (--max-files), oder packen Sie einen Teil."
    ),
    "The folder holds more than {} files; the rest was not looked at. Raise the limit (files), or "
    "check a part of it.": (
        "Der Ordner enthält mehr als {0} Dateien; der Rest wurde nicht angesehen. Erhöhen Sie die "
        "Grenze (--max-files), oder prüfen Sie einen Teil."
    ),
    "The repository holds more than {} files; the rest was not looked at. Raise the limit (files), "
    "or check a part of it.": (
        "Das Repositorium enthält mehr als {0} Dateien; der Rest wurde nicht angesehen. Erhöhen "
        "Sie die Grenze (--max-files), oder prüfen Sie einen Teil."
    ),
    "The work tree holds more than {} files.": "Der Arbeitsordner enthält mehr als {0} Dateien.",
    "{} is in the archive more than once; the last was read.": (
        "{0} steht mehrfach im Archiv; gelesen wurde die letzte Fassung."
    ),
    "{} is encrypted; pack it without a password.": (
        "{0} ist verschlüsselt; packen Sie ohne Passwort."
    ),
    "{} shares its bytes with another file, as in an archive made to fill a disk.": (
        "{0} teilt seine Bytes mit einer anderen Datei, wie in einem Archiv, das eine Festplatte "
        "füllen soll."
    ),
    "{} is too large to be read from an archive.": (
        "{0} ist zu groß, um aus einem Archiv gelesen zu werden."
    ),
    "Folders are nested too deep; what lies there is left out.": (
        "Ordner sind zu tief geschachtelt; was dort liegt, wurde ausgelassen."
    ),
    "Folders are nested deeper than {} levels (--max-depth); what lies there was not looked at.": (
        "Ordner sind tiefer als {0} Ebenen geschachtelt (--max-depth); was dort liegt, wurde nicht "
        "angesehen."
    ),
    "Folders are nested deeper than {} levels (--max-depth), or a path is longer than {} bytes; "
    "what lies there was not looked at.": (
        "Ordner sind tiefer als {0} Ebenen geschachtelt (--max-depth), oder ein Pfad ist länger "
        "als {1} Byte; was dort liegt, wurde nicht angesehen."
    ),
    "The name {} is none a file may have.": "Den Namen {0} darf keine Datei haben.",
    "A name that no file may have was left out.": (
        "Ein Name, den keine Datei haben darf, wurde ausgelassen."
    ),
    "A path of the repository is longer than 1 MiB.": (
        "Ein Pfad des Repositoriums ist länger als 1 MiB."
    ),
    "A record of the tree cannot be read and was left out.": (
        "Ein Eintrag des Verzeichnisses ist nicht lesbar und wurde ausgelassen."
    ),
    "Files of the tree without readable content: {}.": "Dateien ohne lesbaren Inhalt: {0}.",
    "Further files left out: {}.": "Weitere ausgelassene Dateien: {0}.",
    "Further names left out: {}.": "Weitere ausgelassene Namen: {0}.",
    "{} is damaged.": "{0} ist beschädigt.",
    "{} cannot be read.": "{0} ist nicht lesbar.",
    "{} cannot be read: {}.": "{0} ist nicht lesbar: {1}.",
    "{} is there but cannot be read ({}). Mend it, or leave it out with --no-repo-config.": (
        "{0} ist da, aber nicht lesbar ({1}). Beheben Sie das, oder lassen Sie die Datei mit "
        "--no-repo-config weg."
    ),
    "{} changed while it was read.": "{0} wurde während des Lesens geändert.",
    "The changed files are larger than the limit (--max-total-bytes).": (
        "Die geänderten Dateien sind größer als die Grenze (--max-total-bytes)."
    ),
    "There are too many uncommitted changes.": "Es gibt zu viele nicht festgehaltene Änderungen.",
    "The state of the work tree cannot be told: {}. Check without --worktree.": (
        "Der Zustand des Arbeitsordners ist nicht feststellbar: {0}. Prüfen Sie ohne --worktree."
    ),
    # --- limits and the machine
    "Reading the folder took longer than the time limit (--timeout). Raise the limit, or check a "
    "smaller part.": (
        f"Das Lesen des Ordners hat länger gedauert als die Zeitgrenze (--timeout). {_SMALLER}"
    ),
    "Reading the repository took longer than the time limit (--timeout). Raise the limit, or check "
    "a smaller part.": (
        "Das Lesen des Repositoriums hat länger gedauert als die Zeitgrenze (--timeout). "
        f"{_SMALLER}"
    ),
    "The repository is larger than the limit of {} MiB (--max-clone-bytes). Raise the limit, or "
    "check a smaller part.": (
        f"Das Repositorium ist größer als die Grenze von {{0}} MiB (--max-clone-bytes). {_SMALLER}"
    ),
    "The limit on the sum of all bytes was reached.": (
        "Die Grenze für die Summe aller Bytes ist erreicht."
    ),
    "The limit on the sum of all bytes was reached. Raise --max-total-bytes.": (
        "Die Grenze für die Summe aller Bytes ist erreicht. Erhöhen Sie --max-total-bytes."
    ),
    "The file is larger than the limit and was not read. Raise --max-blob-bytes.": (
        "Die Datei ist größer als die Grenze und wurde nicht gelesen. Erhöhen Sie --max-blob-bytes."
    ),
    "The object is missing or damaged and could not be read.": (
        "Das Objekt fehlt oder ist beschädigt und ließ sich nicht lesen."
    ),
    "Reading this file failed; please report it with the file.": (
        "Das Lesen dieser Datei ist fehlgeschlagen; bitte melden Sie das mit der Datei."
    ),
    "The time limit was reached while reading. Raise --timeout.": (
        "Die Zeitgrenze ist beim Lesen erreicht worden. Erhöhen Sie --timeout."
    ),
    "The check took longer than {} s and was ended. Raise --timeout.": (
        "Der Prüflauf hat länger als {0} s gedauert und wurde beendet. Erhöhen Sie --timeout."
    ),
    "The process that reads the repository died. Run again with --debug and report it.": (
        "Der Vorgang, der das Repositorium liest, ist abgebrochen. Starten Sie noch einmal mit "
        "--debug, und melden Sie das."
    ),
    "git {} wrote more than {} MiB, the limit for it.": (
        "git {0} hat mehr als {1} MiB geschrieben, die Grenze dafür."
    ),
    "git is not installed: install git 2.34 or newer.": (
        "git ist nicht installiert: Installieren Sie git 2.34 oder neuer."
    ),
    "Cannot start git: {}. Install git 2.34 or newer.": (
        "git lässt sich nicht starten: {0}. Installieren Sie git 2.34 oder neuer."
    ),
    "Cannot make a work folder in {}: {}. Free some space, or name another folder with "
    "SCM_CHECK_WORK.": (
        "In {0} lässt sich kein Arbeitsordner anlegen: {1}. Schaffen Sie Platz, oder nennen Sie "
        "mit SCM_CHECK_WORK einen anderen Ordner."
    ),
}

# What is filled into a place where it is no name but words of ours or of the system.
PARTS: dict[str, str] = {
    "Check the name.": "Prüfen Sie die Schreibweise.",
    "Did you mean {}?": "Meinten Sie {0}?",
    "Did you mean {} or {}?": "Meinten Sie {0} oder {1}?",
    "Its objects were borrowed from {}, which is gone.": (
        "Seine Objekte stammten aus {0}, das es nicht mehr gibt."
    ),
    "Of {} it lists only a part and counts the rest.": (
        "Von {0} nennt er nur einen Teil und zählt den Rest."
    ),
    "a version": "eine Version",
    "a bare repository": "ein Repositorium ohne Arbeitsordner",
    "a web page, perhaps a sign-in": "einer Webseite, vielleicht einer Anmeldung",
    "something else than git's protocol": "etwas anderem als dem Protokoll von git",
    "no answer": "keine Antwort",
    "none": "keine",
    "format": "Das Format",
    'stands at "{}"': "steht auf „{0}“",
    "is none of the office": "ist keiner der Programmstelle",
    # of the system
    "No such file or directory": "Datei oder Ordner nicht vorhanden",
    "Is a directory": "ein Ordner",
    "Permission denied": "keine Berechtigung",
    "No space left on device": "kein Platz mehr",
    "permission denied": "keine Berechtigung",
    # of `.scm-check.yml`
    "a waiver ends on a day, for example {}": (
        "eine befristete Ausnahme endet an einem Tag, zum Beispiel {0}"
    ),
    "why the deviation is accepted": "warum die Abweichung hingenommen wird",
    "Known keys: {}.": "Bekannt sind: {0}.",
    "Did you mean `{}`? Known keys: {}.": "Meinten Sie `{0}`? Bekannt sind: {1}.",
    "who says so": "wer das sagt",
    "the day of the statement, for example {}": "der Tag der Angabe, zum Beispiel {0}",
    "id or slug of the rule": "Kennung der Regel",
    "it is compulsory": "es ist Pflicht",
    "Input should be {}": "möglich ist {0}",
    "Input should be {} or {}": "möglich sind {0} oder {1}",
    "Input should be a valid {}": "erwartet wird: {0}",
    "Input should be a valid date{}": "erwartet wird ein Datum wie 2026-11-22",
    "Input should be a valid list": "erwartet wird eine Liste",
    "Input should be a valid dictionary{}": "erwartet werden Schlüssel mit Werten",
    "Input should be a valid string": "erwartet wird Text",
    "String should have at least 1 character": "der Text ist leer",
    "Value error, {}": "{0}",
    # of a baseline
    "it is not readable as JSON": "Die Datei ist nicht als JSON lesbar",
    "it is no baseline": "Die Datei ist kein Ausgangsstand",
    "this program reads version {} of it": "Dieses Programm liest Version {0} davon",
    "its list of fingerprints is damaged": "Die Liste der Kennungen ist beschädigt",
    "it does not say on which day it was written": "Der Tag, an dem sie entstand, fehlt",
    "Write it again with: scm-check check TARGET --write-baseline FILE": (
        "Schreiben Sie ihn neu mit: scm-check check ZIEL --write-baseline DATEI"
    ),
    # of a report
    "the whole": "das Ganze",
    "must be a whole number": "muss eine ganze Zahl sein",
    "must be one of {}": "muss eines sein von {0}",
    "must be a date like {}": "muss ein Datum sein wie {0}",
    "must be a time like {}": "muss ein Zeitpunkt sein wie {0}",
    "must be a number of seconds": "muss eine Zahl von Sekunden sein",
    "must be a number of seconds below ten million": (
        "muss eine Zahl von Sekunden unter zehn Millionen sein"
    ),
    "must be text or a whole number": "muss Text oder eine ganze Zahl sein",
    "must be text": "muss Text sein",
    "must be an object": "muss ein Objekt sein",
    "must be a list": "muss eine Liste sein",
    "must be true or false": "muss true oder false sein",
    "{} is missing: the report is cut or of a draft": (
        "{0} fehlt; der Bericht ist abgeschnitten oder stammt von einem Entwurf"
    ),
    "is missing: the report is cut or of a draft": (
        "fehlt; der Bericht ist abgeschnitten oder stammt von einem Entwurf"
    ),
    "{} is not known to this version": "{0} kennt diese Version nicht",
    "does not fit the state": "passt nicht zum Verfahrensstand",
    # of an archive
    "its end is missing": "ihr Ende fehlt",
    "File is not a zip file": "es ist kein ZIP",
    # of git's files
    "is no valid name of a ref and is left out": "kein gültiger Name; ausgelassen",
    "leads to {}, which does not exist": "führt zu {0}, das es nicht gibt",
    "holds {} more broken refs": "enthält {0} weitere beschädigte Verweise",
    "has line {}, which is no ref": "hat die Zeile {0}, die kein Verweis ist",
    "the link leads nowhere": "die Verknüpfung führt ins Leere",
    "it is no git directory (HEAD, refs or objects is missing)": (
        "es ist kein Git-Verzeichnis (HEAD, refs oder objects fehlt)"
    ),
    "it is no git directory and does not name one": (
        "es ist kein Git-Verzeichnis und nennt keines"
    ),
    "it names {}, which is no git directory": "es nennt {0}, das kein Git-Verzeichnis ist",
    "the path in it is empty or broken": "der Pfad darin ist leer oder beschädigt",
    "its refs are stored as 'reftable', which is not supported": (
        "seine Verweise liegen als „reftable“ vor; das wird nicht unterstützt"
    ),
    "unknown object format {}": "unbekanntes Objektformat {0}",
    "a line of it is no object id": "eine Zeile darin ist keine Objektkennung",
    "it holds no object id": "es enthält keine Objektkennung",
    "it names no ref: {}": "es nennt keinen Verweis: {0}",
    "symbolic refs lead in a circle": "Verweise führen im Kreis",
    "it is no regular file": "es ist keine gewöhnliche Datei",
    "it is larger than {} bytes": "es ist größer als {0} Byte",
    "it holds more than {} refs": "es enthält mehr als {0} Verweise",
    # of a place that is written to
    "no space is left there. Free some, or name another folder.": (
        "Dort ist kein Platz mehr. Schaffen Sie Platz, oder nennen Sie einen anderen Ordner."
    ),
    "your quota there is used up. Free some space, or name another folder.": (
        "Ihr Kontingent dort ist erschöpft. Schaffen Sie Platz, oder nennen Sie einen anderen "
        "Ordner."
    ),
    "it is read-only. Name another folder.": (
        "Dort darf nur gelesen werden. Nennen Sie einen anderen Ordner."
    ),
    "you may not write there. Name another folder, or ask for the right to write.": (
        "Das Schreibrecht fehlt. Nennen Sie einen anderen Ordner, oder lassen Sie sich das "
        "Schreibrecht geben."
    ),
    "the name is too long. Choose a shorter one.": (
        "Der Name ist zu lang. Wählen Sie einen kürzeren."
    ),
}

/** Wie Verfahren heißen und was jedes sagt, auf Deutsch. */

import type { Words } from './words.ts'

export const methods: Words['methods'] = {
  severity: { name: 'Funde eines Schweregrads', meaning: 'Zählt Funde dieses Schweregrads.' },
  license: {
    name: 'Bestandteile nach Bedingungen',
    meaning: 'Zählt Versionen, deren Bedingungen diese Eigenschaft haben.',
  },
  fact: 'Was für den Rat bekannt ist, wie festgehalten oder ermittelt.',
  named: {
    'advice/symptom': {
      name: 'Anzeichen einer Lage',
      meaning: 'Eine Zahl wird an die Grenze gehalten, ab der sie als Anzeichen zählt.',
    },
    'advice/scenario': {
      name: 'Erkannte Lage',
      meaning: 'Sagt, ob genug Anzeichen vorliegen, zu wenige vorliegen können oder es sich nicht sagen lässt.',
    },
    'advice/score': {
      name: 'Rang einer Empfehlung',
      meaning: 'Stellt gewichtige, gut belegte und leichte Empfehlungen nach vorn.',
    },
    'advice/role-outputs': { name: 'Ergebnisse einer Rolle', meaning: 'Zählt, was die Rolle zuletzt geliefert hat.' },
    'advice/goal-progress': {
      name: 'Fortschritt zu einem Ziel',
      meaning: 'Sagt, welcher Teil des Wegs vom Beginn zum Ziel geschafft ist.',
    },
    'advice/counted': { name: 'Gezählte Einträge', meaning: 'Zählt die genannten Einträge.' },
    'advice/share': {
      name: 'Anteil der Einträge',
      meaning: 'Sagt, welcher Anteil der Einträge die Bedingung erfüllt.',
    },
    'advice/office-bus-factor': {
      name: 'Personen, auf denen das Büro ruht',
      meaning: 'Sagt, wie wenige Personen die Hälfte der offenen Pflichten innehaben.',
    },
    'advice/change': {
      name: 'Veränderung in einem Jahr',
      meaning: 'Vergleicht mit der Bewertung von vor etwa einem Jahr.',
    },
    'advice/option': {
      name: 'Umgang mit einem Bestandteil',
      meaning: 'Nimmt den ersten Weg der vorrangigsten zutreffenden Regel, den keine Regel ausschließt.',
    },
    'advice/use': { name: 'Gewicht einer Nutzung', meaning: 'Sagt, wie sehr ein Produkt auf dem Bestandteil ruht.' },
    'advice/other-uses': {
      name: 'Gewicht der übrigen Nutzungen',
      meaning: 'Sagt, was die nicht genannten Nutzungen zusammen wiegen.',
    },
    'recorded/uses': { name: 'Produkte, die es nutzen', meaning: 'Zählt die Produkte, deren Dokumente es nennen.' },
    'vulnerabilities/more-places': {
      name: 'Weitere Stellen',
      meaning: 'Führt zu den Stellen in jedem Produkt über die hier genannten hinaus.',
    },
    'advice/hours-at-rate': {
      name: 'Kosten eigener Stunden',
      meaning: 'Bewertet die Stunden eines Jahres mit den Kosten einer Stunde.',
    },
    'advice/amount': { name: 'Betrag im Jahr', meaning: 'Nimmt den für ein Jahr angenommenen Betrag.' },
    'advice/hours-at-rate-and-amount': {
      name: 'Kosten von Stunden und Betrag',
      meaning: 'Zählt den angenommenen Betrag zum Wert der Stunden eines Jahres.',
    },
    'advice/carrying-hours': {
      name: 'Stunden für getragene Forks',
      meaning: 'Summiert die Stunden, die das Tragen der Forks im Jahr kostet.',
    },
    'agility-change-fail-rate': {
      name: 'Anteil nachgebesserter Releases',
      meaning: 'Sagt, welchem Anteil der Releases bald eine Nachbesserung folgte oder welcher etwas zurücknahm.',
    },
    'agility-change-lead-time': {
      name: 'Zeit von der Änderung zum Release',
      meaning: 'Sagt, wie lange Änderungen meist auf ihr erstes Release warten.',
    },
    'agility-deployment-frequency': {
      name: 'Releases je Woche',
      meaning: 'Zählt stabile Releases je Woche über die Produkte.',
    },
    'agility-exposure-window': {
      name: 'Tage unter einer Schwachstelle',
      meaning: 'Sagt, wie lange eine bekannte Schwachstelle meist in einem Produkt bleibt.',
    },
    'agility-fix-availability-lag': {
      name: 'Tage bis zur Korrektur',
      meaning: 'Sagt, wie lange nach der Veröffentlichung meist eine korrigierte Version erscheint.',
    },
    'agility-libyear': {
      name: 'Rückstand in Libyears',
      meaning: 'Summiert die Jahre zwischen den genutzten und den neuesten Versionen.',
    },
    'agility-major-lag': {
      name: 'Rückstand an Hauptversionen',
      meaning: 'Zählt neuere Releases einer anderen Hauptversion.',
    },
    'agility-minor-lag': {
      name: 'Rückstand an Nebenversionen',
      meaning: 'Zählt neuere Nebenversionen derselben Hauptversion.',
    },
    'agility-patch-lag': { name: 'Rückstand an Patches', meaning: 'Zählt neuere Patches der genutzten Version.' },
    'agility-pulse': {
      name: 'Tage seit dem neuesten Release',
      meaning: 'Sagt, wie lange die letzte Veröffentlichung der genutzten Pakete her ist.',
    },
    'agility-recovery-time': {
      name: 'Zeit bis zur Nachbesserung',
      meaning: 'Sagt, wie lange ein fehlerhaftes Release meist ohne Nachbesserung bleibt.',
    },
    'agility-release-frequency': {
      name: 'Releases im Jahr',
      meaning: 'Zählt die stabilen Releases der genutzten Pakete in einem Jahr.',
    },
    'agility-release-gap': {
      name: 'Tage zwischen Releases',
      meaning: 'Sagt, wie viele Tage meist zwischen zwei Releases liegen.',
    },
    'agility-time-to-remediate': {
      name: 'Zeit bis zur Behebung',
      meaning: 'Schätzt, wie lange Schwachstellen offen bleiben, auch die noch offenen.',
    },
    'agility-update-cadence': {
      name: 'Tage zwischen Aktualisierungen',
      meaning: 'Sagt, wie viele Tage meist zwischen Änderungen der Abhängigkeiten liegen.',
    },
    'agility-update-latency': {
      name: 'Zeit bis zur Übernahme',
      meaning: 'Sagt, wie lange nach Erscheinen neuere Versionen übernommen werden.',
    },
    'agility-updates-merged': {
      name: 'Aktualisierungen im Monat',
      meaning: 'Zählt die im Monat geänderten Versionen über die Produkte.',
    },
    'agility-version-lag': {
      name: 'Rückstand an Releases',
      meaning: 'Zählt stabile Releases, die neuer als die genutzten sind.',
    },
    'agility-vulnerability-days': {
      name: 'Tage mit offenen Schwachstellen',
      meaning: 'Summiert die Tage, an denen bekannte Schwachstellen offen waren.',
    },
    'agility-part': {
      name: 'Maß einer Bestandteilversion',
      meaning: 'Nimmt ein Maß einer Version eines Bestandteils.',
    },
    'agility-drift': {
      name: 'Anteil im Rückstand',
      meaning: 'Sagt, zu welchem Anteil der Versionen es ein neueres Release gibt.',
    },
    'agility-updates-behind': {
      name: 'Ausstehende Aktualisierungen',
      meaning: 'Zählt die direkten Bestandteile im Rückstand über die Produkte.',
    },
    'agility-backlog-hours': {
      name: 'Stunden zum Aufholen',
      meaning: 'Nimmt die Aktualisierungen mal die Stunden, die die Organisation je Aktualisierung nennt.',
    },
    'agility-backlog-cost': {
      name: 'Kosten des Aufholens',
      meaning: 'Bewertet die Stunden zum Aufholen mit den Kosten einer Stunde.',
    },
    'alternative-yearly-price': { name: 'Preis im Jahr', meaning: 'Bringt einen Preis auf ein Jahr.' },
    'alternative-billed': { name: 'Berechnete Menge', meaning: 'Sagt, wie viel zu kaufen wäre.' },
    'alternative-exchange-rate': { name: 'Wechselkurs', meaning: 'Nimmt den neuesten angegebenen Kurs.' },
    'alternative-gross': {
      name: 'Kosten zum Listenpreis',
      meaning: 'Multipliziert Menge, Jahrespreis, Passung und Wechselkurs.',
    },
    'alternative-discounted': { name: 'Kosten nach Abzug', meaning: 'Zieht den Abzug vom Listenpreis ab.' },
    'alternative-run-cost-difference': {
      name: 'Unterschied der Betriebskosten',
      meaning: 'Vergleicht die jährlichen Betriebskosten von Open Source und Alternative.',
    },
    'alternative-net': {
      name: 'Kosten abzüglich des Betriebs',
      meaning: 'Zieht den Unterschied der Betriebskosten vom Preis nach Abzug ab.',
    },
    'alternative-paid-already': {
      name: 'Schon bezahlt',
      meaning: 'Sagt, dass nichts vermieden wird, weil die Alternative ohnehin bezahlt ist.',
    },
    'alternative-total': { name: 'Kosten aller Alternativen', meaning: 'Summiert je Funktion eine Alternative.' },
    'alternative-difference': { name: 'Unterschied zweier Fälle', meaning: 'Vergleicht vorher und nachher.' },
    'alternative-difference-total': {
      name: 'Unterschied insgesamt',
      meaning: 'Summiert die beiderseits bekannten Unterschiede.',
    },
    'contribution-labor': {
      name: 'Gegebene Arbeit',
      meaning: 'Bewertet Tage mit einem Beitrag mit Stunden und den Kosten einer Stunde.',
    },
    'contribution-logged-time': {
      name: 'Gebuchte Zeit',
      meaning: 'Bewertet die Stunden des Verzeichnisses mit den Kosten einer Stunde.',
    },
    'contribution-money': { name: 'Gegebenes Geld', meaning: 'Summiert die Beträge des Verzeichnisses.' },
    'contribution-give': { name: 'Insgesamt gegeben', meaning: 'Summiert bekannte Arbeit, gebuchte Zeit und Geld.' },
    'give-to-take': {
      name: 'Gegeben je Erhaltenem',
      meaning: 'Vergleicht das in einem Jahr Gegebene mit dem Erhaltenen.',
    },
    'give-per-developer': { name: 'Gegeben je Entwickler', meaning: 'Teilt das Gegebene durch die Entwickler.' },
    'contribution-own-share': {
      name: 'Eigener Anteil an Änderungen',
      meaning: 'Sagt, welchen Anteil der Änderungen eines Projekts eigene Leute machten.',
    },
    'critical-coverage': {
      name: 'Bedachte kritische Pakete',
      meaning: 'Sagt, welcher Anteil der kritischsten Pakete etwas bekam.',
    },
    'contribution-replacement-share': {
      name: 'Eigener Teil eines Wiederbeschaffungswerts',
      meaning: 'Nimmt den eigenen Anteil an den Kosten, das Projekt neu zu bauen.',
    },
    'contribution-replacement-total': {
      name: 'Eigener Teil aller Wiederbeschaffungswerte',
      meaning: 'Summiert die eigenen Teile, jedes Projekt einmal.',
    },
    'contribution-marginal-effort': {
      name: 'Aufwand für Hinzugefügtes',
      meaning: 'Schätzt den eigenen Teil des Aufwands, um den ein Projekt wuchs.',
    },
    'contribution-marginal-total': {
      name: 'Aufwand für alles Hinzugefügte',
      meaning: 'Summiert den Aufwand für Hinzugefügtes, jedes Projekt einmal.',
    },
    'contribution-marginal-money': {
      name: 'Wert des Hinzugefügten',
      meaning: 'Bewertet den Aufwand für Hinzugefügtes mit den Kosten einer Stunde.',
    },
    'contribution-attribution': {
      name: 'Änderungen bekannter Herkunft',
      meaning: 'Sagt, für welchen Anteil der Änderungen bekannt ist, für wen der Autor arbeitet.',
    },
    'fork-cost-per-release': {
      name: 'Kosten eines Forks je Release',
      meaning: 'Bewertet die Stunden, einen Fork auf ein Release zu übertragen.',
    },
    'fork-cost-per-year': {
      name: 'Kosten eines Forks im Jahr',
      meaning: 'Nimmt die Kosten je Release mal die Releases des Originals im Jahr.',
    },
    'fork-hours-per-release': {
      name: 'Stunden aller Forks je Release',
      meaning: 'Summiert die Stunden, die Forks zu übertragen.',
    },
    'forks-cost-per-release': {
      name: 'Kosten aller Forks je Release',
      meaning: 'Summiert die Kosten der Forks je Release.',
    },
    'forks-cost-per-year': {
      name: 'Kosten aller Forks im Jahr',
      meaning: 'Summiert die Jahreskosten der Forks, deren Releases bekannt sind.',
    },
    'health-score': {
      name: 'Gesundheit',
      meaning: 'Sagt, welcher gewichtete Anteil der bekannten Indikatoren bestanden ist.',
    },
    'project-state': {
      name: 'Zustand eines Projekts',
      meaning: 'Sagt, ob ein Projekt aktiv, langsam, ruhend oder nicht mehr unterstützt ist.',
    },
    criticality: { name: 'Kritikalität', meaning: 'Sagt, wie sehr die Organisation auf einem Projekt ruht.' },
    'absence-factor': {
      name: 'Ausfallfaktor',
      meaning: 'Sagt, wie wenige Personen die Hälfte der Änderungen eines Jahres machten.',
    },
    'fewest-publishers': {
      name: 'Wenigste Veröffentlichungskonten',
      meaning: 'Nimmt das Paket, das die wenigsten Konten veröffentlichen dürfen.',
    },
    'health-falling': {
      name: 'Fallende Gesundheit',
      meaning: 'Vergleicht Gesundheit und Aktivität mit denen vor zwölf Monaten.',
    },
    'opencode-level': {
      name: 'Wartungsstufe nach openCode',
      meaning: 'Sagt, welche Wartungsschwellen von openCode erfüllt sind.',
    },
    'criticality-score': {
      name: 'Criticality Score der OpenSSF',
      meaning: 'Gewichtet Zeichen dafür, wie sehr die Welt auf einem Projekt ruht.',
    },
    'health-assessed': {
      name: 'Projekte mit bekannter Gesundheit',
      meaning: 'Zählt Projekte und einzelne Pakete mit bekannter Gesundheit.',
    },
    'health-by-level': {
      name: 'Projekte nach Gesundheit',
      meaning: 'Zählt die Projekte und Pakete einer Gesundheitsstufe.',
    },
    'health-quadrant': {
      name: 'Projekte nach Kritikalität und Gesundheit',
      meaning: 'Zählt die Projekte und Pakete eines Feldes.',
    },
    'where-to-help': {
      name: 'Wo Hilfe am meisten bewirkt',
      meaning: 'Zählt kritische Projekte, die schwach sind, fallen oder auf einer Person ruhen.',
    },
    'leaning-on-one': {
      name: 'Pakete auf einer Person',
      meaning: 'Zählt genutzte Pakete von Projekten, die eine Person trägt.',
    },
    'unsupported-packages': {
      name: 'Pakete ohne Unterstützung',
      meaning: 'Zählt genutzte Pakete, die aufgegeben oder am Ende der Unterstützung sind.',
    },
    'maturity/level': {
      name: 'Reifestufe',
      meaning:
        'Nimmt die höchste Stufe, deren Tore und nötiger Anteil an Indikatoren samt denen darunter erfüllt sind.',
    },
    'maturity/stage': { name: 'Reifephase', meaning: 'Wendet die Regel der Stufen auf die Phasen an.' },
    'maturity/confidence': {
      name: 'Verlässlichkeit einer Stufe',
      meaning: 'Sagt, wie gut Belege nach Art, Alter und Übereinstimmung eine Stufe stützen.',
    },
    'maturity/units-assessed': {
      name: 'Bewertete Einheiten',
      meaning: 'Zählt Einheiten, von denen etwas bekannt ist.',
    },
    'maturity/state/yes': { name: 'Erfüllt, wenn es so ist', meaning: 'Sagt, ob es so ist.' },
    'maturity/state/share': {
      name: 'Anteil an der Schwelle gemessen',
      meaning: 'Sagt, ob ein Anteil seine Schwelle oder deren Hälfte erreicht.',
    },
    'maturity/state/count': {
      name: 'Anzahl an der Schwelle gemessen',
      meaning: 'Sagt, ob eine Anzahl ihre Schwelle oder deren Hälfte erreicht.',
    },
    'maturity/state/days': {
      name: 'Tage an der Schwelle gemessen',
      meaning: 'Sagt, ob Tage in ihrer Schwelle oder deren Doppeltem bleiben.',
    },
    'maturity/state/minutes': {
      name: 'Minuten an der Schwelle gemessen',
      meaning: 'Sagt, ob Minuten in ihrer Schwelle oder deren Doppeltem bleiben.',
    },
    'maturity/state/years': {
      name: 'Jahre an der Schwelle gemessen',
      meaning: 'Sagt, ob Jahre in ihrer Schwelle bleiben.',
    },
    'maturity/records-held': {
      name: 'Vorhandene Nachweise',
      meaning: 'Nimmt den Wert des Nachweises oder sagt, ob jeder nötige Nachweis vorliegt.',
    },
    'maturity/answers-given': { name: 'Gegebene Antworten', meaning: 'Nimmt den Mittelwert der Antworten.' },
    'maturity/ic1-open-source-found': {
      name: 'Angegebenes Open Source',
      meaning: 'Vergleicht Gefundenes mit dem, was die Einheit angibt.',
    },
    'maturity/ic2-inventory-coverage': {
      name: 'Produkte mit aktueller Stückliste',
      meaning: 'Sagt, welcher Anteil der Produkte eine nicht zu alte Stückliste hat.',
    },
    'maturity/ic3-inventory-depth': {
      name: 'Listen mit Tiefe',
      meaning: 'Sagt, welcher Anteil der Listen mittelbare Bestandteile nennt.',
    },
    'maturity/ic4-suppliers-asked': {
      name: 'Befragte Lieferanten',
      meaning: 'Sagt, für welchen Anteil gekaufter Produkte nach einer Liste gefragt wurde.',
    },
    'maturity/ic5-sbom-quality': {
      name: 'Qualität der Stücklisten',
      meaning: 'Sagt, welcher Anteil der Pflichtfelder gefüllt ist.',
    },
    'maturity/ic7-licenses-resolved': {
      name: 'Bestandteile mit bekannten Bedingungen',
      meaning: 'Sagt, welcher Anteil der Versionen bekannte Bedingungen hat.',
    },
    'maturity/ic8-vulnerability-exposure': {
      name: 'Nachschlagbare Produkte',
      meaning: 'Sagt, bei welchem Anteil der Produkte jeder Bestandteil nachgeschlagen werden konnte.',
    },
    'maturity/ic13-health-at-intake': {
      name: 'Gesundheit bei Aufnahme geprüft',
      meaning:
        'Sagt, welcher Anteil der Entscheidungen über neue Bestandteile einen Blick auf die Gesundheit festhält.',
    },
    'maturity/ic14-support-route': {
      name: 'Kritische Pakete mit Betreuung',
      meaning: 'Sagt, welcher Anteil kritischer Pakete einen benannten Weg zu Hilfe hat.',
    },
    'maturity/ic15-freshness': {
      name: 'Veränderung der Libyears',
      meaning: 'Vergleicht die Libyears mit denen vor zwölf Monaten.',
    },
    'maturity/ip2-memberships': {
      name: 'Mitgliedschaften',
      meaning: 'Zählt in zwölf Monaten bezahlte Mitgliedschaften.',
    },
    'maturity/ip3-money-given': { name: 'Geldgaben', meaning: 'Zählt Geldeinträge in zwölf Monaten.' },
    'maturity/ip4-working-groups': {
      name: 'Arbeitsgruppen',
      meaning: 'Zählt Einträge zu Arbeitsgruppen und Normen in zwölf Monaten.',
    },
    'maturity/ip5-events': { name: 'Veranstaltungen', meaning: 'Zählt Einträge zu Veranstaltungen in zwölf Monaten.' },
    'maturity/ib2-merged-changes': {
      name: 'Angenommene Änderungen',
      meaning: 'Zählt eigene Änderungen in fremden Repositorys in zwölf Monaten.',
    },
    'maturity/ib3-work-where-used': {
      name: 'Arbeit am Genutzten',
      meaning: 'Sagt, welcher Anteil eigener Änderungen in hier genutzte Projekte geht.',
    },
    'maturity/ib4-contributors': {
      name: 'Beitragende',
      meaning: 'Zählt eigene Leute mit Änderungen in zwölf Monaten.',
    },
    'maturity/ib7-carried-patches': {
      name: 'Getragene Patches mit Plan',
      meaning: 'Sagt, welcher Anteil getragener Forks und Patches einen Plan hat.',
    },
    'maturity/il2-seats-held': {
      name: 'Gehaltene Sitze',
      meaning: 'Sagt, in welchem Anteil kritischer Projekte die Organisation Verantwortung trägt.',
    },
    'maturity/il3-influence': {
      name: 'Größter eigener Anteil',
      meaning: 'Nimmt den größten eigenen Anteil an den Änderungen eines fremden Projekts.',
    },
    'maturity/il4-own-projects-governed': {
      name: 'Eigene Projekte mit Regeln',
      meaning: 'Sagt, welcher Anteil veröffentlichter Projekte die regelnden Dateien hat.',
    },
    'maturity/il9-dedicated-people': {
      name: 'Eigens beauftragte Personen',
      meaning: 'Zählt Personen mit einer Rolle des Büros.',
    },
    'motivators/people': {
      name: 'Personen, die es nannten',
      meaning: 'Zählt, wer zitiert oder gezählt werden darf, ab fünf.',
    },
    'motivators/weight': {
      name: 'Gewicht eines Beweggrunds',
      meaning: 'Summiert die Personen nach dem Gewicht ihrer Gruppe.',
    },
    'motivators/areas-heard': {
      name: 'Gehörte Einheiten',
      meaning: 'Zählt Einheiten, in denen ein Gespräch stattfand.',
    },
    'scorecard-offline': {
      name: 'Scorecard ohne Forge',
      meaning: 'Nimmt das gewichtete Mittel der Prüfungen, die ein Klon beantworten kann.',
    },
    'lifecycle-state': {
      name: 'Zustand einer Versionslinie',
      meaning: 'Sagt, ob eine Versionslinie unterstützt wird, nur Sicherheitskorrekturen bekommt oder beendet ist.',
    },
    'funding-usage': {
      name: 'Anteil an der Nutzung',
      meaning: 'Sagt, welchen Anteil ein Projekt an allem Genutzten hat.',
    },
    'funding-criticality': {
      name: 'Kritikalität für die Förderung',
      meaning: 'Sagt, wie sehr die Organisation auf einem Projekt ruht.',
    },
    'funding-weight': {
      name: 'Gewicht für die Förderung',
      meaning: 'Verbindet Nutzung, Kritikalität und fehlende Gesundheit.',
    },
    'funding-weights': {
      name: 'Alle Gewichte für die Förderung',
      meaning: 'Summiert die Gewichte derer, die empfangen können.',
    },
    'funding-share': {
      name: 'Anteil an einem Budget',
      meaning: 'Teilt das Budget nach Gewicht, zwischen Mindest- und Höchstbetrag.',
    },
    'funding-follow-up': {
      name: 'Gesundheit seit einer Gabe',
      meaning: 'Vergleicht die Gesundheit mit der vor der ersten Gabe.',
    },
    'replacement-cost-effort': {
      name: 'Aufwand, ein Paket neu zu bauen',
      meaning: 'Schätzt aus den Zeilen die Personenmonate, ein Paket neu zu bauen.',
    },
    'replacement-cost': {
      name: 'Kosten, ein Paket neu zu bauen',
      meaning: 'Bewertet den Aufwand für ein Paket mit den Arbeitskosten.',
    },
    'usage-effort': {
      name: 'Aufwand, Genutztes neu zu bauen',
      meaning: 'Summiert den Aufwand der Pakete, jedes einmal.',
    },
    'usage-replacement': {
      name: 'Kosten, Genutztes neu zu bauen',
      meaning: 'Summiert die Kosten der Pakete, jedes einmal.',
    },
    'replacement-in-bought-products': {
      name: 'Kosten in gekauften Produkten',
      meaning: 'Summiert die Kosten der Pakete, die nur in gekauften Produkten vorkommen.',
    },
    'one-program': {
      name: 'Als ein Programm',
      meaning: 'Wendet das Modell einmal auf alle Zeilen an, nur zum Vergleich.',
    },
    'annual-rebuild': { name: 'Abschreibung im Jahr', meaning: 'Verteilt den Wert auf die Jahre der Nutzung.' },
    'avoided-maintenance': {
      name: 'Vermiedene Wartung im Jahr',
      meaning: 'Nimmt einen Anteil des Werts für die Wartung eines Jahres.',
    },
    sensitivity: {
      name: 'Was eine Annahme bewegt',
      meaning: 'Sagt, wie weit sich die Summe mit einer Annahme bewegt.',
    },
    'open-lines': { name: 'Zeilen anderer', meaning: 'Summiert die Zeilen ausgelieferter Pakete, jedes einmal.' },
    'own-lines': { name: 'Eigene Zeilen', meaning: 'Summiert die in eigenen Produkten gezählten Zeilen.' },
    'reuse-share': {
      name: 'Anteil von Open Source',
      meaning: 'Sagt, welcher Anteil der ausgelieferten Zeilen Open Source ist.',
    },
    'usage-like': {
      name: 'Wie andere zählen',
      meaning: 'Wendet das Modell eines anderen Werkzeugs oder einer Studie auf dieselben Zeilen an.',
    },
    'whole-repositories': {
      name: 'Ganze Repositorys, jedes Mal',
      meaning: 'Rechnet jeder Version ihr ganzes Repository zu.',
    },
    'whole-repositories-once': { name: 'Ganze Repositorys, je einmal', meaning: 'Rechnet jedes Repository einmal.' },
    'double-counted-share': {
      name: 'Mehrfach gezählter Anteil',
      meaning: 'Sagt, welcher Anteil mehr als einmal gezählt ist.',
    },
    'count-packages': { name: 'Pakete', meaning: 'Zählt Pakete über alle Dokumente, gleich welcher Version.' },
    'count-versions': {
      name: 'Bestandteilversionen',
      meaning: 'Zählt Versionen von Bestandteilen über alle Dokumente.',
    },
    'count-occurrences': { name: 'Vorkommen', meaning: 'Zählt die Einträge aus allen Dokumenten.' },
    'count-products': { name: 'Produkte', meaning: 'Zählt die Produkte mit Dokumenten.' },
    'count-projects': { name: 'Projekte', meaning: 'Zählt die genannten Ursprungsprojekte.' },
    'count-direct-packages': {
      name: 'Direkt verlangte Pakete',
      meaning: 'Zählt Pakete, die ein Produkt selbst verlangt.',
    },
    'count-transitive-packages': { name: 'Mitgebrachte Pakete', meaning: 'Zählt Pakete, die nur durch andere kommen.' },
    'count-packages-of-unknown-directness': {
      name: 'Pakete unbekannter Herkunft',
      meaning: 'Zählt Pakete, bei denen kein Dokument sagt, wie sie hereinkamen.',
    },
    'max-depth': {
      name: 'Größte Tiefe',
      meaning: 'Nimmt die meisten Schritte zwischen einem Produkt und einem Bestandteil.',
    },
    'vulnerabilities/total': { name: 'Funde', meaning: 'Zählt Versionen mit einer Meldung, jedes Paar einmal.' },
    'vulnerabilities/affected-parts': {
      name: 'Betroffene Versionen',
      meaning: 'Zählt Versionen mit mindestens einem Fund.',
    },
    'vulnerabilities/affected-products': {
      name: 'Betroffene Produkte',
      meaning: 'Zählt Produkte, die eine Version mit einem Fund nutzen.',
    },
  },
}

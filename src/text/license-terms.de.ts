/** Wie Lizenzfamilien und Pflichten heißen, auf Deutsch. */

import type { Words } from './words.ts'

export const licenseTerms: Words['licenseTerms'] = {
  families: {
    'public-domain': { label: 'Gemeinfrei und ohne Bedingungen', note: 'Jeder darf alles, ohne jede Bedingung.' },
    'public-domain-without-patents': {
      label: 'Gemeinfrei, Patente vorbehalten',
      note: 'Urheber- und Datenbankrechte sind aufgegeben; Patente und Marken bleiben ausdrücklich unberührt.',
    },
    'public-domain-data': {
      label: 'Gemeinfreie Daten',
      note: 'Für Datenbanken gemacht; die Rechte an den Daten sind aufgegeben.',
    },
    notice: {
      label: 'Freizügig, Vermerk behalten',
      note: 'Jede Nutzung, auch in geschlossenen Produkten, solange Urheber- und Erlaubnisvermerk dabeibleiben.',
    },
    'notice-with-acknowledgment': {
      label: 'Freizügig, in Werbung oder Dokumentation nennen',
      note: 'Wie die Vermerk-Familie, und Werbung oder Dokumentation muss die Urheber nennen; die GPL lässt diese Forderung nicht zu.',
    },
    'notice-with-patents': {
      label: 'Freizügig mit Patentlizenz',
      note: 'Wie die Vermerk-Familie, und wer beiträgt, lizenziert seine Patente ausdrücklich.',
    },
    'notice-without-patents': {
      label: 'Freizügig, Patente vorbehalten',
      note: 'Wie die Vermerk-Familie; der Text sagt, dass keine Patentlizenz gegeben wird.',
    },
    'notice-in-source': {
      label: 'Freizügig, Vermerk nur in Quelltextkopien',
      note: 'Programme, die als Binärdateien ausgeliefert werden, brauchen den Vermerk nicht.',
    },
    'notice-in-source-and-changes': {
      label: 'Freizügig, Änderungen nennen, Vermerk in Quelltextkopien',
      note: 'Geänderte Fassungen sind zu kennzeichnen und dürfen nicht als das Original ausgegeben werden.',
    },
    'apache-like': {
      label: 'Freizügig mit Patentlizenz, Änderungen nennen',
      note: 'Geänderte Dateien sagen, dass sie geändert wurden, eine NOTICE-Datei reist mit, und wer wegen Patenten klagt, verliert die Patentlizenz.',
    },
    'permissive-changes': {
      label: 'Freizügig, Änderungen nennen',
      note: 'Geänderte Fassungen müssen sagen, was geändert wurde.',
    },
    'permissive-changes-old': {
      label: 'Freizügig, Änderungen nennen, ohne Patentlizenz',
      note: 'Geänderte Fassungen müssen sagen, was geändert wurde, oder einen anderen Namen annehmen.',
    },
    'weak-copyleft-file': {
      label: 'Copyleft für die geänderten Dateien',
      note: 'Dateien unter der Lizenz bleiben darunter und werden bei Auslieferung veröffentlicht; andere Dateien des Produkts dürfen andere Bedingungen haben.',
    },
    'weak-copyleft-module': {
      label: 'Copyleft für das Programm selbst, andere Module frei',
      note: 'Das Programm und seine Änderungen bleiben unter der Lizenz; eigenständige Module dürfen andere Bedingungen haben.',
    },
    'weak-copyleft-library': {
      label: 'Copyleft für die Bibliothek',
      note: 'Die Bibliothek bleibt frei und austauschbar; ein Programm, das sie nutzt, darf andere Bedingungen haben.',
    },
    'weak-copyleft-library-3': {
      label: 'Copyleft für die Bibliothek, Version 3',
      note: 'Wie die ältere Bibliotheksfamilie, mit den Patent- und Geräteklauseln der GPL 3.',
    },
    'weak-copyleft-old': {
      label: 'Schwaches Copyleft älterer oder seltener Texte',
      note: 'Änderungen am Werk sind zu veröffentlichen oder bleiben unter seinen Bedingungen; Werke, die es nutzen, dürfen andere haben.',
    },
    'weak-copyleft-vim': {
      label: 'Copyleft gegenüber dem Betreuer',
      note: 'Geänderte Kopien werden mit Quelltext weitergegeben oder dem Betreuer zugänglich gemacht.',
    },
    'strong-copyleft-2': {
      label: 'Starkes Copyleft',
      note: 'Ein Werk, das es enthält, wird als Ganzes unter derselben Lizenz ausgeliefert, mit seinem Quelltext.',
    },
    'strong-copyleft-exception': {
      label: 'Copyleft mit eingebauter Ausnahme',
      note: 'Die GPL mit einer Erlaubnis zum Verbinden; die veralteten Kennungen nennen beides zugleich.',
    },
    'strong-copyleft-3': {
      label: 'Starkes Copyleft, Version 3',
      note: 'Wie Version 2, mit Patentlizenz, und Verbrauchergeräte kommen mit dem, was zum Einspielen einer geänderten Fassung nötig ist.',
    },
    'network-copyleft': {
      label: 'Copyleft, das Nutzung über ein Netz zählt',
      note: 'Wer andere eine geänderte Fassung über ein Netz nutzen lässt, bietet ihnen deren Quelltext an.',
    },
    'network-copyleft-other': {
      label: 'Copyleft, das Nutzung über ein Netz zählt, andere Texte',
      note: 'Das Werk über ein Netz zugänglich zu machen gilt wie Auslieferung.',
    },
    'network-copyleft-cecill': {
      label: 'Copyleft, das Nutzung über ein Netz zählt, CeCILL',
      note: 'Text nach französischem Recht, verträglich mit GPL und EUPL; Zugang über ein Netz ist Nutzung.',
    },
    'network-copyleft-combined': {
      label: 'Copyleft über ein Netz, größere Werke frei',
      note: 'Das Werk selbst bleibt unter der Lizenz, ein größeres Werk, das es enthält, muss das nicht.',
    },
    'hardware-permissive': {
      label: 'Freizügige Hardware-Entwürfe',
      note: 'Entwurfsdateien dürfen in jedes Produkt; Vermerke bleiben.',
    },
    'hardware-weak': {
      label: 'Schwaches Copyleft für Hardware-Entwürfe',
      note: 'Der Entwurf bleibt offen, ein Produkt darf andere Entwürfe enthalten; die Pflicht trifft, wer das Produkt herstellt und verkauft.',
    },
    'hardware-strong': {
      label: 'Starkes Copyleft für Hardware-Entwürfe',
      note: 'Der vollständige Quelltext des Entwurfs geht mit dem Produkt mit; die Pflicht trifft, wer es herstellt und verkauft.',
    },
    font: {
      label: 'Schriften, Weitergabe unter gleichen Bedingungen',
      note: 'Frei zum Bündeln und Einbetten, nicht allein zu verkaufen; geänderte Schriften bleiben unter der Lizenz, bei vorbehaltenem Namen unter einem anderen.',
    },
    'font-permissive': {
      label: 'Schriften mit Namensregel',
      note: 'Frei zu nutzen und zu bündeln; nicht allein zu verkaufen, und geänderte Schriften nehmen einen anderen Namen an.',
    },
    'content-attribution': {
      label: 'Inhalte, Urheber nennen',
      note: 'Jede Nutzung des Inhalts, solange Urheber, Lizenz und Änderungen genannt sind. Nicht für Code gedacht.',
    },
    'content-share-alike': {
      label: 'Inhalte, Weitergabe unter gleichen Bedingungen',
      note: 'Geänderte Inhalte werden unter derselben oder einer verträglichen Lizenz weitergegeben.',
    },
    'documentation-copyleft': {
      label: 'Dokumentation, Copyleft',
      note: 'Geänderte Dokumente bleiben unter der Lizenz und kommen in bearbeitbarer Form.',
    },
    'documentation-invariant': {
      label: 'Dokumentation mit Abschnitten, die bleiben müssen',
      note: 'Manche Abschnitte dürfen nie geändert oder entfernt werden, sodass das Ganze nicht frei zu ändern ist.',
    },
    'data-attribution': {
      label: 'Daten, Quelle nennen',
      note: 'Jede Nutzung, solange die Quelle genannt ist; Nennungen häufen sich, wenn viele Datensätze verbunden werden.',
    },
    'data-share-alike': {
      label: 'Daten, Weitergabe unter gleichen Bedingungen',
      note: 'Eine daraus gemachte, öffentlich genutzte Datenbank wird unter derselben Lizenz weitergegeben.',
    },
    'data-computation': {
      label: 'Daten nur zum Rechnen',
      note: 'Mit den Daten darf gerechnet werden; anders veröffentlicht werden dürfen sie nicht.',
    },
    'model-permissive': {
      label: 'Modelle mit allen Bestandteilen, freizügig',
      note: 'Eine Lizenz für Code, Gewichte, Daten und Dokumentation eines Modells.',
    },
    'model-use-restricted': {
      label: 'Modelle mit Nutzungsregeln',
      note: 'Frei zu nutzen, für die meisten auch gewerblich, aber jede Kopie trägt eine Liste verbotener Nutzungen oder Nutzer.',
    },
    noncommercial: {
      label: 'Nicht für gewerbliche Nutzung',
      note: 'Nicht offen nach der Open Definition, denn gewerbliche Nutzung braucht eine weitere Erlaubnis.',
    },
    'noncommercial-share-alike': {
      label: 'Nicht für gewerbliche Nutzung, Weitergabe unter gleichen Bedingungen',
      note: 'Nicht offen; geänderte Inhalte werden unter denselben Bedingungen weitergegeben.',
    },
    'no-derivatives': {
      label: 'Nicht zu verändern',
      note: 'Darf weitergegeben, nicht geändert werden; nicht offen nach der Open Definition.',
    },
    'noncommercial-no-derivatives': {
      label: 'Nicht für gewerbliche Nutzung, nicht zu verändern',
      note: 'Darf nur unverändert und ohne Gewerbe weitergegeben werden.',
    },
    'source-available': {
      label: 'Quelltext einsehbar, Nutzung eingeschränkt',
      note: 'Konkurrierende, gehostete oder gewerbliche Nutzung braucht eine weitere Erlaubnis; manche Texte werden nach Jahren zu einer offenen Lizenz.',
    },
    'source-available-network': {
      label: 'Quelltext einsehbar, Dienste müssen alles veröffentlichen',
      note: 'Wer das Programm als Dienst anbietet, veröffentlicht alle Programme, mit denen der Dienst läuft; von der OSI nicht anerkannt.',
    },
    'use-restricted-software': {
      label: 'Manche Nutzungen verboten',
      note: 'Ein freizügiger Text, der bestimmte Nutzungen verbietet und deshalb nach keiner Definition offen ist.',
    },
    closed: {
      label: 'Keine Erlaubnis über einen Vertrag hinaus',
      note: 'Alle Rechte sind vorbehalten; was erlaubt ist, steht im Vertrag mit dem Lieferanten.',
    },
  },
  duties: {
    'keep-notices': {
      label: 'Urheber- und Lizenzvermerke behalten',
      text: 'Jede ausgelieferte Kopie, auch eine Binärdatei, trägt die Urhebervermerke und den Lizenztext.',
    },
    'keep-notices-in-source': {
      label: 'Vermerke in Quelltextkopien behalten',
      text: 'Kopien des Quelltextes tragen die Urhebervermerke und den Lizenztext; Binärdateien brauchen das nicht.',
    },
    'state-changes': {
      label: 'Sagen, was geändert wurde',
      text: 'Geänderte Dateien oder Werke sagen, dass sie geändert wurden.',
    },
    'pass-on-notice-file': {
      label: 'Die Datei NOTICE weitergeben',
      text: 'Hat das Werk eine NOTICE-Datei, so gehen deren Nennungen in das ausgelieferte Produkt ein.',
    },
    acknowledge: {
      label: 'Die Urheber nennen',
      text: 'Werbung oder Dokumentation des Produkts nennt die Urheber mit den Worten, die die Lizenz vorgibt.',
    },
    'offer-source': {
      label: 'Den Quelltext bereitstellen',
      text: 'Wer das Programm bekommt, bekommt auch den zugehörigen Quelltext oder ein Angebot dazu.',
    },
    'offer-source-to-network-users': {
      label: 'Den Quelltext denen bereitstellen, die den Dienst nutzen',
      text: 'Wer eine geänderte Fassung über ein Netz nutzt, bekommt deren Quelltext angeboten.',
    },
    'same-license': {
      label: 'Dieselbe Lizenz für das Werk',
      text: 'Geänderte Fassungen und daraus gemachte Werke werden unter derselben Lizenz ausgeliefert.',
    },
    'same-license-file': {
      label: 'Dieselbe Lizenz für seine Dateien',
      text: 'Dateien unter der Lizenz bleiben darunter, geändert oder nicht; eigene Dateien dürfen andere Bedingungen haben.',
    },
    'same-license-library': {
      label: 'Dieselbe Lizenz für die Bibliothek',
      text: 'Die Bibliothek bleibt unter ihrer Lizenz, geändert oder nicht; ein Programm, das sie nutzt, darf andere Bedingungen haben.',
    },
    'allow-relinking': {
      label: 'Nutzende die Bibliothek austauschen lassen',
      text: 'Nutzende können die Bibliothek gegen eine geänderte tauschen, und das Programm dafür zu zerlegen ist nicht verboten.',
    },
    'installation-information': {
      label: 'Angaben zur Installation geben',
      text: 'Verbrauchergeräte kommen mit dem, was zum Einspielen einer geänderten Fassung nötig ist.',
    },
    'rename-changed': {
      label: 'Geänderten Fassungen einen anderen Namen geben',
      text: 'Namen, die die Lizenz vorbehält, werden für geänderte Fassungen nicht verwendet.',
    },
    'no-changes': {
      label: 'Keine geänderten Fassungen weitergeben',
      text: 'Nur unveränderte Kopien dürfen weitergegeben werden.',
    },
    'pass-on-use-restrictions': {
      label: 'Nutzungsregeln weitergeben',
      text: 'Wer eine Kopie bekommt, ist an dieselbe Liste verbotener Nutzungen gebunden.',
    },
    'keep-to-purpose': {
      label: 'Bei den erlaubten Zwecken bleiben',
      text: 'Manche Nutzungen sind verboten oder brauchen eine weitere Erlaubnis; prüfen Sie den Text an der gedachten Nutzung.',
    },
    'have-a-contract': {
      label: 'Einen Vertrag haben',
      text: 'Ohne Vertrag gibt es keine Erlaubnis, das Werk zu nutzen, zu kopieren oder zu ändern.',
    },
  },
}

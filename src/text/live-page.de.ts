/** Words of live work in the portal, in German. */

import type { live as english } from './live-page.en.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)
const files = (n: number): string => `${count(n)} ${plural(n, { one: 'Datei', other: 'Dateien' })}`

export const live: typeof english = {
  upload: {
    title: 'Dokumente einreichen',
    lead: 'SBOMs, Lockfiles und Paketlisten. Ziehen Sie Dateien irgendwo auf diese Seite, oder wählen Sie sie aus.',
    choose: 'Dateien wählen',
    drop: 'Dateien loslassen, um sie einzureichen',
    product: 'Produkt',
    productNote: 'Der Name eines vorhandenen Produkts oder eines neuen.',
    existing: (name) => `Sie kommen zu ${name}.`,
    fresh: (name) => `${name} ist neu und wird angelegt.`,
    send: (n) => `${files(n)} einreichen`,
    cancel: 'Nicht einreichen',
    list: 'Eingereichte Dokumente',
    states: {
      waiting: 'wartet',
      sending: 'wird gesendet',
      received: 'aufbewahrt, wartet auf das Lesen',
      recorded: 'gelesen, wird betrachtet',
      analyzed: 'übernommen',
      failed: 'abgelehnt',
    },
    progress: (name) => `Fortschritt von ${name}`,
    before: 'Dasselbe Dokument wurde schon eingereicht; nichts hat sich geändert.',
    counts: (found, taken, refused) => `${found} Einträge gefunden, ${taken} übernommen, ${refused} abgelehnt`,
    packages: (n) => `${n} Pakete jetzt im Produkt`,
    findings: (n) => `${n} bekannte Schwachstellen`,
    findingsUnknown: 'Schwachstellen: nicht nachgeschlagen',
    places: 'Stellen in der Datei',
    open: (name) => `${name} öffnen`,
    refused: (name, product) => `${name} wurde nicht in ${product} übernommen`,
    next: 'Prüfen Sie, ob die Datei vollständig und von einer lesbaren Art ist: CycloneDX, SPDX, ein Lockfile unter seinem eigenen Namen. Reichen Sie sie dann erneut ein.',
  },
  fresh: {
    lead: 'Die letzte Bewertung enthält dieses Produkt noch nicht. Das ist bisher bekannt; die Seite füllt sich von selbst.',
    busy: 'Was eingereicht wurde, wird gerade angesehen.',
    nothing: 'Noch konnte kein Dokument übernommen werden. Reichen Sie unten eines ein.',
    waiting:
      'Es wurde für sich angesehen. Wie seine Teile hereinkommen, ihre Lizenzen, ihre Gesundheit und ihr Wert folgen mit der nächsten Bewertung des Ganzen, die von selbst beginnt.',
    alone: (time) => `Gefunden, als es für sich angesehen wurde, ${time}.`,
    undecided: (n) =>
      plural(n, {
        one: 'Von 1 Teil lässt sich nicht sagen, ob eine Meldung es betrifft.',
        other: `Von ${count(n)} Teilen lässt sich nicht sagen, ob eine Meldung sie betrifft.`,
      }),
  },
  removal: {
    title: 'Dieses Produkt entfernen',
    remove: 'Produkt entfernen',
    kept: 'Es verlässt das Inventar und alle Summen mit der nächsten Bewertung, die sofort angefordert wird. Seine Dokumente, frühere Bewertungen, was zu seinen Befunden gesagt wurde, und das Prüfprotokoll bleiben erhalten.',
    asks: (name) => `${name} entfernen?`,
    typeName: (name) => `Geben Sie zur Bestätigung seinen Namen ein: ${name}`,
    declared:
      'Es ist in organization.yaml angegeben. Nehmen Sie es dort heraus und bewerten Sie neu; von hier aus käme es wieder.',
    done: (name) => `${name} ist entfernt. Listen und Summen folgen mit der angeforderten Bewertung.`,
  },
  jobs: {
    idle: 'Hintergrundarbeit',
    busy: (n) => `${count(n)} ${plural(n, { one: 'Arbeit', other: 'Arbeiten' })} im Gang`,
    title: 'Hintergrundarbeit',
    none: 'Nichts ist im Gang, und in den letzten zehn Minuten ist nichts zu Ende gegangen.',
    kinds: {
      'ingest-document': 'Ein Dokument lesen',
      'assess-product': 'Ein Produkt betrachten',
      'assess-organization': 'Die ganze Organisation bewerten',
      'make-report': 'Einen Bericht erstellen',
    },
    states: { waiting: 'wartet', retrying: 'neuer Versuch', running: 'im Gang', done: 'fertig', dead: 'aufgegeben' },
    whole: 'ganze Organisation',
    attempts: (n) => `Versuch ${count(n)}`,
    next: 'Stoßen Sie die Bewertung erneut an. Bleibt es so, nennen Sie Ihrer Administration den Code.',
    again: 'Erneut bewerten',
    asked: 'Die Bewertung ist angestoßen.',
    done: 'Eine neue Bewertung ist da; diese Seite zeigt sie.',
  },
  news: {
    title: 'Mitteilungen',
    lead: 'Was Ihnen mitgeteilt wurde, und was Sie erfahren möchten.',
    unread: (n) => `${count(n)} ungelesen`,
    inbox: 'Was Ihnen mitgeteilt wurde',
    none: 'Noch nichts. Sagen Sie unten, was Sie erfahren möchten.',
    read: 'Als gelesen markieren',
    readAll: 'Alle als gelesen markieren',
    isNew: 'neu',
    older: 'Ältere zeigen',
    wanted: 'Was Sie erfahren möchten',
    wantedNone: 'Sie haben noch um nichts gebeten.',
    what: 'Worüber',
    way: 'Wie',
    address: 'Adresse des Webhooks',
    add: 'Mitteilen',
    end: 'Beenden',
    test: 'Ausprobieren',
    tested: 'Ein Test ist unterwegs; was daraus wird, erscheint unten in wenigen Sekunden.',
    log: 'Zustellungen',
    logNone: 'Noch nichts gesendet.',
    sent: 'gesendet',
    notSent: 'nicht gesendet',
    secret:
      'Das Geheimnis, mit dem der Webhook signiert wird. Es wird nur dieses eine Mal gezeigt; bewahren Sie es jetzt auf.',
    kept: 'Ich habe es aufbewahrt',
    kinds: {
      finding: 'eine neue dringende Schwachstelle',
      resolved: 'eine Schwachstelle, die behoben ist',
      unsupported: 'ein Projekt, das niemand mehr pflegt',
      'leaning-on-one': 'ein Projekt, das nun an einer Person hängt',
      'supplier-late': 'eine überfällige Antwort eines Lieferanten',
      'assessment-done': 'eine fertige Bewertung',
      'upload-refused': 'ein Dokument, das nicht übernommen werden konnte',
      test: 'ein Test',
    },
  },
  reports: {
    make: 'Einen Bericht öffnen',
    assessment: 'Bewertung',
    newest: (day) => `${day}, die neueste`,
    kind: 'Bericht',
    kinds: { full: 'Der ganze', executive: 'Eine Seite für die Leitung' },
    format: 'Format',
    open: 'Öffnen',
    download: 'Herunterladen',
    making: 'Der Bericht wird erstellt.',
    made: 'Der Bericht ist fertig.',
    openMade: 'Bericht öffnen',
    json: 'JSON enthält die ganze Bewertung, in keiner Sprache.',
    whole:
      'Berichte handeln von der ganzen Organisation, und Sie sehen einen Teil davon. Fragen Sie eine Administratorin oder einen Administrator mit Sicht auf das Ganze.',
    changed: 'Was sich seit der Bewertung davor geändert hat',
  },
}

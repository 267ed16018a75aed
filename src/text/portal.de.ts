/** Wörter des Portals, auf Deutsch. */

import { pluralIn } from './plural.ts'
import type { portal as english } from './portal.en.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)

export const portal: typeof english = {
  navigation: 'Seiten',
  menu: 'Menü',
  skip: 'Zum Inhalt springen',
  loading: 'Wird geladen …',
  deeper: 'Einzelheiten zeigen',
  unit: 'Einheit',
  everything: 'Alle Einheiten',
  withheld: 'Das betrifft die ganze Organisation; Sie sehen einen Teil davon.',
  thisMachine: 'auf diesem Rechner',
  language: 'Sprache',
  yes: 'ja',
  no: 'nein',
  notFound: 'Unter dieser Adresse gibt es keine Seite',
  audience: { label: 'Für wen', executive: 'Leitung', office: 'Open-Source-Büro', engineer: 'Technik' },
  scheme: { label: 'Darstellung', auto: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  pages: {
    home: 'Übersicht',
    inventory: 'Bestand',
    vulnerabilities: 'Schwachstellen',
    licenses: 'Lizenzen & Regeln',
    risk: 'Risiko & Tragfähigkeit',
    value: 'Wert',
    contributions: 'Beiträge',
    maturity: 'Reifegrad',
    motivators: 'Beweggründe',
    advice: 'Rat',
    reports: 'Berichte',
    settings: 'Einstellungen',
  },
  search: {
    open: 'Suchen oder springen …',
    placeholder: 'Seite, Produkt, Paket oder Meldung',
    results: 'Treffer',
    page: 'Seite',
    kinds: { product: 'Produkt', package: 'Paket', finding: 'Meldung', subject: 'Projekt' },
    none: (text) => `Hier heißt nichts „${text}“.`,
    keys: '↑ ↓ wählen · Eingabe öffnet · Esc schließt',
  },
  table: {
    columns: 'Spalten',
    rows: (n) => `${count(n)} ${plural(n, { one: 'Zeile', other: 'Zeilen' })}`,
    of: (shown, all) => `${shown} von ${all}`,
    ofAtLeast: (shown, all) => `${shown} von ${all} oder mehr`,
    nothing: 'Keine Zeile passt.',
    selectRow: (name) => `${name} auswählen`,
    selectShown: (n) => `Alle ${count(n)} gezeigten Zeilen auswählen`,
    more: 'Mehr zeigen',
    text: 'Text',
    all: 'alle',
    clear: 'Filter aufheben',
  },
  problem: {
    title: 'Das ist misslungen',
    code: 'Code',
    again: 'Noch einmal versuchen',
    unreachable: 'Der Server antwortet nicht. Prüfen Sie, ob er läuft, und versuchen Sie es noch einmal.',
    signIn: 'Ihre Sitzung ist zu Ende. Melden Sie sich wieder an.',
    notAllowed:
      'Ihre Rolle reicht dafür nicht. Fragen Sie eine Administratorin oder einen Administrator Ihrer Einheit.',
    notHere: 'Das gibt es nicht, oder nicht in Ihren Einheiten.',
    tooOften: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es noch einmal.',
    ours: 'Versuchen Sie es noch einmal. Bleibt es so, nennen Sie Ihrer Administration den Code unten.',
  },
  why: {
    assumed: 'angenommen',
    retrieved: (time) => `gelesen ${time}`,
    line: (line) => `Zeile ${line}`,
    record: 'ein Datensatz',
    withheldInputs: (n) =>
      plural(n, {
        one: `${count(n)} Eingabe betrifft mehr als Ihre Einheiten und wird nicht gezeigt.`,
        other: `${count(n)} Eingaben betreffen mehr als Ihre Einheiten und werden nicht gezeigt.`,
      }),
    ownEvidence:
      'Von den Originaldateien werden die der Produkte Ihrer Einheiten gezeigt. Andere, falls es sie gibt, bleiben verborgen.',
  },
  home: {
    lead: 'Was im Einsatz ist, was brennt, was es wert ist, was zurückgeht und was auf Sie wartet.',
    toDo: 'Zu tun',
    nothingToDo: 'Nichts wartet.',
    open: 'Öffnen',
    inUse: 'Im Einsatz',
    packagesIn: (n, shown) => `Pakete, in ${shown} ${n === 1 ? 'Produkt' : 'Produkten'}`,
    urgent: 'Dringend',
    worth: 'Wert, neu gebaut',
    given: 'Zurückgegeben',
    aYear: 'in den letzten zwölf Monaten',
    notCompared: 'Was es vorher war, wird von der ganzen Organisation gesagt.',
    first: 'Die erste Bewertung: noch nichts zum Vergleichen.',
    same: (day) => `Am ${day} dasselbe.`,
    was: (before, day) => `${before} am ${day}.`,
    unknownBefore: (day) => `Am ${day} nicht bekannt.`,
    nothingRead: 'Hier wurde noch nichts gelesen',
    nothingReadBody:
      'Was diese Produkte nutzen, ist unbekannt, nicht nichts. Reichen Sie unter „Bestand“ ein, was es dazu gibt.',
    empty: 'Noch wurde nichts bewertet',
    emptyBody:
      'Nennen Sie den Ordner mit Ihren Repositorys und den SBOMs, die Sie bekommen haben. Headwater liest Lockfiles, Paketlisten und SBOMs, und diese Seite füllt sich.',
    items: {
      'critical-findings': (n) =>
        plural(n, { one: 'kritische Schwachstelle im Einsatz', other: 'kritische Schwachstellen im Einsatz' }),
      'where-to-help': (n) =>
        plural(n, {
          one: 'Projekt, an dem viel hängt, ist schwach',
          other: 'Projekte, an denen viel hängt, sind schwach',
        }),
      'without-license': (n) => plural(n, { one: 'Teil nennt keine Lizenz', other: 'Teile nennen keine Lizenz' }),
      'restricted-terms': (n) =>
        plural(n, { one: 'Teil begrenzt seine Nutzung', other: 'Teile begrenzen ihre Nutzung' }),
      'products-without-documents': (n) =>
        plural(n, { one: 'Produkt, von dem nichts gelesen wurde', other: 'Produkte, von denen nichts gelesen wurde' }),
    },
  },
  inventory: {
    show: 'Zeigen',
    products: 'Produkte',
    packages: 'Pakete',
    atLeast: 'Verwundbar, mindestens',
    lookedUp: 'Nachgesehen',
    notLookedUp: 'Ob ein Sicherheitshinweis davon handelt, wurde nicht nachgesehen.',
    newest: 'Neueste Datei',
  },
  product: {
    nothingRead: 'Zu diesem Produkt wurde noch nichts gelesen',
    nothingReadBody:
      'Was es nutzt, ist unbekannt, nicht nichts. Reichen Sie eine SBOM, eine Lockdatei oder eine Paketliste ein; ein Lieferant kann darum gebeten werden.',
    parts: 'Teile',
    withFindings: 'mit bekannter Schwachstelle',
    tree: 'Wie sie hineinkommen',
    treeNote:
      'Jedes Teil unter dem, durch das es mit den wenigsten Schritten kommt. Die Pfeiltasten führen durch den Baum.',
  },
  component: {
    criticalityTerms:
      'Die Wichtigkeit ist 1 − ∏ (1 − c·d·s·r) über diese Produkte: c für die Wichtigkeit des Produkts, d für die Schritte bis dorthin, s dafür, wozu es gebraucht wird, r unter eins, wo jemand einen Ersatz genannt hat.',
    whereUsed: 'Welche Produkte es nutzen, und wie es dorthin kommt',
    path: 'Wenigste Schritte',
    owner: 'Zuständig',
    noOwner: 'niemand genannt',
    below: 'Nur Versionen unter',
    tree: 'Die Wege als Baum',
    unordered: (n) => `${n} Versionen lassen sich nicht vergleichen und fehlen hier.`,
  },
  vulnerabilities: {
    published: 'Veröffentlicht',
    aliases: 'Heißt auch',
    reach: 'Was sie erreicht',
  },
  licenses: {
    without: 'Ohne Lizenzangabe',
    withoutNote: 'Eine fehlende Angabe gilt nie als Erlaubnis.',
    certainties: {
      stated: 'angegeben',
      guessed: 'aus freiem Text erraten',
      unclear: 'nicht lesbar',
      absent: 'nichts angegeben',
    },
    duty: 'Pflicht',
    obligations: 'Was zu tun ist',
    obligationsNote:
      'Pflichten, die die genutzten Lizenzen mitbringen, wenn Software ausgeliefert wird, nach der Zahl der Teile, die sie mitbringen.',
  },
  risk: { all: 'Alle Projekte', unlisted: 'Pakete, von denen nichts bekannt ist', show: 'zeigen' },
  value: {
    range: 'Niedrig bis hoch',
    backlog: 'Kosten des Nachholens',
    whatIf: 'Was wäre, wenn?',
    whatIfNote:
      'Verschieben Sie eine Annahme und sehen Sie, wohin die Summe geht. Alle drei Lesarten nehmen, was Sie setzen; nichts davon bleibt.',
    tried: 'ausprobiert',
    reset: 'Zurück zu den Annahmen, die gelten',
  },
  contributions: { effort: 'Arbeit des letzten Jahres' },
  maturity: {
    target: (level, until) => `${level} bis ${until}`,
    evidence: 'Was es zeigt',
  },
  motivators: {
    lead: 'Was Menschen hier bewegt, nach Art des Werts und nach der Stufe, auf der es spricht.',
    none: 'Noch wurde niemand gefragt',
    noneBody:
      'Notieren Sie, was Menschen über Open Source sagen und was es bräuchte. Headwater druckt einen Bogen für das Gespräch.',
    area: 'Bereich',
    matrix: 'Beweggründe nach Art des Werts und Stufe',
    kind: 'Art des Werts',
    people: 'Personen',
    states: {
      served: 'erfüllt',
      reachable: 'in Reichweite',
      locked: 'braucht eine höhere Stufe',
      'not-wanted': 'nicht gewünscht',
      unknown: 'nicht bekannt',
    },
    withheld: 'Was zu wenige gesagt haben, wird nicht gezeigt.',
  },
  reports: {
    lead: 'Jede Bewertung bleibt, wie sie gemacht wurde: vom letzten Tag die neuesten drei, einen Monat lang eine je Tag, davor eine je Monat.',
    none: 'Es gibt noch keinen Bericht',
    newest: 'Den neuesten Bericht öffnen',
    assessments: 'Bewertungen',
    knownAt: 'Mit dem Wissen vom',
  },
  settings: {
    lead: 'Einheiten kommen aus organization.yaml. Was Sie sonst hier sehen, hängt von Ihrer Rolle ab.',
    units: 'Einheiten',
    id: 'Kennung',
    parent: 'Gehört zu',
    people: 'Personen',
    name: 'Name',
    grants: 'Darf',
    passkeys: 'Passkeys',
    keys: 'Schlüssel von Programmen',
    expires: 'Gilt bis',
    revoked: (day) => `widerrufen am ${day}`,
    lastUsed: 'Zuletzt benutzt',
    never: 'nie',
    audit: 'Protokoll',
    at: 'Wann',
    act: 'Was',
    actor: 'Wer',
    subject: 'Woran',
    result: 'Ergebnis',
    results: { done: 'getan', refused: 'verweigert' },
  },
  signIn: {
    out: 'Abmelden',
    title: 'Anmelden',
    name: 'Name',
    password: 'Passwort',
    go: 'Anmelden',
    passkey: 'Mit einem Passkey anmelden',
    oidc: (name) => `Mit ${name} anmelden`,
  },
}

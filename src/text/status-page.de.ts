/** Wörter dazu, was ein Befund bedeutet, und zu gespeicherten Ansichten, auf Deutsch. */

import { pluralIn } from './plural.ts'
import type { statusPage as english } from './status-page.en.ts'

const plural = pluralIn('de-DE')
const numbers = new Intl.NumberFormat('de-DE')
const count = (n: number): string => numbers.format(n)

export const statusPage: typeof english = {
  status: 'Stand',
  states: {
    affected: 'betroffen',
    undecided: 'noch nicht angesehen',
    'under-investigation': 'wird angesehen',
    fixed: 'behoben',
    'not-affected': 'nicht betroffen',
    'false-positive': 'Fehlalarm',
  },
  filters: { open: 'offen: es ist noch etwas zu tun', due: 'erneut anzusehen' },
  justifications: {
    'code-not-present': 'Der anfällige Code ist in unserer Auslieferung nicht enthalten',
    'code-not-reachable': 'Der anfällige Code wird nie aufgerufen',
    'requires-configuration': 'Nur mit einer Konfiguration, die wir nicht verwenden',
    'requires-dependency': 'Nur mit einem anderen Teil, das wir nicht verwenden',
    'requires-environment': 'Nur in einer Umgebung, die wir nicht verwenden',
    'protected-by-compiler': 'Der Compiler schützt davor',
    'protected-at-runtime': 'Die Laufzeitumgebung schützt davor',
    'protected-at-perimeter': 'Es wird abgefangen, bevor es uns erreicht',
    'protected-by-mitigating-control': 'Eine andere Maßnahme schützt davor',
  },
  responses: {
    update: 'Das Teil aktualisieren',
    rollback: 'Zu einer früheren Version zurückgehen',
    'workaround-available': 'Es umgehen',
    'can-not-fix': 'Damit leben: es lässt sich nicht beheben',
    'will-not-fix': 'Damit leben: es wird nicht behoben',
  },
  partly: (stated, all) => `${stated} von ${all} Produkten`,
  reviewDue: 'erneut anzusehen',
  state: 'Sagen, was es bedeutet',
  explanation: 'Wird mit Ihrem Namen und der Zeit festgehalten. Was vorher gesagt wurde, bleibt im Verlauf.',
  its: 'Es ist',
  justification: 'Warum es nicht betroffen ist',
  response: 'Was getan wird',
  choose: 'Bitte wählen',
  notYet: 'noch nicht entschieden',
  reason: 'Grund',
  detail: 'Mehr dazu (freiwillig)',
  where: 'Es gilt für',
  everywhere: 'alle Produkte',
  inMyUnits: 'alle Produkte meiner Einheiten, die es verwenden',
  onlyThese: 'nur diese Produkte',
  until: 'Erneut ansehen nach dem (freiwillig)',
  others: (n) =>
    plural(n, {
      one: 'auch für den anderen Befund dieses Teils',
      other: `auch für die ${count(n)} anderen Befunde dieses Teils`,
    }),
  submit: 'Festhalten',
  sending: 'Wird festgehalten …',
  done: 'Es ist festgehalten.',
  undone: 'Zurückgenommen. Es steht wieder wie vorher.',
  undo: 'Rückgängig machen',
  undoOf: (state, where) => `Rückgängig machen: ${state}, ${where}`,
  history: 'Was gesagt wurde',
  noHistory: 'Niemand hat etwas dazu gesagt. Das heißt nicht, dass nichts betroffen ist.',
  current: 'gilt jetzt',
  takenBack: 'nach einer Rücknahme',
  by: (name, time) => `${name}, ${time}`,
  from: (source, day) => `übernommen von ${source}, ${day}`,
  holdsUntil: (day) => `erneut anzusehen nach dem ${day}`,
  many: {
    selection: 'Ausgewählte Befunde',
    selected: (n) => plural(n, { one: '1 Befund ausgewählt', other: `${count(n)} Befunde ausgewählt` }),
    state: 'Stand festhalten',
    all: (n) => `Alle ${count(n)} dieses Filters auswählen`,
    first: (most, all) => `Die ersten ${count(most)} von ${count(all)} auswählen`,
    clear: 'Auswahl aufheben',
    keys: 'Leertaste wählt eine Zeile, Umschalt mit Pfeiltaste wählt weiter, Escape hebt die Auswahl auf.',
    title: (n) => plural(n, { one: 'Sagen, was 1 Befund bedeutet', other: `Sagen, was ${count(n)} Befunde bedeuten` }),
    done: (n) => plural(n, { one: 'Für 1 Befund festgehalten.', other: `Für ${count(n)} Befunde festgehalten.` }),
    undone: (n) =>
      plural(n, {
        one: 'Für 1 Befund zurückgenommen. Er steht wieder wie vorher.',
        other: `Für ${count(n)} Befunde zurückgenommen. Sie stehen wieder wie vorher.`,
      }),
    refused: (n) =>
      plural(n, { one: '1 Befund wurde nicht übernommen', other: `${count(n)} Befunde wurden nicht übernommen` }),
    refusals: {
      'nothing-found': 'gehört nicht mehr zu Ihren Befunden',
      'beyond-rights': 'kein Produkt, das es verwendet, gehört zu Ihren Einheiten',
      'needs-decider': 'damit zu leben ist Sache derer, die entscheiden dürfen',
    },
    more: (n) => `und ${count(n)} weitere`,
  },
  views: {
    menu: 'Gespeicherte Ansichten',
    kind: 'Ansicht',
    none: 'Von dieser Seite ist noch keine Ansicht gespeichert. Filtern und sortieren Sie, vergeben Sie einen Namen, und finden Sie sie hier und mit Strg K wieder.',
    name: 'Name der Ansicht',
    keep: 'Ansicht speichern',
    share: 'für alle, die lesen dürfen',
    shared: 'geteilt',
    rename: 'Umbenennen',
    renameOf: (name) => `${name} umbenennen`,
    remove: 'Löschen',
    removeOf: (name) => `${name} löschen`,
    save: 'Speichern',
    cancel: 'Abbrechen',
    kept: (name) => `„${name}“ ist gespeichert.`,
    removed: (name) => `„${name}“ ist gelöscht.`,
    undo: 'Rückgängig machen',
  },
  whatIf: {
    now: 'wie es gilt',
    change: 'Unterschied in der Mitte',
  },
}

/** Words about licenses, in German. */

import type { license as en } from './license.en.ts'

export const license: typeof en = {
  compat: 'Sagen, ob Material unter einer Lizenz in ein Werk unter einer anderen darf',
  explain: 'Sagen, was eine Lizenz verlangt und wie eine freie Angabe gelesen wurde',
  matrix: 'eine Kopie der OSADL-Matrix (sonst data/osadl-matrix.json im Datenordner)',
  asset: 'beurteilen für software, content, data, hardware, model oder font (sonst software)',
  expression: 'Ausdruck',
  guessed: 'Geraten',
  guessedBy: (text, rule) => `aus „${text}“ nach der Regel „${rule}“; niemand hat es bestätigt`,
  notRead: (text) => `„${text}“ ließ sich nicht als Lizenz lesen. Das zählt als unbekannt, nie als freizügig.`,
  chosen: 'Gewählt',
  opennessHead: 'Offenheit',
  reciprocityHead: 'Gibt zurück',
  networkHead: 'Netz',
  network: 'Nutzung über ein Netz zählt wie eine Auslieferung',
  openness: {
    open: 'offen',
    'source-available': 'Quelle einsehbar, nicht offen',
    'use-restricted': 'Nutzung beschränkt, nicht offen',
    closed: 'geschlossen',
    unknown: 'unbekannt',
  },
  reciprocity: {
    none: 'nichts außer Hinweisen',
    weak: 'Änderungen am Werk selbst',
    strong: 'das ganze Werk, in das es eingeht',
    network: 'das ganze Werk, auch wenn es über ein Netz angeboten wird',
    'share-alike': 'daraus gemachte Inhalte oder Daten',
    restricted: 'keine Frage des Zurückgebens: die Nutzung ist beschränkt',
    unknown: 'unbekannt',
  },
  osi: 'von der OSI anerkannt',
  fsf: 'frei nach der FSF',
  deprecated: 'veraltete Kennung',
  noFamily: 'Nicht in unseren Tabellen: es wird nichts angenommen.',
  source: (source) => `Quelle: ${source}`,
  noAdvice: 'Unsere Lesart des Lizenztextes, keine Rechtsberatung.',
}

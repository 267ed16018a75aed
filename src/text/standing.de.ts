/** Wörter des Berichts darüber, wo die Organisation im Umgang mit Open Source steht, auf Deutsch. */

import { pluralIn } from './plural.ts'
import { say } from './phrase.ts'
import type { standing as english } from './standing.en.ts'

const plural = pluralIn('de-DE')

export const standing: typeof english = {
  label: 'Wo sie steht',
  explanation:
    'Wie Einheiten mit Open Source umgehen, gezeigt durch Nachweise: Der Umgang reicht von Verleugnung bis Führung, die Stufe des Büros sagt, was es leisten kann. Eine Stufe ist eine Spanne. Das erste Ende nimmt Unbekanntes als nicht erfüllt, das zweite als erfüllt.',
  engagement: 'Umgang',
  stage: 'Stufe des Büros',
  confidence: 'Sicherheit',
  engagementIs: <T>(from: T) => say`Durch Nachweise gezeigt: ${from}.`,
  engagementMayBe: <T>(from: T, to: T) =>
    say`Durch Nachweise gezeigt: ${from}. Mit dem, was noch nicht bekannt ist, bis zu ${to}.`,
  stageIs: <T>(from: T) => say`Das Büro: ${from}.`,
  stageMayBe: <T>(from: T, to: T) => say`Das Büro: ${from}. Mit dem, was noch nicht bekannt ist, bis zu ${to}.`,
  notAssessed: 'Noch wurden keine Nachweise angesehen, also wird nichts über eine Stufe gesagt.',
  notAssessedBody: 'Der Befehl gibt die Fragen aus, die kein Nachweis beantwortet; Antworten gelten sechs Monate.',
  ladder: 'Stufen der Einheiten neben ihren Zielen',
  ladderExplanation:
    'Bis zum Strich: durch Nachweise gezeigt. Schraffiert: möglich, aber nicht bekannt. Das Dreieck ist das gesetzte Ziel.',
  ladderTable: 'Stufen je Einheit',
  ladderNote: 'Wo eine Stufe allein auf Antworten ruht, ist sie behauptet und nicht gezeigt.',
  functions: 'Stufen je Einheit und Bereich',
  unit: 'Einheit',
  function: 'Bereich',
  level: 'Stufe',
  target: 'Ziel',
  known: 'Bekannte Merkmale',
  next: 'Günstigster nächster Schritt',
  cost: 'Aufwand',
  noTarget: 'keines gesetzt',
  findings: 'Was nicht zusammenpasst',
  contradiction: <T>(unit: T, indicator: T) =>
    say`${unit}: Zu „${indicator}“ wird ja gesagt, die Nachweise sagen etwas anderes. Die Nachweise zählen.`,
  practiceAhead: <T>(unit: T) => say`${unit}: Die Praxis ist weiter als das, was das Büro leisten kann.`,
  officeAhead: <T>(unit: T) => say`${unit}: Das Büro ist weiter als die Praxis.`,
  expired: <T>(unit: T, what: T, since: T) => say`${unit}: ${what} zählt seit ${since} nicht mehr.`,
  targetMissed: <T>(unit: T, area: T, until: T) => say`${unit}: Das Ziel für ${area} war am ${until} fällig.`,
  indicators: 'Jedes Merkmal, für die ganze Organisation',
  indicator: 'Merkmal',
  state: 'Zustand',
  evidence: 'Nachweis',
  until: 'Gilt bis',
  none: 'keiner',
  units: (n) => plural(n, { one: 'Einheit', other: 'Einheiten' }),
}

/** Wörter des Berichts über Nehmen und Geben, auf Deutsch. */

import { pluralIn } from './plural.ts'
import { say, type Counted } from './phrase.ts'
import type { position as english } from './position.en.ts'

const plural = pluralIn('de-DE')

export const position: typeof english = {
  label: 'Was wir bekommen und geben',
  explanation:
    'Was ein Jahr Nutzung wert ist, gegen das, was in den letzten zwölf Monaten zurückging, in einem Maßstab. Drei Verhältnisse stehen nebeneinander, weil keines allein genügt; Gruppen werden nicht danach gereiht.',
  question: 'Was geben wir zurück?',
  givenUnit: 'im Jahr, mittlerer Wert',
  givenSentence: <T>(share: T) => say`Das sind ${share} dessen, was ein Jahr Nutzung wert ist.`,
  givenOnly: 'Was ein Jahr Nutzung wert ist, ist noch nicht bekannt; es lässt sich nichts gegenüberstellen.',
  givenParts: <T>(labor: T, money: T) => say`Arbeit: ${labor}. Geld: ${money}.`,
  givenUnknown:
    'Niemand hat Verläufe angesehen, und es gibt kein Verzeichnis. Das heißt nicht, dass nichts gegeben wird.',
  picture: 'Geben und Nehmen in einem Jahr',
  pictureExplanation:
    'Links der Linie, was in den letzten zwölf Monaten gegeben wurde, rechts, was ein Jahr Nutzung wert ist (der Nachbau, auf drei Jahre verteilt). Beide Seiten haben einen Maßstab.',
  pictureTable: 'Geben und Nehmen in einem Jahr',
  given: 'gegeben',
  received: 'bekommen',
  side: 'Seite',
  labor: 'Arbeit an Code',
  loggedTime: 'Andere Arbeit laut Verzeichnis',
  money: 'Geld und Sachen',
  give: 'Gegeben',
  take: 'Bekommen',
  ratios: 'Drei Verhältnisse',
  giveToTake: 'Gegeben ÷ bekommen',
  criticalCoverage: 'Wichtige Pakete, die etwas bekamen',
  perDeveloper: 'Gegeben je Entwickler',
  projects: 'Wo unsere Leute mitarbeiten',
  projectsNote:
    'Eigene Commits der letzten zwölf Monate. Personen und Tage stehen nur für Gruppen ab fünf. Der Anteil am Nachbauwert steht neben den Kosten der Arbeit und wird nie dazugezählt.',
  project: 'Projekt',
  ownCommits: 'Eigene Commits',
  allCommits: 'Alle Commits',
  ownShare: 'Eigener Anteil',
  people: 'Personen',
  days: 'Tage',
  tooFew: 'weniger als fünf Personen',
  packages: 'Genutzte Pakete',
  criticality: 'Wichtigkeit',
  replacementShare: 'Anteil am Nachbauwert',
  units: 'Nach Einheit',
  unit: 'Einheit',
  noUnit: 'keine Einheit',
  ledger: 'Was das Verzeichnis enthält',
  kind: 'Art',
  entries: 'Einträge',
  hours: 'Stunden',
  amount: 'Betrag',
  kinds: {
    sponsorship: 'Förderung',
    membership: 'Mitgliedschaft',
    bounty: 'Prämie',
    'paid-maintainer': 'bezahlte Pflege',
    event: 'Veranstaltung',
    infrastructure: 'Infrastruktur',
    review: 'Durchsichten',
    issue: 'Meldungen',
    triage: 'Sichten von Meldungen',
    documentation: 'Dokumentation',
    security: 'Sicherheitsarbeit',
    governance: 'Leitungsarbeit',
    'working-group': 'Arbeitsgruppe',
    standards: 'Normung',
    mentoring: 'Begleitung',
    other: 'anderes',
  },
  unregistered: 'Wer von unseren Adressen beiträgt und auf keiner Liste steht',
  unregisteredSentence: <T>(commits: Counted<T>) =>
    say`${commits.shown} ${plural(commits.n, { one: 'Commit kam', other: 'Commits kamen' })} von Adressen, die bei uns niemand eingetragen hat.`,
  unregisteredNone: 'Alle, die von unseren Adressen geschrieben haben, stehen auf der Liste.',
  window: <T>(from: T, to: T) => say`Vom ${from} bis zum ${to}, beide Tage gezählt.`,
  nothingCollected: 'Was zurückgegeben wird, wurde nicht erhoben',
  nothingCollectedBody:
    'Geben Sie Headwater Klone der Projekte, an denen Sie mitarbeiten, und ein Verzeichnis von Geld und Zeit: cloneFolders und ledgerFiles in organization.yaml.',
}

/** Wörter des Berichts über die Gesundheit dessen, was genutzt wird, auf Deutsch. */

import { pluralIn } from './plural.ts'
import { say, type Counted } from './phrase.ts'
import type { sustain as english } from './sustain.en.ts'

const plural = pluralIn('de-DE')

export const sustain: typeof english = {
  label: 'Worauf es sich stützt',
  explanation:
    'Wie es den Projekten hinter den Paketen geht, aus Klonen, Paketregistern und eingelesenen Ergebnissen. Was niemand ansehen konnte, ist unbekannt und nicht gesund.',
  question: 'Was hängt an einer einzigen Person?',
  unit: (n: number) => plural(n, { one: 'Paket', other: 'Pakete' }),
  leanOn: <T>(names: T) => say`Am wichtigsten: ${names}.`,
  leanOnNobody: 'Keines von denen, die angesehen werden konnten.',
  leanUnknown: 'Noch hat niemand hinter die Pakete gesehen. Das heißt nicht, dass es allen gut geht.',
  helpQuestion: 'Wo hilft eine kleine Summe am meisten?',
  helpUnit: (n: number) => plural(n, { one: 'Projekt', other: 'Projekte' }),
  helpSentence: <T>(names: T) => say`von denen viel abhängt und die wenige tragen: ${names}.`,
  helpNone: 'Kein angesehenes Projekt ist hier zugleich wichtig und schwach.',
  helpUnknown: 'Die Gesundheit ist noch nicht bekannt; niemand kann sagen, wo Hilfe nötig ist.',
  helpCommand: 'Ein Budget verteilt: headwater health fund --budget BETRAG',
  assessed: 'Angesehene Projekte',
  leaning: 'Pakete an einer Person',
  unsupported: 'Pakete ohne Unterstützung',
  byLevel: 'Gesundheit',
  levels: { good: 'gut', fair: 'mäßig', weak: 'schwach', withheld: 'zu wenig bekannt' },
  criticalityLevels: { low: 'gering', medium: 'mittel', high: 'hoch' },
  states: {
    active: 'aktiv',
    slow: 'langsam',
    dormant: 'ruhend',
    unsupported: 'nicht mehr unterstützt',
    unknown: 'nicht bekannt',
  },
  warnings: {
    'one-person': 'eine Person trägt es',
    'main-author-gone': 'die Hauptautorin oder der Hauptautor hat aufgehört',
    'single-organization': 'eine Organisation trägt es',
    'license-changed': 'die Lizenz hat sich geändert',
    deprecated: 'die Herausgeber raten davon ab',
    'withdrawn-version': 'die genutzte Version wurde zurückgezogen',
    'end-of-life': 'über das Ende der Unterstützung hinaus',
    archived: 'für nicht gepflegt erklärt',
    'activity-halved': 'höchstens halb so viele Änderungen im Jahr',
    falling: 'die Gesundheit nimmt ab',
  },
  quadrant: 'Was davon abhängt, und wie es ihm geht',
  quadrantExplanation:
    'Weiter rechts: hier hängt mehr davon ab. Weiter oben: schwächer. Was oben rechts steht, braucht zuerst Hilfe; schraffiert darunter steht, wessen Gesundheit nicht bekannt ist.',
  quadrantTable: 'Wichtigkeit und Gesundheit der wichtigsten Projekte',
  axisCriticality: 'Wichtigkeit →',
  axisWeakness: '↑ schwächer',
  axisUnknown: 'Gesundheit nicht bekannt',
  help: 'zuerst helfen',
  project: 'Projekt',
  packages: 'Pakete',
  products: 'Produkte',
  criticality: 'Wichtigkeit',
  health: 'Gesundheit',
  activity: 'Zustand',
  absenceFactor: 'Hälfte ruht auf',
  lastRelease: 'Letzte Version',
  attention: 'Was zu wissen ist',
  funding: 'Nimmt Geld',
  fundingYes: 'ja',
  fundingNo: 'kein Weg bekannt',
  whereToHelp: 'Wo Hilfe am meisten bewirkt',
  whereToHelpNote:
    'Hier wichtig und schwach, nachlassend oder von einer Person getragen. Wichtigkeit und Gesundheit sind eigene Festlegungen; docs/methods.md nennt sie.',
  warned: 'Was einen Blick verdient',
  nothingCollected: 'Die Gesundheit der Projekte wurde nicht angesehen',
  nothingCollectedBody:
    'Geben Sie Headwater Klone der Projekte, oder lassen Sie es die Register fragen, auf die Ihre Paketwerkzeuge eingestellt sind.',
  withProject: (known: string, of: string) => `Hinter ${known} von ${of} Paketen ist ein Projekt bekannt.`,
  leanSentence: <T>(packages: Counted<T>) =>
    say`${packages.shown} ${plural(packages.n, { one: 'Paket hängt', other: 'Pakete hängen' })} an einer einzigen Person.`,
}

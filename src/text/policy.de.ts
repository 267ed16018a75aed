/** Words about the policy gate, in German. */

import type { policy as en } from './policy.en.ts'

export const policy: typeof en = {
  command:
    'Einen Ordner oder eine SBOM gegen Regeln und Entscheidungen prüfen; Rückgabewert 1, wenn etwas abgelehnt wird',
  options: {
    failOn: 'deny (sonst), review oder none: das geringste Ergebnis, das den Rückgabewert 1 ergibt',
    policy: 'Datei mit Regeln (sonst policy.yaml des Ordners, dann die erfassten, dann die mitgelieferten)',
    decisions: 'eine weitere Datei mit Entscheidungen; mehrfach möglich',
    printPolicy: 'die Regeln ausgeben, die gelten, wo es keine anderen gibt',
    part: 'eine Paket-URL: Darf ich es nutzen, darf ich beitragen?',
    use: 'nach der Nutzung fragen (sonst)',
    contribute: 'nach einem Beitrag fragen',
    product: 'in diesem Produkt',
    unit: 'in dieser Einheit',
  },
  outcomes: {
    deny: 'abgelehnt',
    review: 'zu prüfen',
    allow: 'erlaubt',
    'allow-with-conditions': 'unter Bedingungen erlaubt',
    unknown: 'nicht zu sagen',
  },
  aspects: { license: 'Lizenz', vulnerability: 'Schwachstelle', health: 'Projekt' },
  states: {
    unsupported: 'niemand pflegt es',
    dormant: 'ruhend',
    weak: 'schwach',
    falling: 'im Niedergang',
    'one-person': 'eine Person trägt es',
  },
  unknownTerms: 'Bedingungen nicht bekannt',
  rule: 'Regel',
  reason: 'Grund',
  wayOut: 'Ausweg',
  place: 'Gefunden in',
  usedBy: 'Genutzt von',
  wayOuts: {
    upgrade: (version) => `auf ${version} oder neuer wechseln`,
    noFix: 'keine Version ohne sie ist bekannt; abmildern, ersetzen oder beim Beheben helfen',
    replace: (by) => (by === null ? 'etwas anderes nutzen' : `stattdessen ${by} nutzen`),
    stateLicense: 'die Bedingungen herausfinden und in der SBOM angeben, oder es herausnehmen',
    askException: (rule, part) =>
      `um eine befristete Ausnahme bitten: ein Eintrag für „${rule}“ unter waivers in policy.yaml${part === null ? '' : `, oder headwater decide ${part} --outcome allow --until TAG`}`,
    meetConditions: (conditions) => `einhalten: ${conditions}`,
    engage: (part) => `fragen, was zu tun ist: headwater engage ${part}`,
  },
  waivedHead: 'Durch eine Ausnahme durchgelassen',
  waivedUntil: (what, id, until) =>
    until === null ? `${what}: ${id}, bis sie ersetzt wird` : `${what}: ${id}, bis ${until}`,
  notJudged: (aspect, parts, of) =>
    `Nicht beurteilt (${aspect}): ${parts} von ${of} Bestandteilen. Das ist nicht dasselbe wie nichts gefunden.`,
  importHint: 'Warnungen aufnehmen mit: headwater data import ORDNER',
  clean: (parts) => `Nichts in ${parts} Bestandteilen ist abgelehnt oder zu prüfen.`,
  summary: (denied, review, waived, parts) =>
    `${parts} Bestandteile: ${denied} abgelehnt, ${review} zu prüfen, ${waived} durchgelassen`,
  by: (name) => `Regeln: ${name}`,
  defaultName: 'die mitgelieferten von Headwater (mit --print-policy ausgeben)',
  expired: (file, where, detail) => `${file}, ${where}: die Entscheidung ist abgelaufen (${detail})`,
  lane: 'Weg',
  until: 'Bis',
  conditions: 'Bedingungen',
  noRule: 'Keine Regel beantwortet es.',
}

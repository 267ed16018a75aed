/** Words about licenses, in English. */

import type { Openness, Reciprocity } from '#domain/license-facts.ts'

export const license = {
  compat: 'Tell whether material under one license may go into work under another',
  explain: 'Say what a license asks for, and how a free-text statement was read',
  matrix: 'a copy of the OSADL matrix (default: data/osadl-matrix.json of the home folder)',
  asset: 'judge it for software, content, data, hardware, model or font (default software)',
  expression: 'Expression',
  guessed: 'Guessed',
  guessedBy: (text: string, rule: string) => `from "${text}" by the rule "${rule}"; nobody has confirmed it`,
  notRead: (text: string) => `"${text}" could not be read as a license. It counts as unknown, never as permissive.`,
  chosen: 'Chosen',
  opennessHead: 'Openness',
  reciprocityHead: 'Gives back',
  networkHead: 'Network',
  network: 'use over a network counts like delivery',
  openness: {
    open: 'open',
    'source-available': 'source available, not open',
    'use-restricted': 'use restricted, not open',
    closed: 'closed',
    unknown: 'unknown',
  } satisfies Record<Openness, string> as Record<Openness, string>,
  reciprocity: {
    none: 'nothing beyond notices',
    weak: 'changes to the work itself',
    strong: 'the whole work it becomes part of',
    network: 'the whole work, also when offered over a network',
    'share-alike': 'content or data made from it',
    restricted: 'not a question of giving back: use is limited',
    unknown: 'unknown',
  } satisfies Record<Reciprocity | 'unknown', string> as Record<Reciprocity | 'unknown', string>,
  osi: 'OSI approved',
  fsf: 'free by the FSF',
  deprecated: 'deprecated identifier',
  noFamily: 'Not in our tables: nothing is assumed about it.',
  source: (source: string) => `Source: ${source}`,
  noAdvice: 'Our reading of the license text, no legal advice.',
}

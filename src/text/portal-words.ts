/** The words that pages of the portal show: what only commands and reports say need not travel to the browser. */

import type { Words } from './words.ts'

/** Sections of the words, by the name of the file they stand in. */
export const notInPortal = {
  agility: 'agility',
  benchmarks: 'benchmarks',
  contribution: 'contributions',
  conversion: 'conversion',
  executive: 'executive',
  license: 'license',
  policy: 'policy',
  practices: 'practices',
  quality: 'quality',
  server: 'server',
  sizes: 'sizes',
  standing: 'standing',
} as const satisfies Readonly<Record<string, keyof Words>>

export type PortalWords = Omit<Words, (typeof notInPortal)[keyof typeof notInPortal]>

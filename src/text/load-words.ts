import type { Language } from './language.ts'
import type { Words } from './words.ts'

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./en.ts')).en,
  ja: async () => (await import('./ja.ts')).ja,
  de: async () => (await import('./de.ts')).de,
}

/** The words of one language; the others are not read, so that a command starts quickly. */
export function loadWords(language: Language): Promise<Words> {
  return loaders[language]()
}

/** The languages Headwater speaks. To add one: its locale here, its words in `<language>.ts`, its line in `load-words.ts`. */

/** The locale whose number, date and currency formats go with a language. */
export const locales = { en: 'en-US', ja: 'ja-JP', de: 'de-DE' } as const

export type Language = keyof typeof locales

export const languages = Object.keys(locales) as readonly Language[]

/** The language that a setting such as `de`, `de_AT.UTF-8` or `ja-JP` asks for; English where Headwater does not speak it. */
export function languageOf(asked: string): Language {
  const primary = asked.toLowerCase().split(/[-_.]/)[0]
  return languages.find((language) => language === primary) ?? 'en'
}

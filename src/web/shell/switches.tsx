import { useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { languages, type Language } from '#text/language.ts'
import { audiences, schemes, useAudience, type Audience, type Scheme } from '#web/preferences.ts'
import { useSpeech } from '#web/speech.tsx'

const languageNames: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語', de: 'Deutsch' }

/** For whom, in which language, in which light. */
export function Switches(): ReactNode {
  const { words, language, setLanguage } = useSpeech()
  const { portal } = words
  const [audience, setAudience] = useAudience()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className="switches">
      <label>
        {portal.audience.label}
        <select value={audience} onChange={(event) => setAudience(event.currentTarget.value as Audience)}>
          {audiences.map((one) => (
            <option key={one} value={one}>
              {portal.audience[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {portal.language}
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {portal.scheme.label}
        <select value={colorScheme} onChange={(event) => setColorScheme(event.currentTarget.value as Scheme)}>
          {schemes.map((one) => (
            <option key={one} value={one}>
              {portal.scheme[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Words and formats of the language a person chose, for every component below. */

import { createContext, useContext, type ReactNode } from 'react'
import { formatsFor, type Formats } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { PortalWords as Words } from '#text/portal-words.ts'

export type Speech = {
  readonly language: Language
  readonly words: Words
  readonly formats: Formats
  readonly setLanguage: (language: Language) => void
}

const SpeechContext = createContext<Speech | null>(null)

export function SpeechProvider({
  language,
  words,
  setLanguage,
  children,
}: Omit<Speech, 'formats'> & { readonly children: ReactNode }): ReactNode {
  return (
    <SpeechContext value={{ language, words, formats: formatsFor(language), setLanguage }}>{children}</SpeechContext>
  )
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === null) throw new Error('useSpeech outside of SpeechProvider')
  return speech
}

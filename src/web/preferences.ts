/** What a person chose for this browser. Nothing here leaves it. */

import { useSyncExternalStore } from 'react'
import { languageOf, languages, type Language } from '#text/language.ts'

/** For whom a page is laid out: it changes depth, never facts. */
export type Audience = 'executive' | 'office' | 'engineer'
export const audiences: readonly Audience[] = ['executive', 'office', 'engineer']

export type Scheme = 'auto' | 'light' | 'dark'
export const schemes: readonly Scheme[] = ['auto', 'light', 'dark']

const listeners = new Set<() => void>()

function read(key: string): string | null {
  try {
    return localStorage.getItem(`headwater.${key}`)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(`headwater.${key}`, value)
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function chosenLanguage(): Language {
  const kept = read('language')
  return languages.find((language) => language === kept) ?? languageOf(navigator.language)
}

export function keepLanguage(language: Language): void {
  write('language', language)
}

export function useAudience(): readonly [Audience, (audience: Audience) => void] {
  const audience = useSyncExternalStore(subscribe, () => audiences.find((one) => one === read('audience')) ?? 'office')
  return [audience, (next) => write('audience', next)]
}

/** Columns a person chose for a table; null while they never did. */
export function keptColumns(table: string): readonly string[] | null {
  const kept = read(`columns.${table}`)
  return kept === null ? null : kept.split(',').filter((id) => id !== '')
}

export function keepColumns(table: string, columns: readonly string[]): void {
  write(`columns.${table}`, columns.join(','))
}

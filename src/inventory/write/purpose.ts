/**
 * What software is in the words of the format it was read from, where the target has the same word. A part keeps only that
 * it is software; the facts about the document keep the word.
 */

import type { ReadDocument } from '#domain/part.ts'
import type { LossList } from './loss-list.ts'

/**
 * The target's word for the part at an index; undefined when none is stated, or when the target has none, which is listed.
 *
 * @param words of the target for software, by their plain form such as `operating-system`
 */
export function purposeOf(
  { parts, about }: ReadDocument,
  index: number,
  words: ReadonlyMap<string, string>,
  lost: LossList,
): string | undefined {
  const part = parts[index]
  const stated = about?.parts[index]?.purpose
  if (stated === undefined || part?.kind !== 'software') return undefined
  const word = words.get(plain(stated))
  if (word === undefined) lost.add(part.at, 'kind', stated)
  return word
}

/** `OPERATING_SYSTEM`, `operatingSystem` and `operating-system` are one word. */
export function plain(purpose: string): string {
  return purpose
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll('_', '-')
}

export function purposeWords(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [plain(word), word]))
}

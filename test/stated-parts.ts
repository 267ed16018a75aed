/** Checks that the places a reader names hold what it took from there. */

import { parseJsonText } from '#inventory/json-text.ts'
import type { DocumentPart, ReadDocument } from '#domain/part.ts'

/** The parts whose name or version does not stand at their place. */
export function unstated(text: string, document: ReadDocument): readonly string[] {
  const lines = text.split('\n')
  const json: unknown = document.parts.some(({ at }) => !at.startsWith('line')) ? parseJsonText(text).value : undefined
  return document.parts
    .filter((part) => {
      const place = placeOf(part.at, lines, json)
      return place === undefined || !wordsOf(part).every((word) => place.includes(word))
    })
    .map(({ at, name, version }) => `${at}: ${name} ${version ?? ''}`)
}

function placeOf(at: string, lines: readonly string[], json: unknown): string | undefined {
  const match = /^line (\d+)(?:-(\d+))?$/.exec(at)
  if (match !== null) {
    const stretch = lines.slice(Number(match[1]) - 1, Number(match[2] ?? match[1])).join('\n')
    // A name may be written as two strings, or with the entities of XML.
    return `${stretch}\n${stretch.replace(/"\s*"/g, '')}\n${stretch.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')}`
  }
  let value = json
  for (const token of at.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[token]
  }
  return value === undefined ? undefined : texts(value)
}

/** All texts of a value, as they are meant and not as JSON escapes them. */
function texts(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.values(value)
    .map((inner) => texts(inner))
    .join('\n')
}

/** The group and the name of a part stand in fields of their own. */
function wordsOf({ name, version, purl }: DocumentPart): readonly string[] {
  const words = purl === null ? name.split('/') : name.split(/[/:]/)
  const stated = version === null || (purl ?? '').includes(encodeURIComponent(version)) ? [] : [version]
  return [...words, ...stated]
}

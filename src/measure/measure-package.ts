/** Lines of one package: as shipped, and deduplicated to what people wrote. */

import type { LineCount } from './count-lines.ts'
import { countLines } from './count-lines.ts'
import { deduplicate } from './deduplicate.ts'
import type { ExclusionReason } from './exclusions.ts'
import { exclusionByContent, exclusionByPath } from './exclusions.ts'
import type { LanguageName } from './language-syntaxes.ts'
import { languageOfFirstLine, languageOfPath } from './languages.ts'

/** A file of a package; the path is relative to the package, with `/`. */
export type PackageFile = { readonly path: string; readonly bytes: Uint8Array }

/** A file that is read only when its name says that it may be a program; null when it is too large or unreadable. */
export type UnreadFile = { readonly path: string; readonly read: () => Uint8Array | null }

export type PackageMeasure = {
  /** Lines of code of all programs as shipped, identical files once, without what belongs to other packages. */
  readonly raw: number
  /** Lines of code that people wrote, each once. */
  readonly deduplicated: number
  /** Files behind `deduplicated`. */
  readonly files: number
  /** Files that are not in `deduplicated`, by reason. */
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>
  /** Lines behind `deduplicated`, by language, most first. */
  readonly languages: readonly { readonly language: LanguageName; readonly code: number }[]
}

type Program = { readonly path: string; readonly language: LanguageName; readonly code: number }

/** Counts the files of a package one by one; their bytes are not kept. */
export function measurePackage(files: Iterable<PackageFile | UnreadFile>): PackageMeasure {
  const measure = new PackageMeasurer()
  for (const file of files)
    if ('bytes' in file) measure.add(file)
    else measure.addUnread(file)
  return measure.result()
}

/** The same, for files that arrive one after the other. */
export class PackageMeasurer {
  readonly #written: Program[] = []
  readonly #excluded = new Map<ExclusionReason, number>()
  readonly #seen = new Set<string>()
  #raw = 0

  add({ path, bytes }: PackageFile): void {
    const language = languageOfPath(path) ?? (hasExtension(path) ? undefined : languageOfFirstLine(firstLine(bytes)))
    if (language === undefined || isBinary(bytes)) return this.exclude('not-code')
    const byPath = exclusionByPath(path)
    if (byPath === 'vendored') return this.exclude(byPath)
    const count = countLines(bytes, language)
    const content = fingerprint(bytes)
    if (!this.#seen.has(content)) this.#raw += count.code
    this.#seen.add(content)
    const reason = byPath ?? exclusionByContent(bytes, linesOf(count))
    if (reason !== null) return this.exclude(reason)
    this.#written.push({ path, language, code: count.code })
  }

  addUnread({ path, read }: UnreadFile): void {
    if (languageOfPath(path) === undefined && hasExtension(path)) return this.exclude('not-code')
    const bytes = read()
    if (bytes === null) this.exclude('too-large')
    else this.add({ path, bytes })
  }

  /** Notes a file that was not read, for example one above a limit. */
  exclude(reason: ExclusionReason): void {
    this.#excluded.set(reason, (this.#excluded.get(reason) ?? 0) + 1)
  }

  result(): PackageMeasure {
    const kept = deduplicate(this.#written)
    const excluded = new Map(this.#excluded)
    if (kept.length < this.#written.length) excluded.set('duplicate', this.#written.length - kept.length)
    const languages = new Map<LanguageName, number>()
    for (const { language, code } of kept) languages.set(language, (languages.get(language) ?? 0) + code)
    return {
      raw: this.#raw,
      deduplicated: kept.reduce((sum, { code }) => sum + code, 0),
      files: kept.length,
      excluded: Object.fromEntries([...excluded].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      languages: [...languages]
        .map(([language, code]) => ({ language, code }))
        .toSorted((a, b) => b.code - a.code || (a.language < b.language ? -1 : 1)),
    }
  }
}

/** Tells identical files apart from others within one package: length and FNV-1a of the bytes. */
function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < bytes.length; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193)
  return `${bytes.length}:${hash >>> 0}`
}

function linesOf({ code, comment, blank }: LineCount): number {
  return code + comment + blank
}

function hasExtension(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).lastIndexOf('.') > 0
}

function firstLine(bytes: Uint8Array): string {
  const end = bytes.subarray(0, 256).indexOf(0x0a)
  return new TextDecoder('latin1').decode(bytes.subarray(0, end === -1 ? 256 : end))
}

/** A zero byte near the start, in text that is not UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !hasMark && bytes.subarray(0, 8000).includes(0)
}

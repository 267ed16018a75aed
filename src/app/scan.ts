/** Inventory of one thing, kept nowhere: what lies in a folder or a file. */

import { dirname } from 'node:path'
import type { DocumentPart, ReadDocument } from '#domain/part.ts'
import type { Unread } from '#domain/portfolio.ts'
import { fail } from '#domain/problem.ts'
import { ecosystemOf } from '#ecosystems/names.ts'
import { parsePurl } from '#ecosystems/purl.ts'
import { walkFolder } from '#sources/folder.ts'
import type { Progress } from './progress.ts'
import { isWorthOpening, readFilesAndImages } from './read-documents.ts'

export type ScannedPart = {
  readonly purl: string | null
  readonly name: string
  readonly version: string | null
  readonly ecosystem: string | null
  /** Null when no document tells. */
  readonly direct: boolean | null
  readonly scope: DocumentPart['scope']
  readonly files: readonly string[]
}

export type Scan = {
  readonly files: readonly { readonly path: string; readonly reader: string; readonly counts: ReadDocument['counts'] }[]
  readonly parts: readonly ScannedPart[]
  readonly unread: readonly Unread[]
}

/** Throws `nothing-found` when no file was recognised or refused with a reason. */
export async function scan(path: string, progress: Progress): Promise<Scan> {
  const folder = walkFolder(path, isWorthOpening, (done) => progress.report({ step: 'discovering', done }))
  const isFile = folder.files[0]?.location === folder.root
  const read = await readFilesAndImages(isFile ? dirname(folder.root) : folder.root, folder.files, isFile, progress)
  const unread = [...folder.unread, ...read.unread].sort((a, b) => (a.path < b.path ? -1 : 1))
  if (read.documents.length === 0 && unread.length === 0) fail({ code: 'nothing-found', paths: [path] })
  const parts = new Map<string, ScannedPart>()
  for (const { path: file, document } of read.documents) for (const part of document.parts) addPart(parts, part, file)
  return {
    files: read.documents.map(({ path: file, document }) => ({
      path: file,
      reader: document.reader,
      counts: document.counts,
    })),
    parts: [...parts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, part]) => part),
    unread,
  }
}

const scopeStrength: readonly DocumentPart['scope'][] = ['runtime', 'unknown', 'optional', 'development']

function addPart(parts: Map<string, ScannedPart>, part: DocumentPart, file: string): void {
  const key = part.purl ?? `${part.kind}\0${part.name}\0${part.version ?? ''}`
  const direct = part.directness === 'unknown' ? null : part.directness === 'direct'
  const known = parts.get(key)
  if (known === undefined) {
    parts.set(key, {
      purl: part.purl,
      name: part.name,
      version: part.version,
      ecosystem: ecosystemName(part.purl),
      direct,
      scope: part.scope,
      files: [file],
    })
    return
  }
  const isStronger = scopeStrength.indexOf(part.scope) < scopeStrength.indexOf(known.scope)
  parts.set(key, {
    ...known,
    direct: known.direct === true || direct === true ? true : (known.direct ?? direct),
    scope: isStronger ? part.scope : known.scope,
    files: known.files.includes(file) ? known.files : [...known.files, file],
  })
}

function ecosystemName(purl: string | null): string | null {
  if (purl === null) return null
  const parsed = parsePurl(purl)
  return parsed.ok ? ecosystemOf(parsed.purl) : null
}

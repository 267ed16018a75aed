/** Reads one document for `sbom read` and gives the shape that other programs rely on (`schemaVersion` 1). */

import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { ReadDocument } from '#domain/part.ts'
import { fail } from '#domain/problem.ts'
import { walkFolder } from '#sources/folder.ts'
import { isLossy } from './lossy.ts'
import { readDocuments } from './read-documents.ts'
import { silent } from './progress.ts'

export type FileRead = { readonly document: ReadDocument | null; readonly reason: string | null }

/** Throws `path-missing`, `path-unreadable`. */
export function readFile(path: string): FileRead {
  const folder = walkFolder(
    path,
    () => true,
    () => undefined,
  )
  const [file] = folder.files
  if (file === undefined || folder.root !== file.location)
    return fail({ code: 'path-unreadable', path, reason: 'EISDIR' })
  const read = readDocuments(dirname(folder.root), [{ ...file, path: basename(folder.root) }], true, silent)
  return { document: read.documents[0]?.document ?? null, reason: read.unread[0]?.code ?? null }
}

/** Throws `path-missing`, `path-unreadable`. */
export function readFileBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'EIO'
    return fail(reason === 'ENOENT' ? { code: 'path-missing', path } : { code: 'path-unreadable', path, reason })
  }
}

/** The JSON of `headwater sbom read`. */
export function fileReadJson({ document, reason }: FileRead): Readonly<Record<string, unknown>> {
  if (document === null) {
    const issues = [{ where: '', code: reason ?? 'unknown-format' }]
    return {
      schemaVersion: 1,
      format: null,
      specVersion: null,
      reader: null,
      counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
      parts: [],
      edges: [],
      refused: [],
      issues,
    }
  }
  return {
    schemaVersion: 1,
    format: document.format,
    specVersion: document.specVersion,
    reader: document.reader,
    counts: document.counts,
    parts: document.parts.map(({ ref, kind, purl, name, version, licenses, scope }) => ({
      ref,
      kind,
      purl,
      name,
      version,
      licenses: licenses.map(({ basis, text, expression }) => ({ basis, expression: expression ?? null, text })),
      scope,
    })),
    edges: document.edges.map(([from, to]) => [
      from < 0 ? null : (document.parts[from]?.ref ?? null),
      document.parts[to]?.ref ?? null,
    ]),
    refused: document.refused,
    issues: document.issues,
  }
}

/** Exit code of a file command: 0 all taken, 3 in part, 5 nothing recognised. */
export function fileExitCode({ document }: FileRead): number {
  if (document === null) return 5
  return document.counts.refused > 0 || document.issues.some(({ code }) => isLossy(code)) ? 3 : 0
}

/** Compares two documents for `sbom diff`. */

import { diffDocuments, type DocumentDiff } from '#inventory/compare/diff-documents.ts'
import { openFile, type OpenedFile } from './convert-file.ts'

export type { DiffEdge, DiffPart, DocumentDiff } from '#inventory/compare/diff-documents.ts'

export type FileDiff = {
  readonly before: OpenedFile
  readonly after: OpenedFile
  /** Null when one of the two is not recognised. */
  readonly diff: DocumentDiff | null
}

/** Throws `path-missing`, `path-unreadable`. */
export function diffFiles(pathBefore: string, pathAfter: string): FileDiff {
  const [before, after] = [openFile(pathBefore), openFile(pathAfter)]
  const isComparable = before.document !== null && after.document !== null
  return { before, after, diff: isComparable ? diffDocuments(before.document, after.document) : null }
}

/** The JSON of `headwater sbom diff`. */
export function diffJson({ before, after, diff }: FileDiff): Readonly<Record<string, unknown>> {
  return { schemaVersion: 1, before: fileJson(before), after: fileJson(after), ...diff }
}

function fileJson({ path, document, reason }: OpenedFile): Readonly<Record<string, unknown>> {
  return {
    path,
    format: document?.format ?? null,
    specVersion: document?.specVersion ?? null,
    subject: document?.subject ?? null,
    counts: document?.counts ?? null,
    ...(document === null ? { code: reason ?? 'unknown-format' } : {}),
  }
}

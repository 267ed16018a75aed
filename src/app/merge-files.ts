/** Puts several documents together for `sbom merge`. */

import { mergeDocuments, type MergedDocument } from '#inventory/compare/merge-documents.ts'
import type { Clock } from './clock.ts'
import { openFile, outputsJson, writeDocument, type OpenedFile, type WrittenDocument } from './convert-file.ts'

export type Merge = {
  readonly opened: readonly OpenedFile[]
  readonly merged: MergedDocument
  readonly written: readonly WrittenDocument[]
}

/** Throws `path-missing`, `path-unreadable`. Files that are not recognised are left out; `opened` tells which. */
export function mergeFiles(paths: readonly string[], targetsAsked: readonly string[], clock: Clock): Merge {
  const opened = paths.map(openFile)
  const named = opened.flatMap(({ path, document }) => (document === null ? [] : [{ path, document }]))
  const merged = mergeDocuments(named)
  const evidence = opened.filter(({ document }) => document !== null).map((file) => file.evidence)
  const uncarried = opened.flatMap((file) =>
    file.uncarried().map((loss) => ({ ...loss, where: `${file.path} ${loss.where}` })),
  )
  const written =
    named.length === 0 ? [] : writeDocument(merged.document, uncarried, targetsAsked, 'merged', evidence, clock)
  return { opened, merged, written }
}

/** The JSON of `headwater sbom merge`. */
export function mergeJson(
  { opened, merged, written }: Merge,
  files: readonly (string | null)[],
): Readonly<Record<string, unknown>> {
  return {
    schemaVersion: 1,
    files: opened.map(({ path, document, reason }) => ({
      path,
      format: document?.format ?? null,
      specVersion: document?.specVersion ?? null,
      reader: document?.reader ?? null,
      counts: document?.counts ?? null,
      ...(document === null ? { code: reason ?? 'unknown-format' } : {}),
    })),
    counts: merged.document.counts,
    disagreements: merged.disagreements,
    ...outputsJson(written, files),
  }
}

/** What `scan` and `sbom read` print for a person. */

import type { FileRead } from '#app/read-file.ts'
import type { Scan } from '#app/scan.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

export function scanText(found: Scan, words: Words): string {
  const labels = words.cli.scan
  const files = alignedTable(
    [labels.file, labels.reader, labels.found, labels.taken, labels.refused],
    found.files.map(({ path, reader, counts }) => [path, reader, counts.found, counts.taken, counts.refused]),
  )
  const parts = alignedTable(
    [labels.part, labels.version, labels.directness, labels.scope],
    found.parts.map(({ purl, name, version, direct, scope }) => [
      purl === null ? name : purl.replace(/@[^@/?#]*(?=$|[?#])/, ''),
      version ?? labels.noVersion,
      words.directness[direct === null ? 'unknown' : direct ? 'direct' : 'transitive'],
      words.scopes[scope],
    ]),
  )
  return `${files}\n${parts}\n${labels.total(found.parts.length, found.files.length)}\n`
}

export function documentText({ document, reason }: FileRead, words: Words): string {
  const labels = words.cli.scan
  if (document === null)
    return `${labels.notRecognised(reason === null ? '' : words.issues[reason as keyof Words['issues']])}\n`
  const { format, specVersion, reader, counts } = document
  return alignedTable(
    [],
    [
      [labels.format, `${format}${specVersion === null ? '' : ` ${specVersion}`}`],
      [labels.reader, reader],
      [labels.found, counts.found],
      [labels.taken, counts.taken],
      [labels.refused, counts.refused],
      [labels.edges, counts.edges],
      [labels.services, counts.services],
    ],
  )
}

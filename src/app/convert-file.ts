/** Writes a document in other formats for `sbom convert`, and what `sbom merge` and `sbom diff` share with it. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { EvidenceId } from '#domain/evidence.ts'
import type { IssueCode } from '#domain/issue.ts'
import type { ReadDocument } from '#domain/part.ts'
import { fail } from '#domain/problem.ts'
import { openJsonSbom } from '#inventory/json-sbom.ts'
import { sourceFile } from '#inventory/source-file.ts'
import type { Loss } from '#inventory/write/target.ts'
import { targets } from '#inventory/write/targets.generated.ts'
import { uncarriedFields } from '#inventory/write/uncarried.ts'
import { walkFolder } from '#sources/folder.ts'
import type { Clock } from './clock.ts'
import { silent } from './progress.ts'
import { readDocuments } from './read-documents.ts'

export type { Loss, LossKind } from '#inventory/write/target.ts'

/** What can stand after `-o`. */
export const targetIds: readonly string[] = targets.map(({ id }) => id)

export type OpenedFile = {
  readonly path: string
  /** Null when no reader recognises the file; `reason` then says why. */
  readonly document: ReadDocument | null
  readonly reason: IssueCode | null
  readonly evidence: EvidenceId
  /** What the file states beyond its parts and relations; computed when asked for. */
  readonly uncarried: () => readonly Loss[]
}

export type WrittenDocument = {
  readonly target: string
  /** The target's name for a person. */
  readonly label: string
  readonly text: string
  readonly lost: readonly Loss[]
}

export type Conversion = { readonly opened: OpenedFile; readonly written: readonly WrittenDocument[] }

/** Throws `path-missing`, `path-unreadable`. Nothing is written when the file is not recognised. */
export function convertFile(path: string, targetsAsked: readonly string[], clock: Clock): Conversion {
  const opened = openFile(path)
  const { document, evidence } = opened
  if (document === null) return { opened, written: [] }
  return { opened, written: writeDocument(document, opened.uncarried(), targetsAsked, nameOf(path), [evidence], clock) }
}

/** Throws `path-missing`, `path-unreadable`. */
export function openFile(path: string): OpenedFile {
  const folder = walkFolder(
    path,
    () => true,
    () => undefined,
  )
  const [file] = folder.files
  if (file === undefined || folder.root !== file.location)
    return fail({ code: 'path-unreadable', path, reason: 'EISDIR' })
  const read = readDocuments(dirname(folder.root), [{ ...file, path: basename(folder.root) }], true, silent)
  const [found] = read.documents
  return {
    path,
    document: found?.document ?? null,
    reason: read.unread[0]?.code ?? null,
    evidence: found?.evidence ?? '',
    uncarried: () => uncarriedIn(found?.document ?? null, read.originals[0]?.bytes),
  }
}

/** Of formats other than JSON only what was refused or has no place in the target can be told. */
function uncarriedIn(document: ReadDocument | null, bytes: Uint8Array | undefined): readonly Loss[] {
  if (document === null || bytes === undefined || !document.reader.endsWith('-json')) return []
  const isSbom = (record: object): boolean => ['bomFormat', 'spdxVersion', '@graph'].some((key) => key in record)
  const opened = openJsonSbom(document.reader, sourceFile('', bytes), isSbom)
  return uncarriedFields(document.format, opened.document)
}

/**
 * @param uncarried what is lost whatever the target
 * @param name of the document where it names no subject
 * @param evidence hashes of everything that the document was made of; with the target they give it its own name
 */
export function writeDocument(
  document: ReadDocument,
  uncarried: readonly Loss[],
  targetsAsked: readonly string[],
  name: string,
  evidence: readonly EvidenceId[],
  clock: Clock,
): readonly WrittenDocument[] {
  const created = clock()
  const toolVersion = programVersion()
  return targetsAsked.flatMap((asked) => {
    const target = targets.find(({ id }) => id === asked)
    if (target === undefined) return []
    const uuid = uuidOf([target.id, ...[...evidence].sort()].join('\n'))
    const options = { created, uuid, name: document.subject?.name ?? name, toolVersion }
    const { text, lost } = target.write(document, options)
    return [{ target: target.id, label: target.label, text, lost: [...uncarried, ...lost] }]
  })
}

/** The file name without what only tells its format. */
export function nameOf(path: string): string {
  const name = basename(path)
  return (
    name.replace(/(?:\.(?:cdx|spdx|spdx3|bom|sbom))?\.(?:json|jsonld|xml|ya?ml|rdf|textproto|txt|spdx|lock)$/i, '') ||
    name
  )
}

/** Names of this program's documents; RFC 9562 asks each user of version 5 to choose one. */
const namespace = Buffer.from('6f1c3d0e52b94b5f9a7e8d41c0a3e2b7', 'hex')

/** A UUID of version 5 (RFC 9562, 5.5): the same content always has the same name. */
function uuidOf(content: string): string {
  const bytes = createHash('sha1').update(namespace).update(content).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function programVersion(): string {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return manifest.version
}

/** The JSON of `headwater sbom convert`; `files` names the output of each target, null for one that stands in the JSON. */
export function conversionJson(
  { opened: { path, document, reason }, written }: Conversion,
  files: readonly (string | null)[],
): Readonly<Record<string, unknown>> {
  return {
    schemaVersion: 1,
    file: path,
    format: document?.format ?? null,
    specVersion: document?.specVersion ?? null,
    reader: document?.reader ?? null,
    counts: document?.counts ?? { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
    ...(document === null ? { issues: [{ where: '', code: reason ?? 'unknown-format' }] } : {}),
    ...outputsJson(written, files),
  }
}

/** What was written where, and what was lost on the way; a document for standard output stands in the JSON itself. */
export function outputsJson(
  written: readonly WrittenDocument[],
  files: readonly (string | null)[],
): Readonly<Record<string, unknown>> {
  return {
    outputs: written.map(({ target, text }, index) => {
      const file = files[index] ?? null
      return file === null ? { target, file, document: JSON.parse(text) as unknown } : { target, file }
    }),
    lost: written.flatMap(({ target, lost }) => lost.map((loss) => ({ target, ...loss }))),
  }
}

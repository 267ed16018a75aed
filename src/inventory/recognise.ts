/**
 * Finds the reader of a file and reads it. Lockfiles are known by their name and confirmed by their content; SBOMs are
 * known by their content whatever their name.
 */

import { issue, type IssueCode } from '#domain/issue.ts'
import type { ReadDocument } from '#domain/part.ts'
import { lockfiles } from './lockfiles.generated.ts'
import type { Reader, SourceFile } from './reader.ts'
import { readers } from './readers.generated.ts'
import { hasUndecodableBytes, headOf, tailOf } from './source-file.ts'

/** Beyond this a document is not decoded: a string of that size cannot be held twice in bounded memory. */
const largestBytes = 200 * 1024 * 1024

/**
 * The reader responsible for a file: the one whose content it has, or the one whose name it bears although it holds
 * something else, which `readDocument` then says. Undefined when the file is none of ours.
 */
export function recognise(file: SourceFile): Reader | undefined {
  return examine(file)?.reader
}

/**
 * Reads a file; undefined when it is none of ours. Never throws: a reader that does, by a mistake of ours, gives a document
 * without parts and an issue, so that one file does not end a run over thousands.
 */
export function readDocument(file: SourceFile): ReadDocument | undefined {
  const examined = examine(file)
  if (examined === undefined) return undefined
  const { reader, trouble } = examined
  if (trouble !== null) return empty(reader, trouble, '')
  let document: ReadDocument
  try {
    document = reader.read(file)
  } catch (error) {
    return empty(reader, 'syntax', '', error instanceof Error ? error.message : String(error))
  }
  if (!hasUndecodableBytes(file)) return document
  return { ...document, issues: [...document.issues, issue('not-text', '')] }
}

type Examined = { readonly reader: Reader; readonly trouble: IssueCode | null }

function examine(file: SourceFile): Examined | undefined {
  const named = lockfiles.filter((reader) => reader.recognisesName(file.path))
  const [promised = sbomByName(file.path)] = named
  if (file.bytes.length === 0) return promised === undefined ? undefined : { reader: promised, trouble: 'empty-file' }
  const head = headOf(file.bytes)
  const lockfile = isForeign(head) ? undefined : named.find((candidate) => candidate.recognisesContent(head))
  const reader = sbomByHead(head) ?? lockfile ?? sbomByTail(file, head)
  if (reader !== undefined) return { reader, trouble: file.bytes.length > largestBytes ? 'too-large' : null }
  return promised === undefined ? undefined : { reader: promised, trouble: 'not-what-it-says' }
}

/** Pages and binaries under a lockfile's name: what a failed download or a mistaken copy leaves. */
function isForeign(head: string): boolean {
  return head.includes('\0') || /^\s*<(?:!doctype html|html|head|body)\b/i.test(head)
}

function sbomByHead(head: string): Reader | undefined {
  return readers.find((reader) => reader.recognisesContent(head))
}

/** Written with sorted or unordered keys, a JSON document may name its format after its parts. */
function sbomByTail(file: SourceFile, head: string): Reader | undefined {
  return /^\s*\{/.test(head) ? sbomByHead(`{${tailOf(file.bytes)}`) : undefined
}

/** Names that promise an SBOM of a certain kind. */
function sbomByName(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const promised = promises.find(([pattern]) => pattern.test(name))
  return promised === undefined ? undefined : readers.find(({ id }) => id === promised[1])
}

const promises: readonly (readonly [RegExp, string])[] = [
  [/\.cdx\.json$/, 'cyclonedx-json'],
  [/\.cdx\.xml$/, 'cyclonedx-xml'],
  [/\.spdx\.json$/, 'spdx-json'],
  [/\.spdx\.ya?ml$/, 'spdx-yaml'],
  [/\.spdx\.rdf(?:\.xml)?$/, 'spdx-rdf'],
  [/\.spdx$/, 'spdx-tag-value'],
]

/** Whether a file of a repository is worth opening, by its name alone. */
export function couldBeRelevant(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return sbomNames.some((pattern) => pattern.test(name)) || lockfiles.some((reader) => reader.recognisesName(path))
}

const sbomNames: readonly RegExp[] = [
  /\.(?:cdx|cyclonedx|spdx|spdx3|bom|sbom)\.(?:json|jsonld|xml|ya?ml|rdf|rdf\.xml|textproto|txt)$/,
  /(?:^|[._-])(?:s?bom|cyclonedx|cdx|spdx)(?:[._-].*)?\.(?:json|jsonld|xml|ya?ml|rdf|textproto)$/,
  /\.spdx$/,
  /^[a-z]*bom\.(?:json|xml)$/,
]

function empty(reader: Reader, code: IssueCode, where: string, detail?: string): ReadDocument {
  return {
    format: reader.label,
    specVersion: null,
    reader: reader.id,
    subject: null,
    counts: { found: 0, taken: 0, refused: 0, edges: 0, services: 0 },
    parts: [],
    edges: [],
    refused: [],
    issues: [issue(code, where, detail)],
  }
}

/** Opens JSON that may wrap an SBOM: an attestation, or the answer of a forge's API. */

import type { SourceFile } from './reader.ts'
import { isRecord, type Foreign } from './foreign.ts'
import { parseJsonText, type JsonText } from './json-text.ts'

export type OpenedSbom = JsonText & {
  /** The document itself; empty when the text holds no object. */
  readonly document: Foreign
  /** JSON pointer of the document in the file. */
  readonly prefix: string
}

const wrappers = ['predicate', 'sbom'] as const

/** @param isDocument whether a record is the SBOM looked for */
export function openJsonSbom(file: SourceFile, isDocument: (record: Foreign) => boolean): OpenedSbom {
  const json = parseJsonText(file.text())
  if (!isRecord(json.value)) return { ...json, document: {}, prefix: '' }
  if (isDocument(json.value)) return { ...json, document: json.value, prefix: '' }
  for (const key of wrappers) {
    const inner = json.value[key]
    if (isRecord(inner) && isDocument(inner)) return { ...json, document: inner, prefix: `/${key}` }
  }
  return { ...json, document: json.value, prefix: '' }
}

/** Opens JSON that may wrap an SBOM: an attestation, or the answer of a forge's API. */

import { isRecord, type Foreign } from './foreign.ts'
import { isOpen, parseJsonText } from './json-text.ts'
import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'

const wrappers = ['predicate', 'sbom'] as const

/**
 * The document of a JSON file; empty when the file holds no object.
 *
 * @param isDocument whether a record is the SBOM looked for
 */
export function openJsonSbom(
  reader: string,
  file: SourceFile,
  isDocument: (record: Foreign) => boolean,
): ShapedDocument {
  const { value, issues, openAt } = parseJsonText(file.text())
  const { document, prefix } = unwrap(isRecord(value) ? value : {}, isDocument)
  return {
    reader,
    document,
    isWhole: true,
    prefix,
    issues,
    unreachable: [],
    placeOf: (_, pointer) => pointer,
    isCutOff: (_, pointer) => isOpen(openAt, pointer),
  }
}

function unwrap(value: Foreign, isDocument: (record: Foreign) => boolean): Pick<ShapedDocument, 'document' | 'prefix'> {
  if (!isDocument(value)) {
    for (const key of wrappers) {
      const inner = value[key]
      if (isRecord(inner) && isDocument(inner)) return { document: inner, prefix: `/${key}` }
    }
  }
  return { document: value, prefix: '' }
}

/** Checks a document against the format that it has, whatever its name. */

import type { SourceFile } from '#inventory/reader.ts'
import { recognise } from '#inventory/recognise.ts'
import { validateCycloneDxJson } from './cyclonedx-json.ts'
import { validateCycloneDxTextproto } from './cyclonedx-textproto.ts'
import { validateCycloneDxXml } from './cyclonedx-xml.ts'
import { validateSpdx2Json } from './spdx2-json.ts'
import { validateSpdx2TagValue } from './spdx2-tag-value.ts'
import { validateSpdx2Xml } from './spdx2-xml.ts'
import { validateSpdx3 } from './spdx3.ts'
import { validateSpdx2Yaml } from './spdx2-yaml.ts'
import type { Schemas } from './schemas.ts'
import type { Validation } from './validation.ts'

type Validator = (file: SourceFile, schemas: Schemas) => Validation

const validators: Readonly<Record<string, Validator>> = {
  'cyclonedx-json': validateCycloneDxJson,
  'cyclonedx-textproto': validateCycloneDxTextproto,
  'cyclonedx-xml': validateCycloneDxXml,
  'spdx-json': validateSpdx2Json,
  'spdx-tag-value': validateSpdx2TagValue,
  'spdx-yaml': validateSpdx2Yaml,
  'spdx-xml': validateSpdx2Xml,
  'spdx3-json': validateSpdx3,
}

/** Beyond this a document is not decoded: a string of that size cannot be held twice in bounded memory. */
export const largestDocumentBytes = 200 * 1024 * 1024

/**
 * Whether a document follows its format, and where not; undefined when it has no format that can be checked. CycloneDX XML
 * is checked here for all that its XML schema does not say; `xmlSchemasOf` tells which schema completes it. Never throws.
 */
export function validateDocument(file: SourceFile, schemas: Schemas): Validation | undefined {
  const reader = recognise(file)
  const validate = reader === undefined ? undefined : validators[reader.id]
  if (validate === undefined) return undefined
  if (file.bytes.length > largestDocumentBytes) return invalid('the document is too large to be checked')
  try {
    return validate(file, schemas)
  } catch (error) {
    // Checking must not end in a crash whatever the document holds: running out of stack or string space is the document's.
    return invalid(`the document could not be checked: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function invalid(message: string): Validation {
  return { valid: false, errors: [{ where: '', message }] }
}

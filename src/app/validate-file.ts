/** Checks one document for `sbom validate`. */

import { basename } from 'node:path'
import { readFileSync } from 'node:fs'
import { fail } from '#domain/problem.ts'
import type { SourceFile } from '#inventory/reader.ts'
import { headOf, sourceFile } from '#inventory/source-file.ts'
import { xmlSchemasOf } from '#inventory/validate/cyclonedx-xml.ts'
import type { Schemas } from '#inventory/validate/schemas.ts'
import { largestDocumentBytes, validateDocument } from '#inventory/validate/validate-document.ts'
import { ErrorList, type Validation } from '#inventory/validate/validation.ts'
import { walkFolder } from '#sources/folder.ts'
import { cycloneDxJsonSchemas, cycloneDxXmlSchemas } from '#sources/schema-files.ts'
import { checkXmlSchema, type XmlSchemaError } from '#sources/xml-schema-check.ts'

const schemas: Schemas = { cycloneDxJson: cycloneDxJsonSchemas, cycloneDxXml: cycloneDxXmlSchemas }

/** Undefined when the file has no format that can be checked. Throws `path-missing`, `path-unreadable`. */
export async function validateFile(path: string): Promise<Validation | undefined> {
  const folder = walkFolder(
    path,
    () => true,
    () => undefined,
  )
  const [file] = folder.files
  if (file === undefined || folder.root !== file.location)
    return fail({ code: 'path-unreadable', path, reason: 'EISDIR' })
  if (file.sizeBytes > largestDocumentBytes) return tooLarge
  return validateBytes(basename(folder.root), bytesOf(file.location, path))
}

/** Checks a document that is at hand; its name matters only where the content does not tell what it is. */
export async function validateBytes(name: string, bytes: Uint8Array): Promise<Validation | undefined> {
  const file = sourceFile(name, bytes)
  // The thread that checks the XML schema works while this one does the rest.
  const bySchema = checkedBySchema(file)
  const validation = validateDocument(file, schemas)
  if (validation === undefined || bySchema === undefined) return validation
  const errors = new ErrorList()
  for (const { line, message } of await bySchema) errors.add(line === null ? '' : `line ${line}`, message)
  for (const { where, message } of validation.errors) errors.add(where, message)
  return errors.finish()
}

function checkedBySchema(file: SourceFile): Promise<readonly XmlSchemaError[]> | undefined {
  if (!headOf(file.bytes).trimStart().startsWith('<')) return undefined
  const schema = xmlSchemasOf(file, schemas)
  return schema === undefined ? undefined : checkXmlSchema(file.bytes, schema.main, schema.imported)
}

const tooLarge: Validation = {
  valid: false,
  errors: [{ where: '', message: 'the document is too large to be checked' }],
}

function bytesOf(location: string, path: string): Uint8Array {
  try {
    return readFileSync(location)
  } catch (error) {
    return fail({ code: 'path-unreadable', path, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}

/** The JSON of `headwater sbom validate`. */
export function validationJson(validation: Validation | undefined): Readonly<Record<string, unknown>> {
  const { valid, errors } = validation ?? notRecognised
  return { schemaVersion: 1, valid, errors }
}

const notRecognised: Validation = {
  valid: false,
  errors: [{ where: '', message: 'the file has no format that can be checked' }],
}

/** Exit code: 0 valid, 1 invalid, 5 not recognised. */
export function validationExitCode(validation: Validation | undefined): number {
  if (validation === undefined) return 5
  return validation.valid ? 0 : 1
}

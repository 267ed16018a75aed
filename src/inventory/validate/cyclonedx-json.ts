/** Checks CycloneDX JSON 1.2–1.7 against the published schemas and the rules that a schema cannot express. */

import { listIn, textIn } from '#inventory/foreign.ts'
import { openJsonSbom } from '#inventory/json-sbom.ts'
import type { SourceFile } from '#inventory/reader.ts'
import { isTooDeep, recordsIn } from './bounded-walk.ts'
import { BomReferences, checkComponentPurl } from './cyclonedx-rules.ts'
import { checkJsonSchema } from './json-schema.ts'
import { addIssues } from './reading-errors.ts'
import type { Schemas } from './schemas.ts'
import { ErrorList, quoted, type Validation } from './validation.ts'

export function validateCycloneDxJson(file: SourceFile, schemas: Schemas): Validation {
  const errors = new ErrorList()
  const { document, prefix, issues } = openJsonSbom(
    'cyclonedx-json',
    file,
    ({ bomFormat }) => bomFormat === 'CycloneDX',
  )
  addIssues(issues, errors)
  if (!errors.isEmpty) return errors.finish()
  if (isTooDeep(document)) {
    errors.add(prefix, 'the document is nested too deep')
    return errors.finish()
  }
  const version = document['specVersion']
  const known = typeof version === 'string' ? schemas.cycloneDxJson(version) : undefined
  if (known === undefined) {
    const said =
      version === undefined ? 'field "specVersion" is missing' : `${quoted(version)} is no version of CycloneDX JSON`
    errors.add(version === undefined ? prefix : `${prefix}/specVersion`, said)
    return errors.finish()
  }
  checkJsonSchema(known, document, prefix, errors)
  // A published sample that counts as valid gives a formula the reference of its workflow.
  const formulas = new Set(listIn(document, 'formulation'))
  const references = new BomReferences(errors)
  for (const { record, pointer } of recordsIn(document)) {
    const reference = textIn(record, 'bom-ref')
    if (reference !== undefined && !formulas.has(record))
      references.add(reference, () => `${prefix}${pointer()}/bom-ref`)
    if (typeof record['purl'] === 'string')
      checkComponentPurl(record['purl'], () => `${prefix}${pointer()}/purl`, errors)
  }
  return errors.finish()
}

/** Checks SPDX 2 in JSON. */

import { openJsonSbom } from '#inventory/json-sbom.ts'
import type { SourceFile } from '#inventory/reader.ts'
import { isTooDeep } from './bounded-walk.ts'
import { addIssues } from './reading-errors.ts'
import { checkSpdx2 } from './spdx2-rules.ts'
import { ErrorList, type Validation } from './validation.ts'

export function validateSpdx2Json(file: SourceFile): Validation {
  const errors = new ErrorList()
  const { document, prefix, issues } = openJsonSbom('spdx-json', file, ({ spdxVersion }) => spdxVersion !== undefined)
  addIssues(issues, errors)
  if (!errors.isEmpty) return errors.finish()
  if (isTooDeep(document)) errors.add(prefix, 'the document is nested too deep')
  else checkSpdx2({ document, isUntyped: false, whereOf: (pointer) => `${prefix}${pointer}` }, errors)
  return errors.finish()
}

/** What reading found odd, as errors of the document: where a reader goes on, a check must not. */

import { issueCodes, type Issue } from '#domain/issue.ts'
import type { ErrorList } from './validation.ts'

export function addIssues(issues: readonly Issue[], errors: ErrorList): void {
  for (const { code, where, detail } of issues) {
    errors.add(where, detail === undefined ? issueCodes[code] : `${issueCodes[code]} (${detail})`)
  }
}

/** CycloneDX documents whose source names them valid or invalid: every one gets that verdict. */

import { validateBytes } from '#app/validate-file.ts'
import { readSboms } from './read-sboms.ts'
import type { SuiteResult } from './suite.ts'
import { tally } from './tally.ts'

const forms = [
  { format: 'json', label: 'JSON' },
  { format: 'xml', label: 'XML' },
  { format: 'textproto', label: 'Protocol Buffers text' },
] as const

export async function run(): Promise<readonly SuiteResult[]> {
  const documents = await readSboms(({ kind, expected }) => kind === 'cyclonedx' && expected !== null)
  const results: SuiteResult[] = []
  for (const { format, label } of forms) {
    const answers = []
    for (const { entry, bytes } of documents.filter(({ entry }) => entry.format === format)) {
      const validation = await validateBytes(entry.file, bytes)
      answers.push({ case: entry.file, expected: String(entry.expected), got: verdictOf(validation) })
    }
    results.push(tally(`CycloneDX ${label}, valid and invalid`, answers))
  }
  return results
}

function verdictOf(validation: { readonly valid: boolean } | undefined): string {
  if (validation === undefined) return 'not recognised'
  return validation.valid ? 'valid' : 'invalid'
}

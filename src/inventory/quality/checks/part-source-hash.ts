import { defineCheck } from '#inventory/quality/field-check.ts'
import { hasAccepted } from '#inventory/quality/hash-strength.ts'

export const check = defineCheck({
  id: 'part-source-hash',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Hash of the source code',
  question: 'Has each part a checksum of its source code?',
  why: 'It ties the delivered file to the source it was made from.',
  source: 'CycloneDX hashes of the source-distribution reference; SPDX 3 source artifact',
  isStated:
    (_, settings) =>
    (_part, { sourceHashes }) =>
      hasAccepted(sourceHashes ?? [], settings),
})

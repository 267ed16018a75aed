import { defineCheck } from '#inventory/quality/field-check.ts'
import { hasAccepted, hashesOf } from '#inventory/quality/hash-strength.ts'

export const check = defineCheck({
  id: 'part-hash',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Hash',
  question: 'Has each part a checksum of the file that is delivered?',
  why: 'It tells whether the file at hand is the one that the list speaks about.',
  source: 'CycloneDX hashes, also of the distribution reference; SPDX checksums, verifiedUsing',
  isStated: (_, settings) => (part, facts) => hasAccepted(hashesOf(part, facts), settings),
})

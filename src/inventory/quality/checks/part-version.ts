import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-version',
  version: 1,
  of: 'part',
  needsFacts: false,
  label: 'Version',
  question: 'Has each part a version?',
  why: 'Known faults belong to versions; without one nobody can tell whether a part has them.',
  source: 'CycloneDX component version; SPDX packageVersion',
  isStated: () => (part) => part.version !== null && part.version.trim() !== '',
})

import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-reachable',
  version: 1,
  of: 'part',
  needsFacts: false,
  label: 'Way from the product',
  question: 'Does a chain of dependencies lead from the product to each part?',
  why: 'Parts below the first step are where most surprises are.',
  source: 'CycloneDX dependencies; SPDX relationships from the described package',
  isStated: () => (part) => part.directness !== 'unknown',
})

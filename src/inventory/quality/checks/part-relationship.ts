import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-relationship',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Place in the whole',
  question: 'Does each part say what uses it, or what it uses?',
  why: 'Only then can one tell which part brought another in.',
  source: 'CycloneDX dependencies; SPDX relationships',
  isStated: ({ edges }) => {
    const related = new Set(edges.flat())
    return (_, { saysWhatItUses }, index) => related.has(index) || saysWhatItUses === true
  },
})

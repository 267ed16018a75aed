import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-identifier',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Identifier',
  question: 'Has each part an identifier that databases know?',
  why: 'Names are written in many ways; an identifier finds the same thing everywhere.',
  source: 'Package URL, CPE, SWID, SWHID or OmniBOR identifier',
  isStated:
    () =>
    (part, { identifiers }) =>
      part.purl !== null || identifiers !== undefined,
})

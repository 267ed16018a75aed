import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-source-url',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Address of the source code',
  question: 'Does each part say where its source code is?',
  why: 'Whoever has the source can check, repair and rebuild.',
  source:
    'CycloneDX external reference source-distribution or vcs; SPDX download location of a repository, source artifact',
  isStated:
    () =>
    (part, { sourceUrl }) =>
      sourceUrl !== undefined || part.sourceUrl !== undefined,
})

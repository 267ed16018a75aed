import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-filename',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'File name',
  question: 'Does each part name its file?',
  why: 'It finds the part in what was delivered.',
  source: 'CycloneDX property bsi:component:filename; SPDX 2 packageFileName; SPDX 3 distribution artifact',
  isStated:
    () =>
    (_, { filename }) =>
      filename !== undefined,
})

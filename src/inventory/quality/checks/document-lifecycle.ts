import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-lifecycle',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'When in the making it was taken',
  question: 'Does it say whether the list was made before, while or after the software was built?',
  why: 'A list from the source code names what was planned, one from the product names what is inside.',
  source: 'CycloneDX metadata.lifecycles; SPDX 3 sbomType; in SPDX 2 a comment "SBOM Type: …"',
  find: (_, { lifecycles: [phase] }) => phase ?? null,
})

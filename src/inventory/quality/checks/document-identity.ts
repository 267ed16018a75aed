import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-identity',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'Address of the SBOM',
  question: 'Has the list an address of its own?',
  why: 'Other lists can then refer to it instead of copying it.',
  source: 'CycloneDX serialNumber; SPDX documentNamespace, the id of the SpdxDocument',
  find: (_, { identity }) => (identity !== null && /^[a-z][a-z0-9+.-]*:/i.test(identity) ? identity : null),
})

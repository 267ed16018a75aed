import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-security-contact',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Security contact',
  question: 'Does each part say where vulnerabilities are reported?',
  why: 'A finding reaches the right people at once.',
  source: 'CycloneDX external reference rfc-9116; SPDX 3 security reference',
  isStated:
    () =>
    (_, { securityContact }) =>
      securityContact !== undefined,
})

import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-without-vulnerabilities',
  version: 1,
  of: 'document',
  needsFacts: true,
  isForbidden: true,
  label: 'No vulnerabilities inside',
  question: 'Does the list leave vulnerabilities to another document?',
  why: 'What is inside a release stays the same; what is known about it changes every day.',
  source: 'CycloneDX vulnerabilities; SPDX 2 advisory references, SPDX 3 security elements',
  find: (_, { vulnerabilities }) => (vulnerabilities > 0 ? String(vulnerabilities) : null),
})

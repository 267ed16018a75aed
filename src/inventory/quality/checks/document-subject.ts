import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'document-subject',
  version: 1,
  of: 'document',
  needsFacts: false,
  label: 'Product described',
  question: 'Does it say which product and version the list is about?',
  why: 'Without it nobody can tell whether the list belongs to what was delivered.',
  source: 'CycloneDX metadata.component; what an SPDX document describes',
  find: ({ subject }) => (subject === null ? null : [subject.name, subject.version ?? ''].join(' ').trim()),
})

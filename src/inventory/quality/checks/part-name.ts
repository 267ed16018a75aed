import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-name',
  version: 1,
  of: 'part',
  needsFacts: false,
  label: 'Name',
  question: 'Has each part a name?',
  why: 'Without a name an entry says nothing.',
  source: 'CycloneDX component name; SPDX package name',
  refusedFor: 'part-without-name',
  isStated: () => (part) => part.name.trim() !== '',
})

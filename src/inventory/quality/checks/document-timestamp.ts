import { defineCheck } from '#inventory/quality/field-check.ts'
import { isMoment } from '#inventory/quality/moment.ts'

export const check = defineCheck({
  id: 'document-timestamp',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'Date and time',
  question: 'Does it say when the list was made?',
  why: 'A list from before the last release is about other software.',
  source: 'CycloneDX metadata.timestamp; SPDX created; written as RFC 3339 says',
  find: (_, { timestamp }) => (timestamp !== null && isMoment(timestamp) ? timestamp : null),
})

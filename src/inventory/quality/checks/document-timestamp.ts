import { defineCheck } from '#inventory/quality/field-check.ts'

/** RFC 3339, section 5.6. */
const moment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i

export const check = defineCheck({
  id: 'document-timestamp',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'Date and time',
  question: 'Does it say when the list was made?',
  why: 'A list from before the last release is about other software.',
  source: 'CycloneDX metadata.timestamp; SPDX created; written as RFC 3339 says',
  find: (_, { timestamp }) => (timestamp !== null && moment.test(timestamp) ? timestamp : null),
})

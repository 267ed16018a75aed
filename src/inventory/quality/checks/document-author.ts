import { defineCheck } from '#inventory/quality/field-check.ts'
import { isReachable } from '#inventory/quality/reachable.ts'

export const check = defineCheck({
  id: 'document-author',
  version: 1,
  of: 'document',
  needsFacts: true,
  label: 'Author of the SBOM',
  question: 'Does it say who made the list?',
  why: 'Questions about the list need somebody to answer them.',
  source: 'CycloneDX metadata.authors, metadata.manufacturer; SPDX creators other than tools',
  find: (_, { authors, manufacturer, supplier }, { reachable }) => {
    const parties = [...authors, manufacturer, supplier].filter((party) => party !== null)
    const [found] = reachable === true ? parties.filter(isReachable) : parties
    return found === undefined ? null : found.kind
  },
})

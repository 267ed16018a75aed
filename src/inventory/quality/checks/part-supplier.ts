import { defineCheck } from '#inventory/quality/field-check.ts'
import { isReachable } from '#inventory/quality/reachable.ts'

export const check = defineCheck({
  id: 'part-supplier',
  version: 1,
  of: 'part',
  needsFacts: true,
  label: 'Supplier',
  question: 'Does each part say who it is from?',
  why: 'When something is found, somebody has to be asked.',
  source: 'CycloneDX supplier, manufacturer, publisher, authors; SPDX supplier, originator',
  isStated:
    (_, { reachable }) =>
    (part, { supplier, manufacturer }) => {
      if (reachable === true) return isReachable(manufacturer) || isReachable(supplier)
      return part.supplier !== undefined || supplier !== undefined || manufacturer !== undefined
    },
})

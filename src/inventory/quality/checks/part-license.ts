import { defineCheck } from '#inventory/quality/field-check.ts'

export const check = defineCheck({
  id: 'part-license',
  version: 1,
  of: 'part',
  needsFacts: false,
  label: 'License',
  question: 'Does each part state its license?',
  why: 'The license says what may be done with the part, and what must be done in return.',
  source: 'CycloneDX licenses; SPDX licenseConcluded, licenseDeclared',
  isStated:
    (_, { bases }) =>
    (part) =>
      part.licenses.some(({ basis, text }) => {
        return (
          basis !== 'found' && (bases === undefined || bases.includes(basis)) && !/^(?:NONE|NOASSERTION)$/i.test(text)
        )
      }),
})

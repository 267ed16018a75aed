import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as conan } from '#ecosystems/schemes/conan.ts'

export const ecosystem = defineEcosystem({
  id: 'conan',
  label: 'Conan',
  explanation: 'C and C++ packages of Conan.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/conan-definition.json',
  purl: { namespace: 'optional' },
  osv: osvNames('ConanCenter', { nameOf: ({ name }) => name }),
  versions: conan,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'vcpkg',
  label: 'vcpkg',
  explanation: 'C and C++ ports of vcpkg.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/vcpkg-definition.json',
  purl: { namespace: 'prohibited' },
  osv: null,
  versions: generic,
})

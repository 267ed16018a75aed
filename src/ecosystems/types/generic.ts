import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'generic',
  label: 'Generic',
  explanation: 'Anything that no other type fits.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/generic-definition.json',
  purl: { namespace: 'optional' },
  osv: null,
  versions: generic,
})

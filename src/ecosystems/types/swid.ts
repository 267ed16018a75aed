import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'swid',
  label: 'SWID',
  explanation: 'Software described by a software identification tag.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/swid-definition.json',
  purl: { namespace: 'optional', requiredQualifiers: ['tag_id'], identityQualifiers: ['tag_id'] },
  osv: null,
  versions: generic,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'docker',
  label: 'Docker',
  explanation: 'Container images; the version is a tag or a digest.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/docker-definition.json',
  purl: { namespace: 'optional' },
  osv: null,
  versions: generic,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'yocto',
  label: 'Yocto',
  explanation: 'Recipes of Yocto layers.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/yocto-definition.json',
  purl: { namespace: 'optional', namespaceCase: 'lower' },
  osv: null,
  versions: generic,
})

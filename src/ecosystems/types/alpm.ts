import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as alpm } from '#ecosystems/schemes/alpm.ts'

export const ecosystem = defineEcosystem({
  id: 'alpm',
  label: 'Arch Linux',
  explanation: 'Packages of Arch Linux and its relatives, installed by pacman.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/alpm-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower' },
  osv: null,
  versions: alpm,
})

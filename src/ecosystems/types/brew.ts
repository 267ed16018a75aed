import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'brew',
  label: 'Homebrew',
  explanation: 'Formulas and casks of Homebrew.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/brew-definition.json',
  purl: { namespace: 'optional', namespaceCase: 'lower', nameCase: 'lower' },
  osv: null,
  versions: generic,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'cpan',
  label: 'CPAN',
  explanation: 'Perl distributions; the namespace, where present, is the author.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/cpan-definition.json',
  purl: {
    namespace: 'optional',
    namespaceCase: 'upper',
    objection: ({ name }) =>
      name.includes('::') ? 'the name is a module; the distribution is written with "-"' : undefined,
  },
  osv: null,
  versions: generic,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'bitbucket',
  label: 'Bitbucket',
  explanation: 'Repositories hosted on Bitbucket.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/bitbucket-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower', slashInName: 'namespace' },
  osv: null,
  versions: generic,
})

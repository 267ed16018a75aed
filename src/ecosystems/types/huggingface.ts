import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'huggingface',
  label: 'Hugging Face',
  explanation: 'Models by commit. Models without an owner exist from the early days of the hub.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/huggingface-definition.json',
  purl: { namespace: 'optional', versionCase: 'lower', slashInName: 'namespace' },
  osv: null,
  versions: generic,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as pep440 } from '#ecosystems/schemes/pep440.ts'

export const ecosystem = defineEcosystem({
  id: 'conda',
  label: 'Conda',
  explanation: 'Conda packages of any language.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/conda-definition.json',
  purl: { namespace: 'prohibited' },
  osv: null,
  versions: pep440,
})

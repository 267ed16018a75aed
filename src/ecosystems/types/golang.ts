import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as go } from '#ecosystems/schemes/go.ts'

export const ecosystem = defineEcosystem({
  id: 'golang',
  label: 'Go',
  explanation: 'Go modules. The standard library (`stdlib`) and single-segment modules have no namespace.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/golang-definition.json',
  purl: { namespace: 'optional', slashInName: 'namespace' },
  osv: osvNames('Go', { normalise: (name) => name.toLowerCase() }),
  versions: go,
})

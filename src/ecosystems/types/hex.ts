import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as hex } from '#ecosystems/schemes/hex.ts'

export const ecosystem = defineEcosystem({
  id: 'hex',
  label: 'Hex',
  explanation: 'Erlang and Elixir packages; the namespace is an organization.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/hex-definition.json',
  purl: { namespace: 'optional', namespaceCase: 'lower', nameCase: 'lower' },
  osv: osvNames('Hex', { normalise: (name) => name.toLowerCase() }),
  versions: hex,
})

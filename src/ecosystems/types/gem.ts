import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as gem } from '#ecosystems/schemes/gem.ts'

export const ecosystem = defineEcosystem({
  id: 'gem',
  label: 'RubyGems',
  explanation: 'Ruby gems.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/gem-definition.json',
  purl: { namespace: 'prohibited' },
  osv: osvNames('RubyGems'),
  versions: gem,
})

import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as hackage } from '#ecosystems/schemes/hackage.ts'

export const ecosystem = defineEcosystem({
  id: 'hackage',
  label: 'Hackage',
  explanation: 'Haskell packages.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/hackage-definition.json',
  purl: { namespace: 'prohibited', rewriteName: (name) => name.replace(/[_\s]+/g, '-') },
  osv: osvNames('Hackage'),
  versions: hackage,
})

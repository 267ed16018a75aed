import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'bitnami',
  label: 'Bitnami',
  explanation: 'Applications packaged by Bitnami.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/bitnami-definition.json',
  purl: { namespace: 'prohibited', nameCase: 'lower' },
  osv: osvNames('Bitnami', { normalise: (name) => name.toLowerCase() }),
  versions: semver,
})

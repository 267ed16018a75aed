import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'julia',
  label: 'Julia',
  explanation: 'Julia packages, told apart by UUID.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/julia-definition.json',
  purl: { namespace: 'prohibited', requiredQualifiers: ['uuid'], identityQualifiers: ['uuid'] },
  osv: osvNames('Julia'),
  versions: semver,
})

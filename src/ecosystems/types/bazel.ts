import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'bazel',
  label: 'Bazel',
  explanation: 'Modules of a Bazel registry.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/bazel-definition.json',
  purl: { namespace: 'prohibited' },
  osv: null,
  versions: semver,
})

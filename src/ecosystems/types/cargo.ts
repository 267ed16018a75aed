import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'cargo',
  label: 'Cargo',
  explanation: 'Rust crates.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/cargo-definition.json',
  purl: { namespace: 'prohibited' },
  osv: osvNames('crates.io'),
  versions: semver,
})

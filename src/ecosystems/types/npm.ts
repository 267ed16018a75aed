import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as nodeSemver } from '#ecosystems/schemes/node-semver.ts'

export const ecosystem = defineEcosystem({
  id: 'npm',
  label: 'npm',
  explanation: 'JavaScript packages; the namespace is the scope with its "@".',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/npm-definition.json',
  purl: { namespace: 'optional', slashInName: 'namespace' },
  osv: osvNames('npm'),
  versions: nodeSemver,
})

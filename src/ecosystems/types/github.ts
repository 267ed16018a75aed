import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'github',
  label: 'GitHub',
  explanation: 'Repositories hosted on GitHub, among them the actions of workflows.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/github-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower', slashInName: 'namespace' },
  osv: osvNames('GitHub Actions', { normalise: (name) => name.toLowerCase() }),
  versions: semver,
})

import { defineEcosystem, osvNames, splitAtLastSlash } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'swift',
  label: 'Swift',
  explanation: 'Swift packages, named by host, owner and repository.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/swift-definition.json',
  purl: { namespace: 'required', slashInName: 'namespace' },
  osv: osvNames('SwiftURL', {
    // OSV names are addresses of repositories, with or without scheme and ".git".
    partsOf: (name) => {
      const parts = splitAtLastSlash(withoutScheme(name))
      return parts?.namespace === null ? null : parts
    },
    normalise: (name) => withoutScheme(name).toLowerCase(),
  }),
  versions: semver,
})

function withoutScheme(address: string): string {
  return address.replace(/^[a-z+]+:\/\//i, '').replace(/(?:\.git)?\/?$/i, '')
}

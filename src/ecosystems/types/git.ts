import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

/** Hosts that take names for the same whatever their case. */
const caseless = new Set(['github', 'github.com', 'bitbucket', 'bitbucket.org'])

export const ecosystem = defineEcosystem({
  id: 'git',
  label: 'Git',
  explanation: 'Git repositories anywhere: the namespace is the host, the name the path on it.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/git-definition.json',
  purl: {
    namespace: 'required',
    slashInName: 'path',
    adjust: (purl) => {
      const host = purl.namespace?.toLowerCase() ?? null
      return host !== null && caseless.has(host) ? { ...purl, namespace: host, name: purl.name.toLowerCase() } : purl
    },
  },
  osv: null,
  versions: generic,
})

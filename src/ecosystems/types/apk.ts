import type { Purl } from '#domain/purl.ts'
import { defineEcosystem, sourceName } from '#ecosystems/ecosystem.ts'
import { scheme as alpine } from '#ecosystems/schemes/alpine.ts'

const distributions: Readonly<Record<string, string>> = {
  alpine: 'Alpine',
  alpaquita: 'Alpaquita',
  wolfi: 'Wolfi',
  chainguard: 'Chainguard',
  minimos: 'MinimOS',
}

export const ecosystem = defineEcosystem({
  id: 'apk',
  label: 'Alpine package',
  explanation: 'Packages of Alpine Linux, Wolfi and their relatives, installed by apk.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/apk-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower' },
  osv: {
    ecosystems: Object.values(distributions),
    ecosystemOf: ({ namespace, qualifiers }: Purl) => {
      const name = distributions[namespace ?? '']
      if (name === undefined) return null
      const release = (qualifiers?.['distro'] ?? '').toLowerCase().replace(/^[a-z]+[-:]/, '')
      if (name === 'Alpine') {
        const match = /^v?(\d+\.\d+)/.exec(release)
        return match === null ? (release === 'edge' ? 'Alpine:edge' : name) : `Alpine:v${match[1]}`
      }
      return name === 'Alpaquita' && release !== '' ? `Alpaquita:${release}` : name
    },
    nameOf: sourceName,
    partsOf: (name, ecosystem) => ({ namespace: (ecosystem.split(':')[0] ?? '').toLowerCase(), name }),
    normalise: (name) => name.toLowerCase(),
  },
  versions: alpine,
})

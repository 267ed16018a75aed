import type { Purl } from '#domain/purl.ts'
import { defineEcosystem, sourceName } from '#ecosystems/ecosystem.ts'
import { scheme as alpine } from '#ecosystems/schemes/alpine.ts'
import { ecosystem as apk } from './apk.ts'

export const ecosystem = defineEcosystem({
  id: 'alpine',
  label: 'Alpine package, old type',
  explanation: 'Packages of Alpine Linux as tools wrote them before the type "apk" was registered.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/apk-definition.json',
  purl: { namespace: 'optional', namespaceCase: 'lower', nameCase: 'lower' },
  osv: {
    // The OSV name belongs to the type apk.
    ecosystems: [],
    ecosystemOf: (purl: Purl) => apk.osv.ecosystemOf({ ...purl, namespace: 'alpine' }),
    nameOf: sourceName,
    partsOf: () => null,
    normalise: (name) => name.toLowerCase(),
  },
  versions: alpine,
})

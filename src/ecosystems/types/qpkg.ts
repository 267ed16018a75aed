import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as generic } from '#ecosystems/schemes/generic.ts'

export const ecosystem = defineEcosystem({
  id: 'qpkg',
  label: 'QNX',
  explanation: 'Packages of QNX and BlackBerry systems.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/qpkg-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower' },
  osv: null,
  versions: generic,
})

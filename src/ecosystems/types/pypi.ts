import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as pep440 } from '#ecosystems/schemes/pep440.ts'

export const ecosystem = defineEcosystem({
  id: 'pypi',
  label: 'PyPI',
  explanation: 'Python packages.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/pypi-definition.json',
  purl: {
    namespace: 'prohibited',
    nameCase: 'lower',
    versionCase: 'lower',
    rewriteName: (name) => name.replaceAll('_', '-'),
  },
  osv: osvNames('PyPI', {
    partsOf: (name) => (name === '' ? null : { namespace: null, name }),
    // PEP 503: runs of "-", "_" and "." are one hyphen.
    normalise: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  }),
  versions: pep440,
})

import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as cran } from '#ecosystems/schemes/cran.ts'

export const ecosystem = defineEcosystem({
  id: 'cran',
  label: 'CRAN',
  explanation: 'R packages.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/cran-definition.json',
  purl: { namespace: 'prohibited' },
  osv: osvNames('CRAN'),
  versions: cran,
})

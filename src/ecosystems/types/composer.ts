import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as composer } from '#ecosystems/schemes/composer.ts'

export const ecosystem = defineEcosystem({
  id: 'composer',
  label: 'Composer',
  explanation: 'PHP packages, named vendor/package.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/composer-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower', slashInName: 'namespace' },
  osv: osvNames('Packagist', { normalise: (name) => name.toLowerCase() }),
  versions: composer,
})

import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as pub } from '#ecosystems/schemes/pub.ts'

export const ecosystem = defineEcosystem({
  id: 'pub',
  label: 'Pub',
  explanation: 'Dart and Flutter packages.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/pub-definition.json',
  purl: { namespace: 'prohibited', nameCase: 'lower', rewriteName: (name) => name.replace(/[^a-z0-9_]/g, '_') },
  osv: osvNames('Pub', { normalise: (name) => name.toLowerCase() }),
  versions: pub,
})

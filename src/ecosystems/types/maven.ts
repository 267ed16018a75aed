import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as maven } from '#ecosystems/schemes/maven.ts'

export const ecosystem = defineEcosystem({
  id: 'maven',
  label: 'Maven',
  explanation: 'Java and other JVM artifacts; the namespace is the group.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/maven-definition.json',
  purl: { namespace: 'required' },
  osv: osvNames('Maven', {
    nameOf: ({ namespace, name }) => `${namespace}:${name}`,
    partsOf: (name) => {
      const colon = name.indexOf(':')
      return colon < 1 || colon === name.length - 1
        ? null
        : { namespace: name.slice(0, colon), name: name.slice(colon + 1) }
    },
  }),
  versions: maven,
})

import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as semver } from '#ecosystems/schemes/semver.ts'

export const ecosystem = defineEcosystem({
  id: 'vscode-extension',
  label: 'Visual Studio Code extension',
  explanation: 'Extensions of Visual Studio Code; the namespace is the publisher.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/vscode-extension-definition.json',
  purl: { namespace: 'required', namespaceCase: 'lower', nameCase: 'lower', versionCase: 'lower' },
  osv: osvNames('VSCode', {
    nameOf: ({ namespace, name }) => `${namespace}.${name}`,
    partsOf: (name) => {
      const dot = name.indexOf('.')
      return dot < 1 || dot === name.length - 1 ? null : { namespace: name.slice(0, dot), name: name.slice(dot + 1) }
    },
    normalise: (name) => name.toLowerCase(),
  }),
  versions: semver,
})

import { defineEcosystem } from '#ecosystems/ecosystem.ts'
import { scheme as gem } from '#ecosystems/schemes/gem.ts'

export const ecosystem = defineEcosystem({
  id: 'cocoapods',
  label: 'CocoaPods',
  explanation: 'Pods for Apple platforms; the subpath names a subspec.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/cocoapods-definition.json',
  purl: {
    namespace: 'prohibited',
    objection: ({ name }) =>
      /^\.|[\s+/]/.test(name)
        ? 'the name of a pod has no white space, "+" or "/" and does not begin with "."'
        : undefined,
  },
  osv: null,
  versions: gem,
})

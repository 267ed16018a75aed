import { defineEcosystem, osvNames } from '#ecosystems/ecosystem.ts'
import { scheme as nuget } from '#ecosystems/schemes/nuget.ts'

export const ecosystem = defineEcosystem({
  id: 'nuget',
  label: 'NuGet',
  explanation: '.NET packages. Names keep their case in a package URL and are compared without it.',
  source: 'https://github.com/package-url/purl-spec/blob/main/types/nuget-definition.json',
  purl: { namespace: 'prohibited' },
  osv: osvNames('NuGet', { normalise: (name) => name.toLowerCase() }),
  versions: nuget,
})

import { defineReader } from '#inventory/reader.ts'
import { named } from '#inventory/text/file-name.ts'
import { readMsbuild } from '#inventory/text/msbuild.ts'

export const reader = defineReader({
  id: 'nuget-central',
  label: 'NuGet central versions',
  explanation:
    'Reads the versions that Directory.Packages.props sets for a whole solution. Conditions are not evaluated: every version named is a part.',
  source: 'NuGet documentation: central package management',
  kind: 'manifest',
  recognisesName: named('Directory.Packages.props'),
  recognisesContent: (head) => head.includes('<'),
  yieldsTo: ['packages.lock.json'],
  read: (file) =>
    readMsbuild(file, 'nuget-central', 'Directory.Packages.props', [
      'PackageVersion',
      'PackageReference',
      'GlobalPackageReference',
    ]),
})

import { defineReader } from '#inventory/reader.ts'
import { readMsbuild } from '#inventory/text/msbuild.ts'

export const reader = defineReader({
  id: 'msbuild-project',
  label: '.NET project',
  explanation:
    'Reads the package references of a project file where no packages.lock.json stands beside it. Versions set centrally come from the nearest Directory.Packages.props above.',
  source: 'NuGet documentation: PackageReference in project files',
  kind: 'manifest',
  recognisesName: (path) => /\.(?:cs|fs|vb)proj$/.test(path),
  recognisesContent: (head) => head.includes('<'),
  yieldsTo: ['packages.lock.json', 'packages.config'],
  read: (file) => readMsbuild(file, 'msbuild-project', '.NET project', ['PackageReference']),
})

import { defineReader } from '#inventory/reader.ts'
import { named } from '#inventory/text/file-name.ts'
import { readMsbuild } from '#inventory/text/msbuild.ts'

export const reader = defineReader({
  id: 'nuget-config',
  label: 'NuGet packages.config',
  explanation: 'Reads every package of packages.config, direct and transitive together.',
  source: 'NuGet documentation: packages.config reference',
  kind: 'lockfile',
  recognisesName: named('packages.config'),
  recognisesContent: (head) => head.includes('<'),
  yieldsTo: [],
  read: (file) => readMsbuild(file, 'nuget-config', 'packages.config', ['package']),
})

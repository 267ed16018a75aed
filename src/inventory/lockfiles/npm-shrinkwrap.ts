import { defineReader } from '#inventory/reader.ts'
import { named } from '#inventory/text/file-name.ts'
import { readPackageLock } from './package-lock.ts'

export const reader = defineReader({
  id: 'npm-shrinkwrap',
  label: 'npm shrinkwrap',
  explanation: 'Reads npm-shrinkwrap.json, which has the form of package-lock.json and goes before it.',
  source: 'npm documentation: npm-shrinkwrap.json',
  kind: 'lockfile',
  recognisesName: named('npm-shrinkwrap.json'),
  recognisesContent: (head) => head.includes('"dependencies"') || head.includes('"packages"'),
  yieldsTo: [],
  read: (file) => readPackageLock(file, 'npm-shrinkwrap'),
})

import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'

export const reader = defineReader({
  id: 'gradle-lockfile',
  label: 'Gradle lockfile',
  explanation:
    'Reads every module of gradle.lockfile and buildscript-gradle.lockfile; the configurations that hold it tell its scope. The file does not tell direct from transitive.',
  source: 'Gradle documentation: dependency locking',
  kind: 'lockfile',
  recognisesName: (path) =>
    /(?:^|\.|-)gradle\.lockfile$|\.gradle\.lockfile$|^gradle\.lockfile$/.test(fileName(path)) ||
    /gradle\/dependency-locks\/[^/]+\.lockfile$/.test(path),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('gradle-lockfile', 'gradle.lockfile')
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const line = row.trim()
    if (line === '' || line.startsWith('#') || line.startsWith('empty=')) continue
    const at = lines(index + 1)
    const match = /^([^:\s=]+):([^:\s=]+):([^:\s=]+)(?:=(.*))?$/.exec(line)
    if (match === null) {
      into.odd('syntax', at, line)
      continue
    }
    const [, group = '', artifact = '', version = '', configurations = ''] = match
    into.take({
      ref: `${group}:${artifact}:${version}`,
      at,
      ecosystem: 'Maven',
      name: `${group}:${artifact}`,
      version,
      scope: scopeOf(fileName(file.path).startsWith('buildscript') ? [] : configurations.split(',')),
    })
  }
  return into.finish()
}

function scopeOf(configurations: readonly string[]): Scope {
  const named = configurations.filter((one) => one !== '')
  if (named.some((one) => /runtimeClasspath$/i.test(one) && !/test/i.test(one))) return 'runtime'
  if (named.some((one) => /compileClasspath$/i.test(one) && !/test/i.test(one))) return 'optional'
  return named.length > 0 || configurations.length === 0 ? 'development' : 'unknown'
}

import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { declaredLicense } from '#inventory/text/declared-license.ts'
import { fieldLines } from '#inventory/text/field-lines.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openJson } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { asText, asTextOrNumber } from '#inventory/text/values.ts'

export const reader = defineReader({
  id: 'conda-meta',
  label: 'Installed conda package',
  explanation: 'Reads the package that a record under conda-meta belongs to, with build, channel, license and hash.',
  source: 'conda documentation: the files of an environment',
  kind: 'lockfile',
  recognisesName: (path) => /(?:^|\/)conda-meta\/[^/]+\.json$/.test(path),
  recognisesContent: (head) => head.includes('"'),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('conda-meta', 'conda-meta')
  const record = openJson(file, into)
  if (Object.keys(record).length === 0) return into.finish()
  const name = asText(record['name'])
  const version = asTextOrNumber(record['version']) ?? null
  if (name === undefined) into.refuse(lines(1), 'part-without-name')
  else {
    const qualifiers = {
      build: asText(record['build']) ?? asText(record['build_string']),
      channel: /([^/]+)\/?(?:(?:linux|osx|win)-\w+|noarch)?\/?$/.exec(asText(record['channel']) ?? '')?.[1],
      subdir: asText(record['subdir']),
    }
    into.take({
      ref: name,
      at: fieldLines(file.text(), { name, version }),
      ecosystem: null,
      purl: typedPurl('conda', { name, version, qualifiers }),
      name,
      version,
      scope: 'runtime',
      licenses: declaredLicense(asText(record['license'])),
      hashes: hexHash(asText(record['sha256']) ?? asText(record['md5']) ?? ''),
    })
  }
  return into.finish()
}

import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { declaredLicense } from '#inventory/text/declared-license.ts'
import { fieldLines } from '#inventory/text/field-lines.ts'
import { openJson } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { asRecord, asText, asTextOrNumber } from '#inventory/text/values.ts'
import { repositoryUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'npm-installed',
  label: 'Installed npm package',
  explanation:
    'Reads the package that a package.json under node_modules belongs to, with the license it declares. What it requires is not read: the others that are installed have files of their own.',
  source: 'npm documentation: package.json',
  kind: 'lockfile',
  recognisesName: (path) => /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/.test(path),
  recognisesContent: (head) => head.includes('"name"'),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('npm-installed', 'package.json')
  const manifest = openJson(file, into)
  const name = asText(manifest['name'])
  if (Object.keys(manifest).length === 0) return into.finish()
  if (name === undefined) into.refuse(lines(1), 'part-without-name')
  else {
    const version = asTextOrNumber(manifest['version']) ?? null
    const license = asText(manifest['license']) ?? asText(asRecord(manifest['license'])?.['type'])
    const repository = asText(manifest['repository']) ?? asText(asRecord(manifest['repository'])?.['url'])
    into.take({
      ref: name,
      at: fieldLines(file.text(), { name, version }),
      ecosystem: 'npm',
      name,
      version,
      licenses: declaredLicense(license),
      sourceUrl: repositoryUrl(repository ?? ''),
    })
  }
  return into.finish()
}

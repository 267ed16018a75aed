import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openYaml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { asList, asRecord, asText } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'stack-lock',
  label: 'Stack lockfile',
  explanation:
    'Reads the packages of stack.yaml.lock. What a snapshot (a curated set) brings is named there only by the snapshot’s hash, and is no part.',
  source: 'Stack documentation: lock files',
  kind: 'lockfile',
  recognisesName: named('stack.yaml.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('stack-lock', 'stack.yaml.lock')
  const { text, value: lock } = openYaml(file, into)
  const rows = text.split('\n')
  let searched = 0
  const placeOf = (name: string, version: string): string => {
    const first = rows.findIndex(
      (row, index) => index >= searched && row.includes(name) && (row.includes(version) || row.includes('name:')),
    )
    if (first === -1) return lines(1)
    searched = first + 1
    const last =
      rows[first]?.includes(version) === true
        ? first
        : rows.findIndex((row, index) => index >= first - 10 && index <= first + 10 && row.includes(version))
    return lines(Math.min(first, last === -1 ? first : last) + 1, Math.max(first, last) + 1)
  }
  if (asList(lock['packages']) === undefined && into.issues.length === 0)
    into.odd('missing-field', lines(1), 'packages')
  for (const [order, value] of (asList(lock['packages']) ?? []).entries()) {
    const completed = asRecord(asRecord(value)?.['completed']) ?? {}
    const stated = /^(.+)-([\d.]+)(?:@sha256:([0-9a-f]+)|@rev:\d+)?(?:,\d+)?$/.exec(asText(completed['hackage']) ?? '')
    const name = stated?.[1] ?? asText(completed['name'])
    const version = stated?.[2] ?? asText(completed['version']) ?? null
    if (name === undefined) {
      into.refuse(`/packages/${order}`, 'part-without-name')
      continue
    }
    const git = asText(completed['git'])
    into.take({
      ref: `${name}-${version ?? ''}`,
      at: placeOf(name, version ?? ''),
      ecosystem: 'Hackage',
      name,
      version,
      directness: 'direct',
      hashes: hexHash(stated?.[3] ?? ''),
      vcsUrl: git === undefined ? undefined : vcsUrl(git, asText(completed['commit'])),
      sourceUrl: git === undefined ? undefined : repositoryUrl(git),
    })
  }
  return into.finish()
}

import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'mix-lock',
  label: 'Mix lockfile',
  explanation:
    'Reads every entry of mix.lock with its outer checksum and edges. The file does not tell direct from transitive.',
  source: 'Hex documentation: mix.lock',
  kind: 'lockfile',
  recognisesName: named('mix.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('mix-lock', 'mix.lock')
  const indices = new Map<string, number>()
  const needs: [number, string, boolean][] = []
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const line = row.trim()
    const at = lines(index + 1)
    if (line === '' || line === '%{' || line === '}' || line === '%{}' || line.startsWith('#')) continue
    const key = /^"([^"]+)":\s*\{:(\w+),\s*/.exec(line)
    const rest = key === null ? '' : line.slice(key[0].length)
    const taken = key === null ? undefined : takeEntry(key[1] ?? '', key[2] ?? '', rest, at, into)
    if (taken === undefined) {
      into.odd('syntax', at, line)
      continue
    }
    indices.set(key?.[1] ?? '', taken)
    for (const need of rest.matchAll(/\{:(\w+), (?:"[^"]*"|nil|~r[^,]*), \[([^\]]*)\]/g)) {
      needs.push([taken, need[1] ?? '', (need[2] ?? '').includes('optional: true')])
    }
  }
  for (const [from, name, isOptional] of needs) {
    const to = indices.get(name)
    if (to !== undefined) into.edge(from, to, isOptional)
  }
  return into.finish()
}

function takeEntry(app: string, source: string, rest: string, at: string, into: Collector): number | undefined {
  if (source === 'hex') {
    const match = /^:"?([\w.]+)"?,\s*"([^"]+)"/.exec(rest)
    if (match === null) return undefined
    // The last text of an entry is the checksum of the archive; the first is that of its content alone.
    const outer = /"([0-9a-f]{64})"\s*\},?$/.exec(rest)?.[1]
    return into.take({
      ref: app,
      at,
      ecosystem: 'Hex',
      name: match[1] ?? app,
      version: match[2] ?? null,
      hashes: hexHash(outer ?? ''),
    })
  }
  const git = source === 'git' ? /^"([^"]+)",\s*"([^"]+)"/.exec(rest) : null
  if (git === null) return undefined
  const [, address = '', revision = ''] = git
  return into.take({
    ref: app,
    at,
    ecosystem: 'Hex',
    name: app,
    version: null,
    vcsUrl: vcsUrl(address, revision),
    sourceUrl: repositoryUrl(address),
  })
}

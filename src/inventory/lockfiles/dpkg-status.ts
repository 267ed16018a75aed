import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { openText } from '#inventory/text/open.ts'
import { distributionOf } from '#inventory/text/os-release.ts'
import type { Distribution } from '#inventory/text/os-release.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import type { Stanza } from '#inventory/text/stanzas.ts'
import { stanzas } from '#inventory/text/stanzas.ts'

export const reader = defineReader({
  id: 'dpkg-status',
  label: 'dpkg package list',
  explanation:
    'Reads the installed packages of dpkg’s status file (Debian, Ubuntu) with edges. Packages that are known but not installed are refused.',
  source: 'dpkg documentation: the status file; Debian Policy, chapter 5',
  kind: 'lockfile',
  recognisesName: (path) => /(?:^|\/)(?:dpkg-)?status$/.test(path) || /dpkg\/status\.d\/[^/]+$/.test(path),
  recognisesContent: (head) => /^Package: /m.test(head) && /^Version: /m.test(head),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('dpkg-status', 'dpkg status')
  const text = openText(file, into)
  const distribution = distributionOf(file, 3) ?? distributionOf(file, 4)
  const indices = new Map<string, number>()
  const needs: [number, string][] = []
  for (const stanza of stanzas(text)) {
    const index = take(stanza, distribution, into)
    if (index === undefined) continue
    const { fields } = stanza
    indices.set(fields.get('Package') ?? '', index)
    // What a package provides answers for it, unless a package of that name is there.
    for (const provided of names(fields.get('Provides'))) if (!indices.has(provided)) indices.set(provided, index)
    for (const field of ['Pre-Depends', 'Depends'])
      for (const need of names(fields.get(field))) needs.push([index, need])
  }
  for (const [from, name] of needs) {
    const to = indices.get(name)
    if (to !== undefined && to !== from) into.edge(from, to)
  }
  return into.finish()
}

function take(
  { fields, at: places, first }: Stanza,
  distribution: Distribution | undefined,
  into: Collector,
): number | undefined {
  const name = fields.get('Package')
  const version = fields.get('Version')
  const at = lines(places.get('Package') ?? first, places.get('Version') ?? first)
  const status = fields.get('Status')
  if (name === undefined || name === '') return into.refuse(at, 'part-without-name')
  if (status !== undefined && !status.endsWith(' installed')) return into.refuse(at, 'not-installed')
  const source = /^(\S+)(?: \((.+)\))?$/.exec(fields.get('Source') ?? '')
  const architecture = fields.get('Architecture')
  const id = distribution?.id ?? (/ubuntu/i.test(`${version} ${fields.get('Maintainer')}`) ? 'ubuntu' : 'debian')
  const purl = typedPurl('deb', {
    namespace: id,
    name,
    version: version ?? null,
    qualifiers: {
      arch: architecture,
      distro: distribution?.versionId === undefined ? undefined : `${id}-${distribution.versionId}`,
      upstream:
        source === null || source[1] === name
          ? undefined
          : `${source[1]}${source[2] === undefined ? '' : `@${source[2]}`}`,
    },
  })
  return into.take({
    ref: architecture === undefined ? name : `${name}:${architecture}`,
    at,
    ecosystem: null,
    purl,
    name,
    version: version ?? null,
    scope: 'runtime',
    supplier: fields.get('Maintainer'),
    sourceUrl: fields.get('Homepage'),
  })
}

/** The first of each group of alternatives: `a (>= 1) | b, c:any` → a, c. */
function names(list: string | undefined): string[] {
  return (list ?? '').split(',').flatMap((one) => /^\s*([a-z0-9][a-z0-9+.-]*)/.exec(one)?.[1] ?? [])
}

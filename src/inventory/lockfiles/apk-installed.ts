import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { Hash, ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { base64Hash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { distributionOf } from '#inventory/text/os-release.ts'
import type { Distribution } from '#inventory/text/os-release.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import type { Stanza } from '#inventory/text/stanzas.ts'
import { stanzas } from '#inventory/text/stanzas.ts'

export const reader = defineReader({
  id: 'apk-installed',
  label: 'apk package list',
  explanation: 'Reads the installed packages of apk’s database (Alpine, Wolfi) with licenses, hashes and edges.',
  source: 'Alpine Linux wiki: apk spec, installed database',
  kind: 'lockfile',
  recognisesName: (path) => /(?:^|\/)installed$/.test(path),
  recognisesContent: (head) => /^P:/m.test(head) && /^V:/m.test(head),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('apk-installed', 'apk installed')
  const text = openText(file, into)
  const distribution = distributionOf(file, 3)
  const indices = new Map<string, number>()
  const needs: [number, string][] = []
  for (const stanza of stanzas(text)) {
    const index = take(stanza, distribution, into)
    if (index === undefined) continue
    const { fields } = stanza
    for (const name of [fields.get('P') ?? '', ...words(fields.get('p'))])
      if (!indices.has(name)) indices.set(name, index)
    for (const need of words(fields.get('D'))) needs.push([index, need])
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
  const name = fields.get('P')
  const version = fields.get('V') ?? null
  const at = lines(places.get('P') ?? first, places.get('V') ?? first)
  if (name === undefined || name === '') return into.refuse(at, 'part-without-name')
  const id = distribution?.id ?? 'alpine'
  const origin = fields.get('o')
  const license = fields.get('L')
  return into.take({
    ref: name,
    at,
    ecosystem: null,
    purl: typedPurl('apk', {
      namespace: id,
      name,
      version,
      qualifiers: {
        arch: fields.get('A'),
        distro: distribution?.versionId === undefined ? undefined : `${id}-${distribution.versionId}`,
        upstream: origin === name ? undefined : origin,
      },
    }),
    name,
    version,
    scope: 'runtime',
    licenses: license === undefined || license === '' ? [] : [{ basis: 'declared', text: license }],
    hashes: checksum(fields.get('C')),
    supplier: fields.get('m'),
    sourceUrl: fields.get('U'),
  })
}

/** `Q1` and base64 is SHA-1, `Q2` SHA-256; of the package's control data. */
function checksum(text: string | undefined): Hash[] {
  if (text?.startsWith('Q1')) return base64Hash('SHA-1', text.slice(2))
  return text?.startsWith('Q2') ? base64Hash('SHA-256', text.slice(2)) : []
}

/** Names without versions; what must not be there (`!name`) is left out. */
function words(text: string | undefined): string[] {
  return (text ?? '')
    .split(' ')
    .filter((word) => word !== '' && !word.startsWith('!'))
    .map((word) => word.replace(/[<>=~].*$/, ''))
}

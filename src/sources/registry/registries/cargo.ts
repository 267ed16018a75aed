import type { Release } from '#domain/upstream.ts'
import { filesOfTarGz, withoutTopFolder } from '#sources/registry/archive.ts'
import { readCargoConfig } from '#sources/registry/cargo-config.ts'
import { countAt, extract, isRecord, listAt, recordAt, textAt } from '#sources/registry/extract.ts'
import { sha256Hash } from '#sources/registry/integrity.ts'
import { dayIn, inOrder, isPrerelease, statedRepository } from '#sources/registry/releases.ts'
import { defineRegistry } from '#sources/registry/registry.ts'
import { isMiss } from '#sources/registry/session.ts'

export const registry = defineRegistry({
  id: 'cargo',
  label: 'Cargo',
  explanation:
    'The lines of the crate in the sparse index; where they have no days, the document of the crate from the API that the index names.',
  source: 'The Cargo Book, "Registry Index" (sparse protocol, `pubtime`) and "Registry Web API"',
  requestsPerHost: 1,
  betweenMs: 200,
  sizedBy: 'archive',
  followsToArchives: true,
  configure: readCargoConfig,
  ask: async (session, { name }) => {
    const lines = await session.text(indexPath(name), withoutFeatures)
    if (isMiss(lines)) return lines
    const config = await session.json('config.json', { dl: true, api: true })
    if (isMiss(config) || lines.includes('"pubtime"')) return null
    const api = textAt(config, 'api')
    if (api !== null) await session.elsewhere(api)?.json(`api/v1/crates/${name}`, documentShape)
    return null
  },
  read: (answers, { name, package: purl }) => {
    const entries = entriesOf(answers[0]?.text ?? '')
    const own = entries.filter((entry) => textAt(entry, 'name')?.toLowerCase() === name.toLowerCase())
    if (own.length === 0) return null
    const document = answers.find(
      ({ json }) => isRecord(recordAt(json, 'crate')) && listAt(json, 'versions').length > 0,
    )
    const described = new Map(listAt(document?.json, 'versions').map((one) => [textAt(one, 'num'), one]))
    const releases = own.map((entry): Release => {
      const version = textAt(entry, 'vers') ?? ''
      const more = described.get(version)
      return {
        version,
        on: dayIn(textAt(entry, 'pubtime') ?? textAt(more, 'created_at')),
        isPrerelease: isPrerelease('cargo', version),
        isWithdrawn: entry['yanked'] === true,
        deprecation: null,
        license: textAt(more, 'license'),
      }
    })
    const dl = answers.map(({ json }) => textAt(json, 'dl')).find((text) => text !== null) ?? null
    return {
      facts: {
        package: purl,
        releases: inOrder(releases),
        publishers: null,
        repository: statedRepository(textAt(recordAt(document?.json, 'crate'), 'repository')),
        fundingLinks: [],
      },
      at: '/answers/0/text',
      lacks: [
        'publishers',
        ...(document === undefined ? (['license', 'repository', 'published-size'] as const) : []),
        ...(releases.every(({ on }) => on === null) ? (['release-dates'] as const) : []),
      ],
      published: (version) => {
        const entry = own.find((one) => textAt(one, 'vers') === version)
        if (entry === undefined) return null
        const position = listAt(document?.json, 'versions').indexOf(described.get(version))
        return {
          version,
          bytes: countAt(described.get(version), 'crate_size'),
          bytesAt:
            document === undefined ? '' : `/answers/${answers.indexOf(document)}/json/versions/${position}/crate_size`,
          archive:
            dl === null
              ? null
              : { address: downloadAddress(dl, name, version), hash: sha256Hash(textAt(entry, 'cksum')) },
          manifest: null,
        }
      },
    }
  },
  filesOf: async (_, bytes) => withoutTopFolder(await filesOfTarGz(bytes)),
})

const documentShape = {
  crate: { name: true, repository: true },
  versions: [{ num: true, created_at: true, yanked: true, license: true, crate_size: true }],
} as const

/** One, two and three letters have folders of their own; longer names go by their first and second pair of letters. */
function indexPath(name: string): string {
  const folded = name.toLowerCase()
  if (folded.length <= 2) return `${folded.length}/${folded}`
  if (folded.length === 3) return `3/${folded[0]}/${folded}`
  return `${folded.slice(0, 2)}/${folded.slice(2, 4)}/${folded}`
}

/** Features and dependencies are most of the text, and nothing of them is read. */
function withoutFeatures(text: string): string {
  const shape = { name: true, vers: true, cksum: true, yanked: true, pubtime: true } as const
  return entriesOf(text)
    .map((entry) => JSON.stringify(extract(entry, shape)))
    .join('\n')
}

function entriesOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text.split('\n').flatMap((line): Readonly<Record<string, unknown>>[] => {
    const entry = parsedLine(line)
    return entry === undefined ? [] : [entry]
  })
}

function parsedLine(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function downloadAddress(dl: string, crate: string, version: string): string {
  if (!dl.includes('{')) return `${dl}/${crate}/${version}/download`
  const prefix = indexPath(crate).split('/').slice(0, -1).join('/')
  return dl
    .replaceAll('{crate}', crate)
    .replaceAll('{version}', version)
    .replaceAll('{prefix}', prefix)
    .replaceAll('{lowerprefix}', prefix)
}

import type { Release } from '#domain/upstream.ts'
import { filesOfZip, withoutTopFolder } from '#sources/registry/archive.ts'
import { readComposerConfig } from '#sources/registry/composer-config.ts'
import { isRecord, listAt, recordAt, textAt } from '#sources/registry/extract.ts'
import { dayIn, inOrder, isPrerelease, statedRepository, webLinks } from '#sources/registry/releases.ts'
import { defineRegistry } from '#sources/registry/registry.ts'
import { isMiss } from '#sources/registry/session.ts'

export const registry = defineRegistry({
  id: 'composer',
  label: 'Packagist',
  explanation: 'The document of the package with its versions, at the place that the repository names for it.',
  source: 'Composer repositories: `metadata-url`, minified version 2 documents',
  requestsPerHost: 4,
  betweenMs: 0,
  sizedBy: 'archive',
  followsToArchives: false,
  configure: readComposerConfig,
  ask: async (session, { name }) => {
    const root = await session.json('packages.json', { 'metadata-url': true })
    if (isMiss(root)) return root
    const template = textAt(root, 'metadata-url')
    if (template === null) return { kind: 'failed', why: 'nonsense' }
    const place = new URL(template.replaceAll('%package%', name), `${session.base}/`)
    const at = session.elsewhere(place.origin)
    const answer = at === null ? null : await at.json(place.pathname.slice(1), documentShape)
    if (answer === null) return { kind: 'failed', why: 'host-not-allowed' }
    return isMiss(answer) ? answer : null
  },
  read: (answers, { name, package: purl }) => {
    const document = answers.find(
      ({ json }) => isRecord(recordAt(json, 'packages')[name]) || Array.isArray(recordAt(json, 'packages')[name]),
    )
    const entries = expanded(listAt(recordAt(document?.json, 'packages'), name))
    if (entries.length === 0) return null
    const newest = entries[0]
    const releases = entries.map((entry): Release => ({
      version: textAt(entry, 'version') ?? '',
      on: dayIn(textAt(entry, 'time')),
      isPrerelease: isPrerelease('composer', textAt(entry, 'version') ?? ''),
      isWithdrawn: false,
      deprecation: abandonment(newest),
      license: licenseOf(listAt(entry, 'license')),
    }))
    return {
      facts: {
        package: purl,
        releases: inOrder(releases),
        publishers: null,
        repository: statedRepository(
          textAt(recordAt(newest, 'source'), 'url'),
          textAt(recordAt(newest, 'support'), 'source'),
        ),
        fundingLinks: webLinks(listAt(newest, 'funding').map((one) => textAt(one, 'url'))),
      },
      at: `/answers/${document === undefined ? 0 : answers.indexOf(document)}/json/packages/${name.replaceAll('/', '~1')}`,
      lacks: ['withdrawn', 'publishers', 'published-size'],
      published: (version) => {
        const entry = entries.find((one) => textAt(one, 'version') === version)
        const dist = recordAt(entry, 'dist')
        const address = textAt(dist, 'type') === 'zip' ? textAt(dist, 'url') : null
        if (entry === undefined) return null
        const sha1 = textAt(dist, 'shasum')
        const hash = sha1 === null ? null : { algorithm: 'sha1' as const, hex: sha1.toLowerCase() }
        return {
          version,
          bytes: null,
          bytesAt: '',
          archive: address === null ? null : { address, hash },
          manifest: null,
        }
      },
    }
  },
  filesOf: async (_, bytes) => withoutTopFolder(filesOfZip(bytes)),
})

const documentShape = {
  minified: true,
  packages: {
    '*': [
      {
        version: true,
        time: true,
        license: true,
        abandoned: true,
        source: { url: true },
        support: { source: true },
        funding: 'any',
        dist: { type: true, url: true, shasum: true },
      },
    ],
  },
} as const

/** Each entry of a minified document holds what differs from the one before; `__unset` takes a field away. */
function expanded(entries: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  let current: Readonly<Record<string, unknown>> = {}
  return entries.filter(isRecord).map((entry) => {
    const merged = Object.entries({ ...current, ...entry }).filter(([, value]) => value !== '__unset')
    current = Object.fromEntries(merged)
    return current
  })
}

/** True, or the name of the package to take instead. */
function abandonment(entry: unknown): string | null {
  const value = isRecord(entry) ? entry['abandoned'] : undefined
  if (value === true) return 'abandoned'
  return typeof value === 'string' && value !== '' ? `abandoned; use ${value}` : null
}

/** Several names in a Composer package are a choice. */
function licenseOf(licenses: readonly unknown[]): string | null {
  return licenses.filter((one) => typeof one === 'string').join(' OR ') || null
}

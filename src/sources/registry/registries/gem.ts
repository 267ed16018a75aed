import type { Release } from '#domain/upstream.ts'
import { filesOfTar, filesOfTarGz } from '#sources/registry/archive.ts'
import { isRecord, listAt, recordAt, textAt } from '#sources/registry/extract.ts'
import { readGemConfig } from '#sources/registry/gem-config.ts'
import { sha256Hash } from '#sources/registry/integrity.ts'
import { dayIn, inOrder, statedRepository, webLinks } from '#sources/registry/releases.ts'
import { defineRegistry } from '#sources/registry/registry.ts'
import { isMiss } from '#sources/registry/session.ts'

export const registry = defineRegistry({
  id: 'gem',
  label: 'RubyGems',
  explanation: 'The list of versions that are there, the number of owners, and the size of the archives in use.',
  source: 'RubyGems.org API v1: gem versions and owners (guides, "RubyGems.org API")',
  requestsPerHost: 2,
  betweenMs: 100,
  sizedBy: 'archive',
  followsToArchives: false,
  configure: readGemConfig,
  ask: async (session, { name, versions }) => {
    const list = await session.json(`api/v1/versions/${name}.json`, versionsShape)
    if (isMiss(list)) return list
    await session.json(`api/v1/gems/${name}/owners.json`, 'count')
    for (const version of versions) await session.head(archiveOf(name, version))
    return null
  },
  read: (answers, { name, package: purl }) => {
    const list = answers[0]?.json
    if (!Array.isArray(list)) return null
    // A version may stand there once for each platform; the one without machine code is the gem as written.
    const rows = (list as readonly unknown[]).filter((one) => textAt(one, 'number') !== null)
    const plain = rows.filter((one) => (textAt(one, 'platform') ?? 'ruby') === 'ruby')
    const own = plain.length > 0 ? plain : rows
    if (own.length === 0) return null
    const newest = recordAt(own[0], 'metadata')
    const owners = answers.find(({ asked }) => asked.endsWith('/owners.json'))?.json
    const releases = own.map((one): Release => ({
      version: textAt(one, 'number') ?? '',
      on: dayIn(textAt(one, 'created_at')),
      isPrerelease: isRecord(one) && one['prerelease'] === true,
      isWithdrawn: false,
      deprecation: null,
      license: licenseOf(listAt(one, 'licenses')),
    }))
    return {
      facts: {
        package: purl,
        releases: inOrder(releases),
        publishers: typeof owners === 'number' ? owners : null,
        repository: statedRepository(textAt(newest, 'source_code_uri'), textAt(newest, 'homepage_uri')),
        fundingLinks: webLinks([textAt(newest, 'funding_uri')]),
      },
      at: '/answers/0/json',
      // What was yanked is no longer listed.
      lacks: ['withdrawn', ...(typeof owners === 'number' ? [] : (['publishers'] as const))],
      published: (version) => {
        const row = own.find((one) => textAt(one, 'number') === version)
        if (row === undefined) return null
        const address = archiveOf(name, version)
        const index = answers.findIndex(({ asked }) => asked === address)
        return {
          version,
          bytes: answers[index]?.sizeBytes ?? null,
          bytesAt: index === -1 ? '' : `/answers/${index}/sizeBytes`,
          archive: { address, hash: sha256Hash(textAt(row, 'sha')) },
          manifest: null,
        }
      },
    }
  },
  filesOf: async (_, bytes) => {
    const data = (await filesOfTar(bytes))?.find(({ path }) => path === 'data.tar.gz')
    return data === undefined ? null : filesOfTarGz(data.bytes)
  },
})

const versionsShape = [
  {
    number: true,
    platform: true,
    created_at: true,
    prerelease: true,
    licenses: true,
    sha: true,
    metadata: { source_code_uri: true, homepage_uri: true, funding_uri: true },
  },
] as const

function archiveOf(name: string, version: string): string {
  return `gems/${name}-${version}.gem`
}

/** Several names in a gem are a choice. */
function licenseOf(licenses: readonly unknown[]): string | null {
  return licenses.filter((one) => typeof one === 'string' && one !== '').join(' OR ') || null
}

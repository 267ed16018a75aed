import type { Release } from '#domain/upstream.ts'
import { filesOfTarGz, withoutTopFolder } from '#sources/registry/archive.ts'
import { countAt, entriesAt, extract, isRecord, recordAt, textAt, type Shape } from '#sources/registry/extract.ts'
import { hashOfIntegrity } from '#sources/registry/integrity.ts'
import { askNpmForRegistry, readNpmConfig } from '#sources/registry/npm-config.ts'
import { dayIn, inOrder, isPrerelease, statedRepository, webLinks } from '#sources/registry/releases.ts'
import { defineRegistry, type PublishedVersion } from '#sources/registry/registry.ts'
import { isMiss } from '#sources/registry/session.ts'

const versionShape = { deprecated: true, license: 'any' } as const satisfies Shape
const usedShape = {
  ...versionShape,
  dist: { unpackedSize: true, fileCount: true, tarball: true, integrity: true, shasum: true },
  main: true,
  module: true,
  'jsnext:main': true,
  types: true,
  typings: true,
  typesVersions: 'any',
  exports: 'any',
} as const satisfies Shape

export const registry = defineRegistry({
  id: 'npm',
  label: 'npm',
  explanation: 'The document of the package, with all versions and their days.',
  source: 'npm registry API: package documents (github.com/npm/registry, docs/responses/package-metadata.md)',
  requestsPerHost: 6,
  betweenMs: 0,
  sizedBy: 'unpacked files',
  followsToArchives: false,
  configure: async ({ env, home, run }) => {
    const config = readNpmConfig({ env, home, prefix: env['npm_config_prefix'] ?? null }, await askNpmForRegistry(run))
    return {
      basesOf: (name) => [config.registryOf(name)].flatMap((base) => base ?? []),
      authorizationOf: config.authorizationOf,
      hosts: config.hosts,
      isPrivate: () => false,
    }
  },
  ask: async (session, { name, versions }) => {
    const used = Object.fromEntries(versions.map((version) => [version, usedShape]))
    const answer = await session.json(name.replace('/', '%2f'), {
      name: true,
      time: { '*': true },
      versions: { '*': versionShape, ...used },
      maintainers: 'count',
      repository: { url: true },
      funding: 'any',
      homepage: true,
    })
    return isMiss(answer) ? answer : null
  },
  read: (answers, { name, package: purl }) => {
    const document = answers[0]?.json
    if (!isRecord(document) || document['name'] !== name) return null
    const versions = recordAt(document, 'versions')
    // Mirrors that make up their own documents put the day on which they fetched a version where its day would be, and
    // leave out when the package was created. Such days are none.
    const stated = recordAt(document, 'time')
    const time = textAt(stated, 'created') === null ? {} : stated
    const known = new Set([...Object.keys(versions), ...Object.keys(time)])
    // Two entries of `time` are about the package, and one about a package that was taken back as a whole.
    const numbers = [...known].filter((version) => !['created', 'modified', 'unpublished'].includes(version))
    if (numbers.length === 0) return null
    const releases = numbers.map((version): Release => {
      const manifest = recordAt(versions, version)
      return {
        version,
        on: dayIn(textAt(time, version)),
        isPrerelease: isPrerelease('npm', version),
        isWithdrawn: !Object.hasOwn(versions, version),
        deprecation: textAt(manifest, 'deprecated'),
        license: licenseOf(manifest),
      }
    })
    return {
      facts: {
        package: purl,
        releases: inOrder(releases),
        publishers: entriesAt(document, 'maintainers'),
        repository: statedRepository(textAt(document['repository'], 'url'), textAt(document, 'repository')),
        fundingLinks: webLinks(fundingOf(document['funding'])),
      },
      at: '/answers/0/json/versions',
      lacks: Object.keys(time).length === 0 ? ['release-dates'] : [],
      published: (version) => publishedOf(name, version, versions),
    }
  },
  filesOf: async (_, bytes) => withoutTopFolder(await filesOfTarGz(bytes)),
})

function publishedOf(
  name: string,
  version: string,
  versions: Readonly<Record<string, unknown>>,
): PublishedVersion | null {
  if (!Object.hasOwn(versions, version)) return null
  const manifest = recordAt(versions, version)
  const dist = recordAt(manifest, 'dist')
  // Where registries keep it, for those that do not say or name a place out of reach.
  const usual = `${name}/-/${name.split('/').at(-1)}-${version}.tgz`
  return {
    version,
    bytes: countAt(dist, 'unpackedSize'),
    bytesAt: `/answers/0/json/versions/${version}/dist/unpackedSize`,
    archive: {
      address: textAt(dist, 'tarball') ?? usual,
      usual,
      hash: hashOfIntegrity(textAt(dist, 'integrity'), textAt(dist, 'shasum')),
    },
    manifest: extract(manifest, usedShape),
  }
}

/** A text, or in old manifests an object with a type. */
function licenseOf(manifest: Readonly<Record<string, unknown>>): string | null {
  return textAt(manifest, 'license') ?? textAt(manifest['license'], 'type')
}

/** An address, an object with one, or a list of either. */
function fundingOf(value: unknown): readonly (string | null)[] {
  return (Array.isArray(value) ? value : [value]).map((one: unknown) =>
    typeof one === 'string' ? one : textAt(one, 'url'),
  )
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Release } from '#domain/upstream.ts'
import { openHttpClient, type HttpClient } from '#sources/http.ts'
import { askRegistry, fetchArchive, isMissed, readKept } from './ask-registry.ts'
import { loginPage, serve, tooBusy, type SampleServer } from '#test/registry-server.ts'
import { person, registrySamples, type RegistrySample } from '#test/registry-samples.ts'
import { registries } from './registries.generated.ts'
import type { Registry, RegistryAccess } from './registry.ts'

const samples = registries.map((registry) => ({ id: registry.id, registry }))

function sampleOf({ id }: Registry): RegistrySample {
  const sample = registrySamples[id]
  if (sample === undefined) throw new Error(`${id} has no sample`)
  return sample
}

type Sampled = {
  readonly server: SampleServer
  readonly access: RegistryAccess
  readonly client: HttpClient
  readonly of: { readonly package: string; readonly name: string; readonly versions: readonly string[] }
}

/** The sample's registry, and a client that is configured for it as the user's would be. */
async function opened(registry: Registry, isOffline = false): Promise<Sampled> {
  const sample = sampleOf(registry)
  const server = await serve(sample.answers)
  const home = mkdtempSync(join(tmpdir(), 'registry-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  onTestFinished(server.close)
  const { files = {}, env = {} } = sample.configuration(server.origin)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), content)
  }
  const access = await registry.configure({
    env: { npm_config_prefix: home, ...env },
    home,
    machine: home,
    run: async () => null,
  })
  const quick = { cacheFolder: null, retries: 1, pauseMs: 1, longestWaitMs: 100 }
  const client = openHttpClient({ offline: isOffline, allowedHosts: access.hosts, ...quick })
  onTestFinished(client.close)
  return { server, access, client, of: { package: sample.package, name: sample.name, versions: [sample.version] } }
}

function told({ version, on, isPrerelease, isWithdrawn, deprecation, license }: Release): string {
  const marks = [isPrerelease && 'prerelease', isWithdrawn && 'withdrawn', deprecation && `deprecated: ${deprecation}`]
  return [version, on ?? '-', ...marks, license].filter(Boolean).join(' ')
}

describe.each(samples)('$id: the registry of the configured client', ({ registry }) => {
  it('tells the releases of a package, who could be thanked, and what it does not say', async () => {
    const sample = sampleOf(registry)
    const { server, access, client, of } = await opened(registry)
    expect(access.hosts).toEqual([server.host])
    const answer = await askRegistry(registry, client, access, of)
    if (isMissed(answer)) throw new Error(answer.why)
    const { facts, lacks, published } = answer.reading
    expect(facts.releases.map(told)).toEqual(sample.releases)
    expect(facts).toMatchObject({
      package: sample.package,
      publishers: sample.publishers,
      repository: sample.repository,
      fundingLinks: sample.funding,
    })
    expect(lacks).toEqual(sample.lacks)
    expect(published(sample.version)?.bytes).toBe(sample.publishedBytes)
    expect(published('77.0.0-nobody-made-it')?.archive?.address ?? null).toSatisfy(
      // Where archives lie at a place that follows from the version, a registry cannot tell that one is not there.
      (address: string | null) => address === null || registry.id === 'golang',
    )
    expect(server.seen[0]).toBe(`GET ${sample.first}`)
  })

  it('is kept without the people in it, and reads the same again', async () => {
    const { access, client, of } = await opened(registry)
    const answer = await askRegistry(registry, client, access, of)
    if (isMissed(answer)) throw new Error(answer.why)
    const kept = Buffer.from(answer.bytes).toString('utf8')
    expect(kept).not.toContain(person)
    expect(kept).not.toContain('Ida')
    const again = readKept(registry, answer.bytes, of)
    expect(again?.facts).toEqual(answer.reading.facts)
    expect(again?.lacks).toEqual(answer.reading.lacks)
    const [version = ''] = of.versions
    expect(again?.published(version)).toEqual(answer.reading.published(version))
    // Every place named exists in what was kept.
    const places = [answer.reading.at, answer.reading.published(version)?.bytesAt ?? '']
    for (const place of places) expect([place, at(JSON.parse(kept), place)]).not.toEqual([place, undefined])
    expect(readKept(registry, answer.bytes, { ...of, package: 'pkg:generic/other' })).toBeNull()
    expect(readKept(registry, Buffer.from('{"answers":7}'), of)).toBeNull()
    expect(readKept(registry, Buffer.from('not json'), of)).toBeNull()
  })

  it('gives the files of the version in use', async () => {
    const sample = sampleOf(registry)
    const { access, client, of } = await opened(registry)
    const answer = await askRegistry(registry, client, access, of)
    if (isMissed(answer)) throw new Error(answer.why)
    const published = answer.reading.published(sample.version)
    if (published === null) throw new Error('it is published')
    const archive = await fetchArchive(registry, client, access, of.name, published)
    if (isMissed(archive)) throw new Error(archive.why)
    expect(archive.files.map(({ path }) => path)).toEqual(sample.files)
    expect(archive.sizedBytes).toBeGreaterThan(0)
    expect(await registry.filesOf(published.archive?.address ?? '', Buffer.from('no archive'))).toBeNull()
  })

  it('refuses an archive that is not the one described', async () => {
    const { access, client, of } = await opened(registry)
    const answer = await askRegistry(registry, client, access, of)
    if (isMissed(answer)) throw new Error(answer.why)
    const [version = ''] = of.versions
    const published = answer.reading.published(version)
    if (published === null || published.archive === null) throw new Error('it is published')
    const archive = { ...published.archive, hash: { algorithm: 'sha256' as const, hex: '0'.repeat(64) } }
    expect(await fetchArchive(registry, client, access, of.name, { ...published, archive })).toEqual({
      kind: 'failed',
      why: 'integrity',
    })
    expect(await fetchArchive(registry, client, access, of.name, { ...published, archive: null })).toEqual({
      kind: 'missing',
      why: 'no-archive',
    })
  })

  it.each([
    ['is too busy', tooBusy, 'rate-limited'],
    ['shows a login page', loginPage, 'nonsense'],
    ['answers with an empty page', (_: unknown, response: { end: () => void }) => response.end(), 'nonsense'],
  ])('that %s leaves the package unknown', async (_, odd, why) => {
    const { access, of } = await opened(registry)
    const server = await serve(
      () => new Proxy({}, { getOwnPropertyDescriptor: () => ({ configurable: true, value: odd }), get: () => odd }),
    )
    onTestFinished(server.close)
    const quick = { cacheFolder: null, retries: 1, pauseMs: 1, longestWaitMs: 100 }
    const client = openHttpClient({ offline: false, allowedHosts: [server.host], ...quick })
    onTestFinished(client.close)
    const moved = { ...access, basesOf: () => [`${server.origin}/simple`] }
    expect(await askRegistry(registry, client, moved, of)).toEqual({ kind: 'failed', why })
  })

  it('that does not have it says so, and nothing configured says that', async () => {
    const { access, client, of } = await opened(registry)
    const other = { ...of, package: `${of.package}-absent`, name: `${of.name}-absent` }
    const absent = await askRegistry(registry, client, access, other)
    expect(absent).toMatchObject({ kind: 'missing', why: 'not-there' })
    const home = mkdtempSync(join(tmpdir(), 'registry-'))
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const nothing = await registry.configure({
      env: { npm_config_prefix: home },
      home,
      machine: home,
      run: async () => null,
    })
    expect(nothing.hosts).toEqual([])
    expect(await askRegistry(registry, client, nothing, of)).toEqual({ kind: 'failed', why: 'not-configured' })
  })

  it('is not asked when offline', async () => {
    const { server, access, client, of } = await opened(registry, true)
    await expect(askRegistry(registry, client, access, of)).rejects.toMatchObject({ problem: { code: 'offline' } })
    expect(server.seen).toEqual([])
  })
})

/** What stands at a JSON pointer; an empty pointer is the whole. */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, token) => {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~')
      return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined
    }, value)
}

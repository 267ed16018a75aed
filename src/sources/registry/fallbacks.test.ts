import { describe, expect, it, onTestFinished } from 'vitest'
import { openHttpClient } from '#sources/http.ts'
import { askRegistry, fetchArchive, isMissed, type RegistryAnswer } from './ask-registry.ts'
import { isRetracted, moduleRemarks } from './go-module-remarks.ts'
import { pythonVersionOf } from './python-files.ts'
import { bytes, json, loginPage, serve, tarGz, text, tooBusy, type Answer } from '#test/registry-server.ts'
import type { AskedPackage, Registry, RegistryMiss } from './registry.ts'
import { worthAsking } from './releases.ts'
import { registry as cargo } from './registries/cargo.ts'
import { registry as npm } from './registries/npm.ts'
import { registry as pypi } from './registries/pypi.ts'

async function ask(
  registry: Registry,
  of: AskedPackage,
  answers: (origin: string) => Readonly<Record<string, Answer>>,
  paths: readonly string[],
): Promise<RegistryAnswer | RegistryMiss> {
  const server = await serve(answers)
  const client = openHttpClient({ offline: false, allowedHosts: [server.host], cacheFolder: null, retries: 0 })
  onTestFinished(async () => {
    await client.close()
    await server.close()
  })
  const access = {
    basesOf: () => paths.map((path) => server.origin + path),
    authorizationOf: () => null,
    hosts: [],
    isPrivate: () => false,
  }
  return askRegistry(registry, client, access, of)
}

function releasesIn(answer: RegistryAnswer | RegistryMiss): readonly string[] {
  if (isMissed(answer)) throw new Error(answer.why)
  return answer.reading.facts.releases.map(({ version, on, isWithdrawn, deprecation }) =>
    [version, on, isWithdrawn && 'withdrawn', deprecation].filter(Boolean).join(' '),
  )
}

const tide: AskedPackage = { package: 'pkg:pypi/tide', name: 'tide', versions: ['1.0'] }

describe('an index for Python without project documents', () => {
  it('has pages with days and sizes, and says what is missing', async () => {
    const page = json({
      meta: { 'api-version': '1.4' },
      name: 'tide',
      versions: ['0.9', '1.0'],
      'project-status': { status: 'archived', reason: 'moved' },
      files: [
        { filename: 'tide-0.9.zip', 'upload-time': '2019-01-01T00:00:00Z', yanked: 'broken', size: 1, url: 'a.zip' },
        { filename: 'tide-1.0-1-cp39-cp39-linux_x86_64.whl', 'upload-time': '2020-01-02T00:00:00Z', size: 5 },
        { filename: 'tide-1.0.tar.gz', 'upload-time': '2020-01-03T00:00:00Z', size: 4, url: '../../files/tide.tgz' },
        { filename: 'README.txt' },
      ],
    })
    const answer = await ask(pypi, tide, () => ({ '/py/simple/tide/': page }), ['/py/simple'])
    expect(releasesIn(answer)).toEqual(['0.9 2019-01-01 withdrawn archived: moved', '1.0 2020-01-02 archived: moved'])
    if (isMissed(answer)) throw new Error(answer.why)
    expect(answer.reading.lacks).toEqual(['license', 'publishers', 'repository'])
    // The source archive, since the wheel is for one kind of machine.
    expect(answer.reading.published('1.0')).toMatchObject({ bytes: 4, archive: { address: '../../files/tide.tgz' } })
  })

  it('or pages in HTML that name files alone', async () => {
    const page = text(
      '<!doctype html><a href="x" data-yanked="">tide-0.9.tar.gz</a><a href="y">tide-1.0-py3-none-any.whl</a><a href="z">tide-1.0.tar.gz</a><a href="/">up</a>',
    )
    const answer = await ask(pypi, tide, () => ({ '/py/tide/': page }), ['/py'])
    expect(releasesIn(answer)).toEqual(['0.9 withdrawn', '1.0'])
    if (isMissed(answer)) throw new Error(answer.why)
    expect(answer.reading.lacks).toContain('release-dates')
    expect(answer.reading.published('1.0')).toBeNull()
  })

  it('is left for the next index when it does not have the package, and a failure is not an absence', async () => {
    const page = json({ name: 'tide', versions: ['1.0'], files: [] })
    const both = (first: Answer | undefined) => () => ({
      ...(first === undefined ? {} : { '/one/tide/': first }),
      '/two/tide/': page,
    })
    expect(releasesIn(await ask(pypi, tide, both(undefined), ['/one', '/two']))).toEqual(['1.0'])
    expect(releasesIn(await ask(pypi, tide, both(loginPage), ['/one', '/two']))).toEqual(['1.0'])
    const neither = (): Readonly<Record<string, Answer>> => ({ '/one/tide/': tooBusy })
    expect(await ask(pypi, tide, neither, ['/one', '/two'])).toEqual({ kind: 'failed', why: 'rate-limited' })
    expect(await ask(pypi, tide, neither, ['/two', '/one'])).toEqual({ kind: 'failed', why: 'rate-limited' })
  })
})

it('versions stand in the names of Python files', () => {
  expect(pythonVersionOf('tide_tables-1.0.post1-py2.py3-none-any.whl')).toBe('1.0.post1')
  expect(pythonVersionOf('tide-tables-1.0rc1.tar.gz')).toBe('1.0rc1')
  expect(pythonVersionOf('tide-2-3.0.zip')).toBe('3.0')
  for (const other of ['tide-1.0.exe', 'tide.tar.gz', '', 'tide-1.0-py3.egg']) expect(pythonVersionOf(other)).toBeNull()
})

it('an index of crates without days is helped by the API that it names', async () => {
  const lines = JSON.stringify({ name: 'tide', vers: '1.0.0', cksum: 'a'.repeat(64), yanked: false })
  const answer = await ask(
    cargo,
    { package: 'pkg:cargo/tide', name: 'tide', versions: ['1.0.0'] },
    (origin) => ({
      '/ti/de/tide': text(lines),
      '/config.json': json({ dl: `${origin}/dl`, api: `${origin}/web` }),
      '/web/api/v1/crates/tide': json({
        crate: { name: 'tide', repository: 'https://forge.example/harbor/tide' },
        versions: [{ num: '1.0.0', created_at: '2020-02-03T00:00:00Z', license: 'MIT', crate_size: 77 }],
      }),
    }),
    [''],
  )
  expect(releasesIn(answer)).toEqual(['1.0.0 2020-02-03'])
  if (isMissed(answer)) throw new Error(answer.why)
  expect(answer.reading.facts.repository).toBe('https://forge.example/harbor/tide')
  expect(answer.reading.lacks).toEqual(['publishers'])
  expect(answer.reading.published('1.0.0')).toMatchObject({
    bytes: 77,
    bytesAt: '/answers/2/json/versions/0/crate_size',
    archive: { address: expect.stringMatching(/\/dl\/tide\/1\.0\.0\/download$/) },
  })
})

describe('an npm package', () => {
  const of: AskedPackage = { package: 'pkg:npm/tide', name: 'tide', versions: ['1.0.0'] }

  it('that was taken back as a whole has withdrawn releases only, and one without versions has none', async () => {
    const gone = { created: '2020-01-01T00:00:00Z', unpublished: { name: 'ida' }, '1.0.0': '2020-01-01T00:00:00Z' }
    const answer = await ask(npm, of, () => ({ '/tide': json({ name: 'tide', time: gone }) }), [''])
    expect(releasesIn(answer)).toEqual(['1.0.0 2020-01-01 withdrawn'])
    const empty = await ask(npm, of, () => ({ '/tide': json({ name: 'tide', versions: {} }) }), [''])
    expect(empty).toEqual({ kind: 'failed', why: 'nonsense' })
  })

  it('has no days at a mirror that states when it fetched a version instead of when it was published', async () => {
    const document = {
      name: 'tide',
      versions: { '1.0.0': {}, '1.1.0': {} },
      time: { '1.0.0': '2024-12-04T00:00:00Z', '1.1.0': '2024-11-22T00:00:00Z' },
    }
    const answer = await ask(npm, of, () => ({ '/tide': json(document) }), [''])
    expect(releasesIn(answer)).toEqual(['1.0.0', '1.1.0'])
    if (isMissed(answer)) throw new Error(answer.why)
    expect(answer.reading.lacks).toContain('release-dates')
  })

  it('with a name of the language keeps it as a name', async () => {
    const document = '{"name":"tide","versions":{"__proto__":{"license":"MIT"},"constructor":{}}}'
    const answer = await ask(npm, of, () => ({ '/tide': text(document) }), [''])
    expect(releasesIn(answer)).toEqual(['__proto__', 'constructor'])
  })

  it('is fetched at the usual place where the one named is out of reach', async () => {
    const archive = await tarGz({ 'package/index.js': 'a()\n' })
    const server = await serve(() => ({ '/npm/tide/-/tide-1.0.0.tgz': bytes(archive) }))
    const client = openHttpClient({ offline: false, allowedHosts: [server.host], cacheFolder: null })
    const access = {
      basesOf: () => [`${server.origin}/npm`],
      authorizationOf: () => null,
      hosts: [],
      isPrivate: () => false,
    }
    const at = (address: string) =>
      fetchArchive(npm, client, access, 'tide', {
        version: '1.0.0',
        bytes: null,
        bytesAt: '',
        archive: { address, usual: 'tide/-/tide-1.0.0.tgz', hash: null },
        manifest: null,
      })
    expect(await at('http://elsewhere.example/tide.tgz')).toMatchObject({
      files: [{ path: 'index.js' }],
      sizedBytes: 4,
    })
    expect(await at('tide/-/tide-9.9.9.tgz')).toEqual({ kind: 'missing', why: 'not-there' })
    await client.close()
    await server.close()
  })
})

it('go.mod of the newest version tells what was retracted', () => {
  const remarks = moduleRemarks(
    '// A module.\n\n// Deprecated: stale\nmodule m\nretract v1.0.1 // oops\nretract [v1.1.0, v1.2.0]\n',
  )
  expect(remarks).toBe('deprecated: stale\nretract v1.0.1\nretract v1.1.0 v1.2.0')
  expect(['v1.0.0', 'v1.0.1', 'v1.1.5', 'v1.2.1'].map((version) => isRetracted(remarks, version))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(moduleRemarks('// About retract v9\nmodule m\n')).toBe('')
})

it('where a day costs a request, versions in use and the newest others are worth one', () => {
  const versions = ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v1.3.0-rc.1', 'v1.10.0', 'v2.0.0']
  expect(worthAsking('golang', versions, ['v1.1.0'], 2)).toEqual(['v1.1.0', 'v1.10.0', 'v2.0.0'])
  expect(worthAsking('golang', versions, [], 1)).toEqual(['v2.0.0'])
  expect(worthAsking('golang', versions, ['v1.3.0-rc.1', 'v9.0.0'], 9)).toEqual(['v1.3.0-rc.1', 'v1.10.0', 'v2.0.0'])
})

import { describe, expect, it, onTestFinished } from 'vitest'
import { askDepsDev, depsDevBase, type DepsDevAnswer } from './deps-dev.ts'
import { openHttpClient } from './http.ts'
import { json, loginPage, serve, text, type Answer } from '#test/registry-server.ts'
import type { RegistryMiss } from './registry/registry.ts'

const tide = { type: 'npm', name: '@harbor/tide', package: 'pkg:npm/%40harbor/tide' }
const path = '/v3/systems/npm/packages/%40harbor%2Ftide'

/** In the shape that the documentation of `GetPackage` gives. */
const document = {
  packageKey: { system: 'NPM', name: '@harbor/tide' },
  purl: 'pkg:npm/%40harbor/tide',
  versions: [
    {
      versionKey: { system: 'NPM', name: '@harbor/tide', version: '2.0.0-rc.1' },
      publishedAt: '2022-01-01T10:00:00Z',
      isDefault: false,
      isDeprecated: false,
      deprecatedReason: '',
    },
    {
      versionKey: { system: 'NPM', name: '@harbor/tide', version: '1.0.0' },
      publishedAt: '2020-01-01T10:00:00Z',
      isDefault: true,
      isDeprecated: true,
      deprecatedReason: 'use 2',
    },
    { versionKey: { system: 'NPM', name: '@harbor/tide', version: '0.1.0' } },
    { versionKey: {} },
  ],
}

async function ask(answers: Readonly<Record<string, Answer>>, of = tide): Promise<DepsDevAnswer | RegistryMiss> {
  const server = await serve(() => answers)
  const quick = { cacheFolder: null, retries: 1, pauseMs: 1, timeoutMs: 300, longestWaitMs: 1500 }
  const client = openHttpClient({ offline: false, allowedHosts: [server.host], ...quick })
  onTestFinished(async () => {
    await client.close()
    await server.close()
  })
  return askDepsDev(client, server.origin, of)
}

describe('deps.dev', () => {
  it('tells versions with their days', async () => {
    const answer = await ask({ [path]: json(document) })
    if (answer.kind !== 'found') throw new Error(answer.why)
    expect(
      answer.facts.releases.map(({ version, on, isPrerelease, deprecation }) => [
        version,
        on,
        isPrerelease,
        deprecation,
      ]),
    ).toEqual([
      ['0.1.0', null, false, null],
      ['1.0.0', '2020-01-01', false, 'use 2'],
      ['2.0.0-rc.1', '2022-01-01', true, null],
    ])
    expect(answer.facts).toMatchObject({ package: tide.package, publishers: null, repository: null, fundingLinks: [] })
    expect(JSON.parse(Buffer.from(answer.bytes).toString())).toEqual(document)
    expect(answer.at).toBe('/versions')
  })

  it('does not have every package, nor every kind', async () => {
    expect(await ask({})).toEqual({ kind: 'missing', why: 'not-there' })
    const gem = { type: 'composer', name: 'a/b', package: 'pkg:composer/a/b' }
    expect(await ask({}, gem)).toEqual({ kind: 'missing', why: 'not-there' })
  })

  it('may be busy: what it asks to wait is waited, too long is given up', async () => {
    let calls = 0
    const busyOnce: Answer = (request, response) =>
      ++calls === 1 ? response.writeHead(429, { 'retry-after': '1' }).end() : json(document)(request, response)
    expect(await ask({ [path]: busyOnce })).toMatchObject({ kind: 'found' })
    const busy: Answer = (_, response) => response.writeHead(429, { 'retry-after': '900' }).end()
    expect(await ask({ [path]: busy })).toEqual({ kind: 'failed', why: 'rate-limited' })
  })

  it('may be silent', async () => {
    expect(await ask({ [path]: () => undefined })).toEqual({ kind: 'failed', why: 'timeout' })
  })

  it.each([
    ['a page', loginPage],
    ['half of it', text('{"packageKey":{"name":"@harbor')],
    ['a list', json([])],
    ['another document', json({ versions: document.versions })],
    ['no versions', json({ ...document, versions: [] })],
    ['a number', text('7')],
  ])('that answers with %s says nothing', async (_, answer) => {
    expect(await ask({ [path]: answer })).toEqual({ kind: 'failed', why: 'nonsense' })
  })

  it('is asked where the user says, and nowhere otherwise', () => {
    expect(depsDevBase({})).toBeNull()
    expect(depsDevBase({ HEADWATER_DEPS_DEV_URL: 'deps.example' })).toBeNull()
    expect(depsDevBase({ HEADWATER_DEPS_DEV_URL: 'file:///etc' })).toBeNull()
    expect(depsDevBase({ HEADWATER_DEPS_DEV_URL: 'https://deps.example/api/' })).toBe('https://deps.example/api')
  })
})

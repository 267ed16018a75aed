import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHttpClient } from '#sources/http.ts'
import { readNpmConfig } from './npm-config.ts'
import { fetchNpmSizes } from './npm-size.ts'

const archive = gzipSync(
  await packTar([
    { header: { name: 'package/package.json', size: 2 }, body: '{}' },
    { header: { name: 'package/lib/index.js', size: 9 }, body: 'a()\nb()\n\n' },
    { header: { name: 'package/lib/', type: 'directory', size: 0 } },
    { header: { name: 'package/link.js', type: 'symlink', size: 0, linkname: '/etc/hosts' } },
  ]),
)
const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`

/** A registry as it answers, well and badly. */
const server = createServer((request, response) => {
  const origin = `http://${request.headers.host}`
  const json = (value: unknown) => response.end(JSON.stringify(value))
  const manifest = (name: string, dist: object) => json({ name, version: '1.0.0', module: 'm.mjs', dist })
  switch (request.url ?? '') {
    case '/npm/good/1.0.0':
      return manifest('good', { unpackedSize: 76_638, fileCount: 16, tarball: `${origin}/npm/good.tgz`, integrity })
    case '/npm/@scope%2fgood/1.0.0':
      return manifest('@scope/good', { unpackedSize: 10, tarball: 'http://elsewhere.example/a.tgz' })
    case '/npm/altered/1.0.0':
      return manifest('altered', { tarball: `${origin}/npm/good.tgz`, integrity: 'sha512-AAAA' })
    case '/npm/no-archive/1.0.0':
      return manifest('no-archive', { tarball: `${origin}/npm/page.html` })
    case '/npm/good.tgz':
    case '/npm/@scope/good/-/good-1.0.0.tgz':
      return response.end(archive)
    case '/npm/page.html':
    case '/npm/portal/1.0.0':
      return response.end('<html>Please log in</html>')
    case '/npm/other/1.0.0':
      return manifest('something-else', { unpackedSize: 3 })
    case '/npm/busy/1.0.0':
      return response.writeHead(429).end()
    default:
      return response.writeHead(404).end('{"error":"not_found"}')
  }
})

const home = mkdtempSync(join(tmpdir(), 'npm-'))
let host = ''
const config = (extra = '') => {
  writeFileSync(join(home, '.npmrc'), `registry=http://${host}/npm/\n${extra}`)
  return readNpmConfig({ env: { SAMPLE: 'from-env' }, home, prefix: join(home, 'prefix') })
}
const client = (offline = false) =>
  openHttpClient({ offline, allowedHosts: [host], cacheFolder: null, retries: 1, pauseMs: 1 })

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(home, { recursive: true, force: true })
})

describe('sizes from the registry', () => {
  it('answers for each package in order: found, not there, refused, nonsense', async () => {
    const http = client()
    const names = ['good', 'absent', 'busy', 'portal', 'other']
    const progress: number[] = []
    const answers = await fetchNpmSizes(
      http,
      config(),
      names.map((name) => ({ name, version: '1.0.0' })),
      { tarballs: false, onProgress: (done) => progress.push(done) },
    )
    expect(answers.map((answer) => (answer.kind === 'found' ? answer.metadata.unpackedBytes : answer.why))).toEqual([
      76_638,
      'not-there',
      'rate-limited',
      'nonsense',
      'nonsense',
    ])
    expect(progress).toEqual([1, 2, 3, 4, 5])
    const [good] = answers
    expect(good?.kind === 'found' && good.metadata.manifest['module']).toBe('m.mjs')
    await http.close()
  })

  it('unpacks archives in memory: regular files alone, without the folder at the top', async () => {
    const http = client()
    const packages = ['good', '@scope/good', 'altered', 'no-archive'].map((name) => ({ name, version: '1.0.0' }))
    const answers = await fetchNpmSizes(http, config(), packages, { tarballs: true })
    const outcome = answers.map((answer) => {
      if (answer.kind !== 'found' || answer.tarball === null) return 'none'
      return answer.tarball.kind === 'found' ? answer.tarball.files.map(({ path }) => path) : answer.tarball.why
    })
    const files = ['package.json', 'lib/index.js']
    // The archive of the second lies at a host that is not allowed, so the usual place is asked.
    expect(outcome).toEqual([files, files, 'integrity', 'nonsense'])
    await http.close()
  })

  it('asks nobody when offline, or when no registry is configured', async () => {
    const offline = client(true)
    const packages = [{ name: 'good', version: '1.0.0' }]
    await expect(fetchNpmSizes(offline, config(), packages, { tarballs: false })).rejects.toMatchObject({
      problem: { code: 'offline' },
    })
    const http = client()
    const empty = readNpmConfig({ env: {}, home: join(home, 'nobody'), prefix: join(home, 'prefix') })
    expect(await fetchNpmSizes(http, empty, packages, { tarballs: false })).toMatchObject([{ why: 'no-registry' }])
    await http.close()
  })
})

describe('the configuration of the npm client', () => {
  it('takes the environment before the user, and the user before the machine', () => {
    mkdirSync(join(home, 'prefix', 'etc'), { recursive: true })
    writeFileSync(join(home, 'prefix', 'etc', 'npmrc'), 'registry = https://machine.registry.example/\n')
    const at = (env: Record<string, string>, folder: string) =>
      readNpmConfig({ env, home: folder, prefix: join(home, 'prefix') }).registryOf('lodash')
    writeFileSync(join(home, '.npmrc'), 'registry="https://user.registry.example/npm/"\n')
    expect(at({ npm_config_registry: 'https://env.registry.example' }, home)).toBe('https://env.registry.example')
    expect(at({}, home)).toBe('https://user.registry.example/npm')
    expect(at({}, join(home, 'nobody'))).toBe('https://machine.registry.example')
  })

  it('knows registries of scopes, and what each host wants to see', () => {
    const both = config(
      '@city:registry=https://city.registry.example/api/\n//city.registry.example/api/:_authToken=${SAMPLE}\n# comment\n',
    )
    expect(both.registryOf('@city/forms')).toBe('https://city.registry.example/api')
    expect(both.registryOf('@other/x')).toBe(`http://${host}/npm`)
    expect(both.hosts).toEqual([host, 'city.registry.example'])
    expect(both.authorizationOf('https://city.registry.example/api/@city%2fforms/1.0.0')).toBe('Bearer from-env')
    expect(both.authorizationOf('https://city.registry.example/other')).toBeNull()
    expect(both.authorizationOf(`http://${host}/npm/good`)).toBeNull()
  })

  it('refuses addresses that are no web address', () => {
    writeFileSync(join(home, '.npmrc'), 'registry=file:///etc\n')
    expect(readNpmConfig({ env: {}, home, prefix: join(home, 'none') }).registryOf('a')).toBeNull()
  })
})

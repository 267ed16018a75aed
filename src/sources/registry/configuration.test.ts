import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openHttpClient } from '#sources/http.ts'
import { readCargoConfig } from './cargo-config.ts'
import { readComposerConfig } from './composer-config.ts'
import { readGemConfig } from './gem-config.ts'
import { readGoConfig } from './go-config.ts'
import { readMavenConfig } from './maven-config.ts'
import { readPipConfig } from './pip-config.ts'
import type { RegistryAccess } from './registry.ts'
import { follow } from './session.ts'
import type { Surroundings } from './surroundings.ts'

type Set = {
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly env?: Readonly<Record<string, string>>
  /** What a client prints, by its program. */
  readonly prints?: Readonly<Record<string, string>>
}

async function configured(
  read: (surroundings: Surroundings) => Promise<RegistryAccess>,
  { files = {}, env = {}, prints = {} }: Set,
): Promise<RegistryAccess> {
  const home = mkdtempSync(join(tmpdir(), 'client-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), content)
  }
  const filled = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, value.replace('~', home)]))
  return read({
    env: filled,
    home,
    machine: join(home, 'etc'),
    run: async (program) => prints[program]?.replace('~', home) ?? null,
  })
}

const bases = async (...given: Parameters<typeof configured>): Promise<readonly string[]> =>
  (await configured(...given)).basesOf('tide')

describe('pip', () => {
  const conf =
    '[global]\ntimeout = 60\nindex-url = https://user.example/simple/\nextra-index-url =\n  https://more.example/simple\n'

  it('is told by the environment before the user, with further indexes', async () => {
    const files = { '.config/pip/pip.conf': conf }
    expect(await bases(readPipConfig, { files })).toEqual([
      'https://user.example/simple',
      'https://more.example/simple',
    ])
    const env = { PIP_INDEX_URL: 'https://env.example/simple', PIP_EXTRA_INDEX_URL: '' }
    expect(await bases(readPipConfig, { files, env })).toEqual(['https://env.example/simple'])
    expect(await bases(readPipConfig, { files: { a: conf }, env: { PIP_CONFIG_FILE: '~/a' } })).toHaveLength(2)
  })

  it('names its own default in its help', async () => {
    const help =
      '  -i, --index-url <url>   Base URL of the Index (default\n      https://default.example/simple). This should'
    expect(await bases(readPipConfig, { prints: { pip: help }, env: { PIP_CONFIG_FILE: '/none' } })).toEqual([
      'https://default.example/simple',
    ])
  })

  it('has credentials in the address, which go nowhere else', async () => {
    const access = await configured(readPipConfig, {
      env: { PIP_INDEX_URL: 'https://ida:se%40cret@own.example/simple' },
    })
    expect(access.basesOf('a')).toEqual(['https://own.example/simple'])
    expect(access.authorizationOf('https://own.example/simple/tide/')).toBe(`Basic ${btoa('ida:se@cret')}`)
    expect(access.authorizationOf('https://own.example/simplest')).toBeNull()
    expect(access.authorizationOf('https://other.example/simple/tide/')).toBeNull()
  })
})

describe('cargo', () => {
  it('follows replacements to a sparse index, and takes its token', async () => {
    const files = {
      '.cargo/config.toml':
        '[source.crates-io]\nreplace-with = "a"\n[source.a]\nreplace-with = "b"\n[registries.b]\nindex = "sparse+https://b.example/index/"\n',
      '.cargo/credentials.toml': '[registries.b]\ntoken = "t0ken"\n',
    }
    const access = await configured(readCargoConfig, { files })
    expect(access.basesOf('tide')).toEqual(['https://b.example/index'])
    expect(access.authorizationOf('https://b.example/index/ti/de/tide')).toBe('t0ken')
  })

  it('without a replacement is asked where it was last, and nowhere when it never was', async () => {
    const used = { '.cargo/registry/index/index.crates.example-0123456789abcdef/config.json': '{}' }
    expect(await bases(readCargoConfig, { files: used })).toEqual(['https://index.crates.example'])
    expect(await bases(readCargoConfig, {})).toEqual([])
  })

  it('does not read a git index, nor a file that is no TOML, nor go in circles', async () => {
    const git = '[source.crates-io]\nreplace-with = "a"\n[source.a]\nregistry = "https://forge.example/index"\n'
    expect(await bases(readCargoConfig, { files: { '.cargo/config.toml': git } })).toEqual([])
    expect(await bases(readCargoConfig, { files: { '.cargo/config.toml': '= [' } })).toEqual([])
    const circle = '[source.crates-io]\nreplace-with = "a"\n[source.a]\nreplace-with = "crates-io"\n'
    expect(await bases(readCargoConfig, { files: { '.cargo/config.toml': circle } })).toEqual([])
  })
})

describe('go', () => {
  it('has a list of proxies that ends where it would leave them', async () => {
    const env = { GOPROXY: 'https://one.example/go|https://two.example,direct,https://three.example' }
    expect(await bases(readGoConfig, { env })).toEqual(['https://one.example/go', 'https://two.example'])
    expect(await bases(readGoConfig, { env: { GOPROXY: 'off' } })).toEqual([])
    const prints = { go: '{"GOPROXY":"https://printed.example,direct","GOPRIVATE":""}' }
    expect(await bases(readGoConfig, { prints })).toEqual(['https://printed.example'])
    expect(await bases(readGoConfig, { files: { '.config/go/env': 'GOPROXY=https://file.example\n' } })).toEqual([
      'https://file.example',
    ])
  })

  it('keeps private modules to itself', async () => {
    const env = { GOPROXY: 'https://one.example', GOPRIVATE: '*.city.example,forge.example/harbor' }
    const { isPrivate } = await configured(readGoConfig, { env })
    expect(isPrivate('git.city.example/tide')).toBe(true)
    expect(isPrivate('forge.example/harbor/tide')).toBe(true)
    expect(isPrivate('forge.example/other/tide')).toBe(false)
    expect(isPrivate('city.example')).toBe(false)
  })
})

describe('maven', () => {
  const superPom = {
    'maven/lib/maven-model-builder-3.9.jar': zipSync({
      'org/apache/maven/model/pom-4.0.0.xml': Buffer.from(
        '<project><repositories><repository><id>central</id><url>https://central.example/m2</url></repository></repositories></project>',
      ),
    }),
  }
  const env = { MAVEN_HOME: '~/maven' }
  const mirror = (of: string, more = ''): string =>
    `<settings xmlns="http://maven.apache.org/SETTINGS/1.2.0"><servers><server><id>m</id><username>ida</username><password>pw</password></server></servers><mirrors><mirror><id>m</id><mirrorOf>${of}</mirrorOf><url>https://mirror.example/m2/</url>${more}</mirror></mirrors></settings>`

  it('has a repository of its own, before which mirrors stand', async () => {
    const read = (settings?: string): Promise<readonly string[]> =>
      bases(readMavenConfig, {
        env,
        files: { ...superPom, ...(settings === undefined ? {} : { '.m2/settings.xml': settings }) },
      })
    expect(await read()).toEqual(['https://central.example/m2'])
    for (const of of ['central', '*', 'external:*', 'other,central'])
      expect([of, await read(mirror(of))]).toEqual([of, ['https://mirror.example/m2']])
    for (const of of ['*,!central', 'other', 'external:http:*'])
      expect([of, await read(mirror(of))]).toEqual([of, ['https://central.example/m2']])
    expect(await read(mirror('*', '<blocked>true</blocked>'))).toEqual([])
    expect(await read('<settings><broken')).toEqual(['https://central.example/m2'])
  })

  it('tells where it lies, and what it says to a mirror', async () => {
    const prints = { mvn: 'Apache Maven 3.9.9\nMaven home: ~/maven\nJava version: 21' }
    const files = { ...superPom, '.m2/settings.xml': mirror('*') }
    const access = await configured(readMavenConfig, { prints, files })
    expect(access.authorizationOf('https://mirror.example/m2/a')).toBe(`Basic ${btoa('ida:pw')}`)
    const encrypted = { ...superPom, '.m2/settings.xml': mirror('*').replace('>pw<', '>{c3=}<') }
    expect(
      (await configured(readMavenConfig, { env, files: encrypted })).authorizationOf('https://mirror.example/m2/a'),
    ).toBeNull()
    expect(await bases(readMavenConfig, {})).toEqual([])
  })

  it('has repositories of active profiles', async () => {
    const settings =
      '<settings><activeProfiles><activeProfile>on</activeProfile></activeProfiles><profiles><profile><id>on</id><repositories><repository><id>own</id><url>https://own.example/m2</url></repository></repositories></profile><profile><id>off</id><repositories><repository><id>no</id><url>https://no.example</url></repository></repositories></profile></profiles></settings>'
    expect(await bases(readMavenConfig, { env, files: { ...superPom, '.m2/settings.xml': settings } })).toEqual([
      'https://own.example/m2',
      'https://central.example/m2',
    ])
  })
})

describe('gem and Bundler', () => {
  it('print their sources, or have them in a file; mirrors stand before them', async () => {
    const prints = { gem: '*** CURRENT SOURCES ***\n\nhttps://gems.example/\n' }
    expect(await bases(readGemConfig, { prints })).toEqual(['https://gems.example'])
    const files = { '.gemrc': ':sources:\n  - https://ida:pw@own.example\n' }
    expect(await bases(readGemConfig, { files })).toEqual(['https://own.example'])
    const mirrored = { '.bundle/config': '---\nBUNDLE_MIRROR__HTTPS://GEMS__EXAMPLE/: "https://mirror.example/"\n' }
    expect(await bases(readGemConfig, { prints, files: mirrored })).toEqual(['https://mirror.example'])
    expect(await bases(readGemConfig, { files: { '.gemrc': '- [' } })).toEqual([])
  })
})

describe('composer', () => {
  it('has repositories of the user, then those that it lists itself', async () => {
    const prints = { composer: '[repositories.usual.type] composer\n[repositories.usual.url] https?://usual.example\n' }
    const files = {
      '.config/composer/config.json': JSON.stringify({
        repositories: {
          city: { type: 'composer', url: 'https://city.example' },
          fork: { type: 'vcs', url: 'https://no.example' },
        },
      }),
      '.config/composer/auth.json': JSON.stringify({
        'http-basic': { 'city.example': { username: 'i', password: 'p' } },
      }),
    }
    const access = await configured(readComposerConfig, { prints, files })
    expect(access.basesOf('a/b')).toEqual(['https://city.example', 'https://usual.example'])
    expect(access.authorizationOf('https://city.example/packages.json')).toBe(`Basic ${btoa('i:p')}`)
    expect(access.authorizationOf('https://usual.example/packages.json')).toBeNull()
  })
})

describe('a place that a registry names', () => {
  it.each([
    ['https://registry.example', 'https://files.example/a', true],
    ['http://registry.example', 'https://files.example/a', true],
    ['https://registry.example', 'http://files.example/a', false],
    ['https://registry.example', 'https://127.0.0.1/a', false],
    ['https://registry.example', 'https://localhost/a', false],
    ['https://registry.example', 'https://[::1]/a', false],
    ['https://registry.example', 'https://intranet/a', false],
    ['https://registry.example', 'file:///etc/hosts', false],
    ['http://127.0.0.1:81', 'http://127.0.0.1:82/a', true],
  ])('from %s to %s is followed: %s', async (from, to, isFollowed) => {
    const client = openHttpClient({ offline: false, allowedHosts: [], cacheFolder: null })
    expect(follow(client, from, to)).toBe(isFollowed)
    expect(client.isAllowed(to)).toBe(isFollowed)
    await client.close()
  })
})

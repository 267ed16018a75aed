/** One made-up package in each registry: how its client is configured, what the registry answers, and what that means. */

import type { Lack } from '#sources/registry/registry.ts'
import { bytes, hashOf, json, tar, tarGz, text, zip, type Answer } from './registry-server.ts'

export type RegistrySample = {
  /** Configuration files below the home folder, and the environment, for a registry at this address. */
  readonly configuration: (origin: string) => {
    readonly files?: Readonly<Record<string, string>>
    readonly env?: Readonly<Record<string, string>>
  }
  readonly package: string
  readonly name: string
  readonly version: string
  readonly answers: (origin: string) => Readonly<Record<string, Answer>>
  /** The path that is asked first. */
  readonly first: string
  /** Version, day, and what else is said of it. */
  readonly releases: readonly string[]
  readonly publishers: number | null
  readonly repository: string | null
  readonly funding: readonly string[]
  readonly lacks: readonly Lack[]
  readonly publishedBytes: number | null
  readonly files: readonly string[]
}

/** Stands in every answer and must not be kept. */
export const person = 'ida.ness@harbor.example'

const code = 'a()\nb()\n'
const npmArchive = await tarGz({ 'package/package.json': '{}', 'package/lib/index.js': code })
const wheel = zip({ 'tide/__init__.py': code, 'tide-2.0.dist-info/METADATA': person })
const crate = await tarGz({ 'tide-1.2.0/Cargo.toml': '[package]', 'tide-1.2.0/src/lib.rs': 'fn main() {}\n' })
const module = zip({ 'forge.example/Tide@v1.1.0/tide.go': 'package tide\n', 'forge.example/Tide@v1.1.0/go.mod': 'm' })
const sources = zip({ 'example/tide/Tide.java': 'class Tide {}\n' })
const gem = await tar({ 'metadata.gz': 'x', 'data.tar.gz': await tarGz({ 'lib/tide.rb': 'puts 1\n' }) })
const dist = zip({ 'harbor-tide-abc123/src/Tide.php': '<?php\necho 1;\n' })

const pom = `<?xml version="1.0"?><project xmlns="http://maven.apache.org/POM/4.0.0"><groupId>example.harbor</groupId>
<artifactId>tide</artifactId><version>2.0</version><licenses><license><name>Apache-2.0</name></license></licenses>
<scm><url>https://forge.example/harbor/tide</url></scm><developers><developer><email>${person}</email></developer></developers></project>`

const goMod = `// Deprecated: use forge.example/Ebb instead.
module forge.example/Tide
retract (
  v1.0.0 // ${person} broke it
  [v0.1.0, v0.3.0]
)
`

export const registrySamples: Readonly<Record<string, RegistrySample>> = {
  npm: {
    configuration: (origin) => ({ files: { '.npmrc': `registry=${origin}/npm/\n` } }),
    package: 'pkg:npm/%40harbor/tide',
    name: '@harbor/tide',
    version: '1.1.0',
    first: '/npm/@harbor%2ftide',
    answers: (origin) => ({
      '/npm/@harbor%2ftide': json({
        name: '@harbor/tide',
        maintainers: [{ name: 'ida', email: person }, { name: 'ole' }],
        time: {
          created: '2020-01-01T00:00:00.000Z',
          modified: '2024-01-01T00:00:00.000Z',
          '1.0.0': '2020-01-01T00:00:00.000Z',
          '1.0.1': '2020-02-01T00:00:00.000Z',
          '1.1.0': '2021-03-04T00:00:00.000Z',
          '2.0.0-beta.1': '2021-04-04T00:00:00.000Z',
        },
        repository: { type: 'git', url: `git+https://${person.replace('@', ':')}@forge.example/harbor/tide.git` },
        funding: [{ type: 'individual', url: 'https://fund.example/tide' }, 'https://fund.example/tide'],
        versions: {
          '1.0.0': { version: '1.0.0', license: { type: 'MIT' }, deprecated: 'use 1.1', _npmUser: { email: person } },
          '1.1.0': {
            license: 'MIT',
            module: 'index.mjs',
            readme: `Ask ${person}`,
            dist: {
              unpackedSize: 76_638,
              tarball: 'http://elsewhere.example/tide.tgz',
              integrity: `sha512-${hashOf('sha512', npmArchive, 'base64')}`,
            },
          },
          '2.0.0-beta.1': { license: 'MIT' },
        },
      }),
      '/npm/@harbor/tide/-/tide-1.1.0.tgz': bytes(npmArchive),
      [`${origin}/`]: text(''),
    }),
    releases: [
      '1.0.0 2020-01-01 deprecated: use 1.1 MIT',
      '1.0.1 2020-02-01 withdrawn',
      '1.1.0 2021-03-04 MIT',
      '2.0.0-beta.1 2021-04-04 prerelease MIT',
    ],
    publishers: 2,
    repository: 'git+https://forge.example/harbor/tide.git',
    funding: ['https://fund.example/tide'],
    lacks: [],
    publishedBytes: 76_638,
    files: ['package.json', 'lib/index.js'],
  },
  pypi: {
    configuration: (origin) => ({ env: { PIP_INDEX_URL: `${origin}/simple/` } }),
    package: 'pkg:pypi/tide-tables',
    name: 'tide-tables',
    version: '2.0',
    first: '/pypi/tide-tables/json',
    answers: (origin) => ({
      '/pypi/tide-tables/json': json({
        info: {
          name: 'Tide.Tables',
          version: '2.0',
          author_email: person,
          license_expression: 'BSD-3-Clause',
          classifiers: ['Development Status :: 5 - Production/Stable'],
          project_urls: { Source: 'https://forge.example/harbor/tide-tables', Funding: 'https://fund.example/tables' },
        },
        ownership: {
          roles: [
            { role: 'Owner', user: person },
            { role: 'Maintainer', user: 'ole' },
          ],
        },
        releases: {
          '1.0': [{ filename: 'tide_tables-1.0.tar.gz', upload_time_iso_8601: '2019-05-01T10:00:00Z', yanked: true }],
          '2.0': [
            { filename: 'tide_tables-2.0.tar.gz', upload_time_iso_8601: '2021-05-02T10:00:00Z', size: 9 },
            {
              filename: 'tide_tables-2.0-py3-none-any.whl',
              upload_time_iso_8601: '2021-05-01T10:00:00Z',
              size: wheel.length,
              url: `${origin}/files/tide_tables-2.0-py3-none-any.whl`,
              digests: { sha256: hashOf('sha256', wheel) },
            },
          ],
          '3.0a1': [{ filename: 'tide_tables-3.0a1.tar.gz', upload_time_iso_8601: '2022-05-01T10:00:00Z' }],
        },
      }),
      '/files/tide_tables-2.0-py3-none-any.whl': bytes(wheel),
    }),
    releases: ['1.0 2019-05-01 withdrawn', '2.0 2021-05-01 BSD-3-Clause', '3.0a1 2022-05-01 prerelease'],
    publishers: 2,
    repository: 'https://forge.example/harbor/tide-tables',
    funding: ['https://fund.example/tables'],
    lacks: ['license'],
    publishedBytes: wheel.length,
    files: ['tide/__init__.py', 'tide-2.0.dist-info/METADATA'],
  },
  cargo: {
    configuration: (origin) => ({
      files: {
        '.cargo/config.toml': `[source.crates-io]\nreplace-with = "city"\n[source.city]\nregistry = "sparse+${origin}/index/"\n`,
      },
    }),
    package: 'pkg:cargo/tide',
    name: 'tide',
    version: '1.2.0',
    first: '/index/ti/de/tide',
    answers: (origin) => ({
      '/index/ti/de/tide': text(
        [
          { name: 'tide', vers: '1.0.0', cksum: 'a'.repeat(64), yanked: true, pubtime: '2019-01-02T03:04:05Z' },
          {
            name: 'tide',
            vers: '1.2.0',
            cksum: hashOf('sha256', crate),
            yanked: false,
            pubtime: '2021-01-02T03:04:05Z',
          },
        ]
          .map((line) => JSON.stringify({ ...line, deps: [{ name: person }] }))
          .join('\n'),
      ),
      '/index/config.json': json({ dl: `${origin}/dl/{lowerprefix}/{crate}-{version}` }),
      '/dl/ti/de/tide-1.2.0': bytes(crate),
    }),
    releases: ['1.0.0 2019-01-02 withdrawn', '1.2.0 2021-01-02'],
    publishers: null,
    repository: null,
    funding: [],
    lacks: ['publishers', 'license', 'repository', 'published-size'],
    publishedBytes: null,
    files: ['Cargo.toml', 'src/lib.rs'],
  },
  golang: {
    configuration: (origin) => ({ env: { GOPROXY: `${origin}/go,direct`, GOPRIVATE: '*.city.example' } }),
    package: 'pkg:golang/forge.example/tide',
    name: 'forge.example/Tide',
    version: 'v1.1.0',
    first: '/go/forge.example/!tide/@v/list',
    answers: () => ({
      '/go/forge.example/!tide/@v/list': text('v0.2.0\nv1.0.0\nv1.1.0\nv1.2.0\nv1.3.0-rc.1\n'),
      '/go/forge.example/!tide/@v/v1.1.0.info': json({ Version: 'v1.1.0', Time: '2020-06-01T00:00:00Z', Who: person }),
      '/go/forge.example/!tide/@v/v1.2.0.info': json({
        Version: 'v1.2.0',
        Time: '2021-06-01T00:00:00Z',
        Origin: { VCS: 'git', URL: 'https://forge.example/harbor/tide' },
      }),
      '/go/forge.example/!tide/@v/v1.2.0.mod': text(goMod),
      '/go/forge.example/!tide/@v/v1.1.0.zip': bytes(module),
    }),
    releases: [
      'v0.2.0 - withdrawn deprecated: use forge.example/Ebb instead.',
      'v1.0.0 - withdrawn deprecated: use forge.example/Ebb instead.',
      'v1.3.0-rc.1 - prerelease deprecated: use forge.example/Ebb instead.',
      'v1.1.0 2020-06-01 deprecated: use forge.example/Ebb instead.',
      'v1.2.0 2021-06-01 deprecated: use forge.example/Ebb instead.',
    ],
    publishers: null,
    repository: 'https://forge.example/harbor/tide',
    funding: [],
    lacks: ['license', 'publishers', 'release-dates'],
    publishedBytes: module.length,
    files: ['tide.go', 'go.mod'],
  },
  maven: {
    configuration: (origin) => ({
      files: {
        '.m2/settings.xml': `<settings><mirrors><mirror><id>city</id><mirrorOf>*</mirrorOf><url>${origin}/m2/</url></mirror></mirrors></settings>`,
      },
    }),
    package: 'pkg:maven/example.harbor/tide',
    name: 'example.harbor:tide',
    version: '1.0',
    first: '/m2/example/harbor/tide/maven-metadata.xml',
    answers: () => ({
      '/m2/example/harbor/tide/maven-metadata.xml': text(
        '<metadata><versioning><versions><version>0.9</version><version>1.0</version><version>2.0</version><version>3.0-rc1</version></versions></versioning></metadata>',
      ),
      '/m2/example/harbor/tide/1.0/tide-1.0.pom': text('', { 'last-modified': 'Fri, 05 Jun 2020 10:00:00 GMT' }),
      '/m2/example/harbor/tide/2.0/tide-2.0.pom': text(pom, { 'last-modified': 'Sat, 05 Jun 2021 10:00:00 GMT' }),
      '/m2/example/harbor/tide/1.0/tide-1.0-sources.jar': bytes(sources),
    }),
    releases: ['0.9 -', '3.0-rc1 - prerelease', '1.0 2020-06-05', '2.0 2021-06-05 Apache-2.0'],
    publishers: null,
    repository: 'https://forge.example/harbor/tide',
    funding: [],
    lacks: ['withdrawn', 'publishers', 'license', 'release-dates'],
    publishedBytes: sources.length,
    files: ['example/tide/Tide.java'],
  },
  gem: {
    configuration: (origin) => ({ files: { '.gemrc': `---\n:sources:\n- ${origin}/gems/\n` } }),
    package: 'pkg:gem/tide',
    name: 'tide',
    version: '1.1.0',
    first: '/gems/api/v1/versions/tide.json',
    answers: () => ({
      '/gems/api/v1/versions/tide.json': json([
        {
          number: '1.1.0',
          platform: 'ruby',
          created_at: '2021-07-01T00:00:00.000Z',
          prerelease: false,
          licenses: ['MIT', 'Ruby'],
          authors: person,
          sha: hashOf('sha256', gem),
          metadata: { source_code_uri: 'https://forge.example/harbor/tide', funding_uri: 'https://fund.example/gem' },
        },
        { number: '1.1.0', platform: 'java', created_at: '2021-07-02T00:00:00.000Z', prerelease: false },
        { number: '1.0.0.pre', platform: 'ruby', created_at: '2020-07-01T00:00:00.000Z', prerelease: true },
      ]),
      '/gems/api/v1/gems/tide/owners.json': json([{ handle: 'ida', email: person }]),
      '/gems/gems/tide-1.1.0.gem': bytes(gem),
    }),
    releases: ['1.0.0.pre 2020-07-01 prerelease', '1.1.0 2021-07-01 MIT OR Ruby'],
    publishers: 1,
    repository: 'https://forge.example/harbor/tide',
    funding: ['https://fund.example/gem'],
    lacks: ['withdrawn'],
    publishedBytes: gem.length,
    files: ['lib/tide.rb'],
  },
  composer: {
    configuration: (origin) => ({
      files: {
        '.config/composer/config.json': JSON.stringify({
          repositories: [{ type: 'composer', url: `${origin}/composer` }, { usual: false }],
        }),
      },
    }),
    package: 'pkg:composer/harbor/tide',
    name: 'harbor/tide',
    version: '1.1.0',
    first: '/composer/packages.json',
    answers: (origin) => ({
      '/composer/packages.json': json({ 'metadata-url': '/p2/%package%.json' }),
      '/p2/harbor/tide.json': json({
        minified: 'composer/2.0',
        packages: {
          'harbor/tide': [
            {
              version: '1.1.0',
              time: '2021-08-01T00:00:00+00:00',
              license: ['MIT'],
              authors: [{ email: person }],
              abandoned: 'harbor/ebb',
              source: { url: 'https://forge.example/harbor/tide.git' },
              funding: [{ type: 'other', url: 'https://fund.example/php' }],
              dist: { type: 'zip', url: `${origin}/dist/tide.zip`, shasum: hashOf('sha1', dist) },
            },
            {
              version: '1.0.0-RC1',
              time: '2020-08-01T00:00:00+00:00',
              dist: { type: 'zip', url: 'http://elsewhere.example/a' },
            },
          ],
        },
      }),
      '/dist/tide.zip': bytes(dist),
    }),
    releases: [
      '1.0.0-RC1 2020-08-01 prerelease deprecated: abandoned; use harbor/ebb MIT',
      '1.1.0 2021-08-01 deprecated: abandoned; use harbor/ebb MIT',
    ],
    publishers: null,
    repository: 'https://forge.example/harbor/tide.git',
    funding: ['https://fund.example/php'],
    lacks: ['withdrawn', 'publishers', 'published-size'],
    publishedBytes: null,
    files: ['src/Tide.php'],
  },
}

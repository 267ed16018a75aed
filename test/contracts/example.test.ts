import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { defaultLaborRate } from '#value/assumptions.ts'
import { readOrganizationFile, readPeopleFile } from '#sources/organization-file.ts'
import { readSizeFile } from '#sources/size-file.ts'
import { createHistories } from '#tools/example/create-histories.ts'
import { exampleSboms } from '#tools/example/write-sboms.ts'
import { readAdvisory } from '#vulnerabilities/osv.ts'

const example = resolve(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const files = filesBelow(example)
const organization = readOrganizationFile(
  readFileSync(join(example, 'organization.yaml')),
  'organization.yaml',
  defaultLaborRate(),
)

describe('the example organization', () => {
  it('names no host of a package registry', () => {
    const hosts = [
      ['registry', 'npmjs', 'org'],
      ['registry', 'yarnpkg', 'com'],
      ['pypi', 'org'],
      ['files', 'pythonhosted', 'org'],
      ['static', 'crates', 'io'],
      ['index', 'crates', 'io'],
      ['repo1', 'maven', 'org'],
      ['maven', 'apache', 'org'],
      ['proxy', 'golang', 'org'],
      ['sum', 'golang', 'org'],
      ['deb', 'debian', 'org'],
      ['rubygems', 'org'],
      ['packagist', 'org'],
      ['nuget', 'org'],
    ].map((parts) => parts.join('.'))
    const naming = files.flatMap((path) => {
      const text = readFileSync(join(example, path), 'utf8')
      return hosts.filter((host) => text.includes(host)).map((host) => `${path}: ${host}`)
    })
    expect(naming).toEqual([])
  })

  it('is small enough to ship', () => {
    expect(files.reduce((sum, path) => sum + statSync(join(example, path)).size, 0)).toBeLessThan(3_000_000)
  })

  it('has addresses of people in reserved domains alone', () => {
    const lockfile = /(?:lock\.json|lock\.yaml|\.lock|go\.sum)$/
    const foreign = files.flatMap((path) =>
      lockfile.test(path)
        ? []
        : [
            ...readFileSync(join(example, path), 'utf8').matchAll(/[\w.+-]+@([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})\b/g),
          ].flatMap(([address, domain]) => (domain?.endsWith('.example') === true ? [] : [`${path}: ${address}`])),
    )
    expect(foreign).toEqual([])
  })

  it('declares products whose paths are all there, each holding something', () => {
    if (!organization.ok) throw new Error(`${organization.problem.where}: ${organization.problem.what}`)
    for (const { paths } of organization.organization.products) {
      for (const path of paths) expect(filesBelow(join(example, path)), path).not.toEqual([])
    }
    for (const path of [...organization.sizeFiles, ...organization.advisoryFolders, organization.peopleFile ?? '']) {
      expect(existsSync(join(example, path)), path).toBe(true)
    }
    expect(new Set(organization.organization.products.map(({ origin }) => origin))).toEqual(
      new Set(['made', 'bought', 'run']),
    )
  })

  it('leaves one product undeclared on purpose, and nothing else', () => {
    expect(organization.ok && organization.issues.map(({ where }) => where)).toEqual([
      '/products/5/criticality',
      '/products/5/audience',
    ])
  })

  it('names every pseudonym in people.yaml, and names nobody elsewhere', () => {
    const people = readPeopleFile(readFileSync(join(example, 'people.yaml')), 'people.yaml')
    if (!people.ok || !organization.ok) throw new Error('unreadable')
    expect(people.people.map(({ id }) => id)).toEqual(organization.organization.people.map(({ id }) => id))
    const text = readFileSync(join(example, 'organization.yaml'), 'utf8')
    for (const { name, addresses } of people.people) {
      for (const word of [...name.split(' '), ...addresses]) expect(text).not.toContain(word)
    }
  })
})

describe('the documents of the example', () => {
  const read = new Map(files.flatMap((path) => [[path, readExample(path)] as const]))

  it.each([
    ['repositories/tide-portal/package-lock.json', 300],
    ['repositories/pilot-roster/pnpm-lock.yaml', 93],
    ['repositories/berth-planner/poetry.lock', 41],
    ['repositories/crane-telemetry/Cargo.lock', 82],
    ['repositories/cargo-manifest/sbom/cargo-manifest.cdx.json', 31],
    ['suppliers/saltmarsh-analytics/arrival-notice-reader-2.2.0.cdx.json', 40],
    ['suppliers/kestrel-instruments/vtc-7.3.spdx.json', 21],
    ['operations/records-archive/image.cdx.json', 73],
  ])('%s has %i parts, none refused', (path, parts) => {
    expect(read.get(path)?.counts).toMatchObject({ found: parts, taken: parts, refused: 0 })
  })

  it('reads every part of every document', () => {
    const documents = [...read.values()].flatMap((document) => document ?? [])
    expect(documents.length).toBeGreaterThanOrEqual(13)
    for (const { counts } of documents) expect(counts.found).toBe(counts.taken)
  })

  it('spans five ecosystems and every kind of part that the suppliers deliver [row 2]', () => {
    const parts = [...read.values()].flatMap((document) => document?.parts ?? [])
    const types = new Set(parts.flatMap(({ purl }) => purl?.split('/')[0] ?? []))
    for (const type of ['npm', 'pypi', 'maven', 'golang', 'cargo', 'deb']) expect(types).toContain(`pkg:${type}`)
    for (const kind of ['hardware', 'firmware', 'model', 'data', 'software'] as const) {
      expect(
        parts.some((part) => part.kind === kind),
        kind,
      ).toBe(true)
    }
    for (const purl of ['pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1', 'pkg:npm/lodash@4.17.4']) {
      expect(parts.filter((part) => part.purl === purl).length, purl).toBeGreaterThan(1)
    }
  })

  it('are what the generator writes', () => {
    for (const [path, text] of exampleSboms()) expect(readFileSync(join(example, path), 'utf8'), path).toBe(text)
  })

  it('follow the version they claim', () => {
    for (const path of files.filter((each) => each.endsWith('.cdx.json'))) {
      const document = readJson(path)
      expect(document).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
      expect(document['serialNumber']).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      const references = [
        ...components(document).map((component) => component['bom-ref']),
        ...(Array.isArray(document['services']) ? document['services'] : []).map((service) => service['bom-ref']),
        document['metadata']['component']['bom-ref'],
      ]
      expect(new Set(references).size, path).toBe(references.length)
      for (const { ref, dependsOn } of document['dependencies'] as { ref: string; dependsOn: string[] }[]) {
        for (const each of [ref, ...dependsOn]) expect(references, path).toContain(each)
      }
    }
    const spdx = readJson('suppliers/kestrel-instruments/vtc-7.3.spdx.json')
    expect(spdx).toMatchObject({ spdxVersion: 'SPDX-2.3', dataLicense: 'CC0-1.0', SPDXID: 'SPDXRef-DOCUMENT' })
    for (const entry of spdx['packages']) {
      expect(entry).toMatchObject({ downloadLocation: 'NOASSERTION', filesAnalyzed: false })
      expect(entry.SPDXID).toMatch(/^SPDXRef-[A-Za-z0-9.-]+$/)
    }
  })

  it('have measured sizes for packages that occur, and for most of those that come from registries', () => {
    const { sizes, issues } = readSizeFile(
      readFileSync(join(example, 'evidence', 'package-sizes.csv')),
      'package-sizes.csv',
    )
    expect(issues).toEqual([])
    const used = new Set(
      [...read.values()].flatMap(
        (document) => document?.parts.flatMap(({ purl }) => (purl === null ? [] : [withoutVersion(purl)])) ?? [],
      ),
    )
    for (const size of sizes) expect([...used], `${size.at}: ${size.package}`).toContain(size.package)
    const measured = new Set(sizes.map((size) => size.package))
    const countable = [...used].filter((purl) => /^pkg:(?:npm|pypi|golang|cargo|maven)\//.test(purl))
    expect(countable.filter((purl) => measured.has(purl)).length / countable.length).toBeGreaterThan(0.95)
    expect(sizes.every(({ measuredOn }) => measuredOn <= '2026-12-31')).toBe(true)
  })
})

describe('the advisories of the example', () => {
  const advisories = files.filter((path) => path.startsWith('advisories/'))

  it('are read without a complaint, and lie under their ecosystem and id', () => {
    expect(advisories.length).toBeGreaterThanOrEqual(30)
    for (const path of advisories) {
      const text = readFileSync(join(example, path), 'utf8')
      const record = JSON.parse(text) as { id: string; affected: { package: { ecosystem: string } }[] }
      expect(readAdvisory(text), path).toMatchObject({ ok: true, issues: [] })
      expect(path).toBe(`advisories/${record.affected[0]?.package.ecosystem}/${record.id}.json`)
    }
  })

  it('follow the OSV schema in what every record must have', () => {
    for (const path of advisories) {
      const record = readJson(path)
      expect(record['schema_version'], path).toMatch(/^1\.\d+\.\d+$/)
      expect(record['id'], path).toMatch(/^(?:GHSA|PYSEC|GO|RUSTSEC)-[A-Za-z0-9-]+$/)
      for (const time of [record['modified'], record['published']])
        expect(time, path).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
      for (const { type, score } of record['severity'] ?? [])
        expect(score, path).toMatch(type === 'CVSS_V4' ? /^CVSS:4\.0\// : /^CVSS:3\.[01]\//)
      for (const { ranges } of record['affected']) {
        for (const { type, events } of ranges) {
          expect(['ECOSYSTEM', 'SEMVER'], path).toContain(type)
          for (const event of events) expect(Object.keys(event), path).toHaveLength(1)
          expect(
            events.some((event: object) => 'introduced' in event),
            path,
          ).toBe(true)
        }
      }
    }
  })

  it('hold a withdrawn one and one that stands there under two ids', () => {
    const records = advisories.map(readJson)
    expect(records.filter((record) => record['withdrawn'] !== undefined)).toHaveLength(1)
    const names = records.flatMap((record) => [record['id'], ...(record['aliases'] ?? [])] as string[])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).not.toEqual([])
  })
})

describe('the histories of the published projects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-example-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are the same every time, end in the files of the example and are whole', () => {
    const first = createHistories(join(folder, 'first'))
    process.env['TZ'] = 'Asia/Tokyo'
    const second = createHistories(join(folder, 'second'))
    expect(second.map(({ head }) => head)).toEqual(first.map(({ head }) => head))
    for (const { repository, folder: created } of first) {
      const source = join(example, 'repositories', repository)
      for (const path of filesBelow(source)) {
        expect(readFileSync(join(created, path), 'utf8'), path).toBe(readFileSync(join(source, path), 'utf8'))
      }
      expect(git(created, 'fsck', '--strict')).toBe('')
      expect(Number(git(created, 'rev-list', '--count', '--merges', 'main'))).toBeGreaterThan(10)
      expect(git(created, 'log', '--format=%B').match(/^Signed-off-by: /gm)?.length).toBeGreaterThan(100)
      expect(git(created, 'log', '--format=%an')).toContain('[bot]')
      expect(git(created, 'tag').split('\n')).toContain(`v${publishedVersion(source)}`)
    }
  })

  it('are not written over something that is there', () => {
    expect(() => createHistories(join(folder, 'first'))).toThrow(/exists already/)
  })
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

function readExample(path: string) {
  const siblings = (other: string) => (files.includes(other) ? readFileSync(join(example, other)) : undefined)
  return readDocument(sourceFile(path, readFileSync(join(example, path)), siblings))
}

// The documents are foreign JSON; what a test relies on it asserts.
// oxlint-disable-next-line typescript/no-explicit-any
function readJson(path: string): Record<string, any> {
  // oxlint-disable-next-line typescript/no-explicit-any
  return JSON.parse(readFileSync(join(example, path), 'utf8')) as Record<string, any>
}

function components(document: Record<string, unknown>): readonly Record<string, unknown>[] {
  return document['components'] as Record<string, unknown>[]
}

function withoutVersion(purl: string): string {
  return purl.replace(/[?#].*$/, '').replace(/@[^/@]*$/, '')
}

function publishedVersion(repository: string): string | undefined {
  return /^softwareVersion: (.+)$/m.exec(readFileSync(join(repository, 'publiccode.yml'), 'utf8'))?.[1]
}

function git(folder: string, ...args: readonly string[]): string {
  const result = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  })
  return result.status === 0 ? result.stdout.trim() : `${result.status}: ${result.stderr}`
}

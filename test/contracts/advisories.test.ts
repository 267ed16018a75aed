import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { readOsvExports } from '#sources/osv-export.ts'
import { describeWithShared } from '#test/shared-data.ts'
import { packFolder } from '#test/suites/osv-answers.ts'
import type { Advisory, RangeEvent } from '#vulnerabilities/advisory.ts'
import { lookUpPart, lookUpPurl } from '#vulnerabilities/look-up.ts'
import { readAdvisory } from '#vulnerabilities/osv.ts'
import { repositoryEcosystem, splitRelease } from '#vulnerabilities/release.ts'

type Reading = {
  readonly found: number
  readonly taken: number
  readonly refused: readonly string[]
  readonly issues: readonly string[]
}

function readAll(path: string): Reading {
  const refused: string[] = []
  const issues: string[] = []
  let found = 0
  let taken = 0
  for (const entry of readOsvExports(path)) {
    found += 1
    if ('issue' in entry) {
      refused.push(`${entry.where}: ${entry.issue.code}`)
      continue
    }
    const read = readAdvisory(entry.bytes)
    if (!read.ok) refused.push(`${entry.name}: ${read.issue.code}`)
    else {
      taken += 1
      issues.push(...read.issues.map(({ code, where }) => `${entry.name} ${where}: ${code}`))
    }
  }
  return { found, taken, refused, issues }
}

describeWithShared('published advisories', 'advisories/osv', (path) => {
  it('are all read, and the odd places named', () => {
    expect(readAll(path)).toEqual({
      found: 14_508,
      taken: 14_508,
      refused: [],
      issues: ['RubyGems/all.zip/GHSA-4g4c-8gqh-m4vm.json /affected/0/ranges/0/events: range-unknown'],
    })
  })

  const packs = packFolder(path)

  it('find themselves: a version that a record lists, or introduces, is affected by it', () => {
    const missed: string[] = []
    let asked = 0
    for (const entry of readOsvExports(path)) {
      if ('issue' in entry) continue
      const read = readAdvisory(entry.bytes)
      if (!read.ok || read.advisory.withdrawn !== null) continue
      for (const { ecosystem, name, version } of firstVersions(read.advisory)) {
        asked += 1
        const { matches } = lookUpPart(packs, { ecosystem, name, version })
        if (!matches.some(({ advisories }) => advisories.some(({ id }) => id === read.advisory.id))) {
          missed.push(`${read.advisory.id} ${ecosystem} ${name} ${version}`)
        }
      }
    }
    expect(asked).toBeGreaterThan(3000)
    expect(missed).toEqual([])
  })

  it('name the bytes they were read from', () => {
    const [match] = lookUpPurl(packs, 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1').matches.filter(
      ({ aliases }) => aliases.includes('CVE-2021-44228'),
    )
    expect(match).toMatchObject({ id: 'CVE-2021-44228', severity: 'critical', score: 10 })
    const reference = match?.advisories.find(({ id }) => id === 'GHSA-jfh8-c2jp-5v3q')
    const original = [...readOsvExports(path)].find(
      (entry) => 'bytes' in entry && entry.name === 'Maven/all.zip/GHSA-jfh8-c2jp-5v3q.json',
    )
    const bytes = original !== undefined && 'bytes' in original ? original.bytes : new Uint8Array()
    expect(reference?.evidence).toBe(createHash('sha256').update(bytes).digest('hex'))
    const [, , affected, , range] = reference?.at.split('/') ?? []
    const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      affected: { ranges: { events: unknown[] }[] }[]
    }
    expect(record.affected[Number(affected)]?.ranges[Number(range)]?.events).toContainEqual({ fixed: match?.fixed[0] })
  })
})

describeWithShared('advisories converted from other forms', 'advisories/converted', (path) => {
  it('are all read', () => {
    expect(readAll(path)).toMatchObject({
      found: 3293,
      taken: 3293,
      refused: [],
      issues: ['npm-nodejs-security-wg/all.zip/NSWG-ECO-504.json /severity/0/score: cvss-invalid'],
    })
  })

  it('leave a package undecided where the original range could not be said', () => {
    const packs = packFolder(path)
    const cannotTell = new Set<string>()
    for (const entry of readOsvExports(path)) {
      const read = 'bytes' in entry ? readAdvisory(entry.bytes) : undefined
      for (const { ecosystem, name, ranges, versions } of read?.ok === true ? read.advisory.affected : []) {
        if (ranges.length > 0 || versions.length > 0 || ecosystem === null || name === null) continue
        for (const code of lookUpPart(packs, { ecosystem, name, version: '0.0.1' }).cannotTell) cannotTell.add(code)
      }
    }
    expect([...cannotTell]).toEqual(['range-unknown'])
  })
})

function firstVersions({ affected }: Advisory): readonly { ecosystem: string; name: string; version: string }[] {
  return affected.flatMap(({ ecosystem, name, versions, ranges }) => {
    if (ecosystem === null || name === null || splitRelease(ecosystem).base === repositoryEcosystem) return []
    const introduced = ranges.flatMap(({ type, events }) =>
      type === 'SEMVER' || type === 'ECOSYSTEM'
        ? events.flatMap(({ kind, version }) =>
            kind === 'introduced' && version !== '0' && !isFixedToo(version, events) ? [version] : [],
          )
        : [],
    )
    return [...versions.slice(0, 3), ...introduced.slice(0, 1)].map((version) => ({ ecosystem, name, version }))
  })
}

/**
 * Three records call a version fixed on one branch and introduced on the next. The order in which they are written then
 * decides, as it does in the version lists that OSV publishes beside such ranges (PYSEC-2023-72).
 */
function isFixedToo(version: string, events: readonly RangeEvent[]): boolean {
  return events.some((event) => event.kind === 'fixed' && event.version === version)
}

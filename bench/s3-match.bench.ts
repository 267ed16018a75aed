/**
 * S3: 1 M occurrences of 60,000 unique versions against 200,000 advisories, packs loaded from disk. Portfolio and advisories
 * come from a seeded generator; the shapes follow published databases: five ecosystems, few packages with many advisories,
 * one or two ranges each, and a tenth that lists versions. The same run measures a matcher on maps of strings over a part.
 */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { versionOrder } from '#ecosystems/versions.ts'
import type { Advisory, KeptAdvisory, RangeEvent } from '#vulnerabilities/advisory.ts'
import { openPack, packAdvisories, type AdvisoryPack } from '#vulnerabilities/index-pack.ts'
import { matchParts, type PartQuery } from '#vulnerabilities/match.ts'
import { print, type BenchFigure } from './figure.ts'

const ecosystems = ['npm', 'PyPI', 'Maven', 'Go', 'crates.io'] as const
const packagesEach = 12_000
const advisoriesEach = 40_000
const uniqueVersions = 60_000
const occurrenceCount = 1_000_000

/** Measures in a process of its own, so that the memory told is what matching takes and not what generating took. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-s3-'))
  try {
    const advisories = generate()
    const started = performance.now()
    for (const ecosystem of ecosystems) {
      writeFileSync(join(folder, `${ecosystem}.pack`), packAdvisories(ecosystem, advisories.get(ecosystem) ?? []))
    }
    figure('packing 200,000 advisories', (performance.now() - started) / 1000, 's')
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    figure('packs on disk', bytes / 2 ** 20, 'MiB')
    const child = spawnSync(process.execPath, [import.meta.filename, folder], { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(child.stderr)
    process.stdout.write(child.stdout)
    matchByText(advisories, portfolio().queries.slice(0, 20_000))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(folder: string): void {
  const { queries, part } = portfolio()
  const idle = process.memoryUsage().rss
  const started = performance.now()
  const packs = new Map<string, AdvisoryPack>(
    ecosystems.map((name) => [name, openPack(readFileSync(join(folder, `${name}.pack`)))]),
  )
  const loaded = performance.now()
  const table = matchParts(packs, queries)
  const matched = performance.now()
  // Occurrences inherit what was found for their unique version.
  const findings = new Int32Array(queries.length)
  for (let row = 0; row < table.count; row += 1)
    findings[table.query[row] ?? 0] = (findings[table.query[row] ?? 0] ?? 0) + 1
  let total = 0
  for (const query of part) total += findings[query] ?? 0
  const seconds = (performance.now() - started) / 1000
  const peak = process.resourceUsage().maxRSS / 1024

  figure('loading and matching', seconds, 's', 2)
  figure('of it loading', (loaded - started) / 1000, 's')
  figure('of it matching unique versions', (matched - loaded) / 1000, 's')
  figure('peak memory of the process', peak, 'MiB', 512)
  figure('memory added by loading and matching', (process.memoryUsage().rss - idle) / 2 ** 20, 'MiB')
  figure('pairs compared', table.pairs, 'pairs')
  figure('findings over all occurrences', total, 'findings')
  innerLoop()
}

/** Where comparing outweighs all else: one package with 20,000 narrow ranges, asked for 2,000 versions. */
function innerLoop(): void {
  const next = random(3)
  const advisories = Array.from({ length: 20_000 }, (_, index): KeptAdvisory => {
    const base = generateAdvisory('npm', index, next)
    const from = `${next(400)}.${next(30)}`
    const events: RangeEvent[] = [
      { kind: 'introduced', version: `${from}.0` },
      { kind: 'fixed', version: `${from}.9` },
    ]
    const affected = base.advisory.affected.map((entry) => ({
      ...entry,
      name: 'package',
      versions: [],
      ranges: [{ type: 'SEMVER' as const, repository: null, events }],
    }))
    return { ...base, advisory: { ...base.advisory, affected } }
  })
  const packs = new Map([['npm', openPack(packAdvisories('npm', advisories))]])
  const queries = Array.from({ length: 2000 }, () => ({
    ecosystem: 'npm',
    name: 'package',
    version: `${next(400)}.${next(30)}.${next(20)}`,
  }))
  const started = performance.now()
  const { pairs } = matchParts(packs, queries)
  figure('inner loop', pairs / ((performance.now() - started) / 1000) / 1e6, 'M pairs/s', 10, 'at-least')
}

/** What a program does that keeps records as they are read: a map from name to records, and versions compared as text. */
function matchByText(advisories: ReadonlyMap<string, readonly KeptAdvisory[]>, queries: readonly PartQuery[]): void {
  const byName = new Map<string, Advisory[]>()
  for (const [ecosystem, kept] of advisories) {
    for (const { advisory } of kept) {
      const key = `${ecosystem}/${advisory.affected[0]?.name}`
      const list = byName.get(key)
      if (list === undefined) byName.set(key, [advisory])
      else list.push(advisory)
    }
  }
  let pairs = 0
  const affected: string[] = []
  const started = performance.now()
  for (const { ecosystem, name, version } of queries) {
    const order = versionOrder(ecosystem)
    if (order === undefined || version === null) continue
    for (const {
      id,
      affected: [entry],
    } of byName.get(`${ecosystem}/${name}`) ?? []) {
      for (const { events } of entry?.ranges ?? []) {
        let isAffected = false
        for (const { kind, version: bound } of events) {
          if (kind === 'introduced') pairs += 1
          if (bound === '0' || order.compare(version, bound) >= 0) isAffected = kind === 'introduced'
        }
        if (isAffected) affected.push(`${name}@${version} ${id}`)
      }
    }
  }
  const seconds = (performance.now() - started) / 1000
  figure('reference: maps of strings', pairs / seconds / 1e6, 'M pairs/s')
  figure('reference: findings of a third of the versions', affected.length, 'findings')
}

function portfolio(): { readonly queries: readonly PartQuery[]; readonly part: Int32Array } {
  const next = random(7)
  const seen = new Set<string>()
  const queries: PartQuery[] = []
  while (queries.length < uniqueVersions) {
    const ecosystem = ecosystems[next(ecosystems.length)] ?? 'npm'
    // Two in five packages have no advisory, and versions between mentioned ones occur.
    const query = {
      ecosystem,
      name: nameOf(ecosystem, skewed(next, packagesEach * 2)),
      version: versionOf(ecosystem, next),
    }
    const key = `${query.ecosystem} ${query.name} ${query.version}`
    if (!seen.has(key)) queries.push(query)
    seen.add(key)
  }
  const part = Int32Array.from({ length: occurrenceCount }, () => next(uniqueVersions))
  return { queries, part }
}

function generate(): ReadonlyMap<string, readonly KeptAdvisory[]> {
  const next = random(42)
  return new Map(
    ecosystems.map((ecosystem) => [
      ecosystem,
      Array.from({ length: advisoriesEach }, (_, index) => generateAdvisory(ecosystem, index, next)),
    ]),
  )
}

function generateAdvisory(ecosystem: string, index: number, next: (below: number) => number): KeptAdvisory {
  const number = String(index).padStart(6, '0')
  const events: RangeEvent[] = []
  for (let count = next(4) === 0 ? 2 : 1; count > 0; count -= 1) {
    events.push({ kind: 'introduced', version: events.length === 0 && next(3) > 0 ? '0' : versionOf(ecosystem, next) })
    if (next(20) > 0) events.push({ kind: 'fixed', version: versionOf(ecosystem, next) })
  }
  const versions = next(10) === 0 ? Array.from({ length: next(60) }, () => versionOf(ecosystem, next)) : []
  const advisory: Advisory = {
    id: `GEN-${ecosystem}-${number}`,
    modified: `2026-0${1 + next(9)}-11T00:00:00Z`,
    published: '2025-01-01T00:00:00Z',
    withdrawn: null,
    aliases: [`CVE-2025-${number}`],
    upstream: [],
    related: [],
    summary: `Generated advisory ${number}: a parser of untrusted input reads behind the end of its buffer`,
    severity: [{ type: 'CVSS_V3', score: vectors[next(vectors.length)] ?? '' }],
    severityWord: null,
    affected: [
      {
        ecosystem,
        name: nameOf(ecosystem, skewed(next, packagesEach)),
        ranges: [{ type: 'ECOSYSTEM', repository: null, events }],
        versions,
        severity: [],
        severityWord: null,
      },
    ],
    references: [],
  }
  return { advisory, evidence: number.padEnd(64, '0') }
}

const vectors = ['N', 'A', 'L', 'P'].flatMap((vector) =>
  ['H', 'L', 'N'].map((impact) => `CVSS:3.1/AV:${vector}/AC:L/PR:N/UI:N/S:U/C:${impact}/I:${impact}/A:H`),
)

function nameOf(ecosystem: string, number: number): string {
  if (ecosystem === 'Maven') return `org.example${number % 700}:artifact-${number}`
  return ecosystem === 'Go' ? `example.org/module-${number}` : `package-${number}`
}

function versionOf(ecosystem: string, next: (below: number) => number): string {
  const version = `${next(12)}.${next(30)}.${next(20)}`
  if (next(12) > 0) return version
  return ecosystem === 'PyPI' ? `${version}rc${1 + next(3)}` : `${version}-rc.${1 + next(3)}`
}

/** Small numbers are likelier: few packages have many advisories and many uses. */
function skewed(next: (below: number) => number, below: number): number {
  return Math.floor((next(1_000_003) / 1_000_003) ** 1.7 * below)
}

/** mulberry32. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function figure(name: string, value: number, unit: string, bar?: number, direction?: BenchFigure['direction']): void {
  print({
    bench: 'S3',
    figure: name,
    value,
    unit,
    ...(bar === undefined ? {} : { bar }),
    ...(direction === undefined ? {} : { direction }),
  })
}

if (process.argv[1] === import.meta.filename && process.argv[2] !== undefined) measure(process.argv[2])

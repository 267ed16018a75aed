/**
 * Writes `examples/harbor-city/evidence/package-releases.csv`: what is published of exactly the packages that the example
 * uses. `node tools/example/collect-releases.ts DAY [--answers SCRATCH] [--ask COUNT --home HOME]`
 *
 * `--answers` reads what the ecosystems' own clients keep of what registries told them, without asking anybody; see
 * `packages/client-answers.ts`. `--ask` asks the registries that the clients on this machine are configured for about at most
 * COUNT packages, the most used first; what they answered stays in the home folder, so that a second run goes on. DAY is the
 * day of the example: releases after it are left out. Facts only: no address of a registry, publishers as a number, long texts
 * left out.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { askRegistries } from '#app/ask-registries.ts'
import { loadPortfolio } from '#app/load-portfolio.ts'
import { packagesInUse, type PackageInUse } from '#app/packages-in-use.ts'
import { silent } from '#app/progress.ts'
import { recordSurvey } from '#app/record-survey.ts'
import { survey } from '#app/survey.ts'
import { compareVersions } from '#ecosystems/versions.ts'
import type { PackageFacts, Release } from '#domain/upstream.ts'
import { registries } from '#sources/registry/registries.generated.ts'
import { readReleaseFile, releaseColumns } from '#sources/release-file.ts'
import { loadFacts } from '#store/facts.ts'
import { openStore, type Store } from '#store/store.ts'
import { clientAnswers } from './packages/client-answers.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'harbor-city')
const target = join(example, 'evidence', 'package-releases.csv')
const longestText = 200
const yearsBack = 5

type Facts = Omit<PackageFacts, 'evidence' | 'at' | 'observedOn'>

async function collect(
  store: Store,
  home: string,
  day: string,
  scratch: string | undefined,
  most: number,
): Promise<ReadonlyMap<PackageInUse, Facts>> {
  const now = `${day}T12:00:00.000Z`
  const times = { asOf: day, knownAt: now }
  await recordSurvey(store, survey([example], silent), { asOf: day, now }, silent)
  const portfolio = await loadPortfolio(store, times)
  if (portfolio === undefined) throw new Error('the example has no packages')
  if (most > 0) {
    const options = { home, isOffline: false, isMeasuring: false, mostAsked: most }
    const asked = await askRegistries(store, portfolio, options, now, silent)
    process.stderr.write(`${JSON.stringify(asked, null, 1)}\n`)
  }
  const told = new Map<string, Facts>()
  const used = packagesInUse(portfolio)
  const answers = scratch === undefined ? [] : [...clientAnswers(scratch)]
  for (const of of used) {
    const kept = answers.find(({ type, name }) => type === of.type && name === of.name.toLowerCase())
    const reading = registries.find(({ id }) => id === of.type)?.read(kept?.answers ?? [], of)
    if (reading) told.set(of.package, reading.facts)
  }
  for (const { subject, source, facts } of await loadFacts<Facts>(store, 'package', times))
    if (source === 'registry') told.set(subject, facts)
  return new Map(
    used.flatMap((of): [PackageInUse, Facts][] => {
      const facts = told.get(of.package)
      // Without a day a release tells nothing about being behind.
      const isDated = facts?.releases.some(({ on }) => on !== null) === true
      return facts === undefined || !isDated ? [] : [[of, facts]]
    }),
  )
}

/** All versions in use, stable ones of the last years, and whatever is newest. */
function worthKeeping({ releases }: Facts, { type, versions }: PackageInUse, day: string): readonly Release[] {
  const known = releases.filter(({ on, version }) => versions.includes(version) || (on !== null && on <= day))
  const oldest = `${Number(day.slice(0, 4)) - yearsBack}${day.slice(4)}`
  const stable = known.filter(({ isPrerelease }) => !isPrerelease)
  const newest = stable.toSorted((a, b) => compareVersions(type, a.version, b.version) ?? 0).at(-1)
  return known.filter(
    (release) =>
      versions.includes(release.version) ||
      release === newest ||
      (!release.isPrerelease && release.on !== null && release.on >= oldest),
  )
}

function rowsOf(of: PackageInUse, facts: Facts, day: string): readonly string[] {
  return worthKeeping(facts, of, day).map((release, index, all) => {
    // What is about the package stands in its last line alone.
    const isLast = index === all.length - 1
    const deprecation = (release.deprecation ?? '').replaceAll(/\s+/g, ' ').trim()
    return [
      of.package,
      release.version,
      release.on ?? '',
      release.isPrerelease,
      release.isWithdrawn,
      deprecation.length > longestText ? '' : deprecation,
      release.license ?? '',
      isLast ? (facts.publishers ?? '') : '',
      isLast ? (facts.repository ?? '') : '',
      isLast ? facts.fundingLinks.join(' ') : '',
      day,
    ]
      .map((field) => quoted(String(field)))
      .join(',')
  })
}

function quoted(field: string): string {
  const line = field.replaceAll(/[\r\n]+/g, ' ')
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { answers: { type: 'string' }, ask: { type: 'string' }, home: { type: 'string' } },
  })
  const [day] = positionals
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    process.stderr.write(
      'usage: node tools/example/collect-releases.ts YYYY-MM-DD [--answers DIR] [--ask N --home DIR]\n',
    )
    process.exitCode = 2
  } else {
    const home = values.home ?? mkdtempSync(join(tmpdir(), 'headwater-releases-'))
    const store = await openStore({ home })
    const collected = await collect(store, home, day, values.answers, Number(values.ask ?? 0))
    await store.close()
    if (values.home === undefined) rmSync(home, { recursive: true })
    const rows = [...collected]
      .toSorted(([a], [b]) => (a.package < b.package ? -1 : 1))
      .flatMap(([of, facts]) => rowsOf(of, facts, day))
    writeFileSync(target, `${[releaseColumns.join(','), ...rows].join('\n')}\n`)
    const counts = Object.groupBy(collected.keys(), ({ type }) => type)
    const { issues } = readReleaseFile(readFileSync(target), target, day)
    const report = Object.fromEntries(Object.entries(counts).map(([type, of]) => [type, of?.length ?? 0]))
    process.stderr.write(`${JSON.stringify({ packages: report, rows: rows.length, issues })}\n`)
  }
}

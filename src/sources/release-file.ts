/**
 * Reads a table of releases (CSV, one version of a package a line): what is published of the packages in use, for those who
 * cannot or do not want to ask registries. Columns by name, in any order: purl, version, published_on, prerelease, withdrawn,
 * deprecation, license, publishers, repository, funding, observed_on. Lines that cannot be taken are issues with their place.
 */

import type { IsoDate } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import { projectOfAddress } from '#domain/project.ts'
import type { PackageFacts, Release } from '#domain/upstream.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { versionOrder } from '#ecosystems/versions.ts'
import { isCalendarDay, readCsvLines, type CsvLine } from './csv-lines.ts'

export type ReleaseFile = {
  /** By package URL; `at` is the first line of the package. */
  readonly packages: readonly Omit<PackageFacts, 'evidence'>[]
  readonly issues: readonly Issue[]
}

/** The head line of a table of releases. */
export const releaseColumns = [
  'purl',
  'version',
  'published_on',
  'prerelease',
  'withdrawn',
  'deprecation',
  'license',
  'publishers',
  'repository',
  'funding',
  'observed_on',
] as const

type Row = {
  readonly at: string
  readonly package: string
  readonly release: Release
  readonly publishers: number | null
  readonly repository: string | null
  readonly funding: readonly string[]
  readonly observedOn: IsoDate
}

/**
 * @param path of the file; it stands in issues about the file as a whole
 * @param today lines that say more than can be known today are not taken
 */
export function readReleaseFile(bytes: Uint8Array, path: string, today: IsoDate): ReleaseFile {
  const table = readCsvLines(bytes, path, ['purl', 'version', 'published_on', 'observed_on'])
  const issues = [...table.issues]
  const rows = new Map<string, Row[]>()
  const seen = new Set<string>()
  for (const line of table.lines) {
    const row = rowOf(line, today)
    if ('code' in row) {
      issues.push(row)
      continue
    }
    const key = `${row.package}@${row.release.version}`
    if (seen.has(key)) {
      issues.push(issue('duplicate-reference', line.at, key))
      continue
    }
    seen.add(key)
    const of = rows.get(row.package)
    if (of === undefined) rows.set(row.package, [row])
    else of.push(row)
  }
  const packages = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([purl, of]) => factsOf(purl, of))
  return { packages, issues }
}

function factsOf(purl: string, rows: readonly Row[]): Omit<PackageFacts, 'evidence'> {
  // What is about the package as a whole may stand in any of its lines; the newest statement counts.
  const newestFirst = rows.toSorted((a, b) => (a.observedOn > b.observedOn ? -1 : a.observedOn < b.observedOn ? 1 : 0))
  const dayOf = ({ release: { on } }: Row): string => on ?? ''
  return {
    package: purl,
    releases: rows
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
      .map(({ release }) => release),
    publishers: newestFirst.find(({ publishers }) => publishers !== null)?.publishers ?? null,
    repository: newestFirst.find(({ repository }) => repository !== null)?.repository ?? null,
    fundingLinks: [...new Set(rows.flatMap(({ funding }) => funding))].toSorted(),
    at: rows[0]?.at ?? '',
    observedOn: newestFirst[0]?.observedOn ?? '',
  }
}

function rowOf({ at, field }: CsvLine, today: IsoDate): Row | Issue {
  const parsed = parsePurl(field('purl'))
  if (!parsed.ok || parsed.purl.version !== null) return issue('invalid-purl', at, field('purl'))
  const version = field('version')
  if (version === '') return issue('missing-field', at, 'version')
  const on = field('published_on')
  if (on !== '' && !isCalendarDay(on)) return issue('wrong-type', at, on)
  const observedOn = field('observed_on')
  if (!isCalendarDay(observedOn)) return issue('wrong-type', at, observedOn)
  if (observedOn > today || on > observedOn) return issue('in-the-future', at, observedOn > today ? observedOn : on)
  const prerelease = truth(field('prerelease'))
  const withdrawn = truth(field('withdrawn'))
  if (prerelease === undefined || withdrawn === undefined)
    return issue('wrong-type', at, `${field('prerelease')} ${field('withdrawn')}`)
  const publishers = field('publishers')
  if (publishers !== '' && !/^\d{1,6}$/.test(publishers)) return issue('wrong-type', at, publishers)
  const repository = field('repository')
  if (repository !== '' && projectOfAddress(repository) === undefined) return issue('wrong-type', at, repository)
  const funding = field('funding').split(/\s+/).filter(Boolean)
  const odd = funding.find((link) => !/^https?:\/\/[^\s@]+$/.test(link))
  if (odd !== undefined) return issue('wrong-type', at, odd)
  return {
    at,
    package: packageOf(parsed.canonical),
    release: {
      version,
      on: on || null,
      // Where the table does not say it, the rules of the ecosystem do.
      isPrerelease: prerelease ?? versionOrder(parsed.purl.type)?.isPrerelease(version) ?? false,
      isWithdrawn: withdrawn ?? false,
      deprecation: field('deprecation') || null,
      license: field('license') || null,
    },
    publishers: publishers === '' ? null : Number(publishers),
    repository: repository || null,
    funding,
    observedOn,
  }
}

/** Null for an empty field, undefined for what is neither. */
function truth(text: string): boolean | null | undefined {
  if (text === '') return null
  return text === 'true' ? true : text === 'false' ? false : undefined
}

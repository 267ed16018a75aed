/** Looks whether everything that Headwater stands on is sound. Nothing is changed. */

import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Diagnosis } from '#domain/diagnosis.ts'
import type { IsoTime } from '#domain/figure.ts'
import { ProblemError } from '#domain/problem.ts'
import { gitVersion } from '#sources/git-version.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { currentStep, knownSteps } from '#store/migrate.ts'
import { databasePath, sqliteMistakes } from '#store/sqlite-file.ts'
import { evidenceToCheck, looseEnds, newestRecord } from '#store/soundness.ts'
import type { Store } from '#store/store.ts'

export type DoctorOptions = {
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Reads every original and not only a sample of them. */
  readonly isThorough: boolean
}

const sampled = 500
const oldestGit = [2, 30]
const mebibyte = 1024 * 1024
const least = { act: 200 * mebibyte, watch: 2_048 * mebibyte }
const staleDays = 90
const dayMs = 86_400_000

export async function runDoctor(
  store: Store,
  { home, environment, isThorough }: DoctorOptions,
  now: IsoTime,
): Promise<readonly Diagnosis[]> {
  return [
    await schema(store),
    await database(store),
    await originals(store, isThorough),
    await ends(store),
    await clock(store, now),
    diskSpace(home),
    permissions(home),
    cache(home, now),
    await git(),
    browser(environment),
  ]
}

async function schema(store: Store): Promise<Diagnosis> {
  const step = await currentStep(store)
  return { check: 'schema', state: step === knownSteps ? 'good' : 'act', found: `${step}/${knownSteps}` }
}

async function database(store: Store): Promise<Diagnosis> {
  const mistakes = await sqliteMistakes(store)
  return {
    check: 'database',
    state: mistakes.length === 0 ? 'good' : 'act',
    found: mistakes.join(', ') || store.engine,
  }
}

async function originals(store: Store, isThorough: boolean): Promise<Diagnosis> {
  const { ids, total } = await evidenceToCheck(store, isThorough ? Number.POSITIVE_INFINITY : sampled)
  const broken: string[] = []
  for (const id of ids) {
    try {
      await loadEvidenceBytes(store, id)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      broken.push(id)
    }
  }
  if (broken.length > 0) return { check: 'originals', state: 'act', found: broken.join(', ') }
  return { check: 'originals', state: 'good', found: `${ids.length}/${total}` }
}

async function ends(store: Store): Promise<Diagnosis> {
  const loose = (await looseEnds(store)).filter(({ rows }) => rows > 0)
  const found = loose.map(({ what, rows }) => `${what} ${rows}`).join(', ')
  return { check: 'loose-ends', state: loose.length === 0 ? 'good' : 'act', found: found || '0' }
}

/** Rows from the future mean that a clock went wrong: questions as of today would not see them. */
async function clock(store: Store, now: IsoTime): Promise<Diagnosis> {
  const newest = await newestRecord(store)
  const isAhead = newest !== undefined && Date.parse(newest) > Date.parse(now) + 5 * 60_000
  return { check: 'clock', state: isAhead ? 'act' : 'good', found: `${newest ?? '–'} / ${now}` }
}

function diskSpace(home: string): Diagnosis {
  let place = home
  // With a database elsewhere there may be no home folder yet.
  while (!existsSync(place)) place = dirname(place)
  const { bavail, bsize } = statfsSync(place)
  const free = bavail * bsize
  const database = statSync(databasePath(home), { throwIfNoEntry: false })?.size ?? 0
  const state = free < least.act ? 'act' : free < Math.max(least.watch, database) ? 'watch' : 'good'
  return { check: 'disk-space', state, found: `${Math.trunc(free / mebibyte)} MiB` }
}

/** Others on the machine must not read what is kept. */
function permissions(home: string): Diagnosis {
  const open = [home, ...['', '-wal', '-shm'].map((side) => `${databasePath(home)}${side}`)].filter((path) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
    return (mode & 0o077) !== 0
  })
  return { check: 'permissions', state: open.length === 0 ? 'good' : 'act', found: open.join(', ') || home }
}

function cache(home: string, now: IsoTime): Diagnosis {
  const folder = join(home, 'cache')
  if (!existsSync(folder)) return { check: 'cache', state: 'good', found: '0 MiB' }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false }) ?? [])
  const stale = files.filter(({ mtimeMs }) => Date.parse(now) - mtimeMs > staleDays * dayMs)
  const size = (list: typeof files): number =>
    Math.ceil(list.reduce((sum, { size: bytes }) => sum + bytes, 0) / mebibyte)
  if (stale.length > 0) return { check: 'cache', state: 'watch', found: `${size(stale)}/${size(files)} MiB, ${folder}` }
  return { check: 'cache', state: 'good', found: `${size(files)} MiB` }
}

async function git(): Promise<Diagnosis> {
  const version = await gitVersion()
  if (version === undefined) return { check: 'git', state: 'watch', found: '–' }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = oldestGit
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
  return { check: 'git', state: isOld ? 'watch' : 'good', found: version }
}

function browser(environment: DoctorOptions['environment']): Diagnosis {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const path = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
  return { check: 'browser', state: path === undefined ? 'watch' : 'good', found: path ?? '–' }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Up to which day a clone can tell: what happened after it was last fetched is not in it. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoDate } from '#domain/figure.ts'

/**
 * @param location a work tree or bare repository
 * @param asOf the day asked for; a repository that was fetched from nowhere is complete up to it
 */
export function cloneToldUpTo(location: string, asOf: IsoDate): IsoDate {
  const folder = existsSync(join(location, '.git', 'HEAD')) ? join(location, '.git') : location
  if (!isCopy(folder)) return asOf
  const times = [timeOf(join(folder, 'FETCH_HEAD')), lastChange(join(folder, 'logs', 'HEAD'))].filter(
    (time) => time !== undefined,
  )
  // Bare clones keep no log: their references were written when they were made.
  const known = times.length > 0 ? times : [timeOf(join(folder, 'packed-refs')) ?? timeOf(join(folder, 'HEAD'))]
  const last = known.reduce<number>((latest, time) => Math.max(latest, time ?? 0), 0)
  if (last === 0) return asOf
  const day = new Date(last).toISOString().slice(0, 10)
  return day < asOf ? day : asOf
}

function timeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

/** When the log of the checked-out branch last tells of new commits; going from branch to branch brings none. */
function lastChange(log: string): number | undefined {
  if (!existsSync(log)) return undefined
  for (const line of readFileSync(log, 'utf8').trimEnd().split('\n').toReversed()) {
    const match = />\s(\d{1,12}) [+-]\d{4}\t(?!checkout:)/.exec(line)
    if (match !== null) return Number(match[1]) * 1000
  }
  return undefined
}

function isCopy(folder: string): boolean {
  if (existsSync(join(folder, 'FETCH_HEAD'))) return true
  const config = join(folder, 'config')
  return existsSync(config) && /^\s*\[remote "/m.test(readFileSync(config, 'utf8'))
}

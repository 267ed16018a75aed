/** The updates that products adopted, and their tags, out of their histories. */

import type { Portfolio } from '#domain/portfolio.ts'
import type { UpdateHistory } from '#domain/update-history.ts'
import { compareVersions } from '#ecosystems/versions.ts'
import { daysSince1970, wholeDay } from './days.ts'
import type { AdoptedUpdate, ReleaseSeries, StableTag, UpdateRecord } from './measure.ts'
import { typeOf } from './part-columns.ts'
import { releaseDays } from './release-dates.ts'
import { stableTagVersion } from './version-numbers.ts'

/** Histories without any readable change of a lockfile have no record. */
export function updateRecords(portfolio: Portfolio, histories: readonly UpdateHistory[]): readonly UpdateRecord[] {
  const releasedOn = releaseDays(portfolio)
  return histories.flatMap(({ product, repositories }) => {
    const moments = new Map<string, number>()
    const updates = new Map<string, AdoptedUpdate>()
    for (const { files } of repositories)
      for (const { changes: all } of files)
        for (const { commit, on, changes } of all) {
          moments.set(commit, daysSince1970(on))
          for (const { package: name, from, to } of changes) {
            if (from === null || to === null) continue
            const isUpgrade = compareVersions(typeOf(name), from, to) === -1
            const update = { package: name, from, to, day: wholeDay(on), isUpgrade, releasedOn: releasedOn(name, to) }
            // Several lockfiles of a repository follow one update.
            updates.set(`${commit} ${name} ${from} ${to}`, update)
          }
        }
    const commits = [...moments.values()].sort((a, b) => a - b)
    const since = commits[0]
    return since === undefined ? [] : [{ product, since: Math.floor(since), commits, updates: [...updates.values()] }]
  })
}

export function releaseSeries(histories: readonly UpdateHistory[]): readonly ReleaseSeries[] {
  return histories.flatMap(({ product, repositories }) =>
    repositories.flatMap(({ tags }) => {
      const series = new Map<string, StableTag[]>()
      for (const { name, on, leadSeconds, repairs } of tags) {
        const version = stableTagVersion(name)
        if (version === null) continue
        const tag: StableTag = {
          numbers: version.numbers,
          moment: daysSince1970(on),
          leadDays: leadSeconds.map((seconds) => seconds / 86_400),
          hasRepairs: repairs > 0,
        }
        const known = series.get(version.series)
        if (known === undefined) series.set(version.series, [tag])
        else known.push(tag)
      }
      return [...series.values()].map((of) => ({ product, tags: of.toSorted((a, b) => a.moment - b.moment) }))
    }),
  )
}

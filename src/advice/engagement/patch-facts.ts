/** Facts about changed copies that the organization carries. */

import type { FactValues } from '#domain/engagement.ts'
import { declared, lift, type Figure, type IsoDate } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { Prepared } from './context.ts'
import { forkFigureId, releasesFigureId } from './figure-ids.ts'
import { notStated, numberFrom, yesOrNo } from './stated.ts'
import { releasesOfOldPatch } from './thresholds.ts'

type PatchFacts = {
  readonly [Name in 'patches' | 'patchReleases' | 'patchUnderWay' | 'forkReason']: Figure<FactValues[Name]>
}

export function patchFacts(prepared: Prepared, name: PurlText): PatchFacts {
  const { statements, inForce } = prepared
  const forks = prepared.forksOf.get(name) ?? []
  const statement = statements.about({ part: name }, 'carried-patches')
  const ids = forks.map(({ id }) => forkFigureId(id))
  // A fork whose patches nobody counted has one at least.
  const patches =
    forks.length > 0
      ? lift(
          forks.reduce((sum, fork) => sum + (fork.patches ?? 1), 0),
          { id: 'advice/fact/patches', version: 1 },
          ids,
        )
      : numberFrom(statement)
  const submitted = yesOrNo(statements.about({ part: name }, 'patch-submitted'))
  const planned = forks.find(({ plan }) => plan !== null)
  const kept = inForce.find(
    ({ subject, option }) => option === 4 && subject.kind === 'part' && subject.package === name,
  )
  const reason = yesOrNo(statements.about({ part: name }, 'fork-reason'))
  return {
    patches,
    patchReleases: patches.known && patches.value > 0 ? releasesSince(prepared, name) : notStated,
    patchUnderWay:
      submitted.known || planned === undefined
        ? submitted
        : lift(true, { id: 'advice/fact/patchUnderWay', version: 1 }, [forkFigureId(planned.id)]),
    // Reasons are the organization's own to record: none on record is none.
    forkReason:
      kept !== undefined
        ? declared(true, kept.by, kept.on, kept.reason)
        : reason.known
          ? reason
          : lift(false, { id: 'advice/fact/forkReason', version: 1 }, []),
  }
}

/** Full releases of the original since the oldest patch. A day that is only a lower bound can show many, never few. */
function releasesSince({ portfolio, forksOf, statements }: Prepared, name: PurlText): Figure<number> {
  const facts = portfolio.upstream.packages.get(name)
  if (facts === undefined) return notStated
  const forks = forksOf.get(name) ?? []
  const days = forks.flatMap(({ since }) => since ?? [])
  const isExact = days.length > 0 && days.length === forks.length
  const oldest = [...days, ...stated()].toSorted()[0]
  if (oldest === undefined) return notStated
  const count = facts.releases.filter(
    ({ on, isPrerelease, isWithdrawn }) =>
      on !== null && on > oldest && on <= portfolio.asOf && !isPrerelease && !isWithdrawn,
  ).length
  const isDated = facts.releases.every(({ on }) => on !== null)
  if (count <= releasesOfOldPatch && !(isExact && isDated)) return notStated
  return lift(count, { id: 'advice/fact/patchReleases', version: 1 }, [
    releasesFigureId(name),
    ...forks.map(({ id }) => forkFigureId(id)),
  ])

  /** It was carried on the day somebody said so. */
  function stated(): readonly IsoDate[] {
    const statement = statements.about({ part: name }, 'carried-patches')
    return forks.length === 0 && statement !== undefined ? [statement.on] : []
  }
}

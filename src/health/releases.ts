/** Questions about the published versions of a package. */

import type { IsoDate } from '#domain/figure.ts'
import type { ProjectTag, Release } from '#domain/upstream.ts'
import type { PackageReleases, ReleaseDays, SubjectDays } from './subject.ts'

/** The newest release that one may take: by day, in the order of the source; prereleases only where nothing else is. */
export function newestRelease(releases: readonly Release[]): Release | undefined {
  const standing = releases.filter(({ isWithdrawn }) => !isWithdrawn)
  return standing.findLast(({ isPrerelease }) => !isPrerelease) ?? standing.at(-1)
}

const early =
  /(?:^|[^a-z])(?:alpha|beta|rc|pre|preview|dev|milestone|m)[-._]?\d*(?:[^a-z]|$)|\d(?:a|b|rc|alpha|beta|dev)\d*$/i

/** Tags that name finished versions; all where there are only early ones. */
export function finishedTags(tags: readonly ProjectTag[]): readonly ProjectTag[] {
  const finished = tags.filter(({ name }) => !early.test(name))
  return finished.length > 0 ? finished : tags
}

/** Of all packages in use where registries tell days, otherwise of the tags; undefined when neither does. */
export function releaseDaysOf(
  releases: readonly PackageReleases[],
  tags: readonly ProjectTag[],
  { clone, registry }: SubjectDays,
): ReleaseDays | undefined {
  const published = releases.flatMap(({ releases: of }) => {
    const finished = of.filter(({ isPrerelease, on }) => !isPrerelease && on !== null)
    return (finished.length > 0 ? finished : of).flatMap(({ on }) => on ?? [])
  })
  if (published.length > 0) return { days: distinct(published), seenOn: registry, basis: 'releases' }
  const tagged = finishedTags(tags).map(({ on }) => on)
  return tagged.length === 0 ? undefined : { days: distinct(tagged), seenOn: clone, basis: 'tags' }
}

function distinct(days: readonly IsoDate[]): readonly IsoDate[] {
  const sorted = days.toSorted()
  return sorted.filter((day, index) => day !== sorted[index - 1])
}

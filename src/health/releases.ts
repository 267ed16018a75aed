/** Questions about the published versions of a package. */

import type { IsoDate } from '#domain/figure.ts'
import type { ProjectTag, Release } from '#domain/upstream.ts'
import type { SubjectFacts } from './subject.ts'

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

/**
 * The days on which versions came out, ascending, each once: of all packages in use, and of tags where no registry tells.
 * Undefined when neither does.
 */
export function releaseDays({ releases, tags }: SubjectFacts): readonly IsoDate[] | undefined {
  const published = releases?.flatMap(({ releases: of }) => {
    const finished = of.filter(({ isPrerelease }) => !isPrerelease)
    return (finished.length > 0 ? finished : of).flatMap(({ on }) => on ?? [])
  })
  const days =
    published !== undefined && published.length > 0 ? published : finishedTags(tags ?? []).map(({ on }) => on)
  return days.length === 0 ? undefined : [...new Set(days)].toSorted()
}

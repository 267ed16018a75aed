/** Tags of a repository that name releases, and how long the commits first contained in each had waited. */

import type { IsoDate } from '#domain/figure.ts'
import type { ReleaseTag } from '#domain/update-history.ts'
import { askGit, demandGit, type GitPlace } from './git-command.ts'

export type ReleaseTags = {
  /** Decides by the name alone. */
  readonly isRelease: (name: string) => boolean
  /** Decides by the subject of a commit. */
  readonly isRepair: (subject: string) => boolean
  readonly until: IsoDate
  /** Commits of tags before this day are not counted. */
  readonly countedFrom: IsoDate
}

/** Newest first this many, so that a repository with a tag a day is read in bounded time. */
const mostTags = 2000
const mostCounted = 400

type Tag = { readonly name: string; readonly commit: string; readonly at: number }

/**
 * @param place reads the objects
 * @param location the repository itself, which is asked for names alone
 */
export async function readReleaseTags(
  place: GitPlace,
  location: string,
  { isRelease, isRepair, until, countedFrom }: ReleaseTags,
): Promise<readonly ReleaseTag[]> {
  const end = Date.parse(`${until}T23:59:59Z`) / 1000
  const begin = Date.parse(`${countedFrom}T00:00:00Z`) / 1000
  const names = await namesOfTags(location, isRelease)
  const tags = (await datedTags(place, names)).filter(({ at }) => at <= end).slice(-mostTags)
  const firstCounted = Math.max(
    tags.findIndex(({ at }) => at >= begin),
    tags.length - mostCounted,
  )
  const result: ReleaseTag[] = []
  for (const [index, { name, commit, at }] of tags.entries()) {
    const isCounted = firstCounted >= 0 && index >= firstCounted && at >= begin
    const earlier = tags.slice(0, index).map((tag) => tag.commit)
    const commits = isCounted ? await commitsOnlyIn(place, commit, earlier) : []
    result.push({
      name,
      on: new Date(at * 1000).toISOString(),
      // The clocks of several people differ: a commit is not younger than the tag that contains it.
      leadSeconds: commits.map(({ authoredAt }) => Math.max(0, at - authoredAt)).sort((a, b) => a - b),
      repairs: commits.filter(({ subject }) => isRepair(subject)).length,
      isCounted,
    })
  }
  return result
}

async function namesOfTags(
  location: string,
  isRelease: (name: string) => boolean,
): Promise<readonly { readonly name: string; readonly object: string }[]> {
  const format = '--format=%(objectname) %(refname:strip=2)'
  const output = await demandGit(['for-each-ref', format, 'refs/tags'], { folder: location })
  return output
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [object = '', name = ''] = line.split(' ')
      return object !== '' && isRelease(name) ? [{ name, object }] : []
    })
}

/** By the day of the tag or, for a plain name of a commit, of the commit; oldest first. */
async function datedTags(
  place: GitPlace,
  names: readonly { readonly name: string; readonly object: string }[],
): Promise<readonly Tag[]> {
  if (names.length === 0) return []
  const input = names.map(({ object }) => `${object}\n`).join('')
  const { output } = await askGit(['cat-file', '--batch'], place, input)
  const byObject = new Map<string, Omit<Tag, 'name'>>()
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at)
    const head = /^([0-9a-f]+) (\w+) (\d+)$/.exec(output.subarray(at, end).toString('latin1'))
    at = end + 1
    if (head === null) continue
    const [, object = '', type, size] = head
    const text = output.subarray(at, at + Number(size)).toString('utf8')
    at += Number(size) + 1
    const tagged = /^object ([0-9a-f]+)\ntype commit\n/.exec(text)?.[1]
    const time = /^(?:tagger|committer) .*> (\d+) [+-]\d+$/m.exec(text)?.[1]
    const commit = type === 'commit' ? object : tagged
    if (commit !== undefined && time !== undefined) byObject.set(object, { commit, at: Number(time) })
  }
  return names
    .flatMap(({ name, object }) => {
      const found = byObject.get(object)
      return found === undefined ? [] : [{ name, ...found }]
    })
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
}

async function commitsOnlyIn(
  place: GitPlace,
  commit: string,
  others: readonly string[],
): Promise<readonly { readonly authoredAt: number; readonly subject: string }[]> {
  const input = [commit, ...others.map((other) => `^${other}`), ''].join('\n')
  const { output } = await askGit(['log', '--stdin', '--no-merges', '-z', '--format=%at %s'], place, input)
  return output
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const match = /^(\d+) ([^]*)$/.exec(line)
      return match === null ? [] : [{ authoredAt: Number(match[1]), subject: match[2] ?? '' }]
    })
}

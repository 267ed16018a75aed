/** The tags of a repository that name versions, with their days and whether somebody signed them. */

import type { IsoDate } from '#domain/figure.ts'
import type { ProjectTag } from '#domain/upstream.ts'
import { readObjects, type GitObject } from './git-batch.ts'
import { askGit } from './git-command.ts'
import type { GitRepository } from './git-repository.ts'

/** Newest ones win where a repository has more. */
const mostTags = 20_000

/** @param asOf later ones are left out; ascending by day, then by name */
export async function readVersionTags(repository: GitRepository, asOf: IsoDate): Promise<readonly ProjectTag[]> {
  const named = await tagNames(repository)
  const objects = await readObjects(
    repository.place,
    named.map(({ hash }) => hash),
  )
  const targets = await readObjects(
    repository.place,
    named.flatMap(({ hash }) => undatedTarget(objects.get(hash)) ?? []),
  )
  return named
    .flatMap(({ name, hash }): readonly ProjectTag[] => {
      const object = objects.get(hash)
      const on = dayOf(object) ?? dayOf(targets.get(undatedTarget(object) ?? ''))
      return on === undefined || on > asOf ? [] : [{ name, on, isSigned: isSignedTag(object) }]
    })
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.name, b.name))
}

type NamedTag = { readonly name: string; readonly hash: string }

/** Only names are asked in the repository itself. */
async function tagNames({ location }: GitRepository): Promise<readonly NamedTag[]> {
  const { output } = await askGit(
    [
      'for-each-ref',
      `--count=${mostTags}`,
      '--sort=-version:refname',
      '--format=%(objectname) %(refname)',
      'refs/tags',
    ],
    { folder: location },
  )
  return output
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const space = line.indexOf(' ')
      const name = line.slice(space + 1).replace(/^refs\/tags\//, '')
      return space > 0 && namesVersion(name) ? [{ name, hash: line.slice(0, space) }] : []
    })
}

/**
 * `1.2`, `v3`, `release-1.2.0`, `curl-8_1_0`, `name@1.0.0`, `go1.21`, `lib/v0.4.0`: a number with parts, or a whole
 * number behind `v` or a word. Names that move along with the work are no versions.
 */
export function namesVersion(name: string): boolean {
  if (/nightly|snapshot|latest|canary|daily/i.test(name)) return false
  return /(?:^|[^\d.])\d+(?:[._]\d+)+/.test(name) || /^v?\d+$/i.test(name) || /[-_/@]v?\d+$/i.test(name)
}

/** Of an annotated tag the day it was made, of a commit the day it was committed; in the zone it states. */
function dayOf(object: GitObject | undefined): IsoDate | undefined {
  if (object === undefined) return undefined
  const head = headOf(object)
  const line = /^(?:tagger|committer) .*?(-?\d{1,12}) ([+-])(\d{2})(\d{2})$/m.exec(head)
  if (line === null) return undefined
  const [, seconds, sign, hours, minutes] = line
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60)
  const time = (Number(seconds) + offset) * 1000
  return Math.abs(time) > 8.64e15 ? undefined : new Date(time).toISOString().slice(0, 10)
}

/** The commit of a tag without a date of its own, as very old ones are. */
function undatedTarget(object: GitObject | undefined): string | undefined {
  if (object?.type !== 'tag' || dayOf(object) !== undefined) return undefined
  return /^object ([0-9a-f]+)$/m.exec(headOf(object))?.[1]
}

function isSignedTag(object: GitObject | undefined): boolean {
  return (
    object?.type === 'tag' &&
    /^-----BEGIN (?:PGP|SSH) SIGNATURE-----|^-----BEGIN SIGNED MESSAGE-----/m.test(object.content.toString('latin1'))
  )
}

function headOf({ content }: GitObject): string {
  const end = content.indexOf('\n\n')
  return content.toString('latin1', 0, end < 0 ? content.length : end)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

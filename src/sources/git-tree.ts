/** The files of a commit that tell about its project: their names, and the contents of those worth reading. */

import type { IsoDate } from '#domain/figure.ts'
import type { ReadFiles } from '#domain/upstream.ts'
import { readObjects } from './git-batch.ts'
import { askGit } from './git-command.ts'
import type { GitRepository } from './git-repository.ts'
import { isBinaryPath, pathKinds } from './project-paths.ts'

/** More of a file is cut. */
const longestText = 256 * 1024
/** Larger ones are not opened at all: their name is kept. */
const largestOpened = 4 * 1024 * 1024
/** Of one project; further contents are left out in the order of `pathKinds`. */
const mostText = 2 * 1024 * 1024
const mostBinaries = 1000

type Entry = { readonly path: string; readonly hash: string; readonly size: number }

/** The newest commit of the branch up to the end of the day, in UTC; null when there is none. */
export async function commitAsOf({ place, tip }: GitRepository, asOf: IsoDate): Promise<string | null> {
  if (tip === null) return null
  const { output } = await askGit(['rev-list', '--max-count=1', `--before=${asOf}T23:59:59Z`, tip], place)
  return output.toString('latin1').trim() || null
}

/** @param commit empty lists for a commit whose folders are not at hand */
export async function readProjectFiles({ place }: GitRepository, commit: string): Promise<ReadFiles> {
  const listed = await askGit(['ls-tree', '-r', '-z', '-l', '--full-tree', commit], place)
  const entries = entriesOf(listed.output.toString('utf8'))
  const worth = worthKnowing(entries)
  const objects = await readObjects(
    place,
    worth.read.map(({ hash }) => hash),
  )
  const texts: Record<string, string> = {}
  let room = mostText
  for (const { path, hash } of worth.read) {
    const content = objects.get(hash)?.content
    if (content === undefined || content.subarray(0, 8000).includes(0)) continue
    const text = content.toString('utf8', 0, Math.min(content.length, longestText))
    room -= text.length
    if (room < 0) break
    texts[path] = text
  }
  return {
    total: entries.length,
    paths: entries.filter(({ path }) => worth.paths.has(path)).map(({ path }) => path),
    texts,
    binaries: entries
      .filter(({ path }) => isBinaryPath(path))
      .slice(0, mostBinaries)
      .map(({ path }) => path),
  }
}

type WorthKnowing = { readonly paths: ReadonlySet<string>; readonly read: readonly Entry[] }

function worthKnowing(entries: readonly Entry[]): WorthKnowing {
  const paths = new Set<string>()
  const read: Entry[] = []
  for (const { matches, isRead, most } of pathKinds) {
    // Those near the top say most about the whole.
    const some = entries
      .filter(({ path }) => matches(path))
      .toSorted((a, b) => depth(a) - depth(b))
      .slice(0, most)
    for (const entry of some) {
      if (isRead && !paths.has(entry.path) && entry.size > 0 && entry.size <= largestOpened) read.push(entry)
      paths.add(entry.path)
    }
  }
  return { paths, read }
}

function depth({ path }: Entry): number {
  return path.split('/').length
}

/** Links are files that are not read; submodules are other repositories. A size git cannot tell is 0: not at hand. */
function entriesOf(text: string): readonly Entry[] {
  return text.split('\0').flatMap((line): readonly Entry[] => {
    const match = /^(1[02]0)[0-7]{3} blob ([0-9a-f]+) +(\d+|-|BAD)\t(.+)$/s.exec(line)
    if (match === null) return []
    const [, mode, hash = '', size, path = ''] = match
    return [{ hash, size: mode === '100' ? Number(size) || 0 : 0, path }]
  })
}

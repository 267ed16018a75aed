/** Reads many objects of a repository in one process of git. */

import { askGit, type GitPlace } from './git-command.ts'

export type GitObject = { readonly type: string; readonly content: Buffer }

/**
 * Names → what they name, each once. What the clone does not hold is not in the answer.
 *
 * @param names hashes of objects, without line breaks
 */
export async function readObjects(place: GitPlace, names: readonly string[]): Promise<ReadonlyMap<string, GitObject>> {
  const objects = new Map<string, GitObject>()
  if (names.length === 0) return objects
  const asked = [...new Set(names)]
  const { output } = await askGit(['cat-file', '--batch', '--buffer'], place, asked.map((name) => `${name}\n`).join(''))
  let at = 0
  for (const name of asked) {
    const lineEnd = output.indexOf(0x0a, at)
    if (lineEnd < 0) break
    const [, type = '', size = ''] = output.toString('latin1', at, lineEnd).split(' ')
    at = lineEnd + 1
    if (size === '') continue
    const end = at + Number(size)
    objects.set(name, { type, content: output.subarray(at, end) })
    at = end + 1
  }
  return objects
}

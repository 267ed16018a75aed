/** Contents of files by the names that git gives them. */

import { demandGit, type GitPlace } from './git-command.ts'

/** Contents that are held at once. */
const batchBytes = 64 * 1024 * 1024

/** Each is handed over once; what is missing, no file, or longer than the limit is left out. */
export async function* readContents(
  place: GitPlace,
  blobs: readonly string[],
  largestBytes: number,
): AsyncGenerator<readonly [string, Uint8Array]> {
  const names = [...new Set(blobs)]
  const check = await demandGit(
    ['cat-file', '--batch-check=%(objectname) %(objecttype) %(objectsize)'],
    place,
    lines(names),
  )
  let batch: string[] = []
  let size = 0
  for (const line of check.toString('latin1').split('\n')) {
    const [name = '', type, bytes] = line.split(' ')
    if (type !== 'blob' || Number(bytes) > largestBytes) continue
    batch.push(name)
    size += Number(bytes)
    if (size < batchBytes) continue
    yield* readBatch(place, batch)
    batch = []
    size = 0
  }
  yield* readBatch(place, batch)
}

async function* readBatch(place: GitPlace, names: readonly string[]): AsyncGenerator<readonly [string, Uint8Array]> {
  if (names.length === 0) return
  const output = await demandGit(['cat-file', '--batch'], place, lines(names))
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at)
    const match = /^([0-9a-f]+) blob (\d+)$/.exec(output.subarray(at, end).toString('latin1'))
    at = end + 1
    if (match === null) continue
    const size = Number(match[2])
    yield [match[1] ?? '', output.subarray(at, at + size)]
    at += size + 1
  }
}

function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('')
}

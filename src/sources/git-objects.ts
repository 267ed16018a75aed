/** Which commits of a clone without all contents can be compared with their parents. */

import { askGit, type GitPlace } from './git-command.ts'

/**
 * @returns the commits that change a file of which a version is not at hand. All of them when even the folders are absent.
 */
export async function commitsWithMissingContents(
  place: GitPlace,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const args = ['diff-tree', '--stdin', '--root', '-r', '--raw', '--no-abbrev', '--no-renames', '--always', '-z']
  const raw = await askGit(args, place, hashes.map((hash) => `${hash}\n`).join(''))
  if (raw.code !== 0) return new Set(hashes)
  const uses = new Map<string, string[]>()
  let commit = ''
  for (const token of raw.output.toString('latin1').split('\0')) {
    const entry = token.startsWith('\n') ? token.slice(1) : token
    if (/^[0-9a-f]{40,64}$/.test(entry)) commit = entry
    const match = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]/.exec(entry)
    if (match === null) continue
    for (const [mode, blob] of [
      [match[1], match[3]],
      [match[2], match[4]],
    ]) {
      // Submodules have no content here, and all zeros stand for "no file".
      if (mode === '160000' || mode === '000000' || blob === undefined) continue
      const using = uses.get(blob)
      if (using === undefined) uses.set(blob, [commit])
      else using.push(commit)
    }
  }
  const check = await askGit(['cat-file', '--batch-check=%(objecttype)', '--buffer'], place, [...uses.keys(), ''].join('\n'))
  const missing = new Set<string>()
  for (const line of check.output.toString('latin1').split('\n')) {
    const match = /^([0-9a-f]+) missing$/.exec(line)
    for (const using of uses.get(match?.[1] ?? '') ?? []) missing.add(using)
  }
  return missing
}

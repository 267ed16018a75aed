/** Which contents a clone lacks. */

import { askGit, type GitPlace } from './git-command.ts'

/** Commit → the files it changes of which a version is not at hand. */
export type MissingContents = ReadonlyMap<string, ReadonlySet<string>>

type Use = { readonly commit: string; readonly path: string }

/** Commits that change no such file are not in the answer. Null when folders are absent too, so that nobody can tell. */
export async function missingContents(place: GitPlace, hashes: readonly string[]): Promise<MissingContents | null> {
  const args = ['diff-tree', '--stdin', '--root', '-r', '--raw', '--no-abbrev', '--no-renames', '--always', '-z']
  const raw = await askGit(args, place, hashes.map((hash) => `${hash}\n`).join(''))
  if (raw.code !== 0) return null
  const uses = usesOfContents(raw.output.toString('utf8').split('\0'))
  const names = [...uses.keys(), ''].join('\n')
  const check = await askGit(['cat-file', '--batch-check=%(objecttype)', '--buffer'], place, names)
  const missing = new Map<string, Set<string>>()
  for (const line of check.output.toString('latin1').split('\n')) {
    if (!line.endsWith(' missing')) continue
    for (const { commit, path } of uses.get(line.slice(0, line.indexOf(' '))) ?? []) {
      const paths = missing.get(commit)
      if (paths === undefined) missing.set(commit, new Set([path]))
      else paths.add(path)
    }
  }
  return missing
}

/** Content → where it is the old or the new version. */
function usesOfContents(tokens: readonly string[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>()
  let commit = ''
  for (let at = 0; at < tokens.length; at += 1) {
    const token = (tokens[at] ?? '').trimStart()
    const change = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]$/.exec(token)
    if (change === null) {
      if (/^[0-9a-f]{40,64}$/.test(token)) commit = token
      continue
    }
    at += 1
    const path = tokens[at] ?? ''
    for (const [mode, content] of [
      [change[1], change[3]],
      [change[2], change[4]],
    ]) {
      // Submodules have no content here, and a file that is not there has no mode.
      if (mode === '160000' || mode === '000000' || content === undefined) continue
      const known = uses.get(content)
      if (known === undefined) uses.set(content, [{ commit, path }])
      else known.push({ commit, path })
    }
  }
  return uses
}

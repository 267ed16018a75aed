/**
 * The identity of patches as `git patch-id --stable` tells it: equal for a commit and its cherry-picks and rebases, whatever
 * their author, day and surroundings. Asked for few commits; kept, as a commit never changes.
 */

import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { startGit, type GitPlace } from './git-command.ts'

const plain = ['--no-ext-diff', '--no-textconv', '--no-renames', '--diff-algorithm=default', '--no-color']

/**
 * @param file lines `COMMIT PATCH`; deleting it loses time, nothing else
 * @returns without the commits that change no lines, and without those whose contents are not at hand
 */
export async function readPatchIds(
  place: GitPlace,
  hashes: readonly string[],
  file: string,
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    existsSync(file)
      ? readFileSync(file, 'latin1')
          .split('\n')
          .flatMap((line): [string, string][] => {
            const match = /^([0-9a-f]{40,64}) ([0-9a-f]*)$/.exec(line)
            return match === null ? [] : [[match[1] ?? '', match[2] ?? '']]
          })
      : [],
  )
  const missing = hashes.filter((hash) => !known.has(hash))
  if (missing.length > 0) {
    const { ids, isWhole } = await askPatchIds(place, missing)
    for (const [hash, id] of ids) known.set(hash, id)
    // Commits without a patch are told by their absence from a whole answer alone.
    const told = isWhole ? missing : [...ids.keys()]
    appendFileSync(file, told.map((hash) => `${hash} ${ids.get(hash) ?? ''}\n`).join(''))
  }
  return new Map(hashes.flatMap((hash) => (known.get(hash) ? [[hash, known.get(hash) ?? ''] as const] : [])))
}

async function askPatchIds(
  place: GitPlace,
  hashes: readonly string[],
): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly isWhole: boolean }> {
  const diff = startGit(['diff-tree', '--stdin', '--root', '-r', '-p', ...plain], place)
  const identify = startGit(['patch-id', '--stable'], place)
  diff.process.stdout.pipe(identify.process.stdin)
  let output = ''
  identify.process.stdout.setEncoding('latin1').on('data', (text: string) => (output += text))
  diff.process.stdin.end(hashes.map((hash) => `${hash}\n`).join(''))
  const [first, second] = await Promise.all([diff.ended, identify.ended])
  const ids = new Map<string, string>()
  for (const line of output.split('\n')) {
    const [patch = '', commit = ''] = line.split(' ')
    if (commit !== '') ids.set(commit, patch)
  }
  return { ids, isWhole: first.code === 0 && second.code === 0 }
}

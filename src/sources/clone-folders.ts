/** Finds the clones that a folder is or holds, one or two levels deep. */

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { issue, type Issue } from '#domain/issue.ts'

export type FoundClone = {
  /** As the folder is called by the one who named it, with what lies below. */
  readonly path: string
  readonly location: string
}

const deepest = 2

/** @param folder what it is called, and where it lies; links inside are not followed */
export function findClones(folder: FoundClone): {
  readonly clones: readonly FoundClone[]
  readonly issues: readonly Issue[]
} {
  if (!existsSync(folder.location) || !statSync(folder.location).isDirectory())
    return { clones: [], issues: [issue('unreadable', folder.path)] }
  const clones = below({ path: folder.path.replace(/\/+$/, ''), location: realpathSync(folder.location) }, 0)
  return { clones, issues: clones.length === 0 ? [issue('not-a-repository', folder.path)] : [] }
}

function below(folder: FoundClone, depth: number): readonly FoundClone[] {
  if (isClone(folder.location)) return [folder]
  if (depth === deepest) return []
  return readdirSync(folder.location, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => below({ path: `${folder.path}/${name}`, location: join(folder.location, name) }, depth + 1))
}

/** A work tree, a linked work tree, or a bare repository. */
export function isClone(location: string): boolean {
  if (existsSync(join(location, '.git'))) return true
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(location, name)))
}

/** The clones that are at hand, each once: folders that the organization names, those of the call, and what it publishes. */

import { realpathSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Issue } from '#domain/issue.ts'
import { findClones, isClone } from '#sources/clone-folders.ts'
import type { RepositoryAtHand } from './collect-histories.ts'
import type { Survey } from './survey.ts'

export type ClonesAtHand = { readonly repositories: readonly RepositoryAtHand[]; readonly issues: readonly Issue[] }

/** @param given folders that are clones or hold them, besides those that the organization names */
export function clonesAtHand(found: Survey, given: readonly string[]): ClonesAtHand {
  const folders = [
    ...found.brought.cloneFolders,
    ...given.map((path) => ({ path: basename(resolve(path)), location: path })),
  ].map(findClones)
  const repositories = new Map<string, RepositoryAtHand>()
  const names = new Set<string>()
  const add = (path: string, location: string, project: string | null): void => {
    const real = realpathSync(location)
    if (repositories.has(real)) return
    let name = path
    for (let number = 2; names.has(name); number += 1) name = `${path}-${number}`
    names.add(name)
    repositories.set(real, { path: name, location: real, project })
  }
  for (const { path, location, project } of publishedIn(found)) add(path, location, project)
  for (const { path, location } of folders.flatMap(({ clones }) => clones)) add(path, location, null)
  return { repositories: [...repositories.values()], issues: folders.flatMap(({ issues }) => issues) }
}

/** Work trees of products that the organization publishes, below the assessed folders. */
function publishedIn({ organization, roots }: Survey): readonly { path: string; location: string; project: string }[] {
  return organization.products.flatMap(({ published, paths }) =>
    published === null || published === undefined
      ? []
      : paths.flatMap((path) =>
          roots
            .filter(({ prefix, isFile }) => !isFile && path.startsWith(prefix))
            .map(({ root, prefix }) => ({ path, location: join(root, path.slice(prefix.length)), project: published }))
            .filter(({ location }) => isClone(location)),
        ),
  )
}

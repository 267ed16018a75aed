/** The repositories at hand that the organization's own products are made in. */

import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Product, ProductId } from '#domain/organization.ts'
import { projectOfAddress } from '#domain/project.ts'
import { readOrigin } from '#sources/lockfile-history.ts'
import type { Survey } from './survey.ts'

export type OwnRepository = {
  readonly product: ProductId
  /** As the user calls it. */
  readonly path: string
  readonly location: string
  /** The folder of the repository that the product lies in, with `/` at its end; empty for all of it. */
  readonly within: string
}

/**
 * A repository that holds a product's folder; and, among the clones that the organization brings, the one cloned from the
 * address at which a product is published or, where a clone names no address, the one that is called like the product.
 */
export async function ownRepositories(
  found: Survey,
  clones: readonly { readonly path: string; readonly location: string }[],
): Promise<readonly OwnRepository[]> {
  const { products } = found.organization
  const own = products.flatMap((product) => holding(found, product))
  for (const { path, location } of clones) {
    const origin = await readOrigin(location)
    const project = origin === null ? undefined : projectOfAddress(origin)
    const name = basename(location)
    const product = products.find(({ id, published }) => (origin === null ? id === name : published === project))
    if (product === undefined || (origin !== null && project === undefined)) continue
    if (own.some((one) => one.product === product.id)) continue
    own.push({ product: product.id, path, location, within: '' })
  }
  return own
}

/** Climbs from the product's folder to the folder that the user named, and no further. */
function holding({ roots }: Survey, { id, paths, origin }: Product): OwnRepository[] {
  if (origin !== 'made') return []
  const met = new Map<string, OwnRepository>()
  for (const path of paths)
    for (const { root, prefix, isFile } of roots) {
      if (isFile || !path.startsWith(prefix)) continue
      const inner = path.slice(prefix.length).replace(/^\.$|\/+$/, '')
      let folder = inner
      while (folder !== '' && !existsSync(join(root, folder, '.git')))
        folder = dirname(folder) === '.' ? '' : dirname(folder)
      const location = join(root, folder)
      if (!existsSync(join(location, '.git'))) continue
      const within = inner === folder ? '' : `${inner.slice(folder === '' ? 0 : folder.length + 1)}/`
      met.set(`${location} ${within}`, { product: id, path: prefix + folder || basename(root), location, within })
    }
  return [...met.values()]
}

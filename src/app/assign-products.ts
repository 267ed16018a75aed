/** Which product a file belongs to: as the organization declares it, otherwise one product per repository that was found. */

import type { Product, ProductId } from '#domain/organization.ts'

export type Assignment = {
  /** All products that have files, the declared ones without files too. */
  readonly products: readonly Product[]
  /** Product of each path, in the order of the paths given. */
  readonly productOfPath: readonly ProductId[]
  /** Products that were found and not declared. */
  readonly undeclared: readonly ProductId[]
}

/**
 * @param paths of the files, relative to the assessed folder
 * @param repositories folders that hold a `.git`, relative likewise
 * @param fallbackName name of the product that holds files at the top of the assessed folder
 */
export function assignProducts(
  declared: readonly Product[],
  paths: readonly string[],
  repositories: readonly string[],
  fallbackName: string,
): Assignment {
  const byPrefix = declared.flatMap((product) => product.paths.map((path) => ({ path: withoutSlash(path), product })))
  byPrefix.sort((a, b) => b.path.length - a.path.length)
  const boundaries = repositoryBoundaries(paths, repositories)
  const found = new Map<string, Product>()
  const taken = new Set(declared.map(({ id }) => id))
  const productOfPath = paths.map((path) => {
    const match = byPrefix.find((entry) => isWithin(path, entry.path))
    if (match !== undefined) return match.product.id
    const boundary = boundaries(path)
    const existing = found.get(boundary)
    if (existing !== undefined) return existing.id
    const name = boundary === '' ? fallbackName : boundary
    const product = discoveredProduct(uniqueId(identifier(name), taken), name, boundary)
    taken.add(product.id)
    found.set(boundary, product)
    return product.id
  })
  const discovered = [...found.values()]
  return { products: [...declared, ...discovered], productOfPath, undeclared: discovered.map(({ id }) => id) }
}

/**
 * A repository is a folder with `.git`. Without any, each folder directly below the assessed one is taken for one, unless
 * files lie at the top: then the whole is one.
 */
function repositoryBoundaries(paths: readonly string[], repositories: readonly string[]): (path: string) => string {
  const inside = [...repositories].sort((a, b) => b.length - a.length)
  const isOne = paths.some((path) => !path.includes('/'))
  return (path) => {
    const repository = inside.find((folder) => folder !== '' && isWithin(path, folder))
    if (repository !== undefined) return repository
    if (isOne || inside.includes('')) return ''
    return path.slice(0, path.indexOf('/'))
  }
}

function discoveredProduct(id: ProductId, name: string, path: string): Product {
  return {
    id,
    name,
    origin: 'made',
    unit: null,
    criticality: null,
    audience: null,
    supplier: null,
    paths: [path],
    owner: null,
  }
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

function withoutSlash(path: string): string {
  return path.replace(/^\.\/?/, '').replace(/\/+$/, '')
}

function identifier(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'product'
  )
}

function uniqueId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`
}

/** Projects of Dependency-Track as products, in the form of `organization.yaml`. */

import { stringify } from 'yaml'
import type { Product } from '#domain/organization.ts'
import type { TrackProject } from './shapes.ts'

/** A product of each name, or of each name and version; ids do not depend on the order of the answers. */
export function productIds(projects: readonly TrackProject[], isEachVersion: boolean): ReadonlyMap<string, string> {
  const nameOf = ({ name, version }: TrackProject): string => (isEachVersion && version ? `${name} ${version}` : name)
  const idOfName = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of [...new Set(projects.map(nameOf))].sort()) {
    const plain = slug(name)
    let id = plain
    for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`
    taken.add(id)
    idOfName.set(name, id)
  }
  return new Map(projects.map((project) => [project.uuid, idOfName.get(nameOf(project)) ?? '']))
}

/** The `products:` of an `organization.yaml`. @param tags what the projects were tagged with, as a remark */
export function productsYaml(products: readonly Product[], tags: ReadonlyMap<string, readonly string[]>): string {
  const entries = products.map(({ id, name, origin, paths }) => {
    const text = stringify([{ id, name, origin, paths }], { lineWidth: 0 })
    const remarks = (tags.get(id) ?? []).map((tag) => tag.replaceAll(/\p{Cc}/gu, ' '))
    return remarks.length === 0 ? text : `# ${remarks.join(', ')}\n${text}`
  })
  const lines = entries.join('').trimEnd().split('\n')
  return `products:\n${lines.map((line) => `  ${line}\n`).join('')}`
}

function slug(name: string): string {
  const text = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return text === '' ? 'project' : text.slice(0, 80).replace(/-+$/, '')
}

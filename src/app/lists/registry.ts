/** All lists, for what is done with each of them: files, tests, benchmarks. */

import type { ViewKind } from '#domain/views.ts'
import type { Lens } from './cut.ts'
import { findings } from './findings.ts'
import { health } from './health.ts'
import type { List } from './list.ts'
import { packages } from './packages.ts'
import { parts } from './parts.ts'
import { products } from './products.ts'

/** A list whose sorts and filters are known by name alone. */
export type AnyList = List<ViewKind, string, Readonly<Record<string, string | boolean>>, object>

export const lists: readonly AnyList[] = [products, packages, parts, findings, health] as unknown as readonly AnyList[]

/** Each filter by itself with every word it takes, texts from a row in sight; and none. */
export function triedFilters(list: AnyList, lens: Lens): Readonly<Record<string, string | boolean>>[] {
  const texts: Readonly<Record<string, string>> = {
    q: 'a',
    unit: lens.views.head.units[0]?.id ?? '',
    ecosystem: lens.views.tables.part.find((part) => part?.ecosystem != null)?.ecosystem ?? '',
    license: lens.views.tables.part.find((part) => part?.license != null)?.license ?? '',
    duty: lens.views.tables.part.find((part) => part !== undefined && part.duties.length > 0)?.duties[0] ?? '',
    package: lens.views.tables.package.find((row) => row !== undefined)?.key ?? '',
  }
  const alone = Object.entries(list.offered).flatMap(([name, kind]) => {
    if (kind === 'text') return [{ [name]: texts[name] ?? '' }]
    return (kind === 'yes-or-no' ? [true, false] : kind).map((value) => ({ [name]: value }))
  })
  return [{}, ...alone]
}

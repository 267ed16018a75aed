/** What people stated about the use of products: who uses them, who knows them, who runs and serves them. */

import type { DeclaredText, DeclaredUse } from '#domain/assessment/health.ts'
import { declared, type IsoDate, type NamedFigure } from '#domain/figure.ts'
import type { Declaration, Organization, ProductId } from '#domain/organization.ts'

export const declaredSubjects = {
  users: 'users-per-month',
  instances: 'running-instances',
  others: 'other-users',
  experts: 'expert',
  support: 'support-route',
  providers: 'service-provider',
} as const

const known: ReadonlySet<string> = new Set(Object.values(declaredSubjects))

/** Products of which anything is stated by the day, in the order of the organization. */
export function declaredUseOf({ products, stated }: Organization, asOf: IsoDate): readonly DeclaredUse[] {
  const byProduct = new Map<ProductId, Declaration[]>()
  for (const one of stated.declarations) {
    if (one.product === null || one.on > asOf || !known.has(one.subject)) continue
    const of = byProduct.get(one.product)
    if (of === undefined) byProduct.set(one.product, [one])
    else of.push(one)
  }
  return products.flatMap(({ id }): readonly DeclaredUse[] => {
    const of = byProduct.get(id)
    if (of === undefined) return []
    return [
      {
        product: id,
        usersPerMonth: latestNumber(of, declaredSubjects.users, id),
        runningInstances: latestNumber(of, declaredSubjects.instances, id),
        otherUsers: texts(of, declaredSubjects.others),
        experts: texts(of, declaredSubjects.experts),
        supportRoutes: texts(of, declaredSubjects.support),
        serviceProviders: texts(of, declaredSubjects.providers),
      },
    ]
  })
}

/** Of several statements the latest; of one day the last. A word instead of a number is none. */
function latestNumber(of: readonly Declaration[], subject: string, product: ProductId): NamedFigure<number> | null {
  const last = of
    .filter((one) => one.subject === subject && typeof one.value === 'number')
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1)
  if (last === undefined) return null
  return {
    id: `health/declared/${subject}/${product}`,
    figure: declared(Number(last.value), last.by, last.on, last.note),
  }
}

/** Each text once, as last stated; `false` takes the statements before it back. */
function texts(of: readonly Declaration[], subject: string): readonly DeclaredText[] {
  const stated = new Map<string, DeclaredText>()
  for (const { subject: about, value, on, by, note } of of.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )) {
    if (about !== subject) continue
    if (value === false) stated.clear()
    else if (value !== true) stated.set(String(value), { text: String(value), on, by, note })
  }
  return [...stated.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1))
}

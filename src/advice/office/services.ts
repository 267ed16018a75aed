/** What others can ask the office for, and what rests on it. */

import type { ServiceView } from '#domain/assessment/advice.ts'
import type { AdviceFacts } from '#advice/facts.ts'

export function serviceViews({ program, portfolio }: AdviceFacts): readonly ServiceView[] {
  const critical = new Set(
    portfolio.organization.products.flatMap(({ id, criticality }) =>
      criticality === 'high' || criticality === 'mission' ? [id] : [],
    ),
  )
  return (program.services ?? []).map(({ id, title, process, users, lastUsed, products }) => ({
    id,
    title,
    process,
    users,
    lastUsed,
    products,
    isCritical: products.some((product) => critical.has(product)),
  }))
}

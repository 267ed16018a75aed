/**
 * Whether values of a list are distinct, in time linear in the size of the document. JSON Schema's `uniqueItems` compares
 * every pair in common implementations: 20,000 components take most of a minute.
 */

import { isRecord } from '#inventory/foreign.ts'

/** Gives equal JSON values the same number. Every value of a document is looked at once, however often it is asked for. */
export class ValueIdentity {
  private readonly numbers = new Map<string, number>()
  private readonly known = new WeakMap<object, number>()

  of(value: unknown): number {
    if (typeof value !== 'object' || value === null) return this.number(`${typeof value} ${String(value)}`)
    const known = this.known.get(value)
    if (known !== undefined) return known
    const found = this.number(Array.isArray(value) ? this.listForm(value) : this.recordForm(value))
    this.known.set(value, found)
    return found
  }

  private listForm(list: readonly unknown[]): string {
    return `[${list.map((item) => this.of(item)).join()}`
  }

  /** Order of keys does not matter to equality. */
  private recordForm(record: object): string {
    const entries = Object.entries(record).map(([key, value]) => `${JSON.stringify(key)}:${this.of(value)}`)
    return `{${entries.sort().join()}`
  }

  private number(form: string): number {
    const known = this.numbers.get(form)
    if (known !== undefined) return known
    this.numbers.set(form, this.numbers.size)
    return this.numbers.size - 1
  }
}

/** Indices of the first entry that equals an earlier one, and of that earlier one; undefined when all are distinct. */
export function firstRepeated(
  list: readonly unknown[],
  identity: ValueIdentity,
): readonly [number, number] | undefined {
  const alike = lookAlikes(list)
  if (alike.size === 0) return undefined
  const seen = new Map<number, number>()
  for (const [index, item] of list.entries()) {
    if (!alike.has(glance(item))) continue
    const number = identity.of(item)
    const earlier = seen.get(number)
    if (earlier !== undefined) return [earlier, index]
    seen.set(number, index)
  }
  return undefined
}

/** What several entries have in common at a glance; most lists have none and need no closer look. */
function lookAlikes(list: readonly unknown[]): ReadonlySet<unknown> {
  const seen = new Set<unknown>()
  const alike = new Set<unknown>()
  for (const item of list) {
    const look = glance(item)
    if (seen.has(look)) alike.add(look)
    else seen.add(look)
  }
  return alike
}

/** Equal for equal values, different for most others: a scalar itself, what names a record in its list. */
function glance(item: unknown): unknown {
  if (!isRecord(item)) return Array.isArray(item) ? item.length : item
  return naming.map((key) => item[key]).find((value) => typeof value === 'string')
}

const naming = ['bom-ref', 'ref', 'name', 'url', 'content'] as const

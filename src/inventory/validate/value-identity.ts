/**
 * Whether values of a list are distinct, in time linear in the size of the document. JSON Schema's `uniqueItems` compares
 * every pair in common implementations: 20,000 components take most of a minute.
 */

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
  if (list.length < 2) return undefined
  const seen = new Map<number, number>()
  for (const [index, item] of list.entries()) {
    const number = identity.of(item)
    const earlier = seen.get(number)
    if (earlier !== undefined) return [earlier, index]
    seen.set(number, index)
  }
  return undefined
}

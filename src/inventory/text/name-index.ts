/** Entries by name, where a document may hold several versions of one package. */

// No real lockfile has as many versions of one package; a made one would cost its square in edges.
const mostOfOneName = 200

export class NameIndex<T> {
  private readonly byName = new Map<string, T[]>()

  add(name: string, value: T): void {
    const values = this.byName.get(name)
    if (values === undefined) this.byName.set(name, [value])
    else if (values.length < mostOfOneName) values.push(value)
  }

  get(name: string): readonly T[] {
    return this.byName.get(name) ?? []
  }
}

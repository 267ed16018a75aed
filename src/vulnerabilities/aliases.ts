/** Records of several databases about the same vulnerability. */

/**
 * Groups records that name one another, or the same third one, by union-find. The result holds indices into `records`; groups
 * and their members keep the order of first appearance.
 */
export function foldAliases(
  records: readonly { readonly id: string; readonly aliases: readonly string[] }[],
): readonly (readonly [number, ...number[]])[] {
  const parents = records.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? 0] ?? 0
    return at
  }
  const firstWith = new Map<string, number>()
  for (const [index, { id, aliases }] of records.entries()) {
    for (const name of [id, ...aliases]) {
      const other = firstWith.get(name)
      if (other === undefined) firstWith.set(name, index)
      else parents[Math.max(root(other), root(index))] = Math.min(root(other), root(index))
    }
  }
  const groups = new Map<number, [number, ...number[]]>()
  for (let index = 0; index < records.length; index += 1) {
    const group = groups.get(root(index))
    if (group === undefined) groups.set(root(index), [index])
    else group.push(index)
  }
  return [...groups.values()]
}

/** CVE before GHSA before the rest, then by name. */
export function compareIds(a: string, b: string): number {
  return preference(a) - preference(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function preference(id: string): number {
  if (id.startsWith('CVE-')) return 0
  return id.startsWith('GHSA-') ? 1 : 2
}

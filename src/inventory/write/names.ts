/** Names made of what SPDX allows in identifiers: letters, digits, full stops and hyphens. */
export class Names {
  private readonly taken: Set<string>
  private readonly given = new Map<string, string>()

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken)
  }

  /** A name for a text; the same text gets the same name, another text another one. */
  of(prefix: string, text: string): string {
    const key = `${prefix}\n${text}`
    const known = this.given.get(key)
    if (known !== undefined) return known
    const name = this.unused(prefix, text)
    this.given.set(key, name)
    return name
  }

  /** A name that nobody has yet. */
  unused(prefix: string, text: string): string {
    const plain = trimmed((text.length > longest ? text.slice(0, longest) : text).replaceAll(/[^A-Za-z0-9.]+/g, '-'))
    const name = `${prefix}${plain === '' ? 'unnamed' : plain}`
    let candidate = name
    const first = this.next.get(name) ?? 2
    let count = first
    for (; this.taken.has(candidate); count += 1) candidate = `${name}-${count}`
    if (count !== first) this.next.set(name, count)
    this.taken.add(candidate)
    return candidate
  }

  /** Where to go on counting, so that a thousand equal names do not cost a million look-ups. */
  private readonly next = new Map<string, number>()
}

const longest = 100

/** Without hyphens and full stops at its ends. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && '-.'.includes(text.charAt(start))) start += 1
  while (end > start && '-.'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

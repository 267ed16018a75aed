/** Records of `Field: value` lines parted by empty lines, as dpkg and apk keep their lists. */

export type Stanza = {
  readonly fields: ReadonlyMap<string, string>
  /** The line of each field. */
  readonly at: ReadonlyMap<string, number>
  readonly first: number
  /** False for the last one of a text that ends without an empty line or line break. */
  readonly isComplete: boolean
}

export function* stanzas(text: string): Generator<Stanza> {
  let fields = new Map<string, string>()
  let at = new Map<string, number>()
  let first = 0
  const rows = text.split('\n')
  for (const [index, row] of rows.entries()) {
    const line = row.replace(/\r$/, '')
    if (line === '') {
      if (fields.size > 0) yield { fields, at, first, isComplete: true }
      fields = new Map()
      at = new Map()
      first = 0
      continue
    }
    if (first === 0) first = index + 1
    const colon = line.indexOf(':')
    // Lines that begin with a space go on with the field above; nobody here reads those.
    if (line.startsWith(' ') || line.startsWith('\t') || colon === -1) continue
    const name = line.slice(0, colon)
    if (!fields.has(name)) {
      fields.set(name, line.slice(colon + 1).trim())
      at.set(name, index + 1)
    }
  }
  if (fields.size > 0) yield { fields, at, first, isComplete: rows.at(-1) === '' }
}

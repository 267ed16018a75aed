/** The directives of go.mod that tell what a module uses. */

export type GoRequirement = {
  readonly path: string
  readonly version: string
  readonly isIndirect: boolean
  readonly line: number
}

/** What is used: `version` is null when it is a folder on disk. */
type GoUse = { readonly path: string; readonly version: string | null; readonly line: number }

export type GoModule = {
  readonly path: string | null
  readonly goVersion: string | null
  readonly requirements: readonly GoRequirement[]
  readonly replacementOf: (required: GoRequirement) => GoUse
}

const directives = [
  'module',
  'go',
  'toolchain',
  'godebug',
  'require',
  'replace',
  'exclude',
  'retract',
  'tool',
  'ignore',
]

export function parseGoMod(text: string, odd: (line: number, text: string) => void): GoModule {
  let path: string | null = null
  let goVersion: string | null = null
  let block = ''
  const requirements: GoRequirement[] = []
  const replacements = new Map<string, GoUse>()
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1
    const slashes = row.indexOf('//')
    const comment = slashes === -1 ? '' : row.slice(slashes + 2).trim()
    const words = (slashes === -1 ? row : row.slice(0, slashes)).trim().split(/\s+/).map(unquoted)
    if (words[0] === '') continue
    if (block !== '' && words[0] === ')') {
      block = ''
      continue
    }
    const directive = block === '' ? (words.shift() ?? '') : block
    if (block === '' && words[0] === '(') {
      block = directives.includes(directive) ? directive : ''
      if (block === '') odd(line, row)
      continue
    }
    const [first = '', second = ''] = words
    if (!directives.includes(directive)) odd(line, row)
    else if (directive === 'module') path = first
    else if (directive === 'go') goVersion = first
    else if (directive === 'require') {
      if (first === '' || !/^v\d/.test(second)) odd(line, row)
      else requirements.push({ path: first, version: second, isIndirect: /^indirect\b/.test(comment), line })
    } else if (directive === 'replace') {
      const arrow = words.indexOf('=>')
      const [target, version] = words.slice(arrow + 1)
      if (arrow < 1 || target === undefined) odd(line, row)
      else
        replacements.set(arrow === 2 ? `${first}@${second}` : first, { path: target, version: version ?? null, line })
    }
  }
  const replacementOf = (required: GoRequirement): GoUse =>
    replacements.get(`${required.path}@${required.version}`) ?? replacements.get(required.path) ?? required
  return { path, goVersion, requirements, replacementOf }
}

function unquoted(word: string): string {
  return /^(?:"[^"]*"|`[^`]*`)$/.test(word) ? word.slice(1, -1) : word
}

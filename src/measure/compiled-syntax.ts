/** Comment syntaxes as tables of bytes, so that the counter looks at each byte once. */

import type { BlockComment, CommentSyntax, StringForm, TokenPlace } from './comment-syntax.ts'

export type Token = {
  readonly begin: Uint8Array
  readonly end: Uint8Array
  readonly kind: 'line' | 'block' | 'string' | 'regular-expression'
  readonly place: TokenPlace
  readonly block: BlockComment | null
  readonly string: StringForm | null
}

export type CompiledSyntax = {
  /** For each first byte: 0 when no token begins with it, else 1 + the index in `tokens`. */
  readonly table: Uint8Array
  /** For each first byte that begins tokens, those tokens, the longest beginning first. */
  readonly tokens: readonly (readonly Token[])[]
  /** Whether brackets are followed: only where a string may be documentation, or holds code. */
  readonly tracksBrackets: boolean
}

export function compileSyntax(syntax: CommentSyntax): CompiledSyntax {
  const all: Token[] = [
    ...syntax.line.map((form) => token('line', typeof form === 'string' ? { begin: form } : form)),
    ...syntax.block.map((form) => ({ ...token('block', form), block: form })),
    ...syntax.strings.map((form) => ({ ...token('string', form), string: form })),
    ...(syntax.hasRegularExpressions === true ? [token('regular-expression', { begin: '/', end: '/' })] : []),
  ]
  const table = new Uint8Array(256)
  const tokens: Token[][] = []
  for (const one of all.toSorted((a, b) => b.begin.length - a.begin.length)) {
    const first = one.begin[0] ?? 0
    const slot = table[first] ?? 0
    if (slot > 0) tokens[slot - 1]?.push(one)
    else table[first] = tokens.push([one])
  }
  const tracksBrackets = syntax.strings.some((form) => form.isDocumentation === true || form.hasExpressions === true)
  return { table, tokens, tracksBrackets }
}

function token(
  kind: Token['kind'],
  form: { readonly begin: string; readonly end?: string; readonly place?: TokenPlace },
): Token {
  return {
    kind,
    begin: bytesOf(form.begin),
    end: bytesOf(form.end ?? '\n'),
    place: form.place ?? 'anywhere',
    block: null,
    string: null,
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** Broken variants of a file, always the same for the same file. */

/**
 * @param count how many; a third each of cuts, changed bytes, and values or lines that are swapped, doubled or removed
 */
export function* mutations(file: Uint8Array, count: number): Generator<Uint8Array> {
  // A Buffer's slice is a view of the same memory; this one is a copy.
  const original = new Uint8Array(file)
  const random = generator(original.length)
  for (let index = 0; index < count; index += 1) {
    if (index % 3 === 0) yield original.slice(0, random(original.length))
    else if (index % 3 === 1) yield withChangedBytes(original, random)
    else yield withChangedTokens(original, random)
  }
}

type Random = (below: number) => number

/** xorshift32: small, and the same everywhere. */
function generator(seed: number): Random {
  let state = (seed * 2654435761) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return below === 0 ? 0 : state % below
  }
}

function withChangedBytes(original: Uint8Array, random: Random): Uint8Array {
  const bytes = original.slice()
  for (let times = 1 + random(8); times > 0; times -= 1) bytes[random(bytes.length)] = random(256)
  return bytes
}

const strangers = [
  'null',
  '0',
  '-1e400',
  'true',
  '""',
  '[]',
  '{}',
  '[[[[]]]]',
  '"\\u0000"',
  '<a>',
  '&x;',
  '"__proto__"',
]

function withChangedTokens(original: Uint8Array, random: Random): Uint8Array {
  const text = new TextDecoder().decode(original)
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[\w.:/@-]+|<[^>]*>|\s+|[^\s]/g) ?? []
  for (let times = 1 + random(3); times > 0 && tokens.length > 0; times -= 1) {
    const at = random(tokens.length)
    const kind = random(4)
    if (kind === 0) tokens[at] = strangers[random(strangers.length)] ?? ''
    else if (kind === 1) tokens[at] = tokens[random(tokens.length)] ?? ''
    else if (kind === 2) tokens.splice(at, 1 + random(20))
    else tokens.splice(at, 0, ...tokens.slice(at, at + random(60)))
  }
  return new TextEncoder().encode(tokens.join(''))
}

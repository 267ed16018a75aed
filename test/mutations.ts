/** Broken variants of a file, always the same for the same file and seed. */

/** A whole number from 0 to below the given one. */
export type Random = (below: number) => number

/** xorshift32: small, and the same everywhere. */
export function randomFrom(seed: number): Random {
  let state = (Math.imul(seed, 2654435761) ^ (seed >>> 15)) >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return below === 0 ? 0 : state % below
  }
}

/**
 * @param count how many; a third each of cuts, changed bytes, and values or lines that are swapped, doubled or removed
 */
export function* mutations(file: Uint8Array, count: number): Generator<Uint8Array> {
  // A Buffer's slice is a view of the same memory; this one is a copy.
  const original = new Uint8Array(file)
  const random = randomFrom(original.length)
  for (let index = 0; index < count; index += 1) {
    if (index % 3 === 0) yield original.slice(0, random(original.length))
    else if (index % 3 === 1) yield withChangedBytes(original, random)
    else yield withChangedTokens(original, random)
  }
}

/**
 * One broken variant, of a kind that the random numbers choose; one in eight is broken twice.
 *
 * @param donor another file, pieces of which may be put in
 */
export function mutant(file: Uint8Array, donor: Uint8Array, random: Random): Uint8Array {
  const once = applyOne(file, donor, random)
  return random(8) === 0 ? applyOne(once, donor, random) : once
}

type Mutation = (file: Uint8Array, random: Random, donor: Uint8Array) => Uint8Array

/** The costly one stands once, the others three times. */
const kinds: readonly Mutation[] = [
  withDeepNesting,
  ...Array.from({ length: 3 }, (): Mutation[] => [
    (file, random) => file.slice(0, random(file.length)),
    withChangedBytes,
    withChangedTokens,
    withForeignPiece,
    withDoubledPiece,
    withHugeNumbers,
    withSwappedTypes,
    withOpenString,
  ]).flat(),
]

function applyOne(file: Uint8Array, donor: Uint8Array, random: Random): Uint8Array {
  const kind = kinds[random(kinds.length)] ?? withChangedBytes
  return kind(new Uint8Array(file), random, donor)
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
  'constructor',
  '\ud800',
  '\u2028',
  '*a',
  '&a',
  '!!binary',
  '<![CDATA[',
  '-->',
]

function withChangedTokens(original: Uint8Array, random: Random): Uint8Array {
  const tokens = tokensOf(original)
  for (let times = 1 + random(3); times > 0 && tokens.length > 0; times -= 1) {
    const at = random(tokens.length)
    const kind = random(4)
    if (kind === 0) tokens[at] = strangers[random(strangers.length)] ?? ''
    else if (kind === 1) tokens[at] = tokens[random(tokens.length)] ?? ''
    else if (kind === 2) tokens.splice(at, 1 + random(20))
    else tokens.splice(at, 0, ...tokens.slice(at, at + random(60)))
  }
  return encode(tokens.join(''))
}

/** A piece of another file in place of a piece of this one. */
function withForeignPiece(original: Uint8Array, random: Random, donor: Uint8Array): Uint8Array {
  const at = random(original.length)
  const from = random(donor.length)
  return joined(original.subarray(0, at), donor.subarray(from, from + random(400)), original.subarray(at + random(400)))
}

/** A run of lines several times over. */
function withDoubledPiece(original: Uint8Array, random: Random): Uint8Array {
  const rows = new TextDecoder().decode(original).split('\n')
  const at = random(rows.length)
  const piece = rows.slice(at, at + 1 + random(12))
  const times = 2 + random(random(20) === 0 ? 200 : 4)
  const doubled = Array.from({ length: times }, () => piece).flat()
  return encode([...rows.slice(0, at), ...doubled, ...rows.slice(at + piece.length)].join('\n'))
}

const numbers = ['1e999', '-0', '0.1e-400', '9007199254740993', '4294967296', '-2147483649', '1e21', 'NaN', '0x10']

function withHugeNumbers(original: Uint8Array, random: Random): Uint8Array {
  const huge = random(3) === 0 ? '9'.repeat(1 + random(3000)) : (numbers[random(numbers.length)] ?? '')
  const chance = 1 + random(10)
  const text = new TextDecoder().decode(original)
  return encode(text.replace(/\d+(?:\.\d+)*/g, (number) => (random(chance) === 0 ? huge : number)))
}

const brackets: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['{"a":', '}'],
  ['(', ')'],
  ['<a>', '</a>'],
  ['{', '}'],
  ['- ', ''],
  ['{a: ', '}'],
  ['"components":[{', '}]'],
]

function withDeepNesting(original: Uint8Array, random: Random): Uint8Array {
  const tokens = tokensOf(original)
  const at = random(tokens.length)
  const [open, close] = brackets[random(brackets.length)] ?? ['[', ']']
  const depth = 2 ** (4 + random(9))
  const closing = random(3) === 0 ? '' : close.repeat(depth)
  tokens[at] = `${open.repeat(depth)}${tokens[at] ?? ''}${closing}`
  return encode(tokens.join(''))
}

/** JSON with one value of another type, or one member more, away or under another name; else changed tokens. */
function withSwappedTypes(original: Uint8Array, random: Random): Uint8Array {
  let root: unknown
  try {
    root = JSON.parse(new TextDecoder().decode(original))
  } catch {
    return withChangedTokens(original, random)
  }
  for (let times = 1 + random(3); times > 0; times -= 1) swapOne(root, random)
  return encode(JSON.stringify(root))
}

function swapOne(root: unknown, random: Random): void {
  let holder = root as Record<string, unknown>
  for (let depth = random(7); ; depth -= 1) {
    const keys = typeof holder === 'object' && holder !== null ? Object.keys(holder) : []
    const key = keys[random(keys.length)]
    if (key === undefined) return
    const value = holder[key]
    if (depth > 0 && typeof value === 'object' && value !== null) {
      holder = value as Record<string, unknown>
      continue
    }
    const values = [
      null,
      0,
      -1,
      1.5,
      true,
      '',
      'x',
      [],
      [null],
      {},
      { a: 1 },
      [[]],
      [value],
      { [key]: value },
      String(value),
    ]
    if (random(6) === 0) delete holder[key]
    else holder[key] = values[random(values.length)]
    return
  }
}

/** A quote, bracket or line end less. */
function withOpenString(original: Uint8Array, random: Random): Uint8Array {
  const marks = [0x22, 0x27, 0x5d, 0x7d, 0x3e, 0x0a]
  const places: number[] = []
  for (const [at, byte] of original.entries()) if (marks.includes(byte)) places.push(at)
  const at = places[random(places.length)] ?? 0
  return joined(original.subarray(0, at), original.subarray(at + 1))
}

function tokensOf(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes)
  return text.match(/"(?:[^"\\]|\\.)*"|[\w.:/@-]+|<[^>]*>|\s+|[^\s]/g) ?? []
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/**
 * The bytes of a packed advisory index: a header of integers, then sections, each at a multiple of four bytes so that it can
 * be viewed in place as integers of the machine. A pack is derived data: it is built anew when its version is another.
 */

export const sections = [
  'info',
  'textOffsets',
  'textBytes',
  'records',
  'evidence',
  'aliases',
  'ratings',
  'hits',
  'packages',
  'names',
  'versions',
  'intervals',
  'oddVersions',
  'unknowns',
  'commits',
] as const
export type SectionName = (typeof sections)[number]

/** Integers per row, and what they mean. */
export const rows = {
  /** id, first alias, number of aliases, summary, published, modified (texts, -1 for none), flags (1 = withdrawn). */
  records: 7,
  /** Severity code, score × 10 or -1, vector text or -1, code of the basis. */
  ratings: 4,
  /** Record, index in `affected`, range or -1 for its version list or -2 for neither, fixed version text or -1, rating. */
  hits: 5,
  /** Name, release, then first and count of versions, intervals, odd versions, unknowns, and 1 when ordered as SemVer. */
  packages: 11,
  /** From, to, hit × 2 + 1 for a range or + 0 for a run of listed versions. */
  intervals: 3,
  /** Text of a listed version that has no order, hit. */
  oddVersions: 2,
  /** Text of the commit, hit. */
  commits: 2,
} as const

export const noText = -1
export const fromVersionList = -1
export const fromNothing = -2

/** "HWAP" in the byte order of the machine; other machines build their own packs. */
const magic = 0x50415748
export const packVersion = 1
const headerIntegers = 3

export function writeSections(content: Readonly<Record<SectionName, Uint8Array>>): Uint8Array {
  const header = new Int32Array(headerIntegers + 2 * sections.length)
  header.set([magic, packVersion, sections.length])
  let offset = header.byteLength
  for (const [index, name] of sections.entries()) {
    header.set([offset, content[name].byteLength], headerIntegers + 2 * index)
    offset += aligned(content[name].byteLength)
  }
  const bytes = new Uint8Array(offset)
  bytes.set(new Uint8Array(header.buffer))
  for (const [index, name] of sections.entries()) bytes.set(content[name], header[headerIntegers + 2 * index])
  return bytes
}

export type SectionView = { readonly bytes: Uint8Array; readonly integers: Int32Array }

/** Views over the bytes, without copying them. Throws when they are no pack of this version or end early. */
export function readSections(packed: Uint8Array): Readonly<Record<SectionName, SectionView>> {
  const bytes = packed.byteOffset % 4 === 0 ? packed : new Uint8Array(packed)
  const headerBytes = 4 * (headerIntegers + 2 * sections.length)
  if (bytes.byteLength < headerBytes) throw new Error('An advisory pack ends early.')
  const header = new Int32Array(bytes.buffer, bytes.byteOffset, headerBytes / 4)
  if (header[0] !== magic || header[1] !== packVersion || header[2] !== sections.length) {
    throw new Error('These bytes are no advisory pack of this version.')
  }
  const views = sections.map((name, index): [SectionName, SectionView] => {
    const offset = header[headerIntegers + 2 * index] ?? -1
    const length = header[headerIntegers + 2 * index + 1] ?? -1
    if (offset < headerBytes || length < 0 || offset % 4 !== 0 || offset + length > bytes.byteLength) {
      throw new Error('An advisory pack ends early.')
    }
    const start = bytes.byteOffset + offset
    return [
      name,
      {
        bytes: new Uint8Array(bytes.buffer, start, length),
        integers: new Int32Array(bytes.buffer, start, length >> 2),
      },
    ]
  })
  return Object.fromEntries(views) as Record<SectionName, SectionView>
}

/** FNV-1a over the code units, for the table of names. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function aligned(length: number): number {
  return (length + 3) & ~3
}

/**
 * Where the files of a tar archive lie, found by walking its headers without reading the contents. Layout: POSIX.1-2017 pax,
 * and GNU tar for long names and large sizes.
 */

import type { ByteSource } from './zip-bytes.ts'

export type TarMember = { readonly offset: number; readonly sizeBytes: number }

const blockBytes = 512
const longestName = 64 * 1024
const mostMembers = 100_000

/** Regular files by name; undefined when it is no tar archive. An archive that breaks off gives what came before. */
export function indexTar(source: ByteSource): ReadonlyMap<string, TarMember> | undefined {
  const members = new Map<string, TarMember>()
  let longName: string | undefined
  let longSize: number | undefined
  for (let offset = 0; offset + blockBytes <= source.sizeBytes && members.size < mostMembers;) {
    const header = source.at(offset, blockBytes)
    if (header === undefined || header[0] === 0) break
    if (!hasChecksum(header)) return offset === 0 ? undefined : members
    const kind = String.fromCharCode(header[156] ?? 0)
    const sizeBytes = longSize ?? numberAt(header, 124, 12)
    const name = longName ?? nameOf(header)
    const start = offset + blockBytes
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) break
    if (kind === 'x' || kind === 'L') {
      const text = sizeBytes > longestName ? undefined : source.at(start, sizeBytes)?.toString('utf8')
      if (text === undefined) break
      const fields = kind === 'x' ? paxFields(text) : new Map([['path', text.replace(/\0.*$/s, '')]])
      longName = fields.get('path') ?? longName
      longSize = fields.has('size') ? Number(fields.get('size')) : longSize
    } else {
      if ((kind === '0' || kind === '\0') && start + sizeBytes <= source.sizeBytes)
        members.set(name.replace(/^\.\//, ''), { offset: start, sizeBytes })
      longName = undefined
      longSize = undefined
    }
    offset = start + Math.ceil(sizeBytes / blockBytes) * blockBytes
  }
  return members.size === 0 ? undefined : members
}

function nameOf(header: Buffer): string {
  const isPosix = header.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = isPosix ? textAt(header, 345, 155) : ''
  return prefix === '' ? textAt(header, 0, 100) : `${prefix}/${textAt(header, 0, 100)}`
}

function textAt(header: Buffer, offset: number, length: number): string {
  const end = header.indexOf(0, offset)
  return header.toString('utf8', offset, end === -1 || end > offset + length ? offset + length : end)
}

/** Octal digits, or where the first bit is set a big-endian number of the bytes that follow. */
function numberAt(header: Buffer, offset: number, length: number): number {
  if (((header[offset] ?? 0) & 0x80) !== 0) {
    let value = 0
    for (let at = offset + 1; at < offset + length; at += 1) value = value * 256 + (header[at] ?? 0)
    return value
  }
  const digits = textAt(header, offset, length).trim()
  return digits === '' ? 0 : Number.parseInt(digits, 8)
}

/** The sum of all bytes, the checksum itself counted as blanks. */
function hasChecksum(header: Buffer): boolean {
  let sum = 0
  for (let at = 0; at < blockBytes; at += 1) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0)
  return sum === numberAt(header, 148, 8)
}

/** Records of the form `LENGTH KEY=VALUE\n`. */
function paxFields(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((record): [string, string][] => {
      const match = /^\d+ ([^=]+)=(.*)$/.exec(record)
      return match === null ? [] : [[match[1] ?? '', match[2] ?? '']]
    }),
  )
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { zipSync, type Zippable } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZip, zipLimits } from './zip.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const archive = (files: Zippable): Buffer => Buffer.from(zipSync(files))
const summary = (bytes: string | Uint8Array, limits = zipLimits): readonly (readonly [string, string])[] =>
  [...readZip(bytes, undefined, limits)].map((entry) => [
    entry.name,
    'bytes' in entry ? Buffer.from(entry.bytes).toString('utf8') : entry.issue.code,
  ])

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-zip-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a zip archive', () => {
  const files = {
    'a.json': text('{"id":"A"}'),
    'd/b.json': [text('stored'), { level: 0 }],
    'leer.json': text(''),
  } as const
  const expected = [
    ['a.json', '{"id":"A"}'],
    ['d/b.json', 'stored'],
    ['leer.json', ''],
  ]

  it('gives its files, deflated and stored, from memory', () => {
    expect(summary(archive(files as unknown as Zippable))).toEqual(expected)
  })

  it('gives the same from a file', () => {
    const path = join(folder, 'a.zip')
    writeFileSync(path, archive(files as unknown as Zippable))
    expect(summary(path)).toEqual(expected)
  })

  it('is found behind other bytes, and with a comment at its end', () => {
    const bytes = archive({ 'a.json': text('x') })
    bytes.writeUInt16LE(4, bytes.length - 2)
    expect(summary(Buffer.concat([text('#!/bin/sh\n'), bytes, text('note')]))).toEqual([['a.json', 'x']])
  })

  it('leaves out what is not wanted, and folders', () => {
    const bytes = archive({ 'a.json': text('x'), 'b.txt': text('y'), 'd/': text('') })
    expect([...readZip(bytes, (name) => name.endsWith('.json'))].map(({ name }) => name)).toEqual(['a.json'])
  })

  it('may use 64-bit sizes and places', () => {
    expect(summary(zip64('big.json', 'long sizes'))).toEqual([['big.json', 'long sizes']])
  })
})

describe('a damaged or hostile archive', () => {
  it('loses the broken entry only', () => {
    const bytes = archive({ 'a.json': [text('first'), { level: 0 }], 'b.json': text('second') })
    bytes[bytes.indexOf('first')] = 0x46
    expect(summary(bytes)).toEqual([
      ['a.json', 'archive-entry'],
      ['b.json', 'second'],
    ])
  })

  it('says that a truncated file has no directory', () => {
    const bytes = archive({ 'a.json': text('x') })
    expect(summary(bytes.subarray(0, bytes.length - 30))).toEqual([['', 'truncated']])
    expect(summary(Buffer.alloc(0))).toEqual([['', 'empty-file']])
    expect(summary(join(folder, 'absent.zip'))).toEqual([['', 'unreadable']])
  })

  it.each(['../up.json', '/root.json', 'a/../../b.json', 'C:/x.json', 'a\\b.json'])('does not take %s', (name) => {
    expect(summary(archive({ [name]: text('x'), 'a.json': text('x') }))).toEqual([
      [name, 'archive-entry'],
      ['a.json', 'x'],
    ])
  })

  it('does not take links and encrypted entries', () => {
    const bytes = archive({ 'link.json': text('target'), 'a.json': text('x') })
    const row = bytes.indexOf('PK\x01\x02', 0, 'latin1')
    bytes.writeUInt8(3, row + 5)
    bytes.writeUInt32LE(0xa1ff0000, row + 38)
    expect(summary(bytes)[0]).toEqual(['link.json', 'symlink-skipped'])
    bytes.writeUInt32LE(0, row + 38)
    bytes.writeUInt16LE(1, row + 8)
    expect(summary(bytes)[0]).toEqual(['link.json', 'archive-entry'])
  })

  it('stops a bomb by its ratio, its size, and the size of all', () => {
    const bomb = archive({ 'bomb.json': new Uint8Array(8 * 2 ** 20), 'a.json': text('x') })
    expect(summary(bomb)).toEqual([
      ['bomb.json', 'too-large'],
      ['a.json', 'x'],
    ])
    expect(summary(bomb, { ...zipLimits, ratio: 1e9, entryBytes: 1000 })[0]).toEqual(['bomb.json', 'too-large'])
    const many = archive({ 'a.json': text('aaaa'), 'b.json': text('bbbb'), 'c.json': text('c') })
    expect(summary(many, { ...zipLimits, totalBytes: 6 })).toEqual([
      ['a.json', 'aaaa'],
      ['b.json', 'too-large'],
      ['c.json', 'c'],
    ])
    expect(summary(many, { ...zipLimits, entries: 1 })[1]).toEqual(['', 'too-large'])
  })

  it('refuses an entry whose data is longer than it says', () => {
    const bytes = archive({ 'a.json': text('x'.repeat(5000)) })
    bytes.writeUInt32LE(10, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24)
    expect(summary(bytes)).toEqual([['a.json', 'archive-entry']])
  })

  it('never throws, whatever bytes are changed or cut', () => {
    const bytes = archive({ 'a.json': text('{"id":"A"}'), 'b.json': [text('stored'), { level: 0 }] })
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 })
    fc.assert(
      fc.property(changes, fc.nat(bytes.length), (edits, length) => {
        const copy = Buffer.from(bytes)
        for (const [at, value] of edits) copy[at] = value
        for (const entry of readZip(copy.subarray(0, length))) expect(entry.name).toBeTypeOf('string')
      }),
      { numRuns: 2000 },
    )
  })
})

/** One stored entry with zip64 fields in its directory row, a zip64 end and its locator, as APPNOTE 4.3.14 draws them. */
function zip64(name: string, content: string): Buffer {
  const data = Buffer.from(content)
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const row = Buffer.alloc(46 + name.length + 28)
  row.writeUInt32LE(0x02014b50, 0)
  row.writeUInt32LE(crc32(data), 16)
  row.writeUInt32LE(0xffffffff, 20)
  row.writeUInt32LE(0xffffffff, 24)
  row.writeUInt16LE(name.length, 28)
  row.writeUInt16LE(28, 30)
  row.writeUInt32LE(0xffffffff, 42)
  row.write(name, 46)
  const extra = 46 + name.length
  row.writeUInt16LE(1, extra)
  row.writeUInt16LE(24, extra + 2)
  row.writeBigUInt64LE(BigInt(data.length), extra + 4)
  row.writeBigUInt64LE(BigInt(data.length), extra + 12)
  const rowOffset = local.length + data.length
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(BigInt(row.length), 40)
  end64.writeBigUInt64LE(BigInt(rowOffset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(rowOffset + row.length), 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(0xffffffff, 12)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([local, data, row, end64, locator, end])
}

/**
 * Parsing starts no process and opens no socket: every reader reads its samples and broken variants in a program that may do
 * neither (Node's permission model, and throwing functions in place of those that would), and may not write.
 */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockfiles } from '#inventory/lockfiles.generated.ts'
import { readers } from '#inventory/readers.generated.ts'

const root = join(import.meta.dirname, '..', '..')
const program = join(root, 'test', 'contained', 'read-samples.ts')

function contained(...args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const options = ['--permission', `--allow-fs-read=${root}`, program, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8', cwd: root, env: {} })
  return { code: status, stdout, stderr }
}

describe('reading', () => {
  it('needs no process, no socket and no file written, for every reader', () => {
    const { code, stdout, stderr } = contained()
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const { read, faults } = JSON.parse(stdout) as { read: { reader: string; found: number }[]; faults: string[] }
    const ids = [...readers, ...lockfiles].map(({ id }) => id)
    expect(new Set(read.map(({ reader }) => reader))).toEqual(new Set(ids))
    expect(read.filter(({ found }) => found === 0)).toEqual([])
    expect(faults).toEqual([])
  })
})

describe('the containment', () => {
  it.each([
    ['process', 'forbidden: a process started by spawnSync'],
    ['caught', 'forbidden: a process started by spawnSync'],
    ['socket', 'forbidden: a socket opened by connect'],
    ['datagram', 'forbidden: a socket opened by createSocket'],
    ['name', 'forbidden: a name looked up by lookup'],
    ['fetch', 'forbidden: a socket opened by connect'],
    ['file', 'ERR_ACCESS_DENIED'],
  ])('finds a planted %s', (what, message) => {
    const { code, stderr } = contained('--plant', what)
    expect(stderr).toContain(message)
    expect(code).not.toBe(0)
  })
})

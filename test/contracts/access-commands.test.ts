/** The commands about accounts, keys and the audit log, as a person at the machine or a script runs them. */

import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { goodPassword } from '#test/sample-access.ts'

const run = (home: string, ...args: string[]) => headwater(['admin', ...args, '--home', home])

describe('admin user', () => {
  it('adds, lists, grants, revokes, resets and closes, and reads a password from standard input alone', () => {
    const home = scratchFolder()
    const added = headwater(
      ['admin', 'user', 'add', 'ada@harbor.example', '--role', 'admin', '--password-stdin', '--home', home],
      {
        input: `${goodPassword}\n`,
      },
    )
    expect(added).toMatchObject({ code: 0, stderr: '' })
    expect(added.stdout).not.toContain('#')
    const weak = headwater(['admin', 'user', 'add', 'eve@harbor.example', '--password-stdin', '--home', home], {
      input: 'x\n',
    })
    expect(weak.code).toBe(2)
    expect(weak.stderr).toContain('password-weak')
    const ben = run(home, 'user', 'add', 'ben@harbor.example', '--name', 'Ben', '--origin', 'https://headwater.example')
    expect(ben.stdout).toMatch(/https:\/\/headwater\.example\/link#[\w-]{43}/)
    expect(run(home, 'user', 'add', 'BEN@harbor.example').stderr).toContain('account-exists')
    expect(run(home, 'user', 'grant', 'ben@harbor.example', 'auditor').code).toBe(0)
    expect(run(home, 'user', 'grant', 'ben@harbor.example', 'captain')).toMatchObject({ code: 2 })
    expect(run(home, 'user', 'grant', 'ben@harbor.example', 'viewer:nowhere')).toMatchObject({ code: 5 })
    const list = JSON.parse(run(home, 'user', 'list', '--json').stdout) as { people: object[]; schemaVersion: number }
    expect(list).toMatchObject({
      schemaVersion: 1,
      people: [
        { login: 'ada@harbor.example', hasPassword: true, grants: [{ role: 'admin', unit: null }] },
        { login: 'ben@harbor.example', hasPassword: false, grants: [{ role: 'auditor', unit: null }] },
      ],
    })
    expect(run(home, 'user', 'revoke', 'ben@harbor.example', 'auditor').code).toBe(0)
    expect(run(home, 'user', 'revoke', 'ada@harbor.example', 'admin').stderr).toContain('last-administrator')
    expect(run(home, 'user', 'reset', 'ben@harbor.example').stdout).toContain('/link#')
    expect(run(home, 'user', 'revoke', 'ben@harbor.example', '--close').code).toBe(0)
    expect(run(home, 'user', 'reset', 'nobody@harbor.example')).toMatchObject({ code: 5 })
  })
})

describe('admin key', () => {
  it('prints the key once, alone on standard output, and revokes it', () => {
    const home = scratchFolder()
    const made = run(home, 'key', 'create', 'ci', '--permission', 'upload', '--days', '7')
    expect(made.stdout).toMatch(/^hwk_[\w-]{43}\n$/)
    const { keys } = JSON.parse(run(home, 'key', 'list', '--json').stdout) as { keys: { id: string }[] }
    expect(keys).toMatchObject([{ label: 'ci', permissions: ['upload'], units: null, revokedAt: null }])
    expect(run(home, 'key', 'list').stdout).not.toContain(made.stdout.trim())
    expect(run(home, 'key', 'revoke', keys[0]?.id ?? '').code).toBe(0)
    expect(run(home, 'key', 'list').stdout).toContain('revoked on')
    expect(run(home, 'key', 'create', 'ci')).toMatchObject({ code: 2 })
    expect(run(home, 'key', 'create', 'ci', '--permission', 'fly')).toMatchObject({ code: 2 })
    expect(run(home, 'key', 'revoke', 'key-none')).toMatchObject({ code: 5 })
  })
})

describe('admin audit', () => {
  it('prints what was done, checks it, and finds what somebody changed', () => {
    const home = scratchFolder()
    run(home, 'user', 'add', 'ada@harbor.example', '--role', 'admin')
    const text = run(home, 'audit').stdout
    expect(text).toContain('added an account')
    expect(text).not.toContain('ada@')
    const exported = JSON.parse(run(home, 'audit', '-o', 'json').stdout) as { entries: { act: string }[] }
    expect(exported.entries.map(({ act }) => act)).toEqual(['account-add', 'grant', 'account-link'])
    expect(run(home, 'audit', '-o', 'csv').stdout.split('\r\n')).toHaveLength(5)
    const good = run(home, 'audit', '--verify')
    expect(good.code).toBe(0)
    const anchor = /^3:[0-9a-f]{64}$/m.exec(good.stdout)?.[0] ?? ''
    expect(run(home, 'audit', '--verify', '--anchor', anchor).code).toBe(0)
    expect(run(home, 'audit', '--verify', '--anchor', `3:${'0'.repeat(64)}`).code).toBe(1)
    expect(run(home, 'audit', '--verify', '--anchor', 'nonsense').code).toBe(2)
    const database = new DatabaseSync(join(home, 'headwater.db'))
    database.exec("update audit_entry set subject = 'somebody-else' where sequence = 2")
    database.close()
    const bad = run(home, 'audit', '--verify')
    expect(bad.code).toBe(1)
    expect(bad.stdout).toContain('Entry 2 was changed')
  })
})

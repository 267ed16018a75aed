import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, isOutdated, verifyPassword } from './password.ts'

const password = 'the tide turns at a quarter past four'

describe('a password', () => {
  it('is kept as Argon2id with its parameters, another text each time', async () => {
    const [one, other] = [await hashPassword(password), await hashPassword(password)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await verifyPassword(one, password)).toBe(true)
    expect(await verifyPassword(one, `${password} `)).toBe(false)
    expect(await verifyPassword(null, password)).toBe(false)
  })

  it('is the same from a keyboard that composes characters otherwise', async () => {
    const kept = await hashPassword('ein über langes Paßwort')
    expect(await verifyPassword(kept, 'ein u\u0308ber langes Paßwort')).toBe(true)
  })

  it('takes as long to refuse for nobody as for somebody', async () => {
    const kept = await hashPassword(password)
    const times: Record<'somebody' | 'nobody', number[]> = { somebody: [], nobody: [] }
    for (let turn = 0; turn < 9; turn++)
      for (const who of ['somebody', 'nobody'] as const) {
        const start = performance.now()
        await verifyPassword(who === 'somebody' ? kept : null, 'not the password')
        times[who].push(performance.now() - start)
      }
    const [somebody = 0, nobody = 0] = [times.somebody, times.nobody].map((list) => list.sort((a, b) => a - b)[4])
    // Neither may be another kind of work; a busy machine moves both.
    expect(nobody / somebody).toBeGreaterThan(0.5)
    expect(nobody / somebody).toBeLessThan(2)
  })

  it('that was made with other parameters is told', () => {
    const tail = '$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    expect(isOutdated(`$argon2id$v=19$m=19456,t=2,p=1${tail}`)).toBe(true)
    expect(isOutdated(`$argon2id$v=19$m=65536,t=3,p=1${tail}`)).toBe(false)
  })

  it('is refused when it is short, monotonous or the login', () => {
    const refused = ['fourteen chars', 'abababababababababab', 'my ada@harbor.example!', 'x'.repeat(300)]
    for (const text of refused) expect(() => checkPassword(text, 'ada@harbor.example'), text).toThrow('password-weak')
    expect(() => checkPassword('fifteen chars!!', 'ada@harbor.example')).not.toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import { accessSettings, keepsSessions } from './request.ts'

describe('whether browsers keep a session', () => {
  const at = (address: string | undefined, isLoopbackOnly: boolean) =>
    keepsSessions(accessSettings({ HEADWATER_PUBLIC_URL: address }, { isLoopbackOnly, offline: false }))

  it('is so over https and from loopback names alone', () => {
    expect(at(undefined, true)).toBe(true)
    expect(at('https://headwater.example', false)).toBe(true)
    expect(at('http://localhost:4680', true)).toBe(true)
    expect(at('http://127.0.0.1:4680', false)).toBe(true)
  })

  it('is not so over plain HTTP elsewhere, nor where no address is known', () => {
    expect(at(undefined, false)).toBe(false)
    expect(at('http://headwater.example', true)).toBe(false)
    expect(at('http://localhost.example', false)).toBe(false)
  })
})

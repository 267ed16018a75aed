import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { askNpmForRegistry, readNpmConfig } from './npm-config.ts'

const home = mkdtempSync(join(tmpdir(), 'npm-'))
const config = (extra = '') => {
  writeFileSync(join(home, '.npmrc'), `registry=http://usual.registry.example/npm/\n${extra}`)
  return readNpmConfig({ env: { SAMPLE: 'from-env' }, home, prefix: join(home, 'prefix') })
}

afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the configuration of the npm client', () => {
  it('takes the environment before the user, and the user before the machine', () => {
    mkdirSync(join(home, 'prefix', 'etc'), { recursive: true })
    writeFileSync(join(home, 'prefix', 'etc', 'npmrc'), 'registry = https://machine.registry.example/\n')
    const at = (env: Record<string, string>, folder: string) =>
      readNpmConfig({ env, home: folder, prefix: join(home, 'prefix') }).registryOf('lodash')
    writeFileSync(join(home, '.npmrc'), 'registry="https://user.registry.example/npm/"\n')
    expect(at({ npm_config_registry: 'https://env.registry.example' }, home)).toBe('https://env.registry.example')
    expect(at({}, home)).toBe('https://user.registry.example/npm')
    expect(at({}, join(home, 'nobody'))).toBe('https://machine.registry.example')
  })

  it('knows registries of scopes, and what each host wants to see', () => {
    const both = config(
      '@city:registry=https://city.registry.example/api/\n//city.registry.example/api/:_authToken=${SAMPLE}\n# comment\n',
    )
    expect(both.registryOf('@city/forms')).toBe('https://city.registry.example/api')
    expect(both.registryOf('@other/x')).toBe('http://usual.registry.example/npm')
    expect(both.hosts).toEqual(['city.registry.example', 'usual.registry.example'])
    expect(both.authorizationOf('https://city.registry.example/api/@city%2fforms/1.0.0')).toBe('Bearer from-env')
    expect(both.authorizationOf('https://city.registry.example/other')).toBeNull()
    expect(both.authorizationOf('http://usual.registry.example/npm/good')).toBeNull()
  })

  it('refuses addresses that are no web address', () => {
    writeFileSync(join(home, '.npmrc'), 'registry=file:///etc\n')
    expect(readNpmConfig({ env: {}, home, prefix: join(home, 'none') }).registryOf('a')).toBeNull()
  })

  it('is asked of npm itself where no file says it', async () => {
    const asked: string[] = []
    const run = async (program: string, args: readonly string[]): Promise<string> => {
      asked.push([program, ...args].join(' '))
      return 'https://default.registry.example/\n'
    }
    expect(await askNpmForRegistry(run)).toBe('https://default.registry.example')
    expect(asked).toEqual(['npm config get registry'])
    expect(await askNpmForRegistry(async () => null)).toBeNull()
    const nothing = readNpmConfig({ env: {}, home: join(home, 'nobody'), prefix: join(home, 'none') })
    expect(nothing.registryOf('a')).toBeNull()
    expect(nothing.hosts).toEqual([])
  })
})

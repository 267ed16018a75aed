/**
 * Where the user's own npm client would look: the environment, the user's `.npmrc`, the machine's `npmrc`, and npm's own
 * answer where none of these says it. The `.npmrc` of an assessed folder is not read: a foreign repository must not choose
 * which host is asked, nor see what the environment holds.
 */

import { dirname, join } from 'node:path'
import { textOf, type Surroundings } from './surroundings.ts'

export type NpmConfig = {
  /** The registry's address without a slash at the end; null when nothing names one. */
  readonly registryOf: (packageName: string) => string | null
  /** The `Authorization` header for an address, null when none is set for it. */
  readonly authorizationOf: (url: string) => string | null
  /** All hosts named as registries: what the network client may be allowed to reach. */
  readonly hosts: readonly string[]
}

export type NpmSurroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The prefix under which npm keeps its global `etc/npmrc`; null for the one that this program's node lies in. */
  readonly prefix: string | null
}

export function readNpmConfig(surroundings: NpmSurroundings, asked: string | null = null): NpmConfig {
  const settings = settingsOf(surroundings, asked)
  const registryOf = (packageName: string) => {
    const scope = packageName.startsWith('@') ? packageName.split('/')[0] : undefined
    return (
      address(scope === undefined ? undefined : settings.get(`${scope}:registry`)) ?? address(settings.get('registry'))
    )
  }
  const registries = [...settings].filter(([key]) => key === 'registry' || key.endsWith(':registry'))
  const hosts = registries.flatMap(([, value]) => URL.parse(value)?.host ?? [])
  return {
    registryOf,
    authorizationOf: (url) => authorizationOf(settings, url),
    hosts: [...new Set(hosts)].toSorted(),
  }
}

/** The registry that `npm config get registry` prints outside any project; null without an npm that answers. */
export async function askNpmForRegistry(run: Surroundings['run']): Promise<string | null> {
  return address((await run('npm', ['config', 'get', 'registry']))?.trim())
}

/** The weakest first, so that stronger ones overwrite. */
function settingsOf({ env, home, prefix }: NpmSurroundings, asked: string | null): Map<string, string> {
  const variable = (name: string) => env[`npm_config_${name}`] ?? env[`NPM_CONFIG_${name.toUpperCase()}`]
  const settings = new Map<string, string>()
  if (asked !== null) settings.set('registry', asked)
  for (const file of [
    variable('globalconfig') ?? join(prefix ?? dirname(dirname(process.execPath)), 'etc', 'npmrc'),
    variable('userconfig') ?? join(home, '.npmrc'),
  ])
    for (const [key, value] of linesOf(file, env)) settings.set(key, value)
  const registry = variable('registry')
  if (registry !== undefined) settings.set('registry', registry)
  return settings
}

function linesOf(file: string, env: NpmSurroundings['env']): (readonly [string, string])[] {
  return (textOf(file) ?? '').split(/\r?\n/).flatMap((line): (readonly [string, string])[] => {
    const match = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line)
    if (match === null) return []
    const value = (match[2] ?? '').replace(/^"(.*)"$/, '$1')
    return [[match[1] ?? '', value.replace(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole)]]
  })
}

function address(value: string | undefined): string | null {
  const url = value === undefined ? null : URL.parse(value)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** npm keys credentials by address without scheme: `//host/path/:_authToken`; the longest that fits counts. */
function authorizationOf(settings: ReadonlyMap<string, string>, url: string): string | null {
  const parsed = URL.parse(url)
  if (parsed === null) return null
  for (let path = parsed.pathname; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const prefix = `//${parsed.host}${path.replace(/\/*$/, '')}`
    for (const key of [`${prefix}/`, prefix]) {
      const token = settings.get(`${key}:_authToken`)
      if (token !== undefined) return `Bearer ${token}`
      const basic = settings.get(`${key}:_auth`)
      if (basic !== undefined) return `Basic ${basic}`
    }
    if (path === '' || path === '/') return null
  }
}

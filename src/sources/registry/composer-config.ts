/** Where Composer would look: the repositories of its global configuration, or what Composer itself lists. */

import { join } from 'node:path'
import { isRecord, recordAt, textAt } from './extract.ts'
import type { RegistryAccess } from './registry.ts'
import { accessTo, basic, baseOf, textOf, type Base, type Surroundings } from './surroundings.ts'

export async function readComposerConfig({ env, home, run }: Surroundings): Promise<RegistryAccess> {
  const folders = [
    env['COMPOSER_HOME'],
    join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'composer'),
    join(home, '.composer'),
  ].filter((folder) => folder !== undefined)
  const read = (name: string): unknown =>
    folders.map((folder) => jsonOf(textOf(join(folder, name)) ?? '')).find((value) => value !== undefined)
  const config = read('config.json')
  const repositories = isRecord(config) ? config['repositories'] : undefined
  const declared = addressesOf(repositories)
  const listed = [...((await run('composer', ['config', '--global', '--list'])) ?? '').matchAll(listedUrl)].map(
    ([, url = '']) => url,
  )
  const isOnlyDeclared = isWithoutUsual(repositories)
  const addresses = [...declared, ...(isOnlyDeclared ? [] : listed)].map((url) => url.replace(/^https\?:/, 'https:'))
  const secrets = read('auth.json')
  return accessTo(addresses.flatMap((address) => withSecret(baseOf(address), secrets)))
}

const listedUrl = /^\[repositories\.[^\]]*\.url\]\s+(\S+)$/gm

/** An object by name or a list; other types than `composer` are single repositories of code. */
function addressesOf(repositories: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(repositories)
    ? repositories
    : Object.values(isRecord(repositories) ? repositories : {})
  return entries.flatMap((entry) => (textAt(entry, 'type') === 'composer' ? (textAt(entry, 'url') ?? []) : []))
}

/** The name of the usual repository with `false`, alone or as an entry of the list. */
function isWithoutUsual(repositories: unknown): boolean {
  const entries: readonly unknown[] = Array.isArray(repositories) ? repositories : [repositories]
  return entries.some((entry) => isRecord(entry) && Object.values(entry).includes(false))
}

function withSecret(base: Base | null, secrets: unknown): readonly Base[] {
  if (base === null) return []
  const { host } = new URL(base.base)
  const bearer = textAt(recordAt(secrets, 'bearer'), host)
  const pair = recordAt(recordAt(secrets, 'http-basic'), host)
  const user = textAt(pair, 'username')
  if (bearer !== null) return [{ ...base, authorization: `Bearer ${bearer}` }]
  return [user === null ? base : { ...base, authorization: basic(`${user}:${textAt(pair, 'password') ?? ''}`) }]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

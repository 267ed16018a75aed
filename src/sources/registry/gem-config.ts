/** Where gem would look: the sources it prints, or those of `.gemrc`; and mirrors that Bundler was told of. */

import { join } from 'node:path'
import { parse } from 'yaml'
import { isRecord } from './extract.ts'
import type { RegistryAccess } from './registry.ts'
import { accessTo, baseOf, textOf, type Surroundings } from './surroundings.ts'

export async function readGemConfig({ env, home, machine, run }: Surroundings): Promise<RegistryAccess> {
  const printed = (await run('gem', ['sources', '--list'])) ?? ''
  const listed = printed.split(/\r?\n/).filter((line) => /^https?:\/\//.test(line))
  const files = [env['GEMRC'] ?? join(home, '.gemrc'), join(machine, 'gemrc')]
  const sources = listed.length > 0 ? listed : (files.map(sourcesIn).find((found) => found.length > 0) ?? [])
  const mirrors = mirrorsIn(textOf(join(env['BUNDLE_USER_HOME'] ?? join(home, '.bundle'), 'config')) ?? '')
  const all = mirrors.get('ALL')
  const places =
    all !== undefined && sources.length === 0 ? [all] : sources.map((one) => mirrors.get(keyOf(one)) ?? all ?? one)
  return accessTo(places.flatMap((place) => baseOf(place) ?? []))
}

function sourcesIn(path: string): readonly string[] {
  const value = yamlOf(textOf(path) ?? '')
  const sources = isRecord(value) ? (value[':sources'] ?? value['sources']) : undefined
  return Array.isArray(sources) ? sources.filter((one): one is string => typeof one === 'string') : []
}

/** Bundler writes the address that is mirrored into the key: `BUNDLE_MIRROR__HTTPS://GEMS__EXAMPLE/`. */
function mirrorsIn(text: string): ReadonlyMap<string, string> {
  const value = yamlOf(text)
  return new Map(
    Object.entries(isRecord(value) ? value : {}).flatMap(([key, to]): [string, string][] => {
      const of = /^BUNDLE_MIRROR__(.+)$/.exec(key)?.[1]
      return of === undefined || typeof to !== 'string' ? [] : [[of.replace(/\/$/, ''), to]]
    }),
  )
}

function keyOf(address: string): string {
  return address.replace(/\/$/, '').toUpperCase().replaceAll('.', '__').replaceAll('-', '___')
}

function yamlOf(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

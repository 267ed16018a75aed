/**
 * Where go would look for modules: `GOPROXY` as `go env` prints it, or as the environment and go's own file have it. What
 * `GOPRIVATE` and `GONOPROXY` name is kept from every proxy.
 */

import { join } from 'node:path'
import { isRecord } from './extract.ts'
import type { RegistryAccess } from './registry.ts'
import { accessTo, baseOf, textOf, type Surroundings } from './surroundings.ts'

export async function readGoConfig({ env, home, run }: Surroundings): Promise<RegistryAccess> {
  const printed = parsed(await run('go', ['env', '-json', 'GOPROXY', 'GOPRIVATE', 'GONOPROXY']))
  const file = fileOf(textOf(join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'go', 'env')) ?? '')
  const setting = (name: string): string => env[name] ?? printed.get(name) ?? file.get(name) ?? ''
  const bases = []
  for (const entry of setting('GOPROXY').split(/[,|]/)) {
    // Behind these go would leave proxies, and so do we.
    if (entry === 'direct' || entry === 'off') break
    const base = baseOf(entry)
    if (base !== null) bases.push(base)
  }
  const patterns = [setting('GONOPROXY') || setting('GOPRIVATE')].flatMap((text) => text.split(',').filter(Boolean))
  return { ...accessTo(bases), isPrivate: (module) => patterns.some((pattern) => covers(pattern, module)) }
}

/** A pattern covers modules of which the first segments fit; `*` and `?` do not cross a slash. */
function covers(pattern: string, module: string): boolean {
  const wanted = pattern.trim().split('/')
  const segments = module.split('/')
  return wanted.length <= segments.length && wanted.every((part, index) => globOf(part).test(segments[index] ?? ''))
}

function globOf(part: string): RegExp {
  const text = part
    .replaceAll(/[\\^$.|+(){}[\]]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${text}$`)
}

function parsed(json: string | null): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(json ?? '')
    if (!isRecord(value)) return new Map()
    return new Map(Object.entries(value).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])))
  } catch {
    return new Map()
  }
}

function fileOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf('=')
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
  })
  return new Map(lines)
}

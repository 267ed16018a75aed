/**
 * Where cargo would look: a source that replaces the usual one in the user's `config.toml`, else the index that cargo keeps
 * below its home folder since it was last used. A git index is not read.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { recordAt, textAt } from './extract.ts'
import type { RegistryAccess } from './registry.ts'
import { accessTo, baseOf, textOf, type Base, type Surroundings } from './surroundings.ts'

const usual = 'crates-io'

export async function readCargoConfig({ env, home }: Surroundings): Promise<RegistryAccess> {
  const folder = env['CARGO_HOME'] ?? join(home, '.cargo')
  const config = tomlIn(join(folder, 'config.toml')) ?? tomlIn(join(folder, 'config')) ?? {}
  const credentials = tomlIn(join(folder, 'credentials.toml')) ?? tomlIn(join(folder, 'credentials')) ?? {}
  const replaced = replacement(config)
  if (replaced === undefined) return accessTo(usedIndexes(folder))
  const index = sparse(textAt(recordAt(recordAt(config, 'source'), replaced), 'registry')) ?? sparseOf(config, replaced)
  const token =
    env[`CARGO_REGISTRIES_${replaced.toUpperCase().replaceAll('-', '_')}_TOKEN`] ??
    textAt(recordAt(recordAt(credentials, 'registries'), replaced), 'token')
  return accessTo(index === null ? [] : [{ ...index, authorization: token ?? index.authorization }])
}

/** The source at the end of the chain of replacements; undefined when the usual one is not replaced. */
function replacement(config: unknown): string | undefined {
  const sources = recordAt(config, 'source')
  const seen = new Set<string>()
  let name = usual
  for (let next = textAt(recordAt(sources, name), 'replace-with'); next !== null && !seen.has(next);) {
    seen.add(next)
    name = next
    next = textAt(recordAt(sources, name), 'replace-with')
  }
  return name === usual ? undefined : name
}

function sparseOf(config: unknown, name: string): Base | null {
  return sparse(textAt(recordAt(recordAt(config, 'registries'), name), 'index'))
}

function sparse(address: string | null): Base | null {
  return address?.startsWith('sparse+') === true ? baseOf(address.slice('sparse+'.length)) : null
}

/** Cargo names the folder of an index after its host; the one of the usual registry lies at the root of that host. */
function usedIndexes(folder: string): readonly Base[] {
  const indexes = join(folder, 'registry', 'index')
  return namesIn(indexes).flatMap((name) => {
    const host = /^(index\.[a-z0-9.-]+)-[0-9a-f]{16}$/.exec(name)?.[1]
    const isSparse = textOf(join(indexes, name, 'config.json')) !== null
    return (host !== undefined && isSparse && baseOf(`https://${host}`)) || []
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    return []
  }
}

function tomlIn(path: string): unknown {
  try {
    return parse(textOf(path) ?? '')
  } catch {
    return undefined
  }
}

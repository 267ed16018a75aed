/**
 * Release dates from a deps.dev service, where the user names one in `HEADWATER_DEPS_DEV_URL`. Source: deps.dev API v3,
 * `GetPackage`: `/v3/systems/{system}/packages/{name}`.
 */

import type { PurlText } from '#domain/part.ts'
import type { PackageFacts, Release } from '#domain/upstream.ts'
import type { HttpClient } from './http.ts'
import { isRecord, listAt, recordAt, textAt } from './registry/extract.ts'
import { dayIn, inOrder, isPrerelease } from './registry/releases.ts'
import type { RegistryMiss } from './registry/registry.ts'
import { missOf } from './registry/session.ts'

/** Systems of the API by package URL type. */
const systems: Readonly<Record<string, string>> = {
  npm: 'npm',
  pypi: 'pypi',
  cargo: 'cargo',
  golang: 'go',
  maven: 'maven',
  gem: 'rubygems',
  nuget: 'nuget',
}

export const depsDevSetting = 'HEADWATER_DEPS_DEV_URL'

/** The address without a slash at the end; null when the user names none. */
export function depsDevBase(env: Readonly<Record<string, string | undefined>>): string | null {
  const url = URL.parse(env[depsDevSetting] ?? '')
  return url === null || !/^https?:$/.test(url.protocol) ? null : `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

export type DepsDevAnswer = {
  readonly kind: 'found'
  /** The answer as it came: no people stand in it. */
  readonly bytes: Uint8Array
  readonly retrievedAt: string
  readonly facts: Omit<PackageFacts, 'evidence' | 'at' | 'observedOn'>
  /** JSON pointer to the releases. */
  readonly at: string
}

const mostBytes = 32 * 1024 * 1024

/** @param name as the registry of the type calls it. Throws the problem `offline` alone. */
export async function askDepsDev(
  client: HttpClient,
  base: string,
  of: { readonly type: string; readonly name: string; readonly package: PurlText },
): Promise<DepsDevAnswer | RegistryMiss> {
  const system = systems[of.type]
  if (system === undefined) return { kind: 'missing', why: 'not-there' }
  const url = `${base}/v3/systems/${system}/packages/${encodeURIComponent(of.name)}`
  const answer = await client.get(url, { accept: 'application/json', maxBytes: mostBytes })
  if (answer.kind !== 'found') return missOf(answer)
  const facts = factsIn(answer.bytes, of)
  if (facts === undefined) return { kind: 'failed', why: 'nonsense' }
  return { kind: 'found', bytes: answer.bytes, retrievedAt: answer.retrievedAt, facts, at: '/versions' }
}

function factsIn(
  bytes: Uint8Array,
  of: { readonly type: string; readonly package: PurlText },
): DepsDevAnswer['facts'] | undefined {
  const document = parsed(bytes)
  if (textAt(recordAt(document, 'packageKey'), 'name') === null) return undefined
  const releases = listAt(document, 'versions').flatMap((entry): Release[] => {
    const version = textAt(recordAt(entry, 'versionKey'), 'version')
    if (version === null) return []
    const isDeprecated = isRecord(entry) && entry['isDeprecated'] === true
    return [
      {
        version,
        on: dayIn(textAt(entry, 'publishedAt')),
        isPrerelease: isPrerelease(of.type, version),
        isWithdrawn: false,
        deprecation: isDeprecated ? (textAt(entry, 'deprecatedReason') ?? 'deprecated') : null,
        license: null,
      },
    ]
  })
  if (releases.length === 0) return undefined
  return { package: of.package, releases: inOrder(releases), publishers: null, repository: null, fundingLinks: [] }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

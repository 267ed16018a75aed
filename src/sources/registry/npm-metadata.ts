/** What the registry says about one version of an npm package: its size, and how its code is shipped. */

import type { HttpAnswer, HttpClient, HttpFailure } from '#sources/http.ts'
import type { NpmConfig } from './npm-config.ts'

export type NpmPackage = { readonly name: string; readonly version: string }

export type NpmMetadata = {
  readonly kind: 'found'
  readonly of: NpmPackage
  /** The answer as it came: evidence. */
  readonly bytes: Uint8Array
  readonly url: string
  readonly retrievedAt: string
  /** The parsed answer; a manifest with `dist`, to be read with `shapeOfManifest`. */
  readonly manifest: Readonly<Record<string, unknown>>
  /** `dist.unpackedSize`, at `/dist/unpackedSize`; null for versions published before the registry kept it. */
  readonly unpackedBytes: number | null
  readonly fileCount: number | null
  readonly tarball: string | null
  readonly integrity: string | null
}

export type NpmMiss = {
  readonly kind: 'missing' | 'failed'
  readonly of: NpmPackage
  /** Why nothing could be found out; for `missing` the registry does not have the version. */
  readonly why: HttpFailure | 'not-there' | 'no-registry' | 'nonsense' | 'integrity'
}

/** One small request: the version's own document, not the package's whole history. */
export async function fetchNpmMetadata(
  client: HttpClient,
  config: NpmConfig,
  of: NpmPackage,
): Promise<NpmMetadata | NpmMiss> {
  const registry = config.registryOf(of.name)
  if (registry === null) return { kind: 'failed', of, why: 'no-registry' }
  const url = `${registry}/${of.name.replace('/', '%2f')}/${encodeURIComponent(of.version)}`
  const answer = await client.get(url, {
    accept: 'application/json',
    authorization: config.authorizationOf(url),
    maxBytes: 8 * 1024 * 1024,
  })
  return answer.kind === 'found' ? read(of, answer) : missOf(of, answer)
}

export function missOf(of: NpmPackage, answer: Exclude<HttpAnswer, { kind: 'found' }>): NpmMiss {
  return answer.kind === 'missing' ? { kind: 'missing', of, why: 'not-there' } : { kind: 'failed', of, why: answer.why }
}

function read(of: NpmPackage, answer: HttpAnswer & { kind: 'found' }): NpmMetadata | NpmMiss {
  const manifest = parse(answer.bytes)
  // A captive portal, or a proxy's page of its own, must not pass for a package without a size.
  if (manifest === null || manifest['name'] !== of.name || manifest['version'] !== of.version)
    return { kind: 'failed', of, why: 'nonsense' }
  const dist = isRecord(manifest['dist']) ? manifest['dist'] : {}
  const count = (value: unknown) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    kind: 'found',
    of,
    bytes: answer.bytes,
    url: answer.url,
    retrievedAt: answer.retrievedAt,
    manifest,
    unpackedBytes: count(dist['unpackedSize']),
    fileCount: count(dist['fileCount']),
    tarball: text(dist['tarball']),
    integrity: text(dist['integrity']),
  }
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The files of a published npm package, unpacked in memory; nothing is written or run. */

import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import type { HttpClient } from '#sources/http.ts'
import type { NpmConfig } from './npm-config.ts'
import type { NpmMetadata, NpmMiss, NpmPackage } from './npm-metadata.ts'
import { missOf } from './npm-metadata.ts'

export type NpmTarball = {
  readonly kind: 'found'
  readonly of: NpmPackage
  /** The archive as it came: evidence. */
  readonly bytes: Uint8Array
  readonly url: string
  readonly retrievedAt: string
  /** Regular files; the path is relative to the package. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/** An archive that unpacks to more is refused. */
const mostUnpackedBytes = 512 * 1024 * 1024
const mostFiles = 100_000

/**
 * Downloads the archive that the metadata names, if its host is one the client may reach, else the one at the place where
 * registries keep it; and checks it against the metadata's integrity.
 */
export async function fetchNpmTarball(
  client: HttpClient,
  config: NpmConfig,
  { of, tarball, integrity }: NpmMetadata,
): Promise<NpmTarball | NpmMiss> {
  const registry = config.registryOf(of.name)
  const usual = `${registry}/${of.name}/-/${of.name.split('/').at(-1)}-${of.version}.tgz`
  const url = tarball !== null && client.isAllowed(tarball) ? tarball : usual
  const answer = await client.get(url, { authorization: config.authorizationOf(url) })
  if (answer.kind !== 'found') return missOf(of, answer)
  if (integrity !== null && !isIntact(answer.bytes, integrity)) return { kind: 'failed', of, why: 'integrity' }
  const files = await unpack(answer.bytes)
  if (files === null) return { kind: 'failed', of, why: 'nonsense' }
  return { kind: 'found', of, bytes: answer.bytes, url: answer.url, retrievedAt: answer.retrievedAt, files }
}

/** Subresource integrity: one of the hashes of the strongest kind must fit. Kinds that are not known prove nothing. */
function isIntact(bytes: Uint8Array, integrity: string): boolean {
  const hashes = integrity.trim().split(/\s+/)
  for (const algorithm of ['sha512', 'sha384', 'sha256', 'sha1']) {
    const ofKind = hashes.filter((hash) => hash.startsWith(`${algorithm}-`))
    if (ofKind.length === 0) continue
    const digest = createHash(algorithm).update(bytes).digest('base64')
    return ofKind.some((hash) => hash.slice(algorithm.length + 1).split('?')[0] === digest)
  }
  return true
}

/** Null when it is no gzipped tar, or one made to hurt. */
async function unpack(bytes: Uint8Array): Promise<NpmTarball['files'] | null> {
  const files: { path: string; bytes: Uint8Array }[] = []
  try {
    const tar = gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes })
    for await (const { header, body } of new Blob([tar]).stream().pipeThrough(createTarDecoder())) {
      if (header.type !== 'file' || files.length >= mostFiles) {
        await body.cancel()
        continue
      }
      // Archives have one folder of any name at the top, mostly `package`.
      const path = header.name.replace(/^(\.\/)?[^/]*\//, '')
      files.push({ path, bytes: new Uint8Array(await new Response(body).arrayBuffer()) })
    }
  } catch {
    return null
  }
  return files
}

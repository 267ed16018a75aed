/**
 * Sizes of npm packages from the registry of the user's own client: the unpacked size of each version, or its files when
 * asked. Results come in the order of the question; the caller keeps their bytes as evidence and counts the lines.
 */

import type { HttpClient } from '#sources/http.ts'
import type { NpmConfig } from './npm-config.ts'
import type { NpmMetadata, NpmMiss, NpmPackage } from './npm-metadata.ts'
import { fetchNpmMetadata } from './npm-metadata.ts'
import type { NpmTarball } from './npm-tarball.ts'
import { fetchNpmTarball } from './npm-tarball.ts'

export type NpmSizeAnswer =
  | { readonly kind: 'found'; readonly metadata: NpmMetadata; readonly tarball: NpmTarball | NpmMiss | null }
  | NpmMiss

export type NpmSizeRequest = {
  /** Also download and unpack the archives. */
  readonly tarballs: boolean
  /** How many packages are asked for at a time; the client holds back what a host does not bear. */
  readonly atOnce?: number
  readonly onProgress?: (done: number, total: number) => void
}

/** Throws the problem `offline` when the client is offline; everything else is an answer per package. */
export async function fetchNpmSizes(
  client: HttpClient,
  config: NpmConfig,
  packages: readonly NpmPackage[],
  { tarballs, atOnce = 8, onProgress = () => {} }: NpmSizeRequest,
): Promise<readonly NpmSizeAnswer[]> {
  const answers: NpmSizeAnswer[] = []
  let next = 0
  let done = 0
  const work = async () => {
    for (let index = next++; index < packages.length; index = next++) {
      const of = packages[index]
      if (of !== undefined) answers[index] = await fetchOne(client, config, of, tarballs)
      onProgress(++done, packages.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, packages.length) }, work))
  return answers
}

async function fetchOne(
  client: HttpClient,
  config: NpmConfig,
  of: NpmPackage,
  tarballs: boolean,
): Promise<NpmSizeAnswer> {
  const metadata = await fetchNpmMetadata(client, config, of)
  if (metadata.kind !== 'found') return metadata
  return { kind: 'found', metadata, tarball: tarballs ? await fetchNpmTarball(client, config, metadata) : null }
}

/** The files of a published package, unpacked in memory; nothing is written or run. */

import { gunzipSync } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import { readZip } from '#sources/zip.ts'
import type { PackedFile } from './registry.ts'

/** An archive that unpacks to more is refused. */
const mostUnpackedBytes = 512 * 1024 * 1024
const mostFiles = 100_000

/** Regular files of a gzipped tar; null when it is none, or one made to hurt. */
export async function filesOfTarGz(bytes: Uint8Array): Promise<readonly PackedFile[] | null> {
  try {
    return await filesOfTar(gunzipSync(bytes, { maxOutputLength: mostUnpackedBytes }))
  } catch {
    return null
  }
}

export async function filesOfTar(bytes: Uint8Array): Promise<readonly PackedFile[] | null> {
  const files: PackedFile[] = []
  try {
    for await (const { header, body } of new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(createTarDecoder())) {
      if (header.type !== 'file' || files.length >= mostFiles) await body.cancel()
      else files.push({ path: header.name, bytes: new Uint8Array(await new Response(body).arrayBuffer()) })
    }
  } catch {
    return null
  }
  return files
}

/** Files of a zip; null when it is none, or when it has entries that are damaged: a part would pass for the whole. */
export function filesOfZip(bytes: Uint8Array): readonly PackedFile[] | null {
  const files: PackedFile[] = []
  const limits = { entryBytes: 64 * 2 ** 20, totalBytes: mostUnpackedBytes, ratio: 1100, entries: mostFiles }
  for (const entry of readZip(bytes, () => true, limits)) {
    if ('bytes' in entry) files.push({ path: entry.name, bytes: entry.bytes })
    else if (entry.issue.code !== 'symlink-skipped') return null
  }
  return files
}

/** Archives mostly have one folder of any name at the top. */
export function withoutTopFolder(files: readonly PackedFile[] | null): readonly PackedFile[] | null {
  return files === null
    ? null
    : files.map(({ path, bytes }) => ({ path: path.replace(/^(?:\.\/)?[^/]*\//, ''), bytes }))
}

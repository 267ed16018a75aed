/** Files of unpacked folders and of archives, one at a time: `path` within the package, and its bytes. */

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { unpackTar } from 'modern-tar'

export type PackedFile = { readonly path: string; readonly bytes: Uint8Array }

/** @param skip names of folders that belong to other packages, such as `node_modules` */
export function* folderFiles(root: string, skip: readonly string[] = []): Generator<PackedFile> {
  const waiting = [root]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const location = join(folder, entry.name)
      if (entry.isDirectory() && !skip.includes(entry.name)) waiting.push(location)
      if (entry.isFile()) yield { path: relative(root, location).split(sep).join('/'), bytes: readFileSync(location) }
    }
  }
}

/** Wheels and jars. */
export function zipFiles(location: string): readonly PackedFile[] {
  return Object.entries(unzipSync(readFileSync(location))).flatMap(([path, bytes]) =>
    path.endsWith('/') ? [] : [{ path, bytes }],
  )
}

/** Source archives of Python packages; the folder around everything is taken off. */
export async function tarFiles(location: string): Promise<readonly PackedFile[]> {
  const entries = await unpackTar(new Uint8Array(gunzipSync(readFileSync(location))))
  return entries.flatMap(({ header, data }) =>
    header.type === 'file' && data !== undefined
      ? [{ path: header.name.split('/').slice(1).join('/'), bytes: data }]
      : [],
  )
}

export function isFolder(location: string): boolean {
  return statSync(location, { throwIfNoEntry: false })?.isDirectory() ?? false
}

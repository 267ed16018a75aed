/** Suites as they are kept: zips of JSON, and gzipped JSON or JSON Lines. */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'

/** The JSON files of a zip whose path fits, sorted by path. */
export function readZipJson(path: string, fits: RegExp): { readonly name: string; readonly json: unknown }[] {
  const files = unzipSync(readFileSync(path), { filter: ({ name }) => fits.test(name) })
  return Object.keys(files)
    .toSorted()
    .map((name) => ({ name, json: JSON.parse(strFromU8(files[name] as Uint8Array)) as unknown }))
}

export function readGzipJson(path: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as unknown
}

export function readGzipLines(path: string): unknown[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}

/** S10: what a browser must fetch before the portal shows its first page, gzipped; Table and charts come with the pages. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb, webFolder } from '#tools/build-web.ts'
import { print } from './figure.ts'

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

const bar = 200

export async function run(): Promise<void> {
  await buildWeb()
  const manifest = JSON.parse(readFileSync(join(webFolder, 'manifest.json'), 'utf8')) as Manifest
  const entry = filesOf(manifest, ['index.html'])
  for (const language of ['en', 'de', 'ja'])
    print({
      bench: 'S10',
      figure: `initial JavaScript with the words of ${language}, gzip`,
      value: size(filesOf(manifest, ['index.html', keyOf(manifest, `text/${language}.ts`)])),
      unit: 'kB',
      bar,
    })
  const first = ['index.html', keyOf(manifest, 'text/en.ts'), keyOf(manifest, 'pages/home/page.tsx')]
  print({
    bench: 'S10',
    figure: 'as above with Home, its table and its picture',
    value: size(filesOf(manifest, first)),
    unit: 'kB',
  })
  print({ bench: 'S10', figure: 'styles, gzip', value: size(new Set(manifest['index.html']?.css ?? [])), unit: 'kB' })
  const all = new Set(Object.values(manifest).map(({ file }) => file))
  print({ bench: 'S10', figure: 'everything there is, all languages, gzip', value: size(all), unit: 'kB' })
  if (entry.size === 0) throw new Error('The build names no entry.')
}

function keyOf(manifest: Manifest, end: string): string {
  const key = Object.keys(manifest).find((one) => one.endsWith(end))
  if (key === undefined) throw new Error(`The build has no ${end}.`)
  return key
}

/** With everything that is fetched along with it; what is imported on demand is not. */
function filesOf(manifest: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (chunk === undefined || seen.has(key)) return
    seen.add(key)
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const key of keys) visit(key)
  return files
}

function size(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webFolder, file))).length, 0) / 1000
}

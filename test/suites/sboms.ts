/**
 * SBOMs of many tools: every one is recognised, nothing is dropped silently, each part stands where its reader says, and the
 * number of entries found is the one that the index of the collection gives.
 */

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { unpackTar } from 'modern-tar'
import type { ReadDocument } from '#domain/part.ts'
import { recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'
import { sharedData } from '#test/shared-data.ts'
import { unstated } from '#test/stated-parts.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { absent, tally } from './tally.ts'

type Entry = {
  readonly file: string
  readonly format: string
  readonly components?: number | null
  readonly packages?: number
}

export async function run(): Promise<readonly SuiteResult[]> {
  return [
    await judge('SBOM collection', 'sboms/sboms.tar.gz', 'sboms/index.jsonl.gz'),
    await judge('SBOMs of container images', 'sboms/containers-300.tar.gz', undefined),
  ]
}

/** @param indexPath undefined when the index lies in the archive */
async function judge(suite: string, archivePath: string, indexPath: string | undefined): Promise<SuiteResult> {
  const archive = sharedData(archivePath)
  const indexFile = indexPath === undefined ? archive : sharedData(indexPath)
  if (archive === undefined || indexFile === undefined) return absent(suite)
  const files = new Map<string, Uint8Array>()
  for (const { header, data } of await unpackTar(gunzipSync(readFileSync(archive)))) {
    if (data !== undefined) files.set(header.name.replace(/^\.\//, ''), data)
  }
  const index = indexPath === undefined ? files.get('index.jsonl') : gunzipSync(readFileSync(indexFile))
  const entries = new TextDecoder()
    .decode(index)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
  return tally(
    suite,
    entries.map((entry) => answer(entry, files.get(entry.file) ?? new Uint8Array())),
  )
}

function answer(entry: Entry, bytes: Uint8Array): Miss {
  const count = entry.components ?? entry.packages ?? null
  const expected = count === null ? 'read' : `${count} found`
  const file = sourceFile(entry.file, bytes)
  const reader = recognise(file)
  if (reader?.recognisesContent(file.text()) !== true) return withReason(entry, expected, 'not recognised', file.text())
  // Without the guard of `readDocument`: a reader that throws shows.
  const document = reader.read(file)
  const { found, taken, refused } = document.counts
  if (found !== taken + refused || taken !== document.parts.length || refused !== document.refused.length) {
    return { case: entry.file, expected, got: `counts do not add up: ${JSON.stringify(document.counts)}` }
  }
  const [misplaced] = unstated(file.text(), document)
  if (misplaced !== undefined) return { case: entry.file, expected, got: `not at its place: ${misplaced}` }
  return count === null
    ? { case: entry.file, expected, got: 'read' }
    : withReason(entry, expected, `${found} found`, file.text(), document)
}

/** Why the count differs from the index's, shown by counting in another way. */
function withReason(
  { file, format }: Entry,
  expected: string,
  got: string,
  text: string,
  document?: ReadDocument,
): Miss {
  const miss = { case: file, expected, got }
  if (expected === got) return miss
  const found = document?.counts.found
  if (/"\$defs"\s*:/.test(text) && document === undefined)
    return { ...miss, reason: 'it is the JSON Schema of SPDX 3, not a document' }
  if (format === 'xml' && found === listedInXml(text)) {
    return {
      ...miss,
      reason: 'the index counts every component element: the described root, tools, formulation and pedigree, too',
    }
  }
  if (format === 'jsonld3' && found === 1 && !text.includes('"@graph"')) {
    return { ...miss, reason: 'the document is one package without a graph; the index counts inside graphs only' }
  }
  const inRoot = /"metadata"/.test(text) ? nestedInRoot(JSON.parse(text)) : 0
  if (inRoot > 0 && `${(found ?? 0) - inRoot} found` === expected) {
    return { ...miss, reason: `the index leaves out the ${inRoot} components nested in the described root` }
  }
  return miss
}

/** Component elements outside tools, formulation, pedigree and the tag of the described root itself. */
function listedInXml(text: string): number {
  const body = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<tools>[\s\S]*?<\/tools>/g, '')
    .replace(/<formulation>[\s\S]*?<\/formulation>/g, '')
    .replace(/<pedigree>[\s\S]*?<\/pedigree>/g, '')
  const metadata = /<metadata>[\s\S]*?<\/metadata>/.exec(body)?.[0] ?? ''
  return (body.match(/<component[\s>]/g) ?? []).length - (/<component[\s>]/.test(metadata) ? 1 : 0)
}

type Nested = { readonly components?: readonly Nested[] }

function nestedInRoot(bom: { readonly metadata?: { readonly component?: Nested } }): number {
  const count = ({ components = [] }: Nested): number => components.reduce((sum, inner) => sum + 1 + count(inner), 0)
  return count(bom.metadata?.component ?? {})
}

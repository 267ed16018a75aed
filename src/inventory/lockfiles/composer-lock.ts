import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { LicenseStatement, ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { parseJson } from '#inventory/text/json.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asList, asRecord, asText, asTextOrNumber, entriesOf, textsOf } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'composer-lock',
  label: 'Composer lockfile',
  explanation:
    'Reads packages and packages-dev of composer.lock with licenses, hashes and edges. What the project asks for comes from the composer.json beside it; without one directness is unknown.',
  source: 'Composer documentation: composer.lock',
  kind: 'lockfile',
  recognisesName: named('composer.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const lists: readonly (readonly [string, Scope])[] = [
  ['packages', 'runtime'],
  ['packages-dev', 'development'],
]

function read(file: SourceFile): ReadDocument {
  const into = new Collector('composer-lock', 'composer.lock')
  const lock = openJson(file, into)
  into.specVersion = asText(lock['plugin-api-version']) ?? null
  const indices = new Map<string, number>()
  const taken: [UnknownRecord, number][] = []
  for (const [list, scope] of lists) {
    for (const [order, value] of (asList(lock[list]) ?? []).entries()) {
      const at = pointer(list, order)
      const entry = asRecord(value)
      const name = asText(entry?.['name'])
      if (entry === undefined || name === undefined)
        into.refuse(at, entry === undefined ? 'wrong-type' : 'part-without-name')
      else if (asText(asRecord(entry['dist'])?.['type']) === 'path') into.refuse(at, 'local-source')
      else {
        const index = into.take(partOf(name, entry, scope, at))
        taken.push([entry, index])
        // Names are told apart without regard to case; what a package replaces or provides is answered by it too.
        indices.set(name.toLowerCase(), index)
      }
    }
  }
  for (const [entry, index] of taken) {
    for (const field of ['replace', 'provide']) {
      for (const [name] of entriesOf(entry[field]))
        if (!indices.has(name.toLowerCase())) indices.set(name.toLowerCase(), index)
    }
  }
  for (const [entry, index] of taken) {
    for (const [name] of entriesOf(entry['require'])) {
      const to = indices.get(name.toLowerCase())
      if (to !== undefined && to !== index) into.edge(index, to)
    }
  }
  takeRoots(file, indices, into)
  return into.finish()
}

function partOf(name: string, entry: UnknownRecord, scope: Scope, at: string) {
  const stated = asTextOrNumber(entry['version']) ?? null
  const source = asRecord(entry['source'])
  const url = asText(source?.['url'])
  const licenses: LicenseStatement[] = textsOf(entry['license']).map((text) => ({ basis: 'declared', text }))
  return {
    ref: name,
    at,
    ecosystem: 'Packagist',
    name,
    version: stated,
    scope,
    licenses,
    hashes: hexHash(asText(asRecord(entry['dist'])?.['shasum']) ?? ''),
    sourceUrl: url === undefined || source?.['type'] === 'path' ? undefined : repositoryUrl(url),
  }
}

function takeRoots(file: SourceFile, indices: ReadonlyMap<string, number>, into: Collector): void {
  const manifest = file.sibling('composer.json')
  const parsed = manifest === undefined ? undefined : parseJson(manifest.text())
  const record = parsed?.ok === true ? asRecord(parsed.value) : undefined
  if (record === undefined) return
  const name = asText(record['name'])
  if (name !== undefined) into.subject = { name, version: asText(record['version']) ?? null, purl: null }
  for (const [field, scope] of [
    ['require', 'runtime'],
    ['require-dev', 'development'],
  ] as const) {
    for (const [asked] of entriesOf(record[field])) {
      const to = indices.get(asked.toLowerCase())
      if (to !== undefined) into.root(to, scope)
    }
  }
  into.settleDirectness()
}

import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { integrity } from '#inventory/text/hashes.ts'
import type { NpmResolution } from '#inventory/text/npm-entry.ts'
import { npmResolution } from '#inventory/text/npm-entry.ts'
import { gitAddress } from '#inventory/text/npm-request.ts'
import { openJson } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { asList, asRecord, asText, asTextOrNumber } from '#inventory/text/values.ts'
import type { UnknownRecord } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'bun-lock',
  label: 'Bun lockfile',
  explanation:
    'Reads every package of bun.lock with hashes, edges and scope. Members of the workspace are not parts; what they ask for is direct.',
  source: 'Bun documentation: lockfile',
  kind: 'lockfile',
  recognisesName: named('bun.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const requests: readonly (readonly [string, Scope])[] = [
  ['dependencies', 'runtime'],
  ['peerDependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
]

type Taken = { readonly path: readonly string[]; readonly info: UnknownRecord; readonly index: number }

function read(file: SourceFile): ReadDocument {
  const into = new Collector('bun-lock', 'bun.lock')
  const lock = openJson(file, into, true)
  into.specVersion = asTextOrNumber(lock['lockfileVersion']) ?? null
  const indices = new Map<string, number>()
  const taken: Taken[] = []
  const places = entryLines(file.text())
  for (const [key, value] of Object.entries(asRecord(lock['packages']) ?? {})) {
    const at = lines(places.get(key) ?? 1)
    const fields = asList(value)
    const resolution = npmResolution(asText(fields?.[0]) ?? '')
    if (fields === undefined) into.refuse(at, 'wrong-type')
    else if (resolution === undefined || resolution.name === '') into.refuse(at, 'part-without-name')
    else if (resolution.protocol === 'workspace' || resolution.protocol === 'root') continue
    else if (['file', 'link'].includes(resolution.protocol) || /^\.{0,2}\//.test(localPath(resolution)))
      into.refuse(at, 'local-source')
    else {
      const { name, protocol, rest } = resolution
      const index = into.take({
        ref: key,
        at,
        ecosystem: 'npm',
        name,
        version: protocol === 'npm' ? rest : null,
        hashes: integrity(fields.map(asText).findLast((field) => /^sha\d+-/.test(field ?? ''))),
        ...origin(protocol, rest),
      })
      indices.set(key, index)
      taken.push({ path: segments(key), info: fields.map(asRecord).find((field) => field !== undefined) ?? {}, index })
    }
  }
  takeRoots(lock, indices, into)
  for (const { path, info, index } of taken) {
    for (const [field, scope] of requests) {
      if (scope === 'development') continue
      for (const name of Object.keys(asRecord(info[field]) ?? {})) {
        const to = resolve(indices, path, name)
        if (to !== undefined) into.edge(index, to, scope === 'optional')
      }
    }
  }
  if (asRecord(lock['workspaces']) !== undefined) {
    into.settleDirectness()
    into.settleScopes()
  }
  return into.finish()
}

function takeRoots(lock: UnknownRecord, indices: ReadonlyMap<string, number>, into: Collector): void {
  for (const [folder, value] of Object.entries(asRecord(lock['workspaces']) ?? {})) {
    const member = asRecord(value) ?? {}
    const name = asText(member['name'])
    if (folder === '' && name !== undefined)
      into.subject = { name, version: asText(member['version']) ?? null, purl: null }
    for (const [field, scope] of requests) {
      for (const asked of Object.keys(asRecord(member[field]) ?? {})) {
        const to = resolve(indices, name === undefined ? [] : [name], asked)
        if (to !== undefined) into.root(to, scope)
      }
    }
  }
}

function origin(
  protocol: string,
  rest: string,
): { vcsUrl?: string | undefined; downloadUrl?: string; sourceUrl?: string | undefined } {
  if (protocol === 'npm') return {}
  const address = gitAddress(`${protocol}:${rest}`)
  if (address !== undefined) return { vcsUrl: vcsUrl(address), sourceUrl: repositoryUrl(address) }
  return /^https?$/.test(protocol) ? { downloadUrl: withoutCredentials(`${protocol}:${rest}`) } : {}
}

function localPath({ protocol, rest }: NpmResolution): string {
  return protocol === 'npm' ? rest : ''
}

/** The line of each entry: the file is JSON with comments and trailing commas, and Bun writes one package a line. */
function entryLines(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    const key = /^\s*"([^"\\]+)":\s*\[/.exec(line)?.[1]
    if (key !== undefined && !found.has(key)) found.set(key, index + 1)
  }
  return found
}

/** The packages of a key: `a/@b/c/d` → `a`, `@b/c`, `d`. */
function segments(key: string): string[] {
  return key.match(/@[^/]+\/[^/]+|[^/]+/g) ?? []
}

/** The nearest package of a name: below the one that asks, then below each above it, then at the top. */
function resolve(indices: ReadonlyMap<string, number>, path: readonly string[], name: string): number | undefined {
  for (let depth = Math.min(path.length, 100); depth >= 0; depth--) {
    const found = indices.get([...path.slice(0, depth), name].join('/'))
    if (found !== undefined) return found
  }
  return undefined
}

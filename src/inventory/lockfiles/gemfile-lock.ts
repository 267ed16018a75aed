import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { gemfileGroups } from '#inventory/text/gemfile.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { NameIndex } from '#inventory/text/name-index.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'gemfile-lock',
  label: 'Bundler lockfile',
  explanation:
    'Reads every gem of the GEM, GIT, PATH and PLUGIN SOURCE sections of Gemfile.lock with edges and checksums. DEPENDENCIES are direct; groups come from the Gemfile beside it.',
  source: 'Bundler documentation: Gemfile.lock',
  kind: 'lockfile',
  recognisesName: named('Gemfile.lock', 'gems.locked'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const sources = new Set(['GEM', 'GIT', 'PATH', 'PLUGIN SOURCE'])
const others = new Set(['PLATFORMS', 'DEPENDENCIES', 'RUBY VERSION', 'BUNDLED WITH', 'CHECKSUMS'])

type Gem = { readonly index: number; readonly needs: string[] }

function read(file: SourceFile): ReadDocument {
  const into = new Collector('gemfile-lock', 'Gemfile.lock')
  const gems: Gem[] = []
  const indices = new NameIndex<number>()
  const asked: string[] = []
  const checksums: [name: string, version: string, hash: string][] = []
  let section = ''
  let remote: string | undefined
  let revision: string | undefined
  let gem: Gem | undefined
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const at = lines(index + 1)
    const line = row.trimEnd()
    if (line === '') continue
    const content = line.trimStart()
    const indent = line.length - content.length
    if (indent === 0) {
      section = line
      remote = revision = gem = undefined
      if (!sources.has(section) && !others.has(section)) into.odd('syntax', at, line)
    } else if (section === 'DEPENDENCIES') {
      asked.push(/^[^\s!(]+/.exec(content)?.[0] ?? '')
    } else if (section === 'CHECKSUMS') {
      const match = /^(\S+) \(([^)]+)\) (\S+)$/.exec(content)
      if (match !== null) checksums.push([match[1] ?? '', match[2] ?? '', match[3] ?? ''])
    } else if (section === 'BUNDLED WITH') {
      into.specVersion = content
    } else if (sources.has(section) && indent === 2) {
      if (content.startsWith('remote: ')) remote ??= content.slice(8)
      else if (content.startsWith('revision: ')) revision = content.slice(10)
    } else if (sources.has(section) && indent === 4) {
      gem = undefined
      const match = /^(\S+)(?: \(([^)]*)\))?$/.exec(content)
      const [, name, version] = match ?? []
      if (name === undefined) into.odd('syntax', at, content)
      else if (section === 'PATH') into.refuse(at, 'local-source')
      else {
        const isGit = section === 'GIT' && remote !== undefined
        const { number, platform } = split(version)
        const taken = into.take({
          ref: `${name}@${version ?? ''}`,
          at,
          ecosystem: 'RubyGems',
          name,
          version: number,
          vcsUrl: isGit ? vcsUrl(remote ?? '', revision) : undefined,
          sourceUrl: isGit ? repositoryUrl(remote ?? '') : undefined,
          ...(platform === undefined ? {} : { qualifiers: { platform } }),
        })
        gem = { index: taken, needs: [] }
        gems.push(gem)
        indices.add(name, taken)
      }
    } else if (indent === 6) {
      gem?.needs.push(/^[^\s!(]+/.exec(content)?.[0] ?? '')
    }
  }
  for (const { index, needs } of gems)
    for (const name of needs) for (const to of indices.get(name)) into.edge(index, to)
  addChecksums(checksums, into)
  takeRoots(file, asked, indices, into)
  return into.finish()
}

/** `1.15.4-x86_64-linux`: the gem built for one platform. */
function split(version: string | undefined): { number: string | null; platform?: string } {
  if (version === undefined || version === '') return { number: null }
  const dash = version.indexOf('-')
  return dash === -1 ? { number: version } : { number: version.slice(0, dash), platform: version.slice(dash + 1) }
}

function addChecksums(checksums: readonly (readonly [string, string, string])[], into: Collector): void {
  const hashes = new Map(checksums.map(([name, version, hash]) => [`${name}@${version}`, hexHash(hash)]))
  for (const part of into.parts) part.hashes = hashes.get(part.ref) ?? part.hashes
}

function takeRoots(file: SourceFile, asked: readonly string[], indices: NameIndex<number>, into: Collector): void {
  if (asked.length === 0) return
  const gemfile = file.sibling('Gemfile') ?? file.sibling('gems.rb')
  const groups = gemfile === undefined ? undefined : gemfileGroups(gemfile.text())
  for (const name of asked) {
    // A gem that the Gemfile does not name was asked for by a gemspec or an evaluated part of it.
    const scope: Scope = groups?.get(name) ?? 'unknown'
    for (const to of indices.get(name)) into.root(to, scope)
  }
  into.settleDirectness()
  if (groups !== undefined) into.settleScopes()
}

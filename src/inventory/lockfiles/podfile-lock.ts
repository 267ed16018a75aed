import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'podfile-lock',
  label: 'CocoaPods lockfile',
  explanation:
    'Reads every pod and subspec of Podfile.lock with edges and the checksums of the specs. Pods from a folder are refused as local.',
  source: 'CocoaPods documentation: Podfile.lock',
  kind: 'lockfile',
  recognisesName: named('Podfile.lock'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

type Pod = { readonly name: string; readonly version: string; readonly line: number; readonly needs: string[] }
type Lock = {
  readonly pods: readonly Pod[]
  readonly asked: readonly string[]
  /** By pod: where it comes from, when that is not a spec repository. */
  readonly sources: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly checkouts: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly checksums: ReadonlyMap<string, string>
}

function read(file: SourceFile): ReadDocument {
  const into = new Collector('podfile-lock', 'Podfile.lock')
  const lock = parse(openText(file, into), into)
  const indices = new Map<string, number>()
  for (const pod of lock.pods) {
    const [root = '', ...subspecs] = pod.name.split('/')
    const source = new Map([...(lock.sources.get(root) ?? []), ...(lock.checkouts.get(root) ?? [])])
    const at = lines(pod.line)
    if (source.has('path')) {
      into.refuse(at, 'local-source')
      continue
    }
    const git = source.get('git')
    const vcs =
      git === undefined ? undefined : vcsUrl(git, source.get('commit') ?? source.get('tag') ?? source.get('branch'))
    const purl = typedPurl('cocoapods', {
      name: root,
      version: pod.version,
      subpath: subspecs.length === 0 ? null : subspecs.join('/'),
      qualifiers: { vcs_url: vcs },
    })
    const index = into.take({
      ref: pod.name,
      at,
      ecosystem: null,
      purl,
      name: pod.name,
      version: pod.version,
      hashes: hexHash(lock.checksums.get(root) ?? ''),
      sourceUrl: git === undefined ? undefined : repositoryUrl(git),
    })
    indices.set(pod.name, index)
  }
  for (const pod of lock.pods) {
    const from = indices.get(pod.name)
    for (const need of from === undefined ? [] : pod.needs) {
      const to = indices.get(need)
      if (from !== undefined && to !== undefined) into.edge(from, to)
    }
  }
  for (const name of lock.asked) {
    const to = indices.get(name)
    if (to !== undefined) into.root(to, 'unknown')
  }
  if (lock.asked.length > 0) into.settleDirectness()
  return into.finish()
}

function parse(text: string, into: Collector): Lock {
  const pods: Pod[] = []
  const asked: string[] = []
  const sources = new Map<string, Map<string, string>>()
  const checkouts = new Map<string, Map<string, string>>()
  const checksums = new Map<string, string>()
  let section = ''
  let fields: Map<string, string> | undefined
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.trimEnd()
    const content = line.trimStart().replaceAll('"', '')
    const indent = line.length - line.trimStart().length
    if (content === '') continue
    if (indent === 0 && !content.startsWith('- ')) {
      section = /^([A-Z][A-Z ]*):/.exec(content)?.[1] ?? ''
      if (section === '') into.odd('syntax', lines(index + 1), content)
    } else if (section === 'PODS' && indent <= 2) {
      const pod = /^- (\S+) \(([^)]+)\):?$/.exec(content)
      if (pod === null) into.odd('syntax', lines(index + 1), content)
      else pods.push({ name: pod[1] ?? '', version: pod[2] ?? '', line: index + 1, needs: [] })
    } else if (section === 'PODS') {
      pods.at(-1)?.needs.push(nameIn(content))
    } else if (section === 'DEPENDENCIES') {
      asked.push(nameIn(content))
    } else if (section === 'EXTERNAL SOURCES' || section === 'CHECKOUT OPTIONS') {
      const field = /^:?([\w-]+):\s*(.+)$/.exec(content)
      if (indent <= 2)
        (section === 'EXTERNAL SOURCES' ? sources : checkouts).set(content.replace(/:$/, ''), (fields = new Map()))
      else if (field !== null) fields?.set(field[1] ?? '', field[2] ?? '')
    } else if (section === 'SPEC CHECKSUMS') {
      const [name = '', checksum = ''] = content.split(': ')
      checksums.set(name, checksum)
    }
  }
  return { pods, asked, sources, checkouts, checksums }
}

function nameIn(content: string): string {
  return /^- (\S+)/.exec(content)?.[1] ?? ''
}

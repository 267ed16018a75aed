import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { hexHash, integrity } from '#inventory/text/hashes.ts'
import { requestedByProject } from '#inventory/text/npm-manifest.ts'
import { requested } from '#inventory/text/npm-request.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { repositoryUrl, vcsUrl } from '#inventory/text/vcs.ts'
import { origin } from './package-lock.ts'

export const reader = defineReader({
  id: 'yarn-classic',
  label: 'Yarn 1 lockfile',
  explanation:
    'Reads every block of a version 1 yarn.lock with hashes and edges. The file does not say what the project asks for; the package.json beside it does, and without one directness and scope stay unknown.',
  source: 'Yarn Classic documentation: yarn.lock',
  kind: 'lockfile',
  recognisesName: named('yarn.lock'),
  recognisesContent: (head) => !/^__metadata:/m.test(head),
  yieldsTo: [],
  read,
})

type Block = {
  readonly requests: readonly string[]
  readonly first: number
  last: number
  readonly fields: Map<string, string>
  readonly needs: { readonly request: string; readonly isOptional: boolean }[]
}

function read(file: SourceFile): ReadDocument {
  const into = new Collector('yarn-classic', 'yarn.lock')
  into.specVersion = '1'
  const indices = new Map<string, number>()
  const taken: [Block, number][] = []
  for (const block of blocks(openText(file, into), into)) {
    const index = takeBlock(block, into)
    if (index === undefined) continue
    taken.push([block, index])
    for (const request of block.requests) indices.set(request, index)
  }
  for (const [block, index] of taken) {
    for (const { request, isOptional } of block.needs) {
      const to = indices.get(request)
      if (to !== undefined) into.edge(index, to, isOptional)
    }
  }
  requestedByProject(file, into, (name, range) => indices.get(`${name}@${range}`))
  return into.finish()
}

function takeBlock(block: Block, into: Collector): number | undefined {
  const [request = ''] = block.requests
  const at = lines(block.first, block.last)
  const split = request.indexOf('@', 1)
  const range = split === -1 ? '' : request.slice(split + 1)
  const asked = requested(split === -1 ? request : request.slice(0, split), range)
  const resolved = block.fields.get('resolved')
  if (asked.name === '') into.refuse(at, 'part-without-name')
  else if (asked.isLocal && !resolved?.startsWith('http')) into.refuse(at, 'local-source')
  else {
    const hashes = integrity(block.fields.get('integrity'))
    const [address = '', hash] = (resolved ?? '').split('#')
    // Of git the part behind `#` is the commit; of an archive it is its SHA-1.
    const isGit = asked.vcsUrl !== undefined || /^git[+:@]/.test(address)
    return into.take({
      ref: request,
      at,
      ecosystem: 'npm',
      name: asked.name,
      version: block.fields.get('version') ?? null,
      hashes: hashes.length > 0 || isGit || hash === undefined ? hashes : hexHash(hash),
      ...(isGit && resolved !== undefined ? gitOrigin(resolved) : origin(address || undefined)),
    })
  }
  return undefined
}

function gitOrigin(resolved: string): { vcsUrl: string | undefined; sourceUrl: string | undefined } {
  const archive = /^https:\/\/codeload\.github\.com\/([^/]+\/[^/]+)\/tar\.gz\/(\w+)/.exec(resolved)
  if (archive === null) return { vcsUrl: vcsUrl(resolved), sourceUrl: repositoryUrl(resolved) }
  const repository = `https://github.com/${archive[1]}`
  return { vcsUrl: `git+${repository}.git@${archive[2]}`, sourceUrl: repository }
}

/** Blocks of the file that are complete: the last one of a file that ends in the middle may lack its version. */
function blocks(text: string, into: Collector): Block[] {
  const found: Block[] = []
  let block: Block | undefined
  let needsAre: 'required' | 'optional' | undefined
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.trimEnd()
    const content = line.trimStart()
    if (content === '' || content.startsWith('#')) continue
    const indent = line.length - content.length
    if (indent === 0) {
      block = undefined
      needsAre = undefined
      const requests = header(line)
      if (requests === undefined) into.odd('syntax', lines(index + 1), line)
      else found.push((block = { requests, first: index + 1, last: index + 1, fields: new Map(), needs: [] }))
    } else if (block === undefined) {
      into.odd('syntax', lines(index + 1), content)
    } else if (indent === 2) {
      const [key, value] = pair(content)
      needsAre = content === 'dependencies:' ? 'required' : content === 'optionalDependencies:' ? 'optional' : undefined
      if (needsAre !== undefined || value === undefined) continue
      block.fields.set(key, value)
      if (key === 'version') block.last = index + 1
    } else if (needsAre !== undefined) {
      const [name, range] = pair(content)
      if (range !== undefined) block.needs.push({ request: `${name}@${range}`, isOptional: needsAre === 'optional' })
    }
  }
  return found
}

/** `"a@^1", b@^2:` → the requests that the block answers. */
function header(line: string): string[] | undefined {
  if (!line.endsWith(':')) return undefined
  const requests = line.slice(0, -1).split(', ').map(unquoted)
  return requests.some((request) => request === '' || /[\s"]/.test(request.replace(/@.*/, ''))) ? undefined : requests
}

function pair(content: string): [string, string | undefined] {
  const match = /^("(?:[^"]*)"|\S+) (.+)$/.exec(content)
  return match === null ? [content, undefined] : [unquoted(match[1] ?? ''), unquoted(match[2] ?? '')]
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text
}

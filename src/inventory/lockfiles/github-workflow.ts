import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'

export const reader = defineReader({
  id: 'github-workflow',
  label: 'GitHub Actions workflow',
  explanation:
    'Reads every `uses` of workflows and composite actions: actions, reusable workflows and container images. A branch as reference is a part without version. Local actions are refused.',
  source: 'GitHub documentation: workflow syntax, jobs.<job_id>.steps[*].uses',
  kind: 'manifest',
  recognisesName: (path) =>
    /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path) || /(?:^|\/)action\.ya?ml$/.test(path),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('github-workflow', 'GitHub Actions workflow')
  let textAbove = -1
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const indent = row.length - row.trimStart().length
    if (row.trim() === '') continue
    // Inside a literal text (a script of a step) the word means nothing.
    if (textAbove !== -1 && indent > textAbove) continue
    textAbove = /:\s*[|>][+-]?\d?\s*(?:#.*)?$/.test(row) ? indent : -1
    const uses = /^\s*(?:-\s+)?uses:\s*(["']?)([^"'#\s]+)\1/.exec(row)?.[2]
    if (uses !== undefined) take(uses, lines(index + 1), into)
  }
  return into.finish()
}

function take(uses: string, at: string, into: Collector): void {
  if (uses.startsWith('./') || uses.startsWith('../')) return into.refuse(at, 'local-source')
  if (uses.startsWith('docker://')) return takeImage(uses.slice(9), at, into)
  const match = /^([\w.-]+)\/([\w.-]+)(?:\/([^@]+))?@(.+)$/.exec(uses)
  if (match === null) return into.odd('syntax', at, uses)
  const [, owner = '', name = '', path, reference = ''] = match
  const isVersion = /^v?\d|^[0-9a-f]{40}$/.test(reference)
  const version = isVersion ? reference : null
  const index = into.take({
    ref: uses,
    at,
    ecosystem: null,
    purl: typedPurl('github', { namespace: owner, name, version, subpath: path ?? null }),
    name: `${owner}/${name}`,
    version,
    range: isVersion ? undefined : reference,
    scope: 'development',
    sourceUrl: `https://github.com/${owner}/${name}`,
  })
  into.root(index, 'development')
}

function takeImage(image: string, at: string, into: Collector): void {
  const match = /^(?:(.+)\/)?([^/:@]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image)
  if (match === null) return into.odd('syntax', at, image)
  const [, path, name = '', tag, digest] = match
  const version = digest ?? tag ?? null
  const first = path?.split('/')[0] ?? ''
  const hasHost = first.includes('.') || first.includes(':') || first === 'localhost'
  const namespace = hasHost ? path?.slice(first.length + 1) : path
  const purl = typedPurl('docker', {
    namespace: namespace || null,
    name,
    version,
    qualifiers: { repository_url: hasHost ? first : undefined },
  })
  into.root(into.take({ ref: image, at, ecosystem: null, purl, name, version, scope: 'development' }), 'development')
}

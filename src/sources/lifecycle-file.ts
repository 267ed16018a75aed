/**
 * Reads the product files of endoflife.date: Markdown whose front matter lists release cycles with their ends and the
 * package URLs of the product. Fields: `methods.md` 5.3.
 */

import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { issue, type Issue } from '#domain/issue.ts'
import type { Lifecycle, LifecycleCycle } from '#domain/upstream.ts'
import { packageOf, parsePurl } from '#ecosystems/purl.ts'
import { isCalendarDay } from './csv-lines.ts'
import { readFilesAt, type FileAt } from './files-at.ts'

export type ReadLifecycle = Omit<Lifecycle, 'evidence' | 'observedOn'>

export type LifecycleFile = {
  /** Null when the file describes no product. */
  readonly lifecycle: ReadLifecycle | null
  readonly issues: readonly Issue[]
}

/** Hand-written descriptions are a few kilobytes. */
const largestBytes = 2 * 2 ** 20

/** Every product file of a folder or archive, or the one file. */
export function readLifecycleFiles(path: string): Generator<FileAt> {
  return readFilesAt(path, (name) => name.toLowerCase().endsWith('.md'), largestBytes)
}

/** @param name of the file: without folders and ending it is the id of the product */
export function readLifecycleFile(bytes: Uint8Array, name: string): LifecycleFile {
  const refused = (code: Issue['code'], where = name): LifecycleFile => ({
    lifecycle: null,
    issues: [issue(code, where)],
  })
  if (bytes.length === 0) return refused('empty-file')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return refused('not-text')
  }
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 4) : -1
  if (end === -1) return refused('unknown-format')
  const lines = new LineCounter()
  let front: YAMLMap
  try {
    const document = parseDocument(text.slice(0, end + 1), { lineCounter: lines, logLevel: 'silent' })
    if (document.errors.length > 0) return refused('not-yaml')
    if (!isMap(document.contents)) return refused('unknown-format')
    front = document.contents
  } catch {
    return refused('not-yaml')
  }
  const releases = front.get('releases', true)
  if (!isSeq(releases)) return refused('missing-field', `${name}: releases`)
  const issues: Issue[] = []
  const cycles: LifecycleCycle[] = []
  for (const release of releases.items) {
    const at = placeOf(release as Node, lines)
    const read = isMap(release) ? cycleOf(release, at, issues) : undefined
    if (read === undefined) issues.push(issue('missing-field', at, 'releaseCycle'))
    else cycles.push(read)
  }
  const product = (name.split('/').at(-1) ?? name).replace(/\.md$/i, '')
  return { lifecycle: { at: '', product, packages: packagesOf(front, lines, issues), cycles }, issues }
}

function cycleOf(release: YAMLMap, at: string, issues: Issue[]): LifecycleCycle | undefined {
  const cycle = textAt(release, 'releaseCycle')
  if (cycle === null) return undefined
  const end = (key: string): LifecycleCycle['end'] => {
    const value = release.get(key)
    if (value === undefined || value === null) return null
    if (typeof value === 'boolean' || (typeof value === 'string' && isCalendarDay(value))) return value
    issues.push(issue('wrong-type', at, key))
    return null
  }
  const releasedOn = end('releaseDate')
  return {
    cycle,
    releasedOn: typeof releasedOn === 'string' ? releasedOn : null,
    end: end('eol'),
    supportEnd: end('eoas'),
    extendedEnd: end('eoes'),
    longTermFrom: end('lts'),
    latest: textAt(release, 'latest'),
    at,
  }
}

/** Package URLs without version, each once. */
function packagesOf(front: YAMLMap, lines: LineCounter, issues: Issue[]): readonly string[] {
  const identifiers = front.get('identifiers', true)
  if (!isSeq(identifiers)) return []
  const packages = identifiers.items.flatMap((identifier) => {
    const purl = isMap(identifier) ? textAt(identifier, 'purl') : null
    if (purl === null) return []
    const parsed = parsePurl(purl)
    if (parsed.ok) return [packageOf(parsed.canonical)]
    issues.push(issue('invalid-purl', placeOf(identifier as Node, lines), purl))
    return []
  })
  return [...new Set(packages)]
}

/** As it is written: `3.10` is no number. */
function textAt(map: YAMLMap, key: string): string | null {
  const node = map.get(key, true)
  if (!isScalar(node) || node.value === null) return null
  return node.source ?? (typeof node.value === 'string' ? node.value : null)
}

function placeOf(node: Node, lines: LineCounter): string {
  const [from, to] = node.range ?? [0, 0]
  const first = lines.linePos(from).line
  const last = lines.linePos(Math.max(from, to - 1)).line
  return first === last ? `line ${first}` : `line ${first}-${last}`
}

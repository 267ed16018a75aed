import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { hexHash } from '#inventory/text/hashes.ts'
import { openText } from '#inventory/text/open.ts'
import { inFile, lines } from '#inventory/text/place.ts'
import { pythonRequirement } from '#inventory/text/python-requirement.ts'

export const reader = defineReader({
  id: 'requirements',
  label: 'pip requirements',
  explanation:
    'Reads every requirement of a requirements file and of the files it includes with -r. Pinned ones (==) have a version; ranges are parts without one. Constraints (-c) only limit versions and are no parts.',
  source: 'pip documentation: requirements file format; PEP 508',
  kind: 'lockfile',
  recognisesName: (path) => {
    const name = fileName(path).toLowerCase()
    if (!name.endsWith('.txt') && !name.endsWith('.in')) return false
    return name.includes('requirements') || /(?:^|\/)requirements\/[^/]+$/.test(path.toLowerCase())
  },
  recognisesContent: () => true,
  yieldsTo: [],
  read: (file) => readRequirements(file, 'requirements', 'requirements.txt'),
})

const mostIncludes = 100

/** Reads a requirements file, and what has its form, with all it includes. */
export function readRequirements(file: SourceFile, id: string, format: string): ReadDocument {
  const into = new Collector(id, format)
  const scope = scopeByName(file.path)
  const seen = new Set([normal(file.path)])
  const waiting: { file: SourceFile; shown: string | undefined }[] = [{ file, shown: undefined }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { file: current, shown } = next
    const place = (line: string) => (shown === undefined ? line : inFile(shown, line))
    const text = shown === undefined ? openText(current, into) : current.text()
    for (const { content, first, last } of logicalLines(text)) {
      const at = place(lines(first, last))
      const include = /^(?:-r|--requirement)[ =]?\s*(.+)$/.exec(content)?.[1]
      if (include === undefined) {
        takeLine(content, at, scope, into)
        continue
      }
      const path = join(shown ?? '', include.replace(/^["']|["']$/g, ''))
      const isElsewhere = /^(?:[a-z]+:\/\/|[/\\]|[A-Za-z]:)/.test(include)
      const included = isElsewhere ? undefined : file.sibling(path)
      if (included === undefined) into.odd(isElsewhere ? 'include-outside' : 'include-missing', at, include)
      else if (seen.has(normal(included.path))) into.odd('cycle', at, include)
      else if (seen.size > mostIncludes) into.odd('too-large', at, include)
      else {
        seen.add(normal(included.path))
        waiting.push({ file: included, shown: path })
      }
    }
  }
  return into.finish()
}

function takeLine(content: string, at: string, scope: Scope, into: Collector): void {
  const editable = /^(?:-e|--editable)[ =]?\s*(.+)$/.exec(content)?.[1]
  if (editable === undefined && content.startsWith('-')) return
  const [statement = '', ...options] = (editable ?? content).split(/\s(?=--[a-z])/)
  const asked = pythonRequirement(statement)
  if (asked === undefined) return into.odd('syntax', at, content)
  if (asked.isLocal) return into.refuse(at, 'local-source')
  if (asked.name === null) return into.refuse(at, 'part-without-name')
  const hashes = options.flatMap((option) => hexHash(/^--hash[= ]\s*(\S+)/.exec(option)?.[1] ?? ''))
  into.take({
    ref: asked.name,
    at,
    ecosystem: 'PyPI',
    name: asked.name,
    version: asked.version,
    range: asked.range,
    vcsUrl: asked.vcsUrl,
    downloadUrl: asked.downloadUrl,
    sourceUrl: asked.sourceUrl,
    scope,
    hashes,
  })
}

// A requirements file does not say what it is for; only its name may.
function scopeByName(path: string): Scope {
  const words = path
    .toLowerCase()
    .split('/')
    .slice(-2)
    .join('-')
    .split(/[^a-z]+/)
  const isForDevelopment = words.some((word) =>
    [
      'dev',
      'develop',
      'development',
      'test',
      'tests',
      'testing',
      'doc',
      'docs',
      'lint',
      'linter',
      'ci',
      'typing',
      'build',
    ].includes(word),
  )
  return isForDevelopment ? 'development' : 'runtime'
}

/** Lines joined at a trailing backslash, without comments. */
function* logicalLines(text: string): Generator<{ content: string; first: number; last: number }> {
  let parts: string[] = []
  let first = 0
  const rows = text.split('\n')
  for (const [index, row] of rows.entries()) {
    const line = row.replace(/(?:^|\s)#.*$/, '').trimEnd()
    if (parts.length === 0) first = index + 1
    const goesOn = line.endsWith('\\') && index + 1 < rows.length
    parts.push(goesOn || line.endsWith('\\') ? line.slice(0, -1) : line)
    if (goesOn) continue
    const content = parts.join(' ').trim()
    if (content !== '') yield { content, first, last: index + 1 }
    parts = []
  }
}

/** An include is relative to the file it stands in. */
function join(includer: string, path: string): string {
  const slash = includer.lastIndexOf('/')
  return normal(slash === -1 ? path : `${includer.slice(0, slash)}/${path}`)
}

function normal(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '.' || part === '') continue
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else kept.push(part)
  }
  return kept.join('/')
}

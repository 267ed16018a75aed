import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openJson } from '#inventory/text/open.ts'
import { pointer } from '#inventory/text/place.ts'
import { asRecord, asText, asTextOrNumber, entriesOf } from '#inventory/text/values.ts'
import { origin } from './package-lock.ts'

export const reader = defineReader({
  id: 'npm-list',
  label: 'npm ls',
  explanation:
    'Reads the tree that `npm ls --all --json` prints; the top level is direct. Packages that npm says are missing are refused.',
  source: 'npm documentation: npm ls',
  kind: 'lockfile',
  recognisesName: (path) => /^npm-(?:ls|list).*\.json$/.test(fileName(path)),
  recognisesContent: (head) => head.includes('"dependencies"'),
  yieldsTo: ['package-lock.json', 'npm-shrinkwrap.json'],
  read,
})

const deepest = 200

function read(file: SourceFile): ReadDocument {
  const into = new Collector('npm-list', 'npm ls')
  const tree = openJson(file, into)
  const name = asText(tree['name'])
  if (name !== undefined) into.subject = { name, version: asText(tree['version']) ?? null, purl: null }
  const open: { entries: unknown; at: string; from: number; depth: number }[] = [
    { entries: tree['dependencies'], at: '', from: -1, depth: 0 },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [key, value] of entriesOf(next.entries)) {
      const at = `${next.at}${pointer('dependencies', key)}`
      const entry = asRecord(value)
      const resolved = asText(entry?.['resolved'])
      const refusal =
        entry === undefined
          ? 'wrong-type'
          : entry['missing'] === true
            ? 'not-installed'
            : resolved?.startsWith('file:')
              ? 'local-source'
              : next.depth > deepest
                ? 'too-deep'
                : undefined
      if (entry === undefined || refusal !== undefined) {
        into.refuse(at, refusal ?? 'wrong-type')
        continue
      }
      const version = asTextOrNumber(entry['version']) ?? null
      const index = into.take({
        ref: at,
        at,
        ecosystem: 'npm',
        name: asText(entry['name']) ?? key,
        version,
        ...origin(resolved),
      })
      if (next.from === -1) into.root(index, 'unknown')
      else into.edge(next.from, index)
      open.push({ entries: entry['dependencies'], at, from: index, depth: next.depth + 1 })
    }
  }
  into.settleDirectness()
  return into.finish()
}

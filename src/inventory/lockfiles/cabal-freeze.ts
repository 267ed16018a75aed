import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'

export const reader = defineReader({
  id: 'cabal-freeze',
  label: 'Cabal freeze file',
  explanation:
    'Reads every version that cabal.project.freeze fixes. Flags are no parts, and the file does not tell direct from transitive.',
  source: 'Cabal documentation: cabal freeze',
  kind: 'lockfile',
  recognisesName: named('cabal.project.freeze'),
  recognisesContent: () => true,
  yieldsTo: [],
  read,
})

const otherFields = ['index-state:', 'active-repositories:', 'with-compiler:']

function read(file: SourceFile): ReadDocument {
  const into = new Collector('cabal-freeze', 'cabal.project.freeze')
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const at = lines(index + 1)
    const line = row.replace(/--.*$/, '').trim()
    if (otherFields.some((field) => line.startsWith(field))) continue
    for (const part of line.replace(/^constraints:/, '').split(',')) {
      const constraint = part.trim()
      if (constraint === '') continue
      const match = /^(?:any\.|setup\.)?([A-Za-z0-9][\w-]*)\s*==\s*([\d.]+)$/.exec(constraint)
      const [, name = '', version = ''] = match ?? []
      if (match !== null) into.take({ ref: `${name}-${version}`, at, ecosystem: 'Hackage', name, version })
      else if (!/^[\w.-]+\s+(?:[+-][\w-]+\s*)+$/.test(constraint)) into.odd('syntax', at, constraint)
    }
  }
  return into.finish()
}

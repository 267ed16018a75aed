import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { fileName } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'

export const reader = defineReader({
  id: 'opam-list',
  label: 'opam package list',
  explanation:
    'Reads lists of installed OCaml packages as opam keeps them in a switch or prints them: one NAME.VERSION a line.',
  source: 'opam manual: files of a switch; opam list --short --columns=package',
  kind: 'lockfile',
  recognisesName: (path) => /(?:^|[.-])opam[\w-]*\.(?:txt|list|install)$|\.opam-install$/.test(fileName(path)),
  recognisesContent: (head) => /^[a-zA-Z0-9][\w+-]*\.\S+/m.test(head),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('opam-list', 'opam list')
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const line = row.replace(/(?:^|\s)#.*$/, '').trim()
    if (line === '') continue
    const at = lines(index + 1)
    // A name holds no dot; a version may.
    const match = /^([a-zA-Z0-9_][\w+-]*)\.([^\s.]\S*)$/.exec(line)
    if (match === null) into.odd('syntax', at, line)
    else {
      const [, name = '', version = ''] = match
      into.take({ ref: name, at, ecosystem: 'opam', name, version, scope: 'runtime' })
    }
  }
  return into.finish()
}

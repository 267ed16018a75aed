import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { conanReference } from '#inventory/text/conan-reference.ts'
import { named } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'

export const reader = defineReader({
  id: 'conanfile',
  label: 'Conan requirements',
  explanation:
    'Reads the requirement sections of conanfile.txt where no conan.lock stands beside it. What packages bring along is not in the file.',
  source: 'Conan documentation: conanfile.txt',
  kind: 'manifest',
  recognisesName: named('conanfile.txt'),
  recognisesContent: () => true,
  yieldsTo: ['conan.lock'],
  read,
})

const sections: Readonly<Record<string, Scope>> = {
  requires: 'runtime',
  build_requires: 'development',
  tool_requires: 'development',
  test_requires: 'development',
}

function read(file: SourceFile): ReadDocument {
  const into = new Collector('conanfile', 'conanfile.txt')
  let scope: Scope | undefined
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const line = row.replace(/(?:^|\s)#.*$/, '').trim()
    const section = /^\[(\w+)\]$/.exec(line)?.[1]
    if (section !== undefined) scope = Object.hasOwn(sections, section) ? sections[section] : undefined
    else if (line !== '' && scope !== undefined) {
      const at = lines(index + 1)
      const parsed = conanReference(line)
      if (parsed === undefined) into.odd('syntax', at, line)
      else into.root(into.take({ ref: line, at, ecosystem: 'ConanCenter', ...parsed, scope }), scope)
    }
  }
  return into.finish()
}

import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { lineOf } from '#inventory/text/json.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { pythonRequirement } from '#inventory/text/python-requirement.ts'

export const reader = defineReader({
  id: 'setup-py',
  label: 'setuptools script',
  explanation:
    'Reads the requirements that stand as texts in the install_requires of setup.py, which is not run. Requirements that the script makes up are not found, and an issue says where it does.',
  source: 'setuptools documentation: keywords',
  kind: 'manifest',
  recognisesName: named('setup.py'),
  recognisesContent: (head) => /\bsetup\b/.test(head),
  yieldsTo: ['uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('setup-py', 'setup.py')
  const text = openText(file, into)
  const name = /^\s*name\s*=\s*["']([^"'\n]+)["']/m.exec(text)?.[1]
  const version = /^\s*version\s*=\s*["']([^"'\n]+)["']/m.exec(text)?.[1] ?? null
  if (name !== undefined) into.subject = { name, version, purl: null }
  for (const match of text.matchAll(/\binstall_requires\s*=\s*(\[)?/g)) {
    if (match[1] === undefined) into.odd('syntax', lines(lineOf(text, match.index)), 'install_requires')
    else takeList(text, match.index + match[0].length, into)
  }
  return into.finish()
}

/** Texts up to the bracket that closes the list. Anything else in it is not evaluated, and ends the reading of it. */
function takeList(text: string, start: number, into: Collector): void {
  const item = /\s*(?:#[^\n]*\n\s*)*(?:(["'])((?:(?!\1)[^\\\n])*)\1\s*,?|\])/y
  item.lastIndex = start
  for (;;) {
    const before = item.lastIndex
    const match = item.exec(text)
    if (match === null) return into.odd('syntax', lines(lineOf(text, before)), 'install_requires')
    const [, , requirement] = match
    if (requirement === undefined) return
    take(requirement, lines(lineOf(text, match.index + match[0].indexOf(requirement))), into)
  }
}

function take(requirement: string, at: string, into: Collector): void {
  const asked = pythonRequirement(requirement)
  if (asked === undefined) return into.odd('syntax', at, requirement)
  if (asked.isLocal) return into.refuse(at, 'local-source')
  if (asked.name === null) return into.refuse(at, 'part-without-name')
  const { name, version, range, vcsUrl, downloadUrl, sourceUrl } = asked
  const entry = { ref: name, at, ecosystem: 'PyPI', name, version, range, vcsUrl, downloadUrl, sourceUrl }
  into.root(into.take({ ...entry, scope: 'runtime' }), 'runtime')
}

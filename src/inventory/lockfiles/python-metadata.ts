import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { declaredLicense } from '#inventory/text/declared-license.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { pythonName } from '#inventory/text/python-requirement.ts'
import { repositoryUrl } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'python-metadata',
  label: 'Installed Python package',
  explanation:
    'Reads the package that a METADATA or PKG-INFO file among installed packages belongs to, with the license it declares. What it requires is not read: the others that are installed have files of their own.',
  source: 'Python packaging: core metadata specifications',
  kind: 'lockfile',
  recognisesName: (path) =>
    /(?:^|\/)(?:site|dist)-packages\/[^/]+\.(?:dist-info\/METADATA|egg-info(?:\/PKG-INFO)?|egg\/EGG-INFO\/PKG-INFO)$/.test(
      path,
    ),
  recognisesContent: (head) => /^Metadata-Version:/im.test(head),
  yieldsTo: [],
  read,
})

type Field = { readonly value: string; readonly line: number }

function read(file: SourceFile): ReadDocument {
  const into = new Collector('python-metadata', 'Python core metadata')
  const fields = headerFields(openText(file, into), into)
  const first = (name: string): Field | undefined => fields.get(name)?.[0]
  into.specVersion = first('metadata-version')?.value ?? null
  const [name, version] = [first('name'), first('version')]
  if (fields.size === 0) return into.finish()
  for (const name of ['name', 'version'] as const) {
    const [, again] = fields.get(name) ?? []
    if (again !== undefined) into.odd('duplicate-reference', lines(again.line), name)
  }
  if (name === undefined || name.value === '') into.refuse(lines(1), 'part-without-name')
  else {
    const [from, to] = [name.line, version?.line ?? name.line].sort((a, b) => a - b)
    const source = fields.get('project-url')?.find(({ value }) => /^(?:source|repository|code)\b/i.test(value))
    into.take({
      ref: pythonName(name.value),
      at: lines(from ?? 1, to),
      ecosystem: 'PyPI',
      name: name.value,
      version: version === undefined || version.value === '' ? null : version.value,
      licenses: declaredLicense(first('license-expression')?.value ?? first('license')?.value),
      sourceUrl: repositoryUrl(source?.value.replace(/^[^,]*,\s*/, '') ?? ''),
    })
  }
  return into.finish()
}

/** The fields above the first empty line, by lower-case name. Lines that begin with a space go on with the one above. */
function headerFields(text: string, into: Collector): ReadonlyMap<string, readonly Field[]> {
  const fields = new Map<string, Field[]>()
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.replace(/\r$/, '')
    if (line === '') break
    if (/^[ \t]/.test(line)) continue
    const match = /^([A-Za-z][\w-]*):[ \t]*(.*)$/.exec(line)
    if (match === null) {
      into.odd('syntax', lines(index + 1), line)
      continue
    }
    const name = (match[1] ?? '').toLowerCase()
    const field = { value: (match[2] ?? '').trim(), line: index + 1 }
    const known = fields.get(name)
    if (known === undefined) fields.set(name, [field])
    else known.push(field)
  }
  return fields
}

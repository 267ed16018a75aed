import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'
import { pythonRequirement } from '#inventory/text/python-requirement.ts'

export const reader = defineReader({
  id: 'conda-environment',
  label: 'Conda environment',
  explanation:
    'Reads the dependencies of environment.yml, those of conda and those of pip. `name=1.2` means any 1.2 and is a part without version; `==` and `=version=build` are exact.',
  source: 'conda documentation: environment files, match specifications',
  kind: 'manifest',
  recognisesName: named('environment.yml', 'environment.yaml'),
  recognisesContent: (head) => /^dependencies:/m.test(head),
  yieldsTo: [],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('conda-environment', 'environment.yml')
  let inside = false
  let pip = -1
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const line = row.replace(/(?:^|\s)#.*$/, '').trimEnd()
    const content = line.trimStart()
    const indent = line.length - content.length
    if (content === '') continue
    if (indent === 0 && !content.startsWith('-')) {
      inside = content.startsWith('dependencies:')
      pip = -1
      const name = /^name:\s*["']?([^"']+)/.exec(content)?.[1]
      if (name !== undefined) into.subject = { name, version: null, purl: null }
      continue
    }
    const item = inside ? /^-\s+["']?(.*?)["']?$/.exec(content)?.[1] : undefined
    if (item === undefined) continue
    if (item === 'pip:') pip = indent
    else if (pip !== -1 && indent > pip) takePip(item, lines(index + 1), into)
    else {
      pip = -1
      takeConda(item, lines(index + 1), into)
    }
  }
  return into.finish()
}

function takeConda(item: string, at: string, into: Collector): void {
  const match = /^(?:([\w./-]+)::)?([\w.-]+)\s*(.*)$/.exec(item)
  if (match === null) return into.odd('syntax', at, item)
  const [, channel, name = '', specifier = ''] = match
  const exact = /^(?:==\s*([\w.!+]+)|=\s*([\w.!+]+)=[\w*.]+)$/.exec(specifier)
  const version = exact?.[1] ?? exact?.[2] ?? null
  const purl = typedPurl('conda', { name, version, qualifiers: { channel } })
  const index = into.take({
    ref: item,
    at,
    ecosystem: null,
    purl,
    name,
    version,
    range: version === null && specifier !== '' ? specifier : undefined,
    scope: 'runtime',
  })
  into.root(index, 'runtime')
}

function takePip(item: string, at: string, into: Collector): void {
  if (item.startsWith('-')) return
  const asked = pythonRequirement(item)
  if (asked === undefined) return into.odd('syntax', at, item)
  if (asked.isLocal) return into.refuse(at, 'local-source')
  if (asked.name === null) return into.refuse(at, 'part-without-name')
  const { name, version, range, vcsUrl, downloadUrl, sourceUrl } = asked
  const index = into.take({
    ref: `pip/${name}`,
    at,
    ecosystem: 'PyPI',
    name,
    version,
    range,
    vcsUrl,
    downloadUrl,
    sourceUrl,
    scope: 'runtime',
  })
  into.root(index, 'runtime')
}

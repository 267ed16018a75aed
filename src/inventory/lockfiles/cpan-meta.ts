import type { ReadDocument, Scope } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openJson, openYaml } from '#inventory/text/open.ts'
import { lines, pointer } from '#inventory/text/place.ts'
import { asRecord, asText, asTextOrNumber, entriesOf, type UnknownRecord } from '#inventory/text/values.ts'
import { sectionKeyLines } from '#inventory/text/yaml.ts'

export const reader = defineReader({
  id: 'cpan-meta',
  label: 'CPAN distribution metadata',
  explanation:
    'Reads the modules that a Perl distribution asks for (META.json, META.yml). What is asked is a lowest version, so parts have none; modules of which the distribution is not known have no package URL.',
  source: 'CPAN::Meta::Spec 2 and 1.4',
  kind: 'manifest',
  recognisesName: named('META.json', 'META.yml', 'MYMETA.json', 'MYMETA.yml'),
  recognisesContent: (head) => /meta-spec|prereqs|generated_by/.test(head),
  yieldsTo: [],
  read,
})

const phases: readonly (readonly [string, Scope])[] = [
  ['runtime', 'runtime'],
  ['build', 'development'],
  ['configure', 'development'],
  ['test', 'development'],
  ['develop', 'development'],
]

/** In the older form, which knows no phases. */
const lists: readonly (readonly [string, Scope])[] = [
  ['requires', 'runtime'],
  ['recommends', 'optional'],
  ['build_requires', 'development'],
  ['configure_requires', 'development'],
]

function read(file: SourceFile): ReadDocument {
  const into = new Collector('cpan-meta', 'CPAN META')
  const isYaml = /\.ya?ml$/i.test(file.path)
  const { text, value: meta } = isYaml ? openYaml(file, into) : { text: '', value: openJson(file, into) }
  if (Object.keys(meta).length === 0) return into.finish()
  into.specVersion = asTextOrNumber(asRecord(meta['meta-spec'])?.['version']) ?? null
  const [name, version] = [asText(meta['name']), asTextOrNumber(meta['version'])]
  if (name === undefined) into.odd('missing-field', isYaml ? lines(1) : pointer('name'), 'name')
  else into.subject = { name, version: version ?? null, purl: null }
  if (version === undefined) into.odd('missing-field', isYaml ? lines(1) : pointer('version'), 'version')
  for (const [list, scope] of lists) {
    const places = isYaml ? sectionKeyLines(text, list, 2) : undefined
    takeAll(meta, [list], scope, into, (module) => lines(places?.get(module) ?? 1))
  }
  for (const [phase, scope] of phases) {
    for (const relation of ['requires', 'recommends'] as const) {
      const needed = relation === 'recommends' && scope === 'runtime' ? 'optional' : scope
      takeAll(meta, ['prereqs', phase, relation], needed, into, (module) => pointer('prereqs', phase, relation, module))
    }
  }
  return into.finish()
}

function takeAll(
  meta: UnknownRecord,
  path: readonly string[],
  scope: Scope,
  into: Collector,
  placeOf: (module: string) => string,
): void {
  let list: unknown = meta
  for (const key of path) list = asRecord(list)?.[key]
  for (const [module, stated] of entriesOf(list)) {
    // The language itself is no part.
    if (module === 'perl') continue
    const least = asTextOrNumber(stated)
    const range = least === undefined || least === '0' ? undefined : `>= ${least}`
    const entry = { ref: `${path.join('/')}/${module}`, at: placeOf(module), name: module, version: null, scope }
    into.root(into.take({ ...entry, ecosystem: null, ...(range === undefined ? {} : { range }) }), scope)
  }
}

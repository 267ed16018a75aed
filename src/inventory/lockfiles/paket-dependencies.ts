import type { ReadDocument } from '#domain/part.ts'
import { defineReader, type SourceFile } from '#inventory/reader.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openText } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import { typedPurl } from '#inventory/text/purl.ts'

export const reader = defineReader({
  id: 'paket-dependencies',
  label: 'Paket manifest',
  explanation:
    'Reads what paket.dependencies asks for from NuGet and GitHub. Ranges are parts without version; a GitHub reference that is no commit or tag has none either.',
  source: 'Paket documentation: the paket.dependencies file',
  kind: 'manifest',
  recognisesName: named('paket.dependencies'),
  recognisesContent: () => true,
  yieldsTo: ['paket.lock'],
  read,
})

/** Lines that set how packages are fetched, and name none. */
const settings =
  /^(?:source|group|framework|storage|references|content|strategy|lowest_matching|import_targets|copy_local|copy_content_to_output_dir|redirects|generate_load_scripts|version|cache|license_download|create_new_binding_files|condition|nuspec|http|git|gist|clitool|external_lock)\b/i

function read(file: SourceFile): ReadDocument {
  const into = new Collector('paket-dependencies', 'paket.dependencies')
  for (const [index, row] of openText(file, into).split('\n').entries()) {
    const line = row
      .replace(/(?:^|\s)(?:#|\/\/).*$/, '')
      .replace(/([\w.])\/\/ ?[a-z].*$/, '$1')
      .trim()
    const at = lines(index + 1)
    const nuget = /^nuget\s+([\w.-]+)\s*(.*)$/i.exec(line)
    const github = /^github\s+([\w.-]+)\/([\w.-]+)(?::([\w./-]+))?/i.exec(line)
    if (nuget !== null) takeNuget(nuget[1] ?? '', nuget[2] ?? '', at, into)
    else if (github !== null) takeGithub(github[1] ?? '', github[2] ?? '', github[3] ?? null, at, into)
    else if (line !== '' && !settings.test(line)) into.odd('syntax', at, line)
  }
  return into.finish()
}

function takeNuget(name: string, rest: string, at: string, into: Collector): void {
  const range = /^(?:(?:==?|~>|[<>]=?|!)?\s*\d[\w.*+-]*\s*)+/.exec(rest)?.[0].trim() ?? ''
  const exact = /^={1,2}\s*(\d[\w.+-]*)$/.exec(range)?.[1] ?? null
  const index = into.take({
    ref: name,
    at,
    ecosystem: 'NuGet',
    name,
    version: exact,
    range: exact === null && range !== '' ? range : undefined,
    scope: 'runtime',
  })
  into.root(index, 'runtime')
}

function takeGithub(owner: string, name: string, reference: string | null, at: string, into: Collector): void {
  const version = reference !== null && /^(?:v?\d[\w.-]*|[0-9a-f]{40})$/.test(reference) ? reference : null
  const index = into.take({
    ref: `${owner}/${name}`,
    at,
    ecosystem: null,
    purl: typedPurl('github', { namespace: owner, name, version }),
    name: `${owner}/${name}`,
    version,
    range: version === null ? (reference ?? undefined) : undefined,
    sourceUrl: `https://github.com/${owner}/${name}`,
    scope: 'runtime',
  })
  into.root(index, 'runtime')
}

import { defineReader } from '#inventory/reader.ts'
import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument } from '#domain/part.ts'
import { Collector } from '#inventory/text/collector.ts'
import { named } from '#inventory/text/file-name.ts'
import { openToml } from '#inventory/text/open.ts'
import { lines } from '#inventory/text/place.ts'
import type { PythonRequest } from '#inventory/text/python-project.ts'
import { projectOf } from '#inventory/text/python-project.ts'
import { asRecord, asText } from '#inventory/text/values.ts'
import { repositoryUrl, vcsUrl, withoutCredentials } from '#inventory/text/vcs.ts'

export const reader = defineReader({
  id: 'pyproject',
  label: 'Python project',
  explanation:
    'Reads what pyproject.toml asks for (standard, Poetry, PDM and uv tables), where no lockfile stands beside it. Ranges are parts without version.',
  source: 'PEP 621, PEP 735; Poetry documentation: pyproject.toml',
  kind: 'manifest',
  recognisesName: named('pyproject.toml'),
  recognisesContent: () => true,
  yieldsTo: ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml', 'requirements.txt'],
  read,
})

function read(file: SourceFile): ReadDocument {
  const into = new Collector('pyproject', 'pyproject.toml')
  const { text, value } = openToml(file, into)
  const { subject, requests } = projectOf(value)
  into.subject = subject
  const rows = text.split('\n')
  const placeOf = placesByName(rows)
  for (const request of requests) take(request, placeOf(request.name), into)
  return into.finish()
}

function take({ name, scope, requirement, constraint, text }: PythonRequest, at: string, into: Collector): void {
  const table = asRecord(constraint)
  if (requirement?.isLocal === true || table?.['path'] !== undefined) return into.refuse(at, 'local-source')
  const git = asText(table?.['git'])
  const url = asText(table?.['url'])
  // Poetry's bare versions are exact; its other texts are ranges.
  const poetry = requirement === undefined && /^(?:==?\s*)?\d[\w.+!-]*$/.test(text) ? text.replace(/^=+\s*/, '') : null
  const version = requirement === undefined ? poetry : requirement.version
  const range = requirement === undefined ? (poetry === null && text !== '' ? text : undefined) : requirement.range
  const index = into.take({
    ref: `${scope}/${name}`,
    at,
    ecosystem: 'PyPI',
    name,
    version,
    range,
    scope,
    vcsUrl:
      git === undefined
        ? requirement?.vcsUrl
        : vcsUrl(git, asText(table?.['rev']) ?? asText(table?.['tag']) ?? asText(table?.['branch'])),
    downloadUrl: url === undefined ? requirement?.downloadUrl : withoutCredentials(url),
    sourceUrl: git === undefined ? requirement?.sourceUrl : repositoryUrl(git),
  })
  into.root(index, scope)
}

/** The lines that begin with a name, quoted or as a key; each next one for a name asked again. */
function placesByName(rows: readonly string[]): (name: string) => string {
  const found = new Map<string, number[]>()
  for (const [index, row] of rows.entries()) {
    for (const match of row.matchAll(/(?:^\s*|["'])([A-Za-z0-9][\w.-]*)/g)) {
      const name = match[1] ?? ''
      const list = found.get(name)
      if (list === undefined) found.set(name, [index + 1])
      else if (list.at(-1) !== index + 1) list.push(index + 1)
    }
  }
  return (name) => {
    const list = found.get(name)
    return lines((list !== undefined && list.length > 1 ? list.shift() : list?.[0]) ?? 1)
  }
}

/** One Python requirement: PEP 508, or an address as pip takes it. */

import { repositoryUrl, vcsUrl, withoutCredentials } from './vcs.ts'

export type PythonRequirement = {
  /** Null for an address that does not name its package. */
  readonly name: string | null
  /** Exact version of `==` or `===` without a wildcard. */
  readonly version: string | null
  /** The version specifier when it is none exact. */
  readonly range: string | undefined
  readonly marker: string | undefined
  readonly extras: readonly string[]
  readonly isLocal: boolean
  readonly vcsUrl: string | undefined
  readonly downloadUrl: string | undefined
  readonly sourceUrl: string | undefined
}

const nothing = {
  name: null,
  version: null,
  range: undefined,
  marker: undefined,
  extras: [],
  isLocal: false,
  vcsUrl: undefined,
  downloadUrl: undefined,
  sourceUrl: undefined,
} as const

/** Undefined when the text is no requirement at all. */
export function pythonRequirement(text: string): PythonRequirement | undefined {
  const statement = text.trim()
  if (/^(?:[\w.+-]+:\/\/|git\+|hg\+|svn\+|bzr\+)/.test(statement)) return byAddress(statement)
  const match = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?!\w)\s*(?:\[([^\]]*)\])?\s*([^]*)$/.exec(statement)
  const rest = match?.[3] ?? ''
  if (isPath(statement) && (match === null || (rest === '' && isArchive(statement)) || !/^(?:[@;(<>=!~]|$)/.test(rest)))
    return { ...nothing, isLocal: true }
  if (match === null) return undefined
  const name = match[1] ?? ''
  const extras = (match[2] ?? '')
    .split(',')
    .map((extra) => extra.trim())
    .filter((extra) => extra !== '')
  const semicolon = rest.search(/(?:^|\s|[^\s]);/)
  const [before, marker] = splitMarker(rest, semicolon)
  if (before.startsWith('@')) return { ...(byAddress(before.slice(1).trim()) ?? nothing), name, extras, marker }
  const specifier = before.replace(/^\(([^]*)\)$/, '$1').trim()
  if (specifier !== '' && !/^(?:[<>=!~]=?=?\s*[\w.*+!-]+\s*,?\s*)+$/.test(specifier)) return undefined
  const exact = /^===?\s*([\w.+!-]+)$/.exec(specifier)?.[1]
  const range = exact === undefined && specifier !== '' ? specifier : undefined
  return { ...nothing, name, extras, marker, version: exact ?? null, range }
}

function splitMarker(rest: string, found: number): [string, string | undefined] {
  if (found === -1) return [rest.trim(), undefined]
  const at = rest.indexOf(';', found)
  return [rest.slice(0, at).trim(), rest.slice(at + 1).trim()]
}

function isPath(text: string): boolean {
  return (
    /^(?:\.{1,2}(?:[/\\[]|$)|[/\\~]|[A-Za-z]:\\)/.test(text) ||
    /[/\\]/.test(text.split(/[\s;@[]/)[0] ?? '') ||
    isArchive(text)
  )
}

function isArchive(text: string): boolean {
  return /\.(?:whl|tar\.gz|zip)$/.test(text)
}

function byAddress(text: string): PythonRequirement | undefined {
  const [address = '', marker] = text.split(/\s+;\s*/)
  if (address.startsWith('file:')) return { ...nothing, isLocal: true, marker }
  const [url = '', fragment = ''] = address.split('#')
  const name = /(?:^|&)egg=([\w.-]+)/.exec(fragment)?.[1] ?? null
  if (/^(?:git|hg|svn|bzr)\+/.test(url)) {
    const at = url.lastIndexOf('@')
    const hasRevision = at > url.indexOf('/', url.indexOf('://') + 3)
    const revision = hasRevision ? url.slice(at + 1) : undefined
    const repository = hasRevision ? url.slice(0, at) : url
    return {
      ...nothing,
      name: name ?? /([\w.-]+?)(?:\.git)?\/?$/.exec(repository)?.[1] ?? null,
      marker,
      vcsUrl: vcsUrl(repository, revision),
      sourceUrl: repositoryUrl(repository),
    }
  }
  // The name of an archive tells package and version: PEP 427 for wheels, PEP 625 for sources.
  const archive = /\/([A-Za-z0-9][\w.]*?)-(\d[\w.!+]*?)(?:-[\w.]+-[\w.]+-[\w.]+\.whl|\.tar\.gz|\.zip)$/.exec(url)
  return {
    ...nothing,
    name: name ?? archive?.[1] ?? null,
    version: archive?.[2] ?? null,
    marker,
    downloadUrl: withoutCredentials(url),
  }
}

/** One spelling for names that PyPI takes for the same (PEP 503). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

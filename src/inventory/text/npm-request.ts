/** What stands behind a name in npm's family: a version, a range, an alias, git, an address, a local folder. */

import { repositoryUrl, vcsUrl, withoutCredentials } from './vcs.ts'

export type NpmRequest = {
  readonly name: string
  /** An exact version, null otherwise. */
  readonly version: string | null
  readonly range?: string
  readonly isLocal: boolean
  readonly vcsUrl?: string | undefined
  readonly downloadUrl?: string
  readonly sourceUrl?: string | undefined
}

const exact = /^[=v]?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/

/** Reads `name: text` as npm does; the forges' short forms (`owner/name`, `github:owner/name`) are addresses of git. */
export function requested(name: string, text: string): NpmRequest {
  const spec = text.trim()
  if (exact.test(spec)) return { name, version: spec.replace(/^[=v]+/, ''), isLocal: false }
  if (/^(?:file|link|portal|workspace|root):/.test(spec) || /^(?:\.{0,2}\/|~\/)/.test(spec))
    return { name, version: null, isLocal: true }
  const alias = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(spec)
  if (alias !== null) return requested(alias[1] ?? name, alias[2] ?? '')
  const git = gitAddress(spec)
  if (git !== undefined)
    return { name, version: null, isLocal: false, vcsUrl: vcsUrl(git), sourceUrl: repositoryUrl(git) }
  if (/^https?:\/\//.test(spec)) return { name, version: null, isLocal: false, downloadUrl: withoutCredentials(spec) }
  return spec === '' ? { name, version: null, isLocal: false } : { name, version: null, range: spec, isLocal: false }
}

const forges: Readonly<Record<string, string>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
}

/** The git address a request means, undefined when it means none. */
export function gitAddress(spec: string): string | undefined {
  if (/^(?:git[+:@]|ssh:)/.test(spec)) return spec
  if (/^https?:\/\/[^#?]+\.git(?:#|$)/.test(spec)) return spec
  const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+?)(?:\.git)?(#.+)?$/.exec(spec)
  if (short === null) return undefined
  return `https://${forges[short[1] ?? 'github']}/${short[2]}.git${short[3] ?? ''}`
}

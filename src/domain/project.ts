/**
 * The upstream undertaking behind parts: its repository, and the packages it publishes. Linked to parts by evidence (SBOM
 * references, lockfile fields, the module path of Go, the user's own map); unknown stays unknown.
 */

import type { EvidenceId } from './evidence.ts'

/** The address of the main repository without scheme and ending, in small letters: `github.com/lodash/lodash`. */
export type ProjectId = string

export type ProjectLink = {
  /** Package URL without version. */
  readonly package: string
  readonly project: ProjectId
  /**
   * What states the link: the organization itself, a reference in an SBOM, a field of a lockfile, the package's registry, or
   * the package's name itself.
   */
  readonly basis: 'declared' | 'sbom-reference' | 'lockfile-field' | 'registry-metadata' | 'package-name'
  readonly evidence: EvidenceId
  readonly at: string
}

const hostedTwoDeep = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)$/

/**
 * The project that a repository address names; undefined for addresses that name no repository. Sub-folders, branches and
 * the ways to write an address (`git+ssh://git@host/x.git`, `host:x`, `git://…`) fold into one id.
 */
export function projectOfAddress(address: string): ProjectId | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+\.[a-z]{2,}):(?!\/\/|\d+\/)(.+)$/i.exec(address)
  const text = scp === null ? address : `ssh://${scp[1]}/${scp[2]}`
  const match = /^(?:scm:)?(?:git[+:])?(?:[a-z][a-z+]*:)?\/\/(?:[^@/]*@)?([\w.-]+\.[a-z]{2,})(?::\d+)?\/([^?#]+)/i.exec(
    text,
  )
  if (match === null) return undefined
  const host = (match[1] ?? '').toLowerCase().replace(/^www\./, '')
  const segments = (match[2] ?? '').split('/').filter((segment) => segment !== '')
  const named = hostedTwoDeep.test(host) ? segments.slice(0, 2) : segments
  if (named.length === 0 || (hostedTwoDeep.test(host) && named.length < 2)) return undefined
  return `${host}/${named.join('/')}`.toLowerCase().replace(/(?:\.git)?(?:@[^/]*)?$/, '')
}

const basesByWeight: readonly ProjectLink['basis'][] = [
  'declared',
  'registry-metadata',
  'sbom-reference',
  'lockfile-field',
  'package-name',
]

/** The one project taken for each package: the best-founded link, of several the first by id. */
export function projectsOfPackages(links: readonly ProjectLink[]): ReadonlyMap<string, ProjectLink> {
  const best = new Map<string, ProjectLink>()
  for (const link of links) {
    const other = best.get(link.package)
    if (
      other === undefined ||
      weight(link) < weight(other) ||
      (weight(link) === weight(other) && link.project < other.project)
    )
      best.set(link.package, link)
  }
  return best
}

function weight({ basis }: ProjectLink): number {
  return basesByWeight.indexOf(basis)
}

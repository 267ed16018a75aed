/** Addresses of repositories as each format allows them. */

/** `git@host:path`, which git takes for an address and RFC 3987 does not, as the address that it stands for. */
export function overSsh(address: string): string | undefined {
  const match = /^([\w.-]+@[\w.-]+):([^/\s][^\s]*)$/.exec(address)
  return match === null ? undefined : `ssh://${match[1]}/${match[2]}`
}

/** RFC 3987 as far as single characters go; a colon in the first segment ends a scheme or is not allowed there. */
export function isIriReference(text: string): boolean {
  if (/[\p{Cc} <>"{}|\\^`]|%(?![0-9A-Fa-f]{2})/u.test(text) || !text.isWellFormed()) return false
  // Only an address may have brackets, and `#` only once.
  if (/[[\]]/.test(text) || text.indexOf('#') !== text.lastIndexOf('#')) return false
  const colon = text.indexOf(':')
  const first = text.search(/[/?#]/)
  return colon === -1 || (first !== -1 && first < colon) || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)
}

/** Where git repositories are known to live whatever their address ends in. */
const gitHosts = /^https?:\/\/(?:[\w-]+\.)*(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\//i

/** What a reader of SPDX takes for a repository rather than an archive. */
const repository = /^(?:(?:git|hg|svn|bzr)\+|git:)|\.git(?:[@#]|$)/

/**
 * The address as SPDX 2.3 writes download locations (clause 7.7), undefined when it cannot be one. `isExact` is false when
 * the address had to be changed, or can no longer be told from that of an archive.
 */
export function downloadLocation(address: string): {
  readonly location: string | undefined
  readonly isExact: boolean
} {
  if (repository.test(address) && isLocation(address)) return { location: address, isExact: true }
  const ssh = overSsh(address)
  if (ssh !== undefined && isLocation(`git+${ssh}`)) return { location: `git+${ssh}`, isExact: false }
  if (gitHosts.test(address) && isLocation(`git+${address}`)) return { location: `git+${address}`, isExact: true }
  return { location: isLocation(address) ? address : undefined, isExact: false }
}

function isLocation(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]/.test(text) && isIriReference(text)
}

/**
 * The address as CycloneDX writes external references, undefined when it cannot be one. The type of the reference says that
 * it is a repository; the prefix of its tool (`git+`) is no registered scheme, which common validators refuse.
 */
export function referenceAddress(address: string): { readonly url: string | undefined; readonly isExact: boolean } {
  const match = /^(git|hg|svn|bzr)\+(.+)$/.exec(address)
  const plain = match?.[2] ?? address
  const url = [plain, overSsh(plain)].find((text) => text !== undefined && isIriReference(text))
  const isGit = match?.[1] === 'git' && (repository.test(plain) || gitHosts.test(plain))
  return { url, isExact: url === address || (url === plain && isGit) }
}

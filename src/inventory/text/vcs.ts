/** Addresses of version control, as dependencies state them. */

/**
 * Brings a git address to the form that package URLs want in `vcs_url` (SPDX: `git+https://host/path@commit`). Passwords
 * and tokens inside the address are left out: a purl is printed and shared.
 */
export function vcsUrl(address: string, commit?: string): string | undefined {
  let url = address.trim()
  let revision = commit
  const hash = url.indexOf('#')
  if (hash !== -1) {
    revision ??= /^(?:commit[=:]|semver:)?(.+)$/.exec(url.slice(hash + 1))?.[1]
    url = url.slice(0, hash)
  }
  // host:owner/name, the short form of ssh.
  const short = /^(?:ssh:\/\/)?(?:([\w.-]+)@)?([\w-]+(?:\.[\w-]+)+):([^\d/][^:]*)$/.exec(url)
  if (short !== null) url = `ssh://${short[1] ?? 'git'}@${short[2]}/${short[3]}`
  if (!/^[\w+.-]+:\/\/./.test(url)) return undefined
  url = url.replace(/^([\w+.-]+:\/\/)([^/@]*)@/, (_, scheme: string, user: string) => {
    return user === 'git' || user === 'hg' ? `${scheme}${user}@` : scheme
  })
  if (!/^(?:git|hg|svn|bzr)[+:]/.test(url)) url = `git+${url}`
  return revision === undefined ? url : `${url}@${revision}`
}

/** An http address without user and password. */
export function withoutCredentials(address: string): string {
  return address.replace(/^([\w+.-]+:\/\/)[^/@]*@/, '$1')
}

/** The repository an address leads to, without scheme prefix, user, revision and `.git`: evidence for a project. */
export function repositoryUrl(address: string): string | undefined {
  const url = vcsUrl(address.replace(/#.*$/, ''))
  const match = /^(?:git|hg|svn|bzr)(?:\+\w+)?:\/\/(?:[^/@]*@)?(.+?)(?:\.git)?\/?$/.exec(url ?? '')
  return match === null ? undefined : `https://${match[1]}`
}

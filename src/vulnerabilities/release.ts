/** Names of ecosystems with a release, and of repositories, in the spelling that the index uses. */

/** `Debian:12` as ecosystem and release; the release is empty when none is named. */
export function splitRelease(ecosystem: string): { readonly base: string; readonly release: string } {
  const colon = ecosystem.indexOf(':')
  if (colon === -1) return { base: ecosystem, release: '' }
  const base = ecosystem.slice(0, colon)
  return { base, release: normaliseRelease(base, ecosystem.slice(colon + 1)) }
}

/** OSV writes `22.04:LTS` and `v3.18`; queries say `22.04` and `3.18` too. */
function normaliseRelease(base: string, release: string): string {
  if (base === 'Ubuntu') return release.replace(/:LTS$/, '')
  if (base === 'Alpine') return release.replace(/^(?=\d)/, 'v')
  return release
}

/** The pseudo-ecosystem of records that name a repository and no package. */
export const repositoryEcosystem = 'GIT'

/** `https://github.com/a/b.git` and `github.com/A/b` are the same repository. */
export function normaliseRepository(address: string): string {
  return address
    .trim()
    .replace(/^[a-z+]+:\/\/(?:[^/@]*@)?/i, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .toLowerCase()
}

/** Keys of `packages` in pnpm-lock.yaml: `/name/1.0.0_peer@2.0.0` (5), `/name@1.0.0(peer@2.0.0)` (6), `name@1.0.0` (9). */

export type PnpmKey = { readonly name: string; readonly version: string | null }

/** The name and version in a key; undefined for keys that hold neither, such as the address of a repository. */
export function pnpmKey(key: string, major: number): PnpmKey | undefined {
  const path = withoutPeers(key, major)
  if (major >= 6) {
    const at = path.indexOf('@', path.startsWith('/') ? 2 : 1)
    if (at === -1) return undefined
    const name = path.slice(path.startsWith('/') ? 1 : 0, at)
    const version = path.slice(at + 1)
    return { name, version: /^\d/.test(version) ? version : null }
  }
  // A key that does not begin with `/` begins with the host it came from.
  const parts = path.startsWith('/') ? path.slice(1).split('/') : path.split('/').slice(1)
  const name = parts[0]?.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]
  const version = parts[name?.includes('/') ? 2 : 1]
  const isPackage = name !== undefined && name !== '' && version !== undefined && /^\d/.test(version)
  return isPackage ? { name, version } : undefined
}

/** A key or version without the peers that it was resolved with. */
export function withoutPeers(key: string, major: number): string {
  if (major >= 6) {
    const open = key.indexOf('(')
    return open === -1 ? key : key.slice(0, open)
  }
  const slash = key.lastIndexOf('/')
  const underscore = key.indexOf('_', slashBeforeVersion(key, slash))
  return underscore === -1 ? key : key.slice(0, underscore)
}

// Peers of version 5 are behind the first `_` of the version; names may hold one, and peers may hold `/` written as `+`.
function slashBeforeVersion(key: string, last: number): number {
  const match = /\/\d+\.\d/.exec(key)
  return match === null ? Math.max(last, 0) : match.index
}

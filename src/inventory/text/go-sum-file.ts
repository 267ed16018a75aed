/** Lines of go.sum. */

/** A module of whose content go.sum holds the hash; `hash` is the base64 behind `h1:` (SHA-256 over the sorted file hashes). */
export type GoSum = { readonly path: string; readonly version: string; readonly hash: string; readonly line: number }

/** Lines that hash go.mod files only are left out: such a module was looked at, not used. */
export function parseGoSum(text: string, odd: (line: number, text: string) => void): GoSum[] {
  const sums: GoSum[] = []
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.trim()
    if (line === '') continue
    const [path = '', version = '', hash = '', ...rest] = line.split(/\s+/)
    if (rest.length > 0 || !version.startsWith('v') || !/^h1:[A-Za-z0-9+/]{43}=$/.test(hash)) odd(index + 1, line)
    else if (!version.endsWith('/go.mod')) sums.push({ path, version, hash: hash.slice(3), line: index + 1 })
  }
  return sums
}

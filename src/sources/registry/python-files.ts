/** Versions in the names of Python's files. Source: binary distribution format and source distribution file name. */

/** Null for files that are neither wheel nor source archive. */
export function pythonVersionOf(fileName: string): string | null {
  const wheel = /^[^-]+-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(fileName)
  if (wheel !== null) return wheel[1] ?? null
  // The name may hold hyphens in old archives, the version none.
  const source = /^.+-(\d[^-]*)\.(?:tar\.gz|tar\.bz2|zip|tgz)$/.exec(fileName)
  return source?.[1] ?? null
}

/** Of a page of the simple index in HTML: a line a file, its version and whether it was yanked. */
export function versionsInPage(html: string): string {
  const lines = [...html.matchAll(/<a\b([^>]*)>([^<]+)<\/a>/gi)].flatMap(([, attributes = '', text = '']) => {
    const version = pythonVersionOf(text.trim())
    return version === null ? [] : [/\bdata-yanked\b/i.test(attributes) ? `${version} yanked` : version]
  })
  return lines.join('\n')
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { breakable } from './breakable.tsx'

/** A part by its name, leading to the page of its package. What has no package URL is known by name alone. */
export function PartLink({
  purl,
  name,
  version = null,
}: {
  readonly purl: string | null
  readonly name: string
  readonly version?: string | null
}): ReactNode {
  return (
    <>
      {purl === null ? (
        breakable(name)
      ) : (
        <Link to="/component" search={{ purl: packageOf(purl) }} title={purl}>
          {breakable(name)}
        </Link>
      )}
      {version === null ? null : <code> {version}</code>}
    </>
  )
}

/** The package URL without version, qualifiers and subpath; an `@` of a scope is written `%40` in one. */
export function packageOf(purl: string): string {
  const bare = purl.split(/[?#]/)[0] ?? purl
  const at = bare.lastIndexOf('@')
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare
}

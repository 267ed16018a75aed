import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'

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

/** Long names go on in the next line behind a sign, not in the midst of a word. */
export function breakable(name: string): ReactNode {
  const pieces = name.split(/(?<=[:/._-])/)
  return pieces.map((piece, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {piece}
    </Fragment>
  ))
}

/** The package URL without version, qualifiers and subpath; an `@` of a scope is written `%40` in one. */
export function packageOf(purl: string): string {
  const bare = purl.split(/[?#]/)[0] ?? purl
  const at = bare.lastIndexOf('@')
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare
}

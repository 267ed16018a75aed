import { Fragment, type ReactNode } from 'react'

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

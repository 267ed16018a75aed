/** Numbers that open without a figure of their own: by the rows they count, or by the terms they are the sum of. */

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { FigureBody } from '#web/figure.ts'
import type { Place } from '#web/places.ts'
import { useSpeech } from '#web/speech.tsx'
import { FigureView, NotKnown } from './figure-view.tsx'

type Placed = { readonly place: Place; readonly children: ReactNode }

/** A count, which leads to exactly the rows that it counts. */
export function Counted({ place, children }: Placed): ReactNode {
  return (
    <Link {...place} className="count-link" data-counts="rows">
      {children}
    </Link>
  )
}

/** A count that nobody could make where nobody looked. */
export function CountedIfKnown({ count, place }: { readonly count: number | null; readonly place: Place }): ReactNode {
  const { words, formats } = useSpeech()
  if (count === null) return <NotKnown reason={words.unknownReasons['not-collected']} />
  return <Counted place={place}>{formats.count(count)}</Counted>
}

/** A number that is no count of rows, with the rows that it is told from. */
export function Told({ place, children }: Placed): ReactNode {
  return (
    <Link {...place} className="count-link">
      {children}
    </Link>
  )
}

/** A figure opens its working; what was counted over the products in sight leads to the rows it counts. */
export function CountedFigure({
  figure,
  place,
  label,
}: {
  readonly figure: FigureBody<number>
  readonly place: Place
  readonly label: string
}): ReactNode {
  if (figure.id !== null || figure.value === null) return <FigureView figure={figure} label={label} />
  return (
    <Counted place={place}>
      <FigureView figure={figure} />
      <span className="visually-hidden"> {label}</span>
    </Counted>
  )
}

export type Term = { readonly name: string; readonly count: number }

/** A sum that opens in place: what was added up, the greatest first. */
export function Sum({ value, terms }: { readonly value: number; readonly terms: readonly Term[] }): ReactNode {
  const { formats } = useSpeech()
  return (
    <details className="sum">
      <summary>{formats.count(value)}</summary>
      <ul className="plain" tabIndex={0}>
        {terms.map(({ name, count }) => (
          <li key={name}>
            <Name>{name}</Name> {formats.count(count)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A name or an id, which is the same in every language. */
export function Name({ children }: { readonly children: ReactNode }): ReactNode {
  return <span translate="no">{children}</span>
}

/** What others wrote, in their words. */
export function Said({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className="said">{children}</span>
}

import type { ReactNode } from 'react'
import { valueText, type FigureBody, type FigureValue, type Unit } from '#web/figure.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'

/**
 * A figure as a door: its dotted underline opens "why this number". An unknown one shows its hatched face with the reason,
 * never an empty place and never a zero.
 */
export function FigureView({
  figure,
  unit = 'count',
  show = 'range',
  reason,
  label,
}: {
  readonly figure: FigureBody<FigureValue>
  readonly unit?: Unit
  readonly show?: 'range' | 'central'
  /** Why it is unknown, where the page can say it better than the figure. */
  readonly reason?: string
  /** What it is about, for the panel and for those who hear the page. */
  readonly label?: string
}): ReactNode {
  const speech = useSpeech()
  const text =
    figure.value === null
      ? (reason ?? speech.words.unknownReasons[figure.why ?? 'not-collected'])
      : valueText(figure.value, unit, speech, show)
  const shown = figure.value === null ? <span className="not-known">{text}</span> : text
  return figure.id === null ? (
    shown
  ) : (
    <WhyButton id={figure.id} {...(label === undefined ? {} : { label })}>
      {shown}
    </WhyButton>
  )
}

/** Opens the working behind an id around whatever shows it. */
export function WhyButton({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label?: string
  readonly children: ReactNode
}): ReactNode {
  const { words } = useSpeech()
  const [, setSearch] = useSearchState()
  return (
    <button
      type="button"
      className="figure"
      data-figure={id}
      title={words.report.why}
      onClick={() => setSearch({ why: id, about: label }, { push: true })}
    >
      {children}
      <span className="visually-hidden"> ({words.report.why})</span>
    </button>
  )
}

/** Something unknown that has no figure of its own. */
export function NotKnown({ reason }: { readonly reason: string }): ReactNode {
  return <span className="not-known">{reason}</span>
}

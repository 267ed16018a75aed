import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { valueText, type FigureValue, type Unit } from '#web/figure.ts'
import type { Before } from '#web/pages/home/data.ts'
import { useSpeech } from '#web/speech.tsx'

type Compared = { readonly now: FigureValue | null; readonly before: Before<FigureValue> | null; readonly unit: Unit }

/** As `Since`, and says why where nothing can be compared. */
export function Change({ isFirst, ...compared }: Compared & { readonly isFirst: boolean }): ReactNode {
  const { home } = useSpeech().words.portal
  if (compared.before !== null) return <Since {...compared} />
  return <p className="change">{isFirst ? home.first : home.notCompared}</p>
}

/**
 * What it was in the assessment before, in words: two numbers side by side say more than an arrow. Leads to the reports of
 * that assessment; nothing where there is none.
 */
export function Since({ now, before, unit }: Compared): ReactNode {
  const speech = useSpeech()
  const { home } = speech.words.portal
  if (before === null) return null
  const day = speech.formats.date(before.asOf)
  const was = before.value === null ? null : valueText(before.value, unit, speech)
  const is = now === null ? null : valueText(now, unit, speech)
  return (
    <p className="change">
      <Link to="/reports" search={{ assessment: before.assessment }} className="count-link">
        {was === null ? home.unknownBefore(day) : was === is ? home.same(day) : home.was(was, day)}
      </Link>
    </p>
  )
}

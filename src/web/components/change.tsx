import type { ReactNode } from 'react'
import { valueText, type FigureValue, type Unit } from '#web/figure.ts'
import type { Before } from '#web/pages/home/data.ts'
import { useSpeech } from '#web/speech.tsx'

/** What it was in the assessment before, in words: two numbers side by side say more than an arrow. */
export function Change({
  now,
  before,
  unit,
}: {
  readonly now: FigureValue | null
  readonly before: Before<FigureValue> | null
  readonly unit: Unit
}): ReactNode {
  const speech = useSpeech()
  const { home } = speech.words.portal
  if (before === null) return <p className="change">{home.first}</p>
  const day = speech.formats.date(before.asOf)
  const was = before.value === null ? null : valueText(before.value, unit, speech)
  const is = now === null ? null : valueText(now, unit, speech)
  return (
    <p className="change">
      {was === null ? home.unknownBefore(day) : was === is ? home.same(day) : home.was(was, day)}
    </p>
  )
}

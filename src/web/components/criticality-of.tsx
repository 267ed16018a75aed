import type { ReactNode } from 'react'
import { usesOf } from '#web/places.ts'
import { useSpeech } from '#web/speech.tsx'
import { Told } from './counted.tsx'
import { WhyButton } from './figure-view.tsx'

/** How much depends on a package: its figure, or for who sees some units the products that weigh in it. */
export function CriticalityOf({
  row: { key, criticality, criticalityFigure },
}: {
  readonly row: { readonly key: string; readonly criticality: number; readonly criticalityFigure: string | null }
}): ReactNode {
  const { formats } = useSpeech()
  const text = formats.index(criticality)
  return criticalityFigure === null ? (
    <Told place={usesOf(key)}>{text}</Told>
  ) : (
    <WhyButton id={criticalityFigure} label={key}>
      {text}
    </WhyButton>
  )
}

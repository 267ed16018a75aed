import type { ReactNode } from 'react'
import type { CoverageBody } from '#api/common.ts'
import { coverageText } from '#web/figure.ts'
import type { Place } from '#web/places.ts'
import { useSpeech } from '#web/speech.tsx'
import { Told } from './counted.tsx'
import { WhyButton } from './figure-view.tsx'

/** How much of a total is known; the rest is hatched. Nothing where there is nothing that it could cover. */
export function CoverageMeter({
  coverage,
  figure,
  place,
}: {
  readonly coverage: CoverageBody
  /** The total that it covers: its working names what is not known. */
  readonly figure?: string | null
  /** Where what is not known, or all of it, is listed. */
  readonly place?: Place
}): ReactNode {
  const speech = useSpeech()
  if (coverage.of === 0) return null
  const text = coverageText(coverage, speech)
  const share = coverage.known / coverage.of
  return (
    <span className="coverage">
      <svg className="meter" viewBox="0 0 48 6" aria-hidden="true">
        <rect className="rest" x="0.5" y="0.5" width="47" height="5" />
        <rect className="known" width={48 * share} height="6" />
      </svg>
      {typeof figure === 'string' ? (
        <WhyButton id={figure}>{text}</WhyButton>
      ) : place === undefined ? (
        text
      ) : (
        <Told place={place}>{text}</Told>
      )}
    </span>
  )
}

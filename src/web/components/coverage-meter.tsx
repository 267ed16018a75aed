import type { ReactNode } from 'react'
import type { CoverageBody } from '#api/common.ts'
import { coverageText } from '#web/figure.ts'
import { useSpeech } from '#web/speech.tsx'

/** How much of a total is known; the rest is hatched. */
export function CoverageMeter({ coverage }: { readonly coverage: CoverageBody }): ReactNode {
  const speech = useSpeech()
  const share = coverage.of === 0 ? 0 : coverage.known / coverage.of
  return (
    <span className="coverage">
      <svg className="meter" viewBox="0 0 48 6" aria-hidden="true">
        <rect className="rest" x="0.5" y="0.5" width="47" height="5" />
        <rect className="known" width={48 * share} height="6" />
      </svg>
      {coverageText(coverage, speech)}
    </span>
  )
}

import type { ReactNode } from 'react'
import type { State } from '#charts/state.ts'
import type { FindingRow, FindingState } from '#web/rows.ts'
import { useSpeech } from '#web/speech.tsx'
import { StateMark } from './state-mark.tsx'

const marks: Readonly<Record<FindingState, State>> = {
  affected: 'act',
  undecided: 'unknown',
  'under-investigation': 'watch',
  fixed: 'good',
  'not-affected': 'good',
  'false-positive': 'plain',
}

export function FindingStateMark({ state }: { readonly state: FindingState }): ReactNode {
  const { words } = useSpeech()
  return <StateMark state={marks[state]} word={words.statusPage.states[state]} />
}

/** What was stated about a finding; where it was for some products only, for how many. */
export function FindingStatus({ row }: { readonly row: FindingRow }): ReactNode {
  const { words, formats } = useSpeech()
  const { statusPage } = words
  const { status, statedProducts, products, isReviewDue } = row
  return (
    <>
      <FindingStateMark state={status} />
      {statedProducts === 0 || statedProducts >= products ? null : (
        <span className="note"> {statusPage.partly(formats.count(statedProducts), formats.count(products))}</span>
      )}
      {isReviewDue ? (
        <>
          {' '}
          <StateMark state="watch" word={statusPage.reviewDue} />
        </>
      ) : null}
    </>
  )
}

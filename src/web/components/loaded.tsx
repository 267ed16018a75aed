import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** What was asked for, or that it is on its way, or why it did not come. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}): ReactNode {
  const { words } = useSpeech()
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />
  return (
    <p className="loading" role="status">
      {words.portal.loading}
    </p>
  )
}

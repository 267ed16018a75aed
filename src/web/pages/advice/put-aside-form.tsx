import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { sendJson } from '#web/api.ts'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { useSpeech } from '#web/speech.tsx'
import { advicePath, useRefresh, type Recommended } from './data.ts'

export function PutAsideForm({
  item,
  onDone,
  onCancel,
}: {
  readonly item: Recommended
  readonly onDone: (until: string) => void
  readonly onCancel: () => void
}): ReactNode {
  const { words } = useSpeech()
  const { advicePage } = words
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const refresh = useRefresh(advicePath)
  const send = useMutation({
    mutationFn: async () => {
      await sendJson('POST', `${advicePath}/put-aside`, { scenario: item.scenario, reason, until })
      await refresh()
    },
    onSuccess: () => onDone(until),
  })
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <label>
        {advicePage.reason}
        <textarea
          required
          maxLength={2000}
          rows={3}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label>
        {advicePage.until}
        <input
          type="date"
          required
          min={today()}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </label>
      {send.isError ? <ProblemNotice error={send.error} /> : null}
      <p className="actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {advicePage.keep}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {advicePage.cancel}
        </button>
      </p>
    </form>
  )
}

/** As the server counts days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

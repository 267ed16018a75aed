import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { sendJson } from '#web/api.ts'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { useSearchState } from '#web/search-state.ts'
import { useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { engagementPath, useRefresh, type PartDetail } from './data.ts'
import { today } from './put-aside-form.tsx'

const outcomes = ['allow', 'allow-with-conditions', 'review', 'refuse'] as const
type Choice = (typeof outcomes)[number] | number

export function DecisionForm({
  data,
  onDone,
  onCancel,
}: {
  readonly data: PartDetail
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
}): ReactNode {
  const { words } = useSpeech()
  const { advicePage, engagement } = words
  const [{ unit: chosen }] = useSearchState()
  const units = useUnits().data ?? []
  const isPart = data.withheld.length > 0
  const [choice, setChoice] = useState<Choice>(data.advice?.option.number ?? 1)
  const [conditions, setConditions] = useState('')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const unit = picked ?? chosen ?? (isPart ? (units[0]?.id ?? '') : '')
  const refresh = useRefresh(engagementPath)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const send = useMutation({
    mutationFn: async () => {
      const asked = conditions
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const decision =
        typeof choice === 'number'
          ? { option: choice }
          : { outcome: choice, ...(choice === 'allow-with-conditions' ? { conditions: asked } : {}) }
      const { decision: id } = await sendJson<{ readonly decision: string }>('POST', '/api/v1/decisions', {
        subject: data.subject,
        decision,
        reason,
        until: until === '' ? null : until,
        unit: unit === '' ? null : unit,
      })
      await refresh()
      return id
    },
    onSuccess: onDone,
  })
  return (
    <form
      className="decide"
      aria-label={advicePage.decide}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <label>
        {advicePage.what}
        <select ref={first} value={String(choice)} onChange={(event) => setChoice(choiceOf(event.currentTarget.value))}>
          <optgroup label={advicePage.ways}>
            {data.options.map(({ number, label }) => (
              <option key={number} value={number}>
                {label}
              </option>
            ))}
          </optgroup>
          <optgroup label={advicePage.outcomes}>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {engagement.outcomes[outcome]}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {typeof choice === 'number' ? (
        <p className="note">{data.options.find(({ number }) => number === choice)?.explanation}</p>
      ) : null}
      {choice === 'allow-with-conditions' ? (
        <label>
          {advicePage.conditionsLabel}
          <textarea
            required
            rows={3}
            value={conditions}
            onChange={(event) => setConditions(event.currentTarget.value)}
          />
        </label>
      ) : null}
      <label>
        {advicePage.reason}
        <textarea
          required
          maxLength={2000}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label>
        {advicePage.untilOptional}
        <input type="date" min={today()} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      </label>
      {units.length === 0 ? null : (
        <label>
          {advicePage.unit}
          <select value={unit} onChange={(event) => setPicked(event.currentTarget.value)}>
            {isPart && chosen === undefined ? null : <option value="">{words.portal.everything}</option>}
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {send.isError ? <ProblemNotice error={send.error} /> : null}
      <p className="actions">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {advicePage.record}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {advicePage.cancel}
        </button>
      </p>
    </form>
  )
}

function choiceOf(value: string): Choice {
  return outcomes.find((outcome) => outcome === value) ?? Number(value)
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Static } from 'typebox'
import type {
  followUpBody,
  kept,
  motivatorChoices,
  motivatorDetail,
  motivatorMatrix,
  motivatorPitch,
  motivatorTalks,
  saidBody,
} from '#api/motivators.ts'
import { sendJson } from '#web/api.ts'
import { useAnswer } from '#web/load.ts'

export type Matrix = Static<typeof motivatorMatrix>
export type Bar = Matrix['rows'][number]['bars'][number]
export type Detail = Static<typeof motivatorDetail>
export type Talks = Static<typeof motivatorTalks>
export type Pitch = Static<typeof motivatorPitch>
export type Choices = Static<typeof motivatorChoices>
export type Said = Static<typeof saidBody>
export type FollowUp = NonNullable<Static<typeof followUpBody>['followUp']>
export type Span = { readonly from: number; readonly to: number }

const path = '/api/v1/motivators'

export const useMatrix = (area: string | undefined) => useAnswer<Matrix>(path, { area })
export const useDetail = (motivator: string, area: string | undefined) =>
  useAnswer<Detail>(`${path}/bars/${encodeURIComponent(motivator)}`, { area })
export const useTalks = (area: string | undefined) => useAnswer<Talks>(`${path}/talks`, { area })
export const usePitch = (area: string | undefined, audience: string) =>
  useAnswer<Pitch>(`${path}/pitch`, { area, audience })
export const useChoices = () => useAnswer<Choices>(`${path}/choices`)

type Kept = Static<typeof kept>
type Done = { readonly edit: string; readonly statement: string }

export type Editing = {
  /** Where a bar is shown until the server says so too. */
  readonly pending: Readonly<Record<string, Span>>
  /** What happened last, said aloud. */
  readonly message: string
  readonly error: unknown
  readonly last: Done | null
  readonly say: (message: string) => void
  readonly move: (bar: Pick<Bar, 'motivator' | 'statement'>, span: Span, message: string) => void
  readonly decline: (bar: Pick<Bar, 'motivator' | 'statement'>, reason: string | null, message: string) => void
  readonly agree: (bar: Pick<Bar, 'motivator' | 'statement'>, followUp: FollowUp | null, message: string) => void
  readonly add: (said: Said, message: (kept: Kept) => string, statement: string) => Promise<boolean>
  readonly takeBack: (edit: string, message: string) => void
}

/** One edit after the other, each kept before the next is sent. */
export function useEditing(): Editing {
  const client = useQueryClient()
  const [pending, setPending] = useState<Readonly<Record<string, Span>>>({})
  const [message, setMessage] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState<readonly Done[]>([])
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)

  const run = useCallback(
    (act: () => Promise<void>): Promise<boolean> => {
      waiting.current += 1
      const result = queue.current.then(async () => {
        let isDone = true
        try {
          await act()
          setError(null)
        } catch (failure) {
          isDone = false
          setError(failure)
          setMessage('')
        }
        waiting.current -= 1
        if (waiting.current === 0) {
          await client.invalidateQueries({
            predicate: ({ queryKey: [first] }) => typeof first === 'string' && first.startsWith(path),
          })
          if (waiting.current === 0) setPending({})
        }
        return isDone
      })
      queue.current = result.then(() => undefined)
      return result
    },
    [client],
  )
  const remember = (edit: string | undefined, statement: string): void => {
    if (edit !== undefined) setDone((before) => [...before, { edit, statement }])
  }

  return {
    pending,
    message,
    error,
    last: done.at(-1) ?? null,
    say: setMessage,
    move: ({ motivator, statement }, span, said) => {
      setPending((before) => ({ ...before, [motivator]: span }))
      setMessage(said)
      void run(async () => {
        const { edits } = await sendJson<Kept>('PUT', `${path}/bars/${encodeURIComponent(motivator)}/span`, span)
        remember(edits.at(-1), statement)
      })
    },
    decline: ({ motivator, statement }, reason, said) => {
      void run(async () => {
        const address = `${path}/bars/${encodeURIComponent(motivator)}/declined`
        const { edits } = await sendJson<Kept>('PUT', address, { reason })
        setMessage(said)
        remember(edits.at(-1), statement)
      })
    },
    agree: ({ motivator, statement }, followUp, said) => {
      void run(async () => {
        const address = `${path}/bars/${encodeURIComponent(motivator)}/follow-up`
        const { edits } = await sendJson<Kept>('PUT', address, { followUp })
        setMessage(said)
        remember(edits.at(-1), statement)
      })
    },
    add: (body, said, statement) =>
      run(async () => {
        const answer = await sendJson<Kept>('POST', path, body)
        setMessage(said(answer))
        // With the conversation, which comes last, goes what was said in it.
        remember(answer.edits.at(-1), statement)
      }),
    takeBack: (edit, said) => {
      void run(async () => {
        await sendJson('DELETE', `${path}/edits/${encodeURIComponent(edit)}`)
        setDone((before) => before.filter((one) => one.edit !== edit))
        setMessage(said)
      })
    },
  }
}

/** Files dropped anywhere on the page, or chosen: to which product, how far each is, and what came of it. */

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { getJson } from '#web/api.ts'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { ProductRow } from '#web/rows.ts'
import { mayReadAll, useSession, useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { DocumentOutcome, uploadMarks, type Result } from './document-outcome.tsx'
import { lookAtJobs } from './jobs.ts'
import { sendDocument, type Destination, type Sent } from './send-document.ts'

type Handed = {
  readonly key: string
  readonly file: File
  readonly to: Destination
  readonly share: number
  readonly sent: Sent | null
  readonly error: unknown
}

/** @param product the one whose page this is; absent where it is to be chosen */
export function UploadArea({
  product,
}: {
  readonly product?: { readonly id: string; readonly name: string }
}): ReactNode {
  const { data } = useSession()
  return data?.actor?.permissions.includes('upload') === true ? (
    <Offer {...(product === undefined ? {} : { product })} />
  ) : null
}

function Offer({ product }: { readonly product?: { readonly id: string; readonly name: string } }): ReactNode {
  const { words } = useSpeech()
  const { upload } = words.live
  const [chosen, setChosen] = useState<readonly File[]>([])
  const [handed, setHanded] = useState<readonly Handed[]>([])
  const picker = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  function take(files: readonly File[]): void {
    if (files.length === 0) return
    if (product === undefined) setChosen(files)
    else void send(files, { product: product.id, create: null })
  }
  const isDragging = useDrop(take)

  function change(key: string, changes: Partial<Handed>): void {
    setHanded((before) => before.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  }
  async function sendOne({ key, file, to }: Handed): Promise<void> {
    change(key, { error: null, share: 0 })
    try {
      const sent = await sendDocument(file, to, key, (share) => change(key, { share }))
      change(key, { sent, share: 1 })
      lookAtJobs()
    } catch (error) {
      change(key, { error })
    }
  }
  /** One after the other: the first makes a new product, the others go into it. */
  async function send(files: readonly File[], to: Destination): Promise<void> {
    setChosen([])
    button.current?.focus()
    const fresh = files.map((file) => ({
      key: crypto.randomUUID(),
      file,
      to,
      share: 0,
      sent: null,
      error: null,
    }))
    setHanded((before) => [...fresh, ...before])
    for (const one of fresh) await sendOne(one)
  }

  return (
    <section className="upload" aria-label={upload.title}>
      <div className="upload-head">
        <div>
          <h2>{upload.title}</h2>
          <p className="muted">{upload.lead}</p>
        </div>
        <button ref={button} type="button" className="button" onClick={() => picker.current?.click()}>
          {upload.choose}
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={upload.choose}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {chosen.length === 0 ? null : (
        <Destined files={chosen} send={(to) => void send(chosen, to)} cancel={() => setChosen([])} />
      )}
      <ul className="live-list" aria-label={upload.list}>
        {handed.map((one) => (
          <HandedLine key={one.key} handed={one} retry={() => void sendOne(one)} />
        ))}
      </ul>
      {isDragging ? <p className="drop-veil">{upload.drop}</p> : null}
    </section>
  )
}

/** The whole window takes files. @returns whether some are held over it */
function useDrop(take: (files: readonly File[]) => void): boolean {
  const [isDragging, setDragging] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setDragging(false)
      latest.current([...event.dataTransfer.files])
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [])
  return isDragging
}

function Destined({
  files,
  send,
  cancel,
}: {
  readonly files: readonly File[]
  readonly send: (to: Destination) => void
  readonly cancel: () => void
}): ReactNode {
  const { words } = useSpeech()
  const { upload } = words.live
  const { data: session } = useSession()
  const units = useUnits().data ?? []
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [origin, setOrigin] = useState<'made' | 'bought'>('made')
  const [asked] = useDebouncedValue(name.trim(), 150)
  const list = useId()
  const products = useQuery({
    queryKey: ['products-called', asked],
    queryFn: ({ signal }) =>
      getJson<{ readonly items: readonly ProductRow[] }>('/api/v1/products', { q: asked, limit: 20 }, signal),
    placeholderData: (before) => before,
  })
  const items = products.data?.items ?? []
  const wanted = name.trim()
  const known = items.find((one) => one.id === wanted) ?? items.find((one) => one.name === wanted)
  const isWhole = mayReadAll(session)
  const ofNew = unit ?? (isWhole ? '' : (units[0]?.id ?? ''))
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '')
          send(
            known === undefined
              ? { product: wanted, create: { unit: ofNew, origin } }
              : { product: known.id, create: null },
          )
      }}
    >
      <label>
        {upload.product}
        <input
          list={list}
          required
          maxLength={200}
          autoComplete="off"
          value={name}
          ref={(element) => {
            if (element !== null && element.dataset['focused'] === undefined) {
              element.dataset['focused'] = ''
              element.focus()
            }
          }}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <datalist id={list}>
        {items.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
      {wanted === '' || known !== undefined ? null : (
        <>
          <label>
            {words.portal.unit}
            <select value={ofNew} onChange={(event) => setUnit(event.currentTarget.value)}>
              {isWhole ? <option value="">{words.position.noUnit}</option> : null}
              {units.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.inventory.origin}
            <select
              value={origin}
              onChange={(event) => setOrigin(event.currentTarget.value === 'bought' ? 'bought' : 'made')}
            >
              <option value="made">{words.inventory.origins.made}</option>
              <option value="bought">{words.inventory.origins.bought}</option>
            </select>
          </label>
        </>
      )}
      <button type="submit" className="button primary" disabled={wanted === ''}>
        {upload.send(files.length)}
      </button>
      <button type="button" className="button" onClick={cancel}>
        {upload.cancel}
      </button>
      <p className="note" role="status">
        {wanted === '' ? upload.productNote : known === undefined ? upload.fresh(wanted) : upload.existing(known.name)}
      </p>
    </form>
  )
}

const marks = { waiting: 'plain', sending: 'plain', ...uploadMarks } as const

function HandedLine({ handed, retry }: { readonly handed: Handed; readonly retry: () => void }): ReactNode {
  const { words } = useSpeech()
  const { upload } = words.live
  const { file, share, sent, error, to } = handed
  const result = useResult(sent?.token).data
  const state = result?.state ?? (sent !== null ? 'received' : share > 0 ? 'sending' : 'waiting')
  if (error !== null)
    return (
      <li>
        <p>
          <strong>{file.name}</strong>
        </p>
        <ProblemNotice error={error} retry={retry} />
      </li>
    )
  return (
    <li>
      <p>
        <strong>{file.name}</strong> <StateMark state={marks[state]} word={upload.states[state]} />
      </p>
      {state === 'analyzed' || state === 'failed' ? null : (
        <progress aria-label={upload.progress(file.name)} {...(sent === null ? { value: share, max: 1 } : {})} />
      )}
      {sent?.isNew === false ? <p>{upload.before}</p> : null}
      {result === undefined ? null : <Outcome name={file.name} result={result} product={productName(to, result)} />}
    </li>
  )
}

function productName({ product, create }: Destination, result: Result): string {
  return create === null ? result.product : product
}

function useResult(token: string | undefined) {
  const client = useQueryClient()
  return useQuery({
    queryKey: ['upload', token],
    enabled: token !== undefined,
    queryFn: async ({ signal }) => {
      const result = await getJson<Result>(`/api/v1/uploads/${token}`, {}, signal)
      // Whoever asked to be told of refusals is told at the same moment.
      if (result.state === 'failed') await client.invalidateQueries({ queryKey: ['/api/v1/notifications'] })
      return result
    },
    refetchInterval: ({ state: { data } }) => (data?.state === 'analyzed' || data?.state === 'failed' ? false : 700),
  })
}

function Outcome({
  name,
  result,
  product,
}: {
  readonly name: string
  readonly result: Result
  readonly product: string
}): ReactNode {
  const { words, formats } = useSpeech()
  const { upload } = words.live
  const { found } = result
  return (
    <>
      <DocumentOutcome name={name} result={result} product={product} />
      {found === null ? null : (
        <p role="status">
          {found.packages.value === null ? null : upload.packages(formats.count(found.packages.value))}
          {' · '}
          {found.findings.value === null ? (
            <span className="not-known">{upload.findingsUnknown}</span>
          ) : (
            upload.findings(formats.count(found.findings.value))
          )}
          {' · '}
          <Link to="/products/$product" params={{ product: result.product }}>
            {upload.open(product)}
          </Link>
        </p>
      )}
    </>
  )
}

import { useEffect, type ReactNode } from 'react'
import { useAudience, type Audience, audiences } from '#web/preferences.ts'
import { useSpeech } from '#web/speech.tsx'
import { SavedViews } from './saved-views.tsx'

/** A page with its name, which the window carries too. */
export function PageFrame({
  title,
  lead,
  aside,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}): ReactNode {
  useEffect(() => {
    document.title = `${title} · Headwater`
  }, [title])
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="muted lead-text">{lead}</p>}
        </div>
        {aside}
        <SavedViews />
      </header>
      {children}
    </div>
  )
}

/** A part of a page. For those it is too deep for, it is closed and not gone: the facts are the same for everybody. */
export function Section({
  title,
  note,
  from = 'executive',
  children,
}: {
  readonly title: string
  readonly note?: string
  readonly from?: Audience
  readonly children: ReactNode
}): ReactNode {
  const [audience] = useAudience()
  const { words } = useSpeech()
  const isDeep = audiences.indexOf(from) > audiences.indexOf(audience)
  const body = (
    <>
      {note === undefined ? null : <p className="muted section-note">{note}</p>}
      {children}
    </>
  )
  return (
    <section className="section">
      <h2>{title}</h2>
      {isDeep ? (
        <details>
          <summary>{words.portal.deeper}</summary>
          {body}
        </details>
      ) : (
        body
      )}
    </section>
  )
}

/** Figures side by side under their names. */
export function Facts({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className="figures">{children}</dl>
}

export function Fact({
  label,
  children,
  note,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly note?: ReactNode
}): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      {note === undefined ? null : <dd className="fact-note">{note}</dd>}
    </div>
  )
}

/** What tells of the whole organization is not shown to who may see a part of it; that is said, and nothing is invented. */
export function Withheld(): ReactNode {
  const { words } = useSpeech()
  return (
    <p className="callout unknown">
      <span className="not-known">{words.unknownReasons.withheld}</span> {words.portal.withheld}
    </p>
  )
}

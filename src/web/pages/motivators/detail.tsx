import { useState, type FormEvent, type ReactNode } from 'react'
import { FigureView, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { useMadeBy } from '#web/components/made-by.ts'
import { useSpeech } from '#web/speech.tsx'
import { useDetail, type Detail, type Editing } from './data.ts'
import { FollowUpForm } from './follow-up.tsx'
import { MotivatorMark } from './mark.tsx'

/** One motivator in full: who said it as far as consent allows, what is in the way, what shows it, what was edited here. */
export function MotivatorDetail({
  motivator,
  area,
  levels,
  editing,
  close,
}: {
  readonly motivator: string
  readonly area: string | undefined
  readonly levels: readonly string[]
  readonly editing: Editing
  readonly close: () => void
}): ReactNode {
  return (
    <Loaded query={useDetail(motivator, area)}>
      {(data) => <Facts data={data} levels={levels} editing={editing} close={close} />}
    </Loaded>
  )
}

type Shown = {
  readonly data: Detail
  readonly levels: readonly string[]
  readonly editing: Editing
  readonly close: () => void
}

function Facts({ data, levels, editing, close }: Shown): ReactNode {
  const { words, formats } = useSpeech()
  const madeBy = useMadeBy()
  const { motivatorsPage, motivators } = words
  const { detail } = motivatorsPage
  const level = (number: number): string => levels[number] ?? String(number)
  const nobody = <span className="not-known">{detail.nobody}</span>
  return (
    <div className="stack">
      <dl className="chain">
        <dt>{detail.state}</dt>
        <dd>
          <MotivatorMark state={data.state} />
          {data.mayBeReachable ? <p className="note">{detail.mayBeReachable}</p> : null}
        </dd>
        <dt>{detail.levels}</dt>
        <dd>{motivatorsPage.spans(level(data.from), level(data.to))}</dd>
        <dt>{words.portal.motivators.kind}</dt>
        <dd>{data.kind}</dd>
        <dt>{detail.areas}</dt>
        <dd>{data.areas.length === 0 ? detail.everywhere : formats.list(data.areas)}</dd>
        <dt>{detail.people}</dt>
        <dd>
          <FigureView figure={data.people} label={data.statement} />
        </dd>
        <dt>{detail.strength}</dt>
        <dd>
          <FigureView figure={data.strength} label={data.statement} reason={detail.nobody} />
        </dd>
        <dt>{detail.obstacle}</dt>
        <dd>{data.obstacle ?? nobody}</dd>
        <dt>{detail.wish}</dt>
        <dd>{data.wish ?? nobody}</dd>
        {data.declined === null ? null : (
          <>
            <dt>{detail.declined}</dt>
            <dd>{data.declined}</dd>
          </>
        )}
        {data.followUp === null ? null : (
          <>
            <dt>{detail.followUp}</dt>
            <dd>
              {data.followUp.what === null ? null : <p>{data.followUp.what}</p>}
              {detail.followUpBy(data.followUp.by, formats.date(data.followUp.until), data.followUp.isDone)}
            </dd>
          </>
        )}
        <dt>{detail.said}</dt>
        <dd>
          {data.said.length === 0 ? (
            <span className="not-known">{detail.saidNone}</span>
          ) : (
            <ul className="plain">
              {data.said.map(({ id, on, by, unit, audience, note }) => (
                <li key={id}>
                  {by}, {unit} ({motivators.audiences[audience]}), {formats.date(on)}
                  {note === null ? null : <p className="note quoted">{note}</p>}
                </li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{detail.evidence}</dt>
        <dd>
          {data.benefits.length === 0 ? (
            <span className="not-known">{detail.noFigure}</span>
          ) : (
            <ul className="plain">
              {data.benefits.map((benefit) => (
                <li key={benefit.label}>
                  {benefit.label} · <BenefitFigure benefit={benefit} />
                </li>
              ))}
            </ul>
          )}
        </dd>
        {data.unlock === null ? null : (
          <>
            <dt>{detail.unlock}</dt>
            <dd>{detail.unlockBy(data.unlock.indicator, data.unlock.level, data.unlock.cost)}</dd>
          </>
        )}
      </dl>
      {data.isEditable ? (
        <>
          <FollowUpForm data={data} editing={editing} />
          <Wanted data={data} editing={editing} />
        </>
      ) : (
        <p>{motivatorsPage.notYours(data.statement)}</p>
      )}
      {data.edits.length === 0 ? null : (
        <section>
          <h3>{detail.edits}</h3>
          <ul className="plain">
            {data.edits.map(({ edit, kind, by, at }) => (
              <li key={edit} className="edit-line">
                <span>
                  {detail.editKinds[kind]} · {madeBy(by, formats.time(at))}
                </span>
                {data.isEditable ? (
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      if (kind === 'added') close()
                      editing.takeBack(edit, motivatorsPage.undone(data.statement))
                    }}
                  >
                    {kind === 'added' ? detail.remove : detail.takeBack}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

export function BenefitFigure({ benefit }: { readonly benefit: Detail['benefits'][number] }): ReactNode {
  const { detail } = useSpeech().words.motivatorsPage
  const { label, figure } = benefit
  if (figure === null) return <span className="not-known">{detail.noFigure}</span>
  return (
    <>
      {figure.id === null ? (
        figure.text
      ) : (
        <WhyButton id={figure.id} label={label}>
          {figure.text}
        </WhyButton>
      )}
      {figure.isOfWhole ? <span className="note"> {detail.ofWhole}</span> : null}
      {figure.arrives ? <span className="note"> · {detail.arrives}</span> : null}
    </>
  )
}

/** Declined with a reason, and back. */
function Wanted({ data, editing }: Pick<Shown, 'data' | 'editing'>): ReactNode {
  const { words } = useSpeech()
  const { detail } = words.motivatorsPage
  const [reason, setReason] = useState('')
  if (data.declined !== null)
    return (
      <p>
        <button
          type="button"
          className="button"
          onClick={() => editing.decline(data, null, `${data.statement}: ${detail.want}`)}
        >
          {detail.want}
        </button>
      </p>
    )
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() !== '') editing.decline(data, reason.trim(), `${data.statement}: ${detail.decline}`)
  }
  return (
    <form className="said-form" onSubmit={send}>
      <label>
        {detail.declineWhy}
        <input required maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </label>
      <p>
        <button type="submit" className="button">
          {detail.decline}
        </button>
      </p>
    </form>
  )
}

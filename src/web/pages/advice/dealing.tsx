import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { sendJson } from '#web/api.ts'
import { Name, Said } from '#web/components/counted.tsx'
import { FigureView, NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { useMadeBy } from '#web/components/made-by.ts'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { engagementPath, useMayDecide, usePart, useRefresh, type Decided, type PartDetail } from './data.ts'
import { DecisionForm } from './decision-form.tsx'
import { DoneNotice } from './done-notice.tsx'

type Told = NonNullable<PartDetail['advice']>

/** How to deal with one part: the decision, the guide, what it turned down, what would change it, and deciding. */
export function Dealing({ subject }: { readonly subject: string }): ReactNode {
  const query = usePart(subject)
  return <Loaded query={query}>{(data) => <Told data={data} />}</Loaded>
}

function Told({ data }: { readonly data: PartDetail }): ReactNode {
  const { words } = useSpeech()
  const { advicePage } = words
  const mayDecide = useMayDecide()
  const [isDeciding, setDeciding] = useState(false)
  const [done, setDone] = useState<string | null>(null)
  const refresh = useRefresh(engagementPath)
  const withdraw = useMutation({
    mutationFn: async (id: string) => {
      await sendJson('DELETE', `/api/v1/decisions/${encodeURIComponent(id)}`)
      await refresh()
    },
    onSuccess: (_, id) => setDone(advicePage.withdrawn(id)),
  })
  const { decided, decisions, advice } = data
  const others = decisions.filter(({ id }) => id !== decided?.id)
  const withdrawing = mayDecide ? (id: string) => withdraw.mutate(id) : null
  return (
    <div className="dealing">
      {done === null ? null : <DoneNotice text={done} />}
      {decided === null ? null : (
        <div className="callout ask" data-decided={decided.id}>
          <h3>{advicePage.decided}</h3>
          <Decision decision={decided} onWithdraw={withdrawing} />
          {advice === null ? null : (
            <p>
              <StateMark
                state={decided.differs ? 'watch' : 'good'}
                word={decided.differs ? advicePage.differs : advicePage.agrees}
              />
            </p>
          )}
        </div>
      )}
      {others.length === 0 ? null : (
        <>
          <h3>{advicePage.others}</h3>
          {others.map((decision) => (
            <Decision key={decision.id} decision={decision} onWithdraw={withdrawing} />
          ))}
        </>
      )}
      {withdraw.isError ? <ProblemNotice error={withdraw.error} /> : null}
      {advice === null ? <p className="muted">{advicePage.notListed}</p> : <Guide advice={advice} />}
      {data.withheld.length === 0 ? null : (
        <p className="note">
          <span className="not-known">{words.unknownReasons.withheld}</span> {advicePage.withheld}
        </p>
      )}
      {!mayDecide ? null : isDeciding ? (
        <DecisionForm
          data={data}
          onCancel={() => setDeciding(false)}
          onDone={(id) => {
            setDeciding(false)
            setDone(advicePage.recorded(id))
          }}
        />
      ) : (
        <button type="button" className="button" onClick={() => setDeciding(true)}>
          {advicePage.decide}
        </button>
      )}
    </div>
  )
}

function Guide({ advice }: { readonly advice: Told }): ReactNode {
  const { words, formats } = useSpeech()
  const { advicePage, engagement } = words
  const { option, figure, name, cost, owner } = advice
  return (
    <>
      {advice.isListed ? null : <p className="note">{advicePage.onDemand}</p>}
      <dl className="chain">
        <dt>{advicePage.advised}</dt>
        <dd>
          {figure === null ? (
            <strong>{option.label}</strong>
          ) : (
            <WhyButton id={figure} label={name}>
              <strong>{option.label}</strong>
            </WhyButton>
          )}{' '}
          {advice.standing === 'provisional' ? <StateMark state="unknown" word={advicePage.provisional} /> : null}
          <p className="note">{advice.explanation}</p>
        </dd>
        <dt>{advicePage.why}</dt>
        <dd>
          <Said>{advice.reason.text}</Said>
        </dd>
        {advice.measures.length === 0 ? null : (
          <>
            <dt>{advicePage.besides}</dt>
            <dd>
              <ul>
                {advice.measures.map((measure) => (
                  <li key={measure}>{measure}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt>{advicePage.yearly}</dt>
        <dd>
          <FigureView figure={cost} unit="money" reason={engagement.costUnknown} label={name} />
        </dd>
        <dt>{engagement.benefits}</dt>
        <dd>
          <ul>
            {advice.benefits.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </ul>
        </dd>
        <dt>{advicePage.owner}</dt>
        <dd>
          {owner === null ? <NotKnown reason={engagement.nobody} /> : <Name>{ownerText(owner, engagement)}</Name>}
        </dd>
        <dt>{advicePage.review}</dt>
        <dd>{formats.date(advice.reviewOn)}</dd>
      </dl>
      <h3>{advicePage.instead}</h3>
      <ul className="turned-down">
        {advice.rejected.map((one) => (
          <li key={one.option.number}>
            <strong>{one.option.label}</strong>: <Said>{one.reason}</Said>{' '}
            <span className="note">
              ({advicePage.yearly}:{' '}
              <FigureView figure={one.cost} unit="money" reason={engagement.costUnknown} label={one.option.label} />)
            </span>
          </li>
        ))}
      </ul>
      {advice.changes === null ? null : (
        <>
          <h3>{advicePage.changes}</h3>
          {advice.changes.length === 0 ? (
            <p className="muted">{advicePage.nothingChanges}</p>
          ) : (
            <ul>
              {advice.changes.map(({ fact, label, value, kind, why, option: then }) => (
                <li key={`${fact} ${value}`}>
                  <Said>{(kind === 'near' ? advicePage.near : advicePage.change)(label, value, then.label)}</Said>
                  {why === null ? null : (
                    <>
                      {' '}
                      <NotKnown reason={advicePage.nowUnknown(words.unknownReasons[why])} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {advice.known === null || advice.known.length === 0 ? null : (
        <details className="twin">
          <summary>{advicePage.known}</summary>
          <ul>
            {advice.known.map(({ fact, label, text, figure: known }) => (
              <li key={fact}>
                {label}:{' '}
                {known === null ? (
                  text
                ) : (
                  <WhyButton id={known.id} label={label}>
                    {text}
                  </WhyButton>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function ownerText(
  { person, product, hasLeft }: NonNullable<Told['owner']>,
  { ownerOf, hasLeft: left }: ReturnType<typeof useSpeech>['words']['engagement'],
): string {
  const text = ownerOf(person, product)
  return hasLeft ? left(text) : text
}

function Decision({
  decision,
  onWithdraw,
}: {
  readonly decision: Decided
  /** Null for who may not. */
  readonly onWithdraw: ((id: string) => void) | null
}): ReactNode {
  const { words, formats } = useSpeech()
  const { advicePage, engagement } = words
  const madeBy = useMadeBy()
  const units = useUnits().data ?? []
  const { id, option, outcome, conditions, reason, by, on, until, unit, product, replaces, isKeptHere } = decision
  const scope =
    product !== null
      ? advicePage.forProduct(product)
      : unit !== null
        ? advicePage.forUnit(units.find((one) => one.id === unit)?.name ?? unit)
        : advicePage.forAll
  return (
    <div className="decision" data-decision={id}>
      <p>
        <strong>{option?.label ?? engagement.outcomes[outcome]}</strong> {scope}: <Said>{reason}</Said>
      </p>
      {conditions.length === 0 ? null : (
        <p>
          {advicePage.conditions}: {formats.list(conditions)}
        </p>
      )}
      <p className="note">
        <code>{id}</code> <Name>{madeBy(by, formats.date(on))}</Name>
        {until === null ? null : ` · ${advicePage.untilDay(formats.date(until))}`}
        {replaces.length === 0 ? null : ` · ${advicePage.replaces(formats.list(replaces))}`}
        {isKeptHere ? null : ` · ${advicePage.inDecisionFile}`}
      </p>
      {isKeptHere && onWithdraw !== null ? (
        <button type="button" className="button" onClick={() => onWithdraw(id)}>
          {advicePage.withdraw}
          <span className="visually-hidden"> {id}</span>
        </button>
      ) : null}
    </div>
  )
}

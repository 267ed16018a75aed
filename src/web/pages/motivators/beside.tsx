import { Fragment, useState, type ReactNode } from 'react'
import { talkAudiences, type TalkAudience } from '#api/conversations.ts'
import { CopyText } from '#web/components/copy-text.tsx'
import { Name, Said, Told } from '#web/components/counted.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Section } from '#web/components/page.tsx'
import { useSpeech, type Speech } from '#web/speech.tsx'
import { placeOf } from '#web/pages/home/data.ts'
import { usePitch, useTalks, type Editing, type Pitch, type Talks } from './data.ts'
import { BenefitFigure } from './detail.tsx'
import { FollowUps } from './follow-up.tsx'

/** What stands beside the matrix: what each audience names, contradictions, whom to talk to, and the pitch. */
export function Beside({ area, editing }: { readonly area: string | undefined; readonly editing: Editing }): ReactNode {
  const { words } = useSpeech()
  const { motivatorsPage } = words
  return (
    <>
      <PitchBuilder area={area} />
      <Loaded query={useTalks(area)}>
        {(data) => (
          <>
            <div className="columns">
              <Section title={motivatorsPage.top}>
                <Top top={data.top} />
              </Section>
              <Section title={motivatorsPage.contradictions}>
                <Contradictions list={data.contradictions} />
              </Section>
            </div>
            <Section title={motivatorsPage.agreed}>
              <FollowUps list={data.followUps} editing={editing} />
            </Section>
            <Section title={motivatorsPage.next}>
              <Candidates list={data.candidates} />
            </Section>
          </>
        )}
      </Loaded>
    </>
  )
}

function Top({ top }: Pick<Talks, 'top'>): ReactNode {
  const { motivatorsPage, motivators } = useSpeech().words
  if (top.length === 0) return <p className="muted">{motivatorsPage.topNone}</p>
  return (
    <dl className="chain">
      {top.map(({ audience, motivators: named }) => (
        <div key={audience} className="contents">
          <dt>{motivators.audiences[audience]}</dt>
          <dd>
            <ol>
              {named.map(({ motivator, statement }) => (
                <li key={motivator}>{statement}</li>
              ))}
            </ol>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Contradictions({ list }: { readonly list: Talks['contradictions'] }): ReactNode {
  const { motivatorsPage } = useSpeech().words
  if (list.length === 0) return <p className="muted">{motivatorsPage.contradictionsNone}</p>
  return (
    <ul className="plain">
      {list.map(({ wanted, hindered, obstacle }) => (
        <li key={`${wanted.motivator} ${hindered.motivator}`}>
          {motivatorsPage.contradiction(wanted.statement, hindered.statement)} <strong>{obstacle}</strong>
        </li>
      ))}
    </ul>
  )
}

function Candidates({ list }: { readonly list: Talks['candidates'] }): ReactNode {
  const { motivatorsPage, motivators } = useSpeech().words
  const open = list.filter(({ talk }) => talk !== 'held')
  if (open.length === 0) return <p className="muted">{motivatorsPage.nextNone}</p>
  return (
    <ul className="todo">
      {open.map(({ unit, person, audience, talk, reasons }) => (
        <li key={`${unit} ${person ?? ''} ${audience}`}>
          <span className="what">
            <strong>{person === null ? motivators.somebody : <Name>{person}</Name>}</strong>, {unit} (
            {motivators.audiences[audience]})
          </span>
          <span className="note">
            {reasons.map(({ text, opens }, index) => (
              <Fragment key={text}>
                {index === 0 ? '' : '; '}
                {opens === null ? text : <Told place={placeOf({ opens })}>{text}</Told>}
              </Fragment>
            ))}
            {talk === 'took-place' ? `${reasons.length === 0 ? '' : '; '}${motivators.talks[talk]}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

function PitchBuilder({ area }: { readonly area: string | undefined }): ReactNode {
  const speech = useSpeech()
  const { motivatorsPage, motivators } = speech.words
  const [audience, setAudience] = useState<TalkAudience>('executives')
  return (
    <Section title={motivatorsPage.pitch.title} note={motivatorsPage.pitch.note}>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {motivatorsPage.pitch.audience}
          <select
            value={audience}
            onChange={(event) =>
              setAudience(talkAudiences.find((one) => one === event.currentTarget.value) ?? 'executives')
            }
          >
            {talkAudiences.map((one) => (
              <option key={one} value={one}>
                {motivators.audiences[one]}
              </option>
            ))}
          </select>
        </label>
      </form>
      <Loaded query={usePitch(area, audience)}>
        {(data) =>
          data.points.length === 0 ? (
            <>
              <p>{motivatorsPage.pitch.nothing}</p>
              <Candidates list={data.talkTo} />
            </>
          ) : (
            <>
              <PitchShown data={data} />
              <CopyText
                key={pitchText(data, speech)}
                text={pitchText(data, speech)}
                label={motivatorsPage.pitch.copy}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

function PitchShown({ data }: { readonly data: Pitch }): ReactNode {
  const speech = useSpeech()
  const { motivators } = speech.words
  return (
    <article className="pitch">
      <h3>{motivators.pitchHeading(data.name, motivators.audiences[data.audience])}</h3>
      <ol>
        {data.points.map((point) => (
          <li key={point.motivator}>
            <strong>{point.statement}</strong>{' '}
            <span className="note">({point.isFromAudience ? motivators.heardFromThem : motivators.heardHere})</span>
            <p>
              {point.benefit === null ? (
                <span className="not-known">{motivators.nothingMeasured}</span>
              ) : (
                <>
                  {point.benefit.label} · <BenefitFigure benefit={point.benefit} />
                </>
              )}
            </p>
            {standing(point, speech).map((line) => (
              <p key={line}>
                <Said>{line}</Said>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {data.obstacles.length === 0 ? null : (
        <>
          <h3>{motivators.obstaclesHead}</h3>
          <ul>
            {data.obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

type Point = Pitch['points'][number]

function standing({ state, unlock, wish }: Point, { words: { motivators } }: Speech): readonly string[] {
  return [
    ...(state === 'served' ? [motivators.alreadyServed] : []),
    ...(state === 'reachable' ? [motivators.withinReach] : []),
    ...(unlock === null ? [] : [motivators.needsLevel(unlock.level, unlock.indicator)]),
    ...(wish === null ? [] : [motivators.wishIs(wish)]),
  ]
}

function pitchText(data: Pitch, speech: Speech): string {
  const { motivators } = speech.words
  const points = data.points.map((point, index) => {
    const { statement, isFromAudience, benefit } = point
    const figure = benefit?.figure ?? null
    const shown = figure?.isOfWhole === true ? motivators.ofWhole(figure.text) : figure?.text
    const lines = [
      benefit === null || shown === undefined ? motivators.nothingMeasured : motivators.shownBy(benefit.label, shown),
      ...standing(point, speech),
    ]
    const from = isFromAudience ? motivators.heardFromThem : motivators.heardHere
    return `${index + 1}. ${statement} (${from})\n${lines.map((line) => `   ${line}\n`).join('')}`
  })
  const obstacles =
    data.obstacles.length === 0
      ? ''
      : `${motivators.obstaclesHead}:\n${data.obstacles.map((line) => `  ${line}\n`).join('')}`
  const head = motivators.pitchHeading(data.name, motivators.audiences[data.audience])
  return [`${head}\n`, ...points, obstacles].filter((part) => part !== '').join('\n')
}

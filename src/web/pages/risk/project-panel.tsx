import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FigureView, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useSearchState } from '#web/search-state.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useProject, type ProjectDetail } from './data.ts'

/** The project that the address names: how it is, by which packages it comes in, and which products lean on it. */
export function ProjectPanel(): ReactNode {
  const [{ subject }, setSearch] = useSearchState()
  return (
    <SidePanel title={subject ?? ''} isOpen={subject !== undefined} close={() => setSearch({ subject: undefined })}>
      {subject === undefined ? null : <Project subject={subject} />}
    </SidePanel>
  )
}

function Project({ subject }: { readonly subject: string }): ReactNode {
  const query = useProject(subject)
  return <Loaded query={query}>{(data) => <Told data={data} />}</Loaded>
}

function Told({ data: { subject, indicators, products } }: { readonly data: ProjectDetail }): ReactNode {
  const { words, formats } = useSpeech()
  const { sustain } = words
  const labels = words.health.indicators as Readonly<Record<string, { readonly label: string }>>
  return (
    <>
      <dl className="chain">
        <dt>{sustain.health}</dt>
        <dd>
          <FigureView
            figure={{
              id: subject.healthFigure,
              value: subject.health,
              why: subject.health === null ? 'withheld' : null,
            }}
            unit="index"
            reason={sustain.levels.withheld}
          />
        </dd>
        <dt>{sustain.criticality}</dt>
        <dd>
          {subject.criticalityFigure === null ? (
            formats.index(subject.criticality)
          ) : (
            <WhyButton id={subject.criticalityFigure}>{formats.index(subject.criticality)}</WhyButton>
          )}
          <p className="note scale">{words.portal.component.criticalityTerms}</p>
        </dd>
        <dt>{sustain.packages}</dt>
        <dd>
          <ul className="plain">
            {subject.packages.map((key) => (
              <li key={key}>
                <PartLink purl={key} name={key} />
              </li>
            ))}
          </ul>
        </dd>
        <dt>{sustain.products}</dt>
        <dd>
          <ul className="plain">
            {products.items.map((use) => (
              <li key={use.product}>
                <Link to="/products/$product" params={{ product: use.product }}>
                  {use.name}
                </Link>{' '}
                <span className="note">
                  {use.criticality === null
                    ? words.inventory.notDeclared
                    : words.inventory.criticalities[use.criticality]}
                </span>
              </li>
            ))}
          </ul>
          {products.next === null ? null : (
            <p className="note">{words.report.andMore(formats.count(products.total.count - products.items.length))}</p>
          )}
        </dd>
      </dl>
      <h3>{sustain.byLevel}</h3>
      <ul className="plain">
        {indicators.map(({ indicator, answer, figure }) => (
          <li key={indicator}>
            {labels[indicator]?.label ?? indicator}:{' '}
            <WhyButton id={figure.id} label={labels[indicator]?.label ?? indicator}>
              <StateMark
                state={answer === 'passed' ? 'good' : 'watch'}
                word={answer === 'passed' ? words.portal.yes : words.portal.no}
              />
            </WhyButton>
          </li>
        ))}
      </ul>
    </>
  )
}

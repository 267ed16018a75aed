import { Link } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { Said, Told } from '#web/components/counted.tsx'
import type { Column } from '#web/components/data-table.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { ListTable } from '#web/components/list-table.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { Place } from '#web/places.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { engagementPath, useWays, type PartRow } from './data.ts'
import { Dealing } from './dealing.tsx'

/** Parts with advice; each opens what was turned down and what would change it. */
export function Parts(): ReactNode {
  const { words, formats } = useSpeech()
  const { advicePage } = words
  const ways = useWays()
  const [open, setOpen] = useState<PartRow | null>(null)
  const columns = useMemo(
    (): readonly Column<PartRow>[] => [
      {
        id: 'name',
        head: advicePage.part,
        cell: ({ subject, name }) =>
          subject.startsWith('pkg:') ? (
            <Link to="/component" search={{ purl: subject }}>
              {name}
            </Link>
          ) : (
            name
          ),
        value: ({ name }) => name,
      },
      {
        id: 'way',
        head: advicePage.way,
        cell: (row) => <Way row={row} />,
        value: (row) => row.option.label,
        wide: true,
      },
      {
        id: 'why',
        head: advicePage.why,
        cell: ({ decided, reason }) => <Said>{decided?.reason ?? reason.text}</Said>,
        value: ({ decided, reason }) => decided?.reason ?? reason.text,
        wide: true,
      },
      {
        id: 'cost',
        head: advicePage.yearly,
        cell: ({ cost, name }) => <FigureView figure={cost} unit="money" reason={advicePage.noPrice} label={name} />,
        value: ({ cost }) => cost.value?.central ?? null,
        align: 'number',
      },
      {
        id: 'review',
        head: advicePage.review,
        cell: ({ reviewOn }) => formats.date(reviewOn),
        value: ({ reviewOn }) => reviewOn,
      },
    ],
    [advicePage, formats],
  )
  return (
    <section className="section">
      <h2>{advicePage.parts}</h2>
      <p className="muted section-note">{advicePage.partsNote}</p>
      <ListTable<PartRow>
        id="engagement"
        path={engagementPath}
        caption={advicePage.parts}
        columns={columns}
        rowKey={({ subject }) => subject}
        onOpen={setOpen}
        isOpen={(row) => row === open}
        filters={[
          {
            id: 'option',
            label: advicePage.way,
            kind: 'choice',
            options: (ways.data?.options ?? []).map(({ number, label, parts }) => ({
              value: String(number),
              label: `${label} (${formats.count(parts)})`,
            })),
          },
        ]}
        empty={<p>{advicePage.partsNone}</p>}
      />
      {(ways.data?.unlisted ?? 0) > 0 ? (
        <p className="muted">
          <Told place={mostCritical}>{formats.count(ways.data?.unlisted ?? 0)}</Told> {advicePage.partsMore}
        </p>
      ) : null}
      <SidePanel title={open?.name ?? ''} isOpen={open !== null} close={() => setOpen(null)}>
        {open === null ? null : <Dealing subject={open.subject} />}
      </SidePanel>
    </section>
  )
}

const mostCritical: Place = { to: '/inventory', search: { show: 'packages', sort: 'criticality' } }

/** What was decided goes before what the guide says. */
function Way({ row: { option, standing, decided } }: { readonly row: PartRow }): ReactNode {
  const { words } = useSpeech()
  const { advicePage, engagement } = words
  if (decided !== null)
    return (
      <>
        {decided.option?.label ?? engagement.outcomes[decided.outcome]}{' '}
        <StateMark state={decided.differs ? 'watch' : 'good'} word={advicePage.decidedMark} />
      </>
    )
  return (
    <>
      {option.label}
      {standing === 'provisional' ? (
        <>
          {' '}
          <StateMark state="unknown" word={advicePage.provisional} />
        </>
      ) : null}
    </>
  )
}

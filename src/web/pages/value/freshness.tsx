import { useMemo, type ReactNode } from 'react'
import { Counted } from '#web/components/counted.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { FigureView, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { usesOf } from '#web/places.ts'
import type { AgilitySection } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { useAgility } from './data.ts'

/** How far behind what is used is. */
export function Freshness(): ReactNode {
  const { words, formats } = useSpeech()
  const { agility } = words.worth
  const query = useAgility()
  const columns = useMemo(
    (): readonly Column<AgilitySection['behind'][number]>[] => [
      {
        id: 'part',
        head: agility.part,
        cell: (row) => <PartLink purl={row.package} name={row.name} />,
        value: (row) => row.name,
      },
      { id: 'used', head: agility.used, cell: (row) => <code>{row.version}</code>, value: (row) => row.version },
      { id: 'newest', head: agility.newest, cell: (row) => <code>{row.latest}</code>, value: (row) => row.latest },
      {
        id: 'years',
        head: agility.years,
        cell: (row) => <WhyButton id={row.figure}>{formats.score(row.libyears)}</WhyButton>,
        value: (row) => row.libyears,
        align: 'number',
      },
      {
        id: 'products',
        head: agility.products,
        cell: (row) => <Counted place={usesOf(row.package, row.version)}>{formats.count(row.products)}</Counted>,
        value: (row) => row.products,
        align: 'number',
      },
    ],
    [agility, formats],
  )
  return (
    <Section title={agility.label} note={agility.explanation} from="office">
      <Loaded query={query}>
        {({ area: data }) => (
          <>
            <Facts>
              {data.freshness
                .filter(({ kind, directness }) => kind === 'organization' && directness !== 'unknown')
                .map(({ directness, drift }) => (
                  <Fact
                    key={directness}
                    label={`${agility.drift}, ${words.directness[directness]}`}
                    note={drift.coverage ? <CoverageMeter coverage={drift.coverage} figure={drift.id} /> : undefined}
                  >
                    <FigureView figure={drift} unit="percent" label={agility.drift} />
                  </Fact>
                ))}
              {data.backlog === undefined ? null : (
                <Fact label={words.portal.value.backlog}>
                  <FigureView figure={data.backlog.money} unit="money" label={words.portal.value.backlog} />
                </Fact>
              )}
            </Facts>
            <DataTable
              id="behind"
              caption={agility.behind}
              columns={columns}
              rows={data.behind}
              rowKey={(row) => `${row.package}@${row.version}`}
            />
          </>
        )}
      </Loaded>
    </Section>
  )
}

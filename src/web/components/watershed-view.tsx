import { useMemo, type ReactNode } from 'react'
import type { State } from '#charts/state.ts'
import { drawWatershed } from '#charts/watershed.ts'
import type { Watershed, WatershedStream } from '#charts/watershed-streams.ts'
import { useSpeech } from '#web/speech.tsx'
import { Name, Sum } from './counted.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { ChartWithTwin } from './picture.tsx'
import { StateMark } from './state-mark.tsx'

type Row = Pick<WatershedStream, 'weight' | 'terms'> & {
  readonly from: string
  readonly to: string
  readonly state: State
}

/** The signature picture with the same streams as a table. */
export function WatershedView({ watershed }: { readonly watershed: Watershed }): ReactNode {
  const { words } = useSpeech()
  const { front } = words
  const { sources, parts, products, inflow, outflow } = watershed
  const rows = useMemo(() => {
    const named = (from: Watershed['parts'], to: Watershed['parts']) => (stream: WatershedStream) => ({
      from: from[stream.from]?.label ?? '',
      to: to[stream.to]?.label ?? '',
      weight: stream.weight,
      terms: stream.terms,
      state: stream.state,
    })
    return [...inflow.map(named(sources, parts)), ...outflow.map(named(parts, products))]
  }, [sources, parts, products, inflow, outflow])
  const legend = {
    act: front.legendAct,
    watch: front.legendWatch,
    plain: front.legendPlain,
    unknown: front.legendUnknown,
    good: front.legendPlain,
  }
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: 'from', head: front.from, cell: (row) => <Name>{row.from}</Name>, value: (row) => row.from },
      { id: 'to', head: front.to, cell: (row) => <Name>{row.to}</Name>, value: (row) => row.to },
      {
        id: 'uses',
        head: front.uses,
        cell: (row) => <Sum value={row.weight} terms={row.terms} />,
        value: (row) => row.weight,
        align: 'number',
      },
      {
        id: 'state',
        head: front.state,
        cell: (row) => <StateMark state={row.state} word={legend[row.state]} />,
        value: (row) => legend[row.state],
      },
    ],
    [front],
  )
  const shown = new Set(parts.map(({ state }) => state))
  return (
    <ChartWithTwin
      title={front.watershed}
      explanation={front.watershedExplanation}
      wide={(id) => drawWatershed(id, front.watershed, watershed, 'wide')}
      narrow={(id) => drawWatershed(id, front.watershed, watershed, 'narrow')}
      legend={(['act', 'watch', 'plain', 'unknown'] as const)
        .filter((state) => shown.has(state))
        .map((state) => ({ state, word: legend[state] }))}
    >
      <DataTable
        id="watershed"
        caption={front.watershedTable}
        columns={columns}
        rows={rows}
        rowKey={({ from, to }) => `${from} ${to}`}
      />
    </ChartWithTwin>
  )
}

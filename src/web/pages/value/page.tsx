import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { Band } from '#web/components/band.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView, NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { useSearchState } from '#web/search-state.ts'
import type { AlternativesSection, SubjectValue, ValueSection } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { useAlternatives, useValue } from './data.ts'
import { Freshness } from './freshness.tsx'
import { WhatIf } from './what-if.tsx'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { value } = words
  const query = useValue()
  return (
    <PageFrame title={words.portal.pages.value} lead={value.explanation}>
      <Loaded query={query}>
        {(data) =>
          data.figure.value === null && data.parts.length === 0 ? (
            <EmptyState title={value.unknown} body={value.unknownBody} command="headwater assess PATH --measure" />
          ) : (
            <Value data={data} />
          )
        }
      </Loaded>
      <Alternatives />
      <Freshness />
    </PageFrame>
  )
}

function Value({ data }: { readonly data: ValueSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { value, worth } = words
  const { parts } = data
  const currency = data.figure.value?.currency ?? ''
  const columns = useMemo(
    (): readonly Column<ValueSection['parts'][number]>[] => [
      { id: 'package', head: value.package, cell: (row) => <PartLink purl={row.purl} name={row.name} />, value: (row) => row.name },
      {
        id: 'value',
        head: words.usage.value,
        cell: (row) => <WhyButton id={row.figure}>{formats.money(row.central, currency)}</WhyButton>,
        value: (row) => row.central,
        align: 'number',
      },
      {
        id: 'range',
        head: words.portal.value.range,
        cell: (row) => `${formats.money(row.low, currency)} – ${formats.money(row.high, currency)}`,
        align: 'number',
      },
      {
        id: 'months',
        head: words.usage.months,
        cell: (row) => formats.range(row.personMonths),
        value: (row) => row.personMonths.central,
        align: 'number',
      },
      { id: 'products', head: value.products, cell: (row) => formats.count(row.products), value: (row) => row.products, align: 'number' },
      { id: 'lines', head: value.lines, cell: (row) => formats.count(row.sloc), value: (row) => row.sloc, align: 'number', from: 'office' },
      { id: 'size', head: value.sizeFrom, cell: (row) => words.sizeSources[row.slocSource], value: (row) => words.sizeSources[row.slocSource], from: 'engineer' },
      { id: 'scope', head: value.scope, cell: (row) => words.scopes[row.scope], value: (row) => words.scopes[row.scope], from: 'engineer' },
    ],
    [words, value, formats, currency],
  )
  const assumptions = useMemo(
    (): readonly Column<ValueSection['assumptions'][number]>[] => [
      { id: 'label', head: value.assumption, cell: (row) => row.label, value: (row) => row.label, wide: true },
      { id: 'low', head: words.usage.low, cell: (row) => row.low, value: (row) => row.low, wide: true },
      { id: 'central', head: words.usage.central, cell: (row) => row.central, value: (row) => row.central, wide: true },
      { id: 'high', head: words.usage.high, cell: (row) => row.high, value: (row) => row.high, wide: true },
      { id: 'basis', head: value.basis, cell: (row) => words.usage.bases[row.basis], value: (row) => words.usage.bases[row.basis] },
      { id: 'source', head: value.sourceLabel, cell: (row) => row.source, value: (row) => row.source, wide: true },
    ],
    [words, value],
  )
  return (
    <>
      <div className="columns lopsided">
        <div className="stack">
          <Band label={value.personMonths} figure={data.personMonths} unit="person-months" />
          <Band label={value.money} figure={data.figure} unit="money" />
          <p className="note">{words.report.bandNote}</p>
        </div>
        <WhatIf data={data} />
      </div>
      <Section title={worth.sensitivity} note={worth.sensitivityNote}>
        <Sensitivity data={data} />
      </Section>
      <Section title={worth.reuse}>
        <Reuse data={data} />
      </Section>
      <Section title={worth.byProduct} note={worth.sharedNote} from="office">
        <Subjects id="value-products" caption={worth.byProduct} rows={data.byProduct} isProduct />
      </Section>
      <Section title={worth.byUnit} from="office">
        <Subjects id="value-units" caption={worth.byUnit} rows={data.byUnit} />
      </Section>
      <Section title={value.topPackages} note={value.topExplanation} from="office">
        <DataTable
          id="value-packages"
          caption={value.topPackages}
          columns={columns}
          rows={parts}
          rowKey={({ purl }) => purl}
        />
      </Section>
      <Section title={value.assumptions} note={value.assumptionsExplanation} from="office">
        <DataTable id="assumptions" caption={value.assumptions} columns={assumptions} rows={data.assumptions} rowKey={({ id }) => id} />
      </Section>
    </>
  )
}

function Sensitivity({ data }: { readonly data: ValueSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { worth } = words
  const columns = useMemo(
    (): readonly Column<ValueSection['sensitivity'][number]>[] => [
      {
        id: 'assumption',
        head: worth.assumption,
        cell: ({ assumption }) => data.assumptions.find(({ id }) => id === assumption)?.label ?? assumption,
        value: ({ assumption }) => assumption,
      },
      ...(['low', 'high'] as const).map((end): Column<ValueSection['sensitivity'][number]> => ({
        id: end,
        head: end === 'low' ? worth.from : worth.to,
        cell: ({ swing }) => (
          <WhyButton id={swing.id ?? ''}>
            {swing.value === null ? words.unknownReasons[swing.why ?? 'not-collected'] : formats.money(swing.value[end], swing.value.currency)}
          </WhyButton>
        ),
        value: ({ swing }) => swing.value?.[end] ?? null,
        align: 'number',
      })),
    ],
    [worth, words, formats, data],
  )
  return <DataTable id="sensitivity" caption={worth.sensitivity} columns={columns} rows={data.sensitivity} rowKey={({ assumption }) => assumption} />
}

function Reuse({ data: { reuse } }: { readonly data: ValueSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { worth } = words
  const columns = useMemo(
    (): readonly Column<ValueSection['reuse']['benchmarks'][number]>[] => [
      { id: 'year', head: worth.year, cell: (row) => String(row.year), value: (row) => row.year },
      { id: 'share', head: worth.share, cell: (row) => formats.percent(row.share), value: (row) => row.share, align: 'number' },
      { id: 'source', head: words.value.sourceLabel, cell: (row) => row.source, value: (row) => row.source, wide: true },
    ],
    [worth, words, formats],
  )
  return (
    <>
      <Facts>
        <Fact label={worth.share}>
          <FigureView figure={reuse.share} unit="percent" label={worth.reuse} />
        </Fact>
        <Fact label={worth.openLines}>
          <FigureView figure={reuse.openLines} label={worth.openLines} />
        </Fact>
        <Fact label={worth.ownLines}>
          <FigureView figure={reuse.ownLines} label={worth.ownLines} />
        </Fact>
      </Facts>
      <p className="muted section-note">{worth.publishedNote}</p>
      <DataTable id="reuse" caption={worth.published} columns={columns} rows={reuse.benchmarks} rowKey={({ id }) => id} />
    </>
  )
}

function Subjects({
  id,
  caption,
  rows,
  isProduct = false,
}: {
  readonly id: string
  readonly caption: string
  readonly rows: readonly SubjectValue[]
  readonly isProduct?: boolean
}): ReactNode {
  const { words, formats } = useSpeech()
  const columns = useMemo(
    (): readonly Column<SubjectValue>[] => [
      {
        id: 'subject',
        head: words.worth.subject,
        cell: ({ subject }) =>
          isProduct ? (
            <Link to="/products/$product" params={{ product: subject }}>
              {subject}
            </Link>
          ) : (
            subject
          ),
        value: ({ subject }) => subject,
      },
      {
        id: 'money',
        head: words.value.money,
        cell: ({ money, figure }) => (
          <WhyButton id={figure}>
            {money === null ? <span className="not-known">{words.value.unknown}</span> : formats.moneyRange(money)}
          </WhyButton>
        ),
        value: ({ money }) => money?.central ?? null,
        align: 'number',
      },
      {
        id: 'months',
        head: words.usage.months,
        cell: ({ personMonths, effortFigure }) => (
          <WhyButton id={effortFigure}>
            {personMonths === null ? <NotKnown reason={words.value.unknown} /> : formats.range(personMonths)}
          </WhyButton>
        ),
        value: ({ personMonths }) => personMonths?.central ?? null,
        align: 'number',
      },
      {
        id: 'coverage',
        head: words.report.coverageLabel,
        cell: ({ coverage }) => words.report.coverage(formats.count(coverage.known), formats.count(coverage.of), words.units[coverage.unit] ?? coverage.unit),
        align: 'number',
      },
    ],
    [words, formats, isProduct],
  )
  return <DataTable id={id} caption={caption} columns={columns} rows={rows} rowKey={({ subject }) => subject} />
}

function Alternatives(): ReactNode {
  const { words } = useSpeech()
  const { alternatives } = words.worth
  const query = useAlternatives()
  const columns = useMemo(
    (): readonly Column<AlternativesSection['lines'][number]>[] => [
      { id: 'serves', head: alternatives.serves, cell: (row) => row.serves, value: (row) => row.serves },
      { id: 'product', head: alternatives.product, cell: (row) => row.product, value: (row) => row.product },
      {
        id: 'instead',
        head: alternatives.instead,
        cell: (row) => `${row.price.alternative}${row.price.edition === null ? '' : `, ${row.price.edition}`}`,
        value: (row) => row.price.alternative,
        wide: true,
      },
      ...(['gross', 'discounted', 'net'] as const).map((kind): Column<AlternativesSection['lines'][number]> => ({
        id: kind,
        head: alternatives[kind],
        cell: (row) => <FigureView figure={row[kind]} unit="money" label={`${alternatives[kind]}: ${row.serves}`} />,
        value: (row) => row[kind].value?.central ?? null,
        align: 'number',
      })),
    ],
    [alternatives],
  )
  const [{ product }] = useSearchState()
  return (
    <Section title={alternatives.label} note={alternatives.explanation}>
      <Loaded query={query}>
        {(data) =>
          data.lines.length === 0 ? (
            <EmptyState title={alternatives.nothing} body={alternatives.nothingBody} />
          ) : (
            <>
              <div className="columns">
                <Band label={alternatives.gross} figure={data.gross} unit="money" />
                <Band label={alternatives.discounted} figure={data.discounted} unit="money" />
                <Band label={alternatives.net} figure={data.net} unit="money" />
              </div>
              <DataTable
                id="alternatives"
                caption={alternatives.functions}
                columns={columns}
                rows={product === undefined ? data.lines : data.lines.filter((line) => line.product === product)}
                rowKey={({ substitution }) => substitution}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

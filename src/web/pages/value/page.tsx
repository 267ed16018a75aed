import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { assumptionLabel } from '#text/assumption-label.ts'
import { Band } from '#web/components/band.tsx'
import { Since } from '#web/components/change.tsx'
import { Name, Said } from '#web/components/counted.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section, Withheld } from '#web/components/page.tsx'
import { useOverview } from '#web/pages/home/data.ts'
import { usePackageColumns } from '#web/components/package-columns.tsx'
import { ListTable } from '#web/components/list-table.tsx'
import { useSearchState } from '#web/search-state.ts'
import { coverageText } from '#web/figure.ts'
import type { PackageRow, ProductRow } from '#web/rows.ts'
import type { AlternativesSection, ValueSection } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { packagesPath, productsPath, useAlternatives, useValue, type NamedWorth, type ValueAnswer } from './data.ts'
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
          data.total.value === null && data.total.why === 'not-collected' ? (
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

function Value({ data }: { readonly data: ValueAnswer }): ReactNode {
  const { words, language } = useSpeech()
  const { value, worth } = words
  const { area } = data
  const compared = useOverview().data?.cards.value
  const packages = usePackageColumns()
  const products = useWorthColumns(productLink, worthOfProduct)
  const units = useWorthColumns(unitName, itself)
  const assumptions = useMemo(
    (): readonly Column<ValueSection['assumptions'][number]>[] => [
      {
        id: 'label',
        head: value.assumption,
        cell: (row) => assumptionLabel(row, words, language),
        value: (row) => assumptionLabel(row, words, language),
        wide: true,
      },
      {
        id: 'low',
        head: words.usage.low,
        cell: (row) => (
          <WhyButton id={`value/assumption/${row.id}`} label={assumptionLabel(row, words, language)}>
            {row.low}
          </WhyButton>
        ),
        value: (row) => row.low,
        wide: true,
      },
      {
        id: 'central',
        head: words.usage.central,
        cell: (row) => (
          <WhyButton id={`value/assumption/${row.id}`} label={assumptionLabel(row, words, language)}>
            {row.central}
          </WhyButton>
        ),
        value: (row) => row.central,
        wide: true,
      },
      {
        id: 'high',
        head: words.usage.high,
        cell: (row) => (
          <WhyButton id={`value/assumption/${row.id}`} label={assumptionLabel(row, words, language)}>
            {row.high}
          </WhyButton>
        ),
        value: (row) => row.high,
        wide: true,
      },
      {
        id: 'basis',
        head: value.basis,
        cell: (row) => words.usage.bases[row.basis],
        value: (row) => words.usage.bases[row.basis],
      },
      {
        id: 'source',
        head: value.sourceLabel,
        cell: (row) => <Said>{row.source}</Said>,
        value: (row) => row.source,
        wide: true,
      },
    ],
    [words, value, language],
  )
  return (
    <>
      <div className="columns lopsided">
        <div className="stack">
          {area.personMonths === undefined ? null : (
            <Band label={value.personMonths} figure={area.personMonths} unit="person-months" />
          )}
          <Band label={value.money} figure={data.total} unit="money" />
          {compared === undefined ? null : <Since now={compared.value} before={compared.before} unit="money" />}
          <p className="note">{words.report.bandNote}</p>
        </div>
        <WhatIf assumptions={area.assumptions} bounds={data.bounds} />
      </div>
      {data.withheld.length > 0 ? <Withheld /> : null}
      {area.sensitivity === undefined ? null : (
        <Section title={worth.sensitivity} note={worth.sensitivityNote}>
          <Sensitivity sensitivity={area.sensitivity} />
        </Section>
      )}
      {area.reuse === undefined ? null : (
        <Section title={worth.reuse}>
          <Reuse reuse={area.reuse} />
        </Section>
      )}
      <Section title={worth.byProduct} note={worth.sharedNote} from="office">
        <ListTable<ProductRow>
          id="value-products"
          path={productsPath}
          caption={worth.byProduct}
          columns={products}
          filters={[]}
          fixed={{ sort: 'value', order: 'descending' }}
          rowKey={({ id }) => id}
        />
      </Section>
      <Section title={worth.byUnit} from="office">
        <DataTable
          id="value-units"
          caption={worth.byUnit}
          columns={units}
          rows={data.byUnit}
          rowKey={({ subject }) => subject}
        />
      </Section>
      <Section title={value.topPackages} note={value.topExplanation} from="office">
        <ListTable<PackageRow>
          id="value-packages"
          path={packagesPath}
          caption={value.topPackages}
          columns={packages}
          filters={[{ id: 'q', label: words.portal.table.text, kind: 'text' }]}
          fixed={{ sort: 'value', order: 'descending' }}
          rowKey={({ key }) => key}
        />
      </Section>
      <Section title={value.assumptions} note={value.assumptionsExplanation} from="office">
        <DataTable
          id="assumptions"
          caption={value.assumptions}
          columns={assumptions}
          rows={area.assumptions}
          rowKey={({ id }) => id}
        />
      </Section>
    </>
  )
}

function Sensitivity({ sensitivity }: Pick<ValueSection, 'sensitivity'>): ReactNode {
  const { words, formats, language } = useSpeech()
  const { worth } = words
  const columns = useMemo(
    (): readonly Column<ValueSection['sensitivity'][number]>[] => [
      {
        id: 'assumption',
        head: worth.assumption,
        cell: ({ assumption }) => assumptionLabel({ id: assumption }, words, language),
        value: ({ assumption }) => assumptionLabel({ id: assumption }, words, language),
      },
      ...(['low', 'high'] as const).map((end): Column<ValueSection['sensitivity'][number]> => ({
        id: end,
        head: end === 'low' ? worth.from : worth.to,
        cell: ({ swing }) => (
          <WhyButton id={swing.id ?? ''}>
            {swing.value === null
              ? words.unknownReasons[swing.why ?? 'not-collected']
              : formats.money(swing.value[end], swing.value.currency)}
          </WhyButton>
        ),
        value: ({ swing }) => swing.value?.[end] ?? null,
        align: 'number',
      })),
    ],
    [worth, words, formats, language],
  )
  return (
    <DataTable
      id="sensitivity"
      caption={worth.sensitivity}
      columns={columns}
      rows={sensitivity}
      rowKey={({ assumption }) => assumption}
    />
  )
}

function Reuse({ reuse }: Pick<ValueSection, 'reuse'>): ReactNode {
  const { words, formats } = useSpeech()
  const { worth } = words
  const columns = useMemo(
    (): readonly Column<ValueSection['reuse']['benchmarks'][number]>[] => [
      { id: 'year', head: worth.year, cell: (row) => <Said>{row.year}</Said>, value: (row) => row.year },
      {
        id: 'share',
        head: worth.share,
        cell: (row) => <Said>{formats.percent(row.share)}</Said>,
        value: (row) => row.share,
        align: 'number',
      },
      {
        id: 'source',
        head: words.value.sourceLabel,
        cell: (row) => <Said>{row.source}</Said>,
        value: (row) => row.source,
        wide: true,
      },
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
      <DataTable
        id="reuse"
        caption={worth.published}
        columns={columns}
        rows={reuse.benchmarks}
        rowKey={({ id }) => id}
      />
    </>
  )
}

/** A name and what it is worth, with how much of it is known. */
function useWorthColumns<Row>(
  name: (row: Row) => ReactNode,
  worthOf: (row: Row) => NamedWorth,
): readonly Column<Row>[] {
  const speech = useSpeech()
  const { words } = speech
  return useMemo(
    (): readonly Column<Row>[] => [
      { id: 'subject', head: words.worth.subject, cell: name, value: (row) => worthOf(row).name },
      {
        id: 'money',
        head: words.value.money,
        cell: (row) => <FigureView figure={worthOf(row)} unit="money" label={worthOf(row).name} />,
        value: (row) => worthOf(row).value?.central ?? null,
        align: 'number',
      },
      {
        id: 'coverage',
        head: words.report.coverageLabel,
        cell: (row) => {
          const { id: figure, coverage } = worthOf(row)
          if (coverage === null) return null
          const text = coverageText(coverage, speech)
          return figure === null ? text : <WhyButton id={figure}>{text}</WhyButton>
        },
        value: (row) => worthOf(row).coverage?.known ?? null,
        align: 'number',
      },
    ],
    [words],
  )
}

const itself = (row: NamedWorth): NamedWorth => row
const unitName = ({ name }: NamedWorth): string => name
const productLink = ({ id, name }: ProductRow): ReactNode => (
  <Link to="/products/$product" params={{ product: id }}>
    {name}
  </Link>
)

function worthOfProduct({ id, name, value, valueFigure, valueCoverage }: ProductRow): NamedWorth {
  const why = value === null ? 'not-collected' : null
  return { subject: id, name, id: valueFigure, value, why, coverage: valueFigure === null ? null : valueCoverage }
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
        cell: (row) => (
          <Name>{`${row.price.alternative}${row.price.edition === null ? '' : `, ${row.price.edition}`}`}</Name>
        ),
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
        {({ area: data }) =>
          data.lines.length === 0 ? (
            <EmptyState title={alternatives.nothing} body={alternatives.nothingBody} />
          ) : (
            <>
              <div className="columns">
                {(['gross', 'discounted', 'net'] as const).map((kind) => {
                  const figure = data[kind]
                  return figure === undefined ? null : (
                    <Band key={kind} label={alternatives[kind]} figure={figure} unit="money" />
                  )
                })}
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

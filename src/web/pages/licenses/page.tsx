import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { State } from '#charts/state.ts'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { FigureView, NotKnown } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import type { LicensedPart, LicenseSection } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { useLicenses } from './data.ts'

const opennessStates = {
  open: 'good',
  'source-available': 'watch',
  'use-restricted': 'act',
  closed: 'watch',
  unknown: 'unknown',
} as const satisfies Record<keyof LicenseSection['byOpenness'], State>

export function Page(): ReactNode {
  const { words } = useSpeech()
  const query = useLicenses()
  return (
    <PageFrame title={words.portal.pages.licenses} lead={words.licenses.explanation}>
      <Loaded query={query}>{(data) => <Licenses data={data} />}</Loaded>
      <p className="note section">{words.licenses.noAdvice}</p>
    </PageFrame>
  )
}

function Licenses({ data }: { readonly data: LicenseSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { licenses } = words
  const { count } = formats
  const frequent = useMemo(
    (): readonly Column<LicenseSection['licenses'][number]>[] => [
      { id: 'license', head: licenses.license, cell: (row) => <code>{row.license}</code>, value: (row) => row.license },
      { id: 'parts', head: licenses.parts, cell: (row) => count(row.parts), value: (row) => row.parts, align: 'number' },
      {
        id: 'guessed',
        head: licenses.ofThemGuessed,
        cell: (row) => count(row.guessed),
        value: (row) => row.guessed,
        align: 'number',
        from: 'office',
      },
    ],
    [licenses, count],
  )
  const duties = useMemo(
    (): readonly Column<LicenseSection['duties'][number]>[] => [
      {
        id: 'duty',
        head: words.portal.licenses.duty,
        cell: (row) => words.portal.licenses.duties[row.duty] ?? row.label,
        value: (row) => words.portal.licenses.duties[row.duty] ?? row.label,
      },
      { id: 'parts', head: licenses.parts, cell: (row) => count(row.parts), value: (row) => row.parts, align: 'number' },
    ],
    [words, licenses, count],
  )
  const parts = useMemo(
    (): readonly Column<LicensedPart>[] => [
      {
        id: 'part',
        head: licenses.part,
        cell: (row) => <PartLink purl={row.purl} name={row.name} version={row.version} />,
        value: (row) => row.purl ?? row.name,
      },
      {
        id: 'statement',
        head: licenses.statement,
        cell: (row) => row.text ?? row.expression ?? <NotKnown reason={licenses.opennesses.unknown} />,
        value: (row) => row.text ?? row.expression ?? null,
      },
      { id: 'products', head: licenses.products, cell: (row) => count(row.products), value: (row) => row.products, align: 'number' },
    ],
    [licenses, count],
  )
  const products = useMemo(
    (): readonly Column<LicenseSection['products'][number]>[] => [
      {
        id: 'product',
        head: words.inventory.product,
        cell: (row) => (
          <Link to="/products/$product" params={{ product: row.product }}>
            {row.name}
          </Link>
        ),
        value: (row) => row.name,
      },
      { id: 'parts', head: licenses.parts, cell: (row) => count(row.parts), value: (row) => row.parts, align: 'number' },
      ...(['open', 'source-available', 'use-restricted', 'closed'] as const).map(
        (openness): Column<LicenseSection['products'][number]> => ({
          id: openness,
          head: licenses.opennesses[openness],
          cell: (row) => count(row.byOpenness[openness]),
          value: (row) => row.byOpenness[openness],
          align: 'number',
        }),
      ),
      {
        id: 'absent',
        head: words.portal.licenses.without,
        cell: (row) => count(row.withoutLicense),
        value: (row) => row.withoutLicense,
        align: 'number',
      },
      { id: 'guessed', head: licenses.guessed, cell: (row) => count(row.guessed), value: (row) => row.guessed, align: 'number', from: 'engineer' },
      { id: 'network', head: licenses.network, cell: (row) => count(row.network), value: (row) => row.network, align: 'number', from: 'engineer' },
    ],
    [words, licenses, count],
  )
  return (
    <>
      <Facts>
        {(Object.keys(opennessStates) as (keyof typeof opennessStates)[]).map((openness) => (
          <Fact key={openness} label={licenses.opennesses[openness]}>
            <StateMark state={opennessStates[openness]} word="" />
            <FigureView figure={data.byOpenness[openness]} label={licenses.opennesses[openness]} />
          </Fact>
        ))}
        <Fact
          label={licenses.stated}
          note={data.stated.coverage ? <CoverageMeter coverage={data.stated.coverage} /> : undefined}
        >
          <FigureView figure={data.stated} label={licenses.stated} />
        </Fact>
        <Fact label={licenses.guessed}>
          <FigureView figure={data.guessed} label={licenses.guessed} />
        </Fact>
        <Fact label={licenses.network}>
          <FigureView figure={data.network} label={licenses.network} />
        </Fact>
        <Fact label={licenses.disputed}>
          <FigureView figure={data.disputed} label={licenses.disputed} />
        </Fact>
      </Facts>
      {data.restricted.length === 0 ? null : (
        <Section title={licenses.restricted}>
          <DataTable id="restricted" caption={licenses.restricted} columns={parts} rows={data.restricted} rowKey={partKey} />
        </Section>
      )}
      <Section title={words.portal.licenses.obligations} note={words.portal.licenses.obligationsNote}>
        <DataTable id="duties" caption={words.portal.licenses.obligations} columns={duties} rows={data.duties} rowKey={({ duty }) => duty} />
      </Section>
      <Section title={licenses.reciprocity} from="office">
        <Facts>
          {(Object.keys(data.byReciprocity) as (keyof typeof data.byReciprocity)[]).map((kind) => (
            <Fact key={kind} label={licenses.reciprocities[kind]}>
              <FigureView figure={data.byReciprocity[kind]} label={licenses.reciprocities[kind]} />
            </Fact>
          ))}
        </Facts>
      </Section>
      <Section title={words.inventory.byProduct} from="office">
        <DataTable id="license-products" caption={words.inventory.byProduct} columns={products} rows={data.products} rowKey={({ product }) => product} />
      </Section>
      <Section title={licenses.mostFrequent} from="office">
        <DataTable id="frequent" caption={licenses.mostFrequent} columns={frequent} rows={data.licenses} rowKey={({ license }) => license} />
      </Section>
      {data.withoutLicense.length === 0 ? null : (
        <Section title={words.portal.licenses.withoutTitle} note={words.portal.licenses.withoutNote} from="office">
          <DataTable
            id="without-license"
            caption={words.portal.licenses.withoutTitle}
            columns={parts}
            rows={data.withoutLicense as readonly LicensedPart[]}
            rowKey={partKey}
          />
        </Section>
      )}
    </>
  )
}

function partKey({ purl, name, version }: LicensedPart): string {
  return purl ?? `${name} ${version}`
}

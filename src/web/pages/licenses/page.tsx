import { Link } from '@tanstack/react-router'
import { Fragment, useMemo, type ReactNode } from 'react'
import { dutyLabel } from '#text/license-label.ts'
import type { State } from '#charts/state.ts'
import { Counted, Said } from '#web/components/counted.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { NotKnown } from '#web/components/figure-view.tsx'
import { ListTable, useAddressed } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { usesOf } from '#web/places.ts'
import { useSpeech } from '#web/speech.tsx'
import {
  partsPath,
  useLicenses,
  type Certainty,
  type LicensedPart,
  type LicenseSummary,
  type Openness,
} from './data.ts'

const opennessStates = {
  open: 'good',
  'source-available': 'watch',
  'use-restricted': 'act',
  closed: 'watch',
  unknown: 'unknown',
} as const satisfies Record<Openness, State>

const certainties: readonly Certainty[] = ['stated', 'guessed', 'unclear', 'absent']

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { licenses } = words
  const query = useLicenses()
  return (
    <PageFrame title={words.portal.pages.licenses} lead={licenses.explanation}>
      {query.data?.parts === 0 ? (
        <EmptyState title={words.portal.home.nothingRead} body={words.portal.home.nothingReadBody} />
      ) : (
        <>
          <Loaded query={query}>{(data) => <Summary data={data} />}</Loaded>
          <Section title={licenses.parts} note={words.portal.licenses.withoutNote}>
            <Parts />
          </Section>
        </>
      )}
      <p className="note section">{licenses.noAdvice}</p>
    </PageFrame>
  )
}

/** Each count leads to the rows below that it counts. */
function Summary({ data }: { readonly data: LicenseSummary }): ReactNode {
  const { words, formats } = useSpeech()
  const { licenses, portal } = words
  const openness = new Map(data.byOpenness.map((one) => [one.openness, one.parts]))
  const certainty = new Map(data.byCertainty.map((one) => [one.certainty, one.parts]))
  const duties = useMemo(
    (): readonly Column<LicenseSummary['duties'][number]>[] => [
      {
        id: 'duty',
        head: portal.licenses.duty,
        cell: ({ duty }) => (
          <Link to="/licenses" search={{ duty }} hash="parts">
            {dutyLabel(duty, words)}
          </Link>
        ),
        value: ({ duty }) => dutyLabel(duty, words),
      },
      {
        id: 'parts',
        head: licenses.parts,
        cell: ({ duty, parts }) => (
          <Counted place={{ to: '/licenses', search: { duty }, hash: 'parts' }}>{formats.count(parts)}</Counted>
        ),
        value: ({ parts }) => parts,
        align: 'number',
      },
    ],
    [portal, licenses, formats],
  )
  const frequent = useMemo(
    (): readonly Column<LicenseSummary['licenses'][number]>[] => [
      {
        id: 'license',
        head: licenses.license,
        cell: ({ license }) => (
          <Link to="/licenses" search={{ license }}>
            <code>{license}</code>
          </Link>
        ),
        value: ({ license }) => license,
      },
      {
        id: 'parts',
        head: licenses.parts,
        cell: ({ license, parts }) => (
          <Counted place={{ to: '/licenses', search: { license }, hash: 'parts' }}>{formats.count(parts)}</Counted>
        ),
        value: ({ parts }) => parts,
        align: 'number',
      },
    ],
    [licenses, formats],
  )
  return (
    <>
      <Facts>
        {(Object.keys(opennessStates) as Openness[]).map((one) => (
          <Fact key={one} label={licenses.opennesses[one]}>
            <StateMark state={opennessStates[one]} word="" />
            <Counted place={{ to: '/licenses', search: { openness: one } }}>
              {formats.count(openness.get(one) ?? 0)}
            </Counted>
          </Fact>
        ))}
        {certainties.map((one) => (
          <Fact key={one} label={portal.licenses.certainties[one]}>
            <Counted place={{ to: '/licenses', search: { certainty: one } }}>
              {formats.count(certainty.get(one) ?? 0)}
            </Counted>
          </Fact>
        ))}
        <Fact label={licenses.network}>
          <Counted place={{ to: '/licenses', search: { isNetwork: 'true' } }}>{formats.count(data.network)}</Counted>
        </Fact>
        <Fact label={licenses.disputed}>
          <Counted place={{ to: '/licenses', search: { isDisputed: 'true' } }}>{formats.count(data.disputed)}</Counted>
        </Fact>
      </Facts>
      <div className="section columns">
        <section>
          <h2>{portal.licenses.obligations}</h2>
          <p className="muted section-note">{portal.licenses.obligationsNote}</p>
          <DataTable
            id="duties"
            caption={portal.licenses.obligations}
            columns={duties}
            rows={data.duties}
            rowKey={({ duty }) => duty}
          />
        </section>
        <section>
          <h2>{licenses.mostFrequent}</h2>
          <p className="muted section-note">
            {licenses.reciprocity}:{' '}
            {data.byReciprocity.map(({ reciprocity, parts }, index) => (
              <Fragment key={reciprocity}>
                {index === 0 ? '' : ' · '}
                <Counted place={{ to: '/licenses', search: { reciprocity }, hash: 'parts' }}>
                  {licenses.reciprocities[reciprocity]} {formats.count(parts)}
                </Counted>
              </Fragment>
            ))}
          </p>
          <DataTable
            id="frequent"
            caption={licenses.mostFrequent}
            columns={frequent}
            rows={data.licenses}
            rowKey={({ license }) => license}
          />
        </section>
      </div>
    </>
  )
}

function Parts(): ReactNode {
  const { words, formats } = useSpeech()
  const { licenses, portal } = words
  const ofProduct = useAddressed('product', words.inventory.product)
  const undecided = useAddressed('isUndecided', words.coverage.undecided, portal.yes)
  const yesOrNo = [
    { value: 'true', label: portal.yes },
    { value: 'false', label: portal.no },
  ]
  const columns = useMemo(
    (): readonly Column<LicensedPart>[] => [
      {
        id: 'part',
        head: licenses.part,
        cell: (row) => <PartLink purl={row.purl} name={row.name} version={row.version} />,
        sort: 'name',
      },
      {
        id: 'license',
        head: licenses.license,
        cell: (row) =>
          row.license !== null ? (
            <code>{row.license}</code>
          ) : row.licenseText !== null ? (
            <Said>{row.licenseText}</Said>
          ) : (
            <NotKnown reason={portal.licenses.certainties.absent} />
          ),
        sort: 'license',
      },
      {
        id: 'openness',
        head: licenses.openness,
        cell: (row) => <StateMark state={opennessStates[row.openness]} word={licenses.opennesses[row.openness]} />,
        sort: 'openness',
      },
      {
        id: 'reciprocity',
        head: licenses.reciprocity,
        cell: (row) => licenses.reciprocities[row.reciprocity ?? 'unknown'],
        sort: 'reciprocity',
      },
      {
        id: 'certainty',
        head: licenses.statement,
        cell: (row) => portal.licenses.certainties[row.certainty],
        from: 'office',
      },
      {
        id: 'products',
        head: licenses.products,
        cell: (row) => <Counted place={usesOf(row.package, row.version)}>{formats.count(row.products)}</Counted>,
        sort: 'products',
        align: 'number',
      },
      {
        id: 'duties',
        head: portal.licenses.duty,
        cell: (row) => formats.list(row.duties.map((duty) => dutyLabel(duty, words))),
        wide: true,
        from: 'engineer',
      },
    ],
    [licenses, portal, formats],
  )
  return (
    <ListTable<LicensedPart>
      id="parts"
      path={partsPath}
      caption={licenses.parts}
      columns={columns}
      rowKey={(row) => row.purl ?? `${row.name}@${row.version}`}
      filters={[
        { id: 'q', label: portal.table.text, kind: 'text' },
        {
          id: 'openness',
          label: licenses.openness,
          kind: 'choice',
          options: (Object.keys(opennessStates) as Openness[]).map((value) => ({
            value,
            label: licenses.opennesses[value],
          })),
        },
        {
          id: 'certainty',
          label: licenses.statement,
          kind: 'choice',
          options: certainties.map((value) => ({ value, label: portal.licenses.certainties[value] })),
        },
        { id: 'license', label: licenses.license, kind: 'text' },
        {
          id: 'duty',
          label: portal.licenses.duty,
          kind: 'choice',
          options: Object.entries(words.licenseTerms.duties).map(([value, { label }]) => ({ value, label })),
        },
        { id: 'isNetwork', label: licenses.network, kind: 'choice', options: yesOrNo },
        { id: 'isDisputed', label: licenses.disputed, kind: 'choice', options: yesOrNo },
        {
          id: 'reciprocity',
          label: licenses.reciprocity,
          kind: 'choice',
          options: Object.entries(licenses.reciprocities).map(([value, label]) => ({ value, label })),
        },
        ...undecided,
        ...ofProduct,
      ]}
    />
  )
}

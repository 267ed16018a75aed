import { Link, useParams } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { ApiProblem } from '#web/api.ts'
import { useWatershed } from '#web/pages/home/data.ts'
import { Counted, CountedIfKnown, Name, Told } from '#web/components/counted.tsx'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView, NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { PathTree, type TreeNode } from '#web/components/path-tree.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { UploadArea } from '#web/live/upload-area.tsx'
import { WatershedView } from '#web/components/watershed-view.tsx'
import {
  findingsOfPart,
  findingsOfProduct,
  notLookedUpIn,
  packagesOfProduct,
  usesOf,
  withoutLicenseIn,
} from '#web/places.ts'
import type { ProductPart } from '#web/rows.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { useProduct, useProductDocuments, type ProductAnswer, type ProductDocuments } from './data.ts'
import { FreshProduct } from './fresh-product.tsx'
import { RemoveProduct } from './remove-product.tsx'

export function Page(): ReactNode {
  const { product = '' } = useParams({ strict: false })
  const { words } = useSpeech()
  const { data: handed } = useProductDocuments(product)
  const { error } = useProduct(product)
  const isAssessed = !(error instanceof ApiProblem && error.status === 404)
  if (isAssessed || handed === undefined) return <Assessed product={product} known={handed} />
  const { id, name } = handed.product
  return (
    <PageFrame title={name} lead={words.live.fresh.lead}>
      <FreshProduct known={handed} />
      <UploadArea product={{ id, name }} />
      <RemoveProduct product={handed.product} />
    </PageFrame>
  )
}

function Assessed({
  product,
  known,
}: {
  readonly product: string
  readonly known: ProductDocuments | undefined
}): ReactNode {
  const { words } = useSpeech()
  const { inventory } = words
  const query = useProduct(product)
  const streams = useWatershed({ product })
  const isEmpty = query.data?.product.parts === null
  return (
    <PageFrame title={query.data?.product.name ?? product} lead={words.inventory.product}>
      <Loaded query={query}>
        {({ product: row }) => (
          <Facts>
            <Fact label={inventory.criticality}>
              {row.criticality === null ? (
                <NotKnown reason={inventory.notDeclared} />
              ) : (
                inventory.criticalities[row.criticality]
              )}
            </Fact>
            <Fact label={words.portal.unit}>{row.unit?.name ?? words.position.noUnit}</Fact>
            <Fact label={inventory.origin}>{inventory.origins[row.origin]}</Fact>
            <Fact
              label={inventory.packages}
              note={
                row.coverage.of === 0 ? undefined : (
                  <Link to="." hash="documents" className="count-link">
                    <CoverageMeter coverage={row.coverage} />
                  </Link>
                )
              }
            >
              <CountedIfKnown count={row.packages} place={packagesOfProduct(row.id)} />
            </Fact>
            {(['critical', 'high'] as const).map((severity) => (
              <Fact
                key={severity}
                label={`${words.vulnerabilities.findings}: ${words.severities[severity]}`}
                note={<CoverageMeter coverage={row.lookedUp} place={notLookedUpIn(row.id)} />}
              >
                <CountedIfKnown count={row.findings?.[severity] ?? null} place={findingsOfProduct(row.id, severity)} />
              </Fact>
            ))}
            <Fact
              label={words.value.money}
              note={<CoverageMeter coverage={row.valueCoverage} figure={row.valueFigure} />}
            >
              <FigureView
                figure={{ id: row.valueFigure, value: row.value, why: row.value === null ? 'not-collected' : null }}
                unit="money"
                label={row.name}
              />
            </Fact>
            <Fact label={words.portal.licenses.without}>
              <CountedIfKnown count={row.withoutLicense} place={withoutLicenseIn(row.id)} />
            </Fact>
          </Facts>
        )}
      </Loaded>
      {isEmpty ? (
        <EmptyState title={words.portal.product.nothingRead} body={words.portal.product.nothingReadBody} />
      ) : (
        <>
          <div className="section">
            <Loaded query={streams}>{(watershed) => <WatershedView watershed={watershed} />}</Loaded>
          </div>
          <Parts product={product} />
        </>
      )}
      {isEmpty && query.data?.documents.length === 0 ? null : <Documents product={product} />}
      <div className="section">
        <UploadArea product={{ id: product, name: query.data?.product.name ?? product }} />
      </div>
      {known === undefined ? null : <RemoveProduct product={known.product} />}
    </PageFrame>
  )
}

function Parts({ product }: { readonly product: string }): ReactNode {
  const { words, formats } = useSpeech()
  const query = useProduct(product)
  const [search, setSearch] = useSearchState()
  const columns = useMemo(
    (): readonly Column<ProductPart>[] => [
      {
        id: 'part',
        head: words.vulnerabilities.part,
        cell: (row) => <PartLink purl={row.purl} name={row.name} version={row.version} />,
        value: (row) => row.purl ?? row.name,
      },
      {
        id: 'directness',
        head: words.cli.scan.directness,
        cell: (row) => words.directness[row.directness],
        value: (row) => words.directness[row.directness],
      },
      {
        id: 'depth',
        head: words.inventory.step,
        cell: (row) =>
          row.depth === 0 ? (
            <NotKnown reason={words.inventory.depthUnknown} />
          ) : (
            <Told place={usesOf(row.package, row.version)}>{formats.count(row.depth)}</Told>
          ),
        value: (row) => (row.depth === 0 ? null : row.depth),
        align: 'number',
      },
      {
        id: 'findings',
        head: words.vulnerabilities.findings,
        cell: (row) => {
          const { findings, part } = row
          if (findings === null || findings === 0)
            return <CountedIfKnown count={findings} place={findingsOfPart(part)} />
          return (
            <Counted place={findingsOfPart(part)}>
              <StateMark state="act" word={formats.count(findings)} />
            </Counted>
          )
        },
        value: (row) => row.findings,
        align: 'number',
      },
      {
        id: 'license',
        head: words.licenses.license,
        cell: (row) =>
          row.license === null ? <NotKnown reason={words.licenses.opennesses.unknown} /> : <code>{row.license}</code>,
        value: (row) => row.license,
      },
      {
        id: 'scope',
        head: words.value.scope,
        cell: (row) => words.scopes[row.scope],
        value: (row) => words.scopes[row.scope],
        from: 'office',
      },
    ],
    [words, formats],
  )
  const asked = search['q']?.toLowerCase() ?? ''
  return (
    <>
      <Section title={words.portal.product.parts}>
        <Loaded query={query}>
          {({ parts: items }) => {
            const rows = items.filter(
              (row) =>
                (asked === '' || `${row.purl ?? ''} ${row.name}`.toLowerCase().includes(asked)) &&
                (search['show'] !== 'findings' || (row.findings ?? 0) > 0),
            )
            return (
              <>
                <form
                  className="filters"
                  role="search"
                  aria-label={words.report.filter}
                  onSubmit={(event) => event.preventDefault()}
                >
                  <label>
                    {words.portal.table.text}
                    <input
                      type="search"
                      value={search['q'] ?? ''}
                      onChange={(event) => setSearch({ q: event.currentTarget.value || undefined })}
                    />
                  </label>
                  <label>
                    {words.vulnerabilities.findings}
                    <select
                      value={search['show'] ?? ''}
                      onChange={(event) => setSearch({ show: event.currentTarget.value || undefined })}
                    >
                      <option value="">{words.portal.table.all}</option>
                      <option value="findings">{words.portal.product.withFindings}</option>
                    </select>
                  </label>
                </form>
                <DataTable
                  id="product-parts"
                  caption={words.portal.product.parts}
                  columns={columns}
                  rows={rows}
                  rowKey={(row) => row.purl ?? `${row.name}@${row.version}`}
                  total={words.portal.table.of(formats.count(rows.length), formats.count(items.length))}
                />
              </>
            )
          }}
        </Loaded>
      </Section>
      <Section title={words.portal.product.tree} note={words.portal.product.treeNote} from="office">
        <Loaded query={query}>
          {({ parts: items }) => <PathTree label={words.portal.product.tree} nodes={treeOf(items)} depthOpen={0} />}
        </Loaded>
      </Section>
    </>
  )
}

type Document = ProductAnswer['documents'][number]

/** What was read for it, entry by entry. */
function Documents({ product }: { readonly product: string }): ReactNode {
  const { words, formats } = useSpeech()
  const { coverage } = words
  const query = useProduct(product)
  const columns = useMemo(
    (): readonly Column<Document>[] => [
      {
        id: 'path',
        head: coverage.file,
        cell: ({ path }) => <Name>{path}</Name>,
        value: ({ path }) => path,
      },
      ...(['found', 'taken', 'refused'] as const).map((kind): Column<Document> => ({
        id: kind,
        head: coverage[kind],
        cell: (row) => (
          <WhyButton id={row.figure} label={row.path}>
            {formats.count(row[kind])}
          </WhyButton>
        ),
        value: (row) => row[kind],
        align: 'number',
      })),
    ],
    [coverage, formats],
  )
  return (
    <Section title={coverage.documents} note={coverage.explanation} from="office">
      <Loaded query={query}>
        {({ documents }) => (
          <DataTable
            id="documents"
            caption={coverage.documents}
            columns={columns}
            rows={documents}
            rowKey={({ path }) => path}
          />
        )}
      </Loaded>
    </Section>
  )
}

/** Each part below the one through which it comes by the fewest steps; what nobody tells stands at the top. */
function treeOf(parts: readonly ProductPart[]): readonly TreeNode[] {
  const below = Map.groupBy(parts.keys(), (index) => parts[index]?.via ?? null)
  const node = (index: number): TreeNode => {
    const part = parts[index] as ProductPart
    return {
      id: `${index}`,
      label: (
        <>
          <PartLink purl={part.purl} name={part.name} version={part.version} />{' '}
          {part.findings !== null && part.findings > 0 ? (
            <Counted place={findingsOfPart(part.part)}>
              <StateMark state="act" word={String(part.findings)} />
            </Counted>
          ) : null}
        </>
      ),
      // A part that reached itself would never end; `via` always lies one step nearer.
      children: (below.get(index) ?? []).filter((child) => child !== index).map(node),
    }
  }
  return (below.get(null) ?? []).map(node)
}

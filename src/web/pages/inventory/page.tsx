import { useMemo, type ReactNode } from 'react'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { ListTable } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { usePackageColumns } from '#web/components/package-columns.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { useProductColumns } from '#web/components/product-columns.tsx'
import type { PackageRow, ProductRow } from '#web/rows.ts'
import { useSearchState } from '#web/search-state.ts'
import type { InventorySection } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { packagesPath, productsPath, useInventory } from './data.ts'

export function Page(): ReactNode {
  const { words, formats } = useSpeech()
  const { inventory } = words
  const query = useInventory()
  const [search, setSearch] = useSearchState()
  const show = search['show'] ?? 'products'
  return (
    <PageFrame title={words.portal.pages.inventory} lead={inventory.explanation}>
      <Loaded query={query}>
        {(data) => (
          <Facts>
            <Fact
              label={inventory.packages}
              note={`${inventory.versions}: ${data.versions.value === null ? words.unknownReasons['not-collected'] : formats.count(data.versions.value)}`}
            >
              <FigureView figure={data.packages} label={inventory.packages} />
            </Fact>
            <Fact label={inventory.direct}>
              <FigureView figure={data.direct} label={inventory.direct} />
            </Fact>
            <Fact label={inventory.transitive}>
              <FigureView figure={data.transitive} label={inventory.transitive} />
            </Fact>
            <Fact label={inventory.maxDepth}>
              <FigureView figure={data.maxDepth} label={inventory.maxDepth} />
            </Fact>
            <Fact label={words.coverage.documents} note={<CoverageMeter coverage={data.coverage} />}>
              {formats.count(data.reading.documents)}
            </Fact>
          </Facts>
        )}
      </Loaded>
      <div className="section">
        <p className="switch" role="group" aria-label={words.portal.inventory.show}>
          {(['products', 'packages', 'files'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={show === one ? 'button primary' : 'button'}
              aria-pressed={show === one}
              onClick={() => setSearch({ show: one, sort: undefined, q: undefined }, { push: true })}
            >
              {words.portal.inventory[one]}
            </button>
          ))}
        </p>
        {show === 'products' ? <Products /> : show === 'packages' ? <Packages /> : <Files />}
      </div>
    </PageFrame>
  )
}

function Products(): ReactNode {
  const { words } = useSpeech()
  const { inventory } = words
  const columns = useProductColumns()
  return (
    <ListTable<ProductRow>
      id="products"
      path={productsPath}
      caption={inventory.products}
      columns={columns}
      rowKey={({ id }) => id}
      filters={[
        { id: 'q', label: words.portal.table.text, kind: 'text' },
        {
          id: 'criticality',
          label: inventory.criticality,
          kind: 'choice',
          options: [
            ...(['mission', 'high', 'medium', 'low'] as const).map((value) => ({
              value,
              label: inventory.criticalities[value],
            })),
            { value: 'undeclared', label: inventory.notDeclared },
          ],
        },
        {
          id: 'origin',
          label: inventory.origin,
          kind: 'choice',
          options: (['made', 'bought', 'run'] as const).map((value) => ({ value, label: inventory.origins[value] })),
        },
      ]}
      empty={<EmptyState title={words.portal.home.empty} body={words.portal.home.emptyBody} command="headwater assess PATH" />}
    />
  )
}

function Packages(): ReactNode {
  const { words } = useSpeech()
  const columns = usePackageColumns()
  const { data } = useInventory()
  return (
    <ListTable<PackageRow>
      id="packages"
      path={packagesPath}
      caption={words.inventory.packages}
      columns={columns}
      rowKey={({ key }) => key}
      filters={[
        { id: 'q', label: words.portal.table.text, kind: 'text' },
        {
          id: 'ecosystem',
          label: words.inventory.ecosystem,
          kind: 'choice',
          options: (data?.byEcosystem ?? []).flatMap(({ ecosystem }) =>
            ecosystem === null ? [] : [{ value: ecosystem, label: ecosystem }],
          ),
        },
        {
          id: 'severity',
          label: words.portal.inventory.atLeast,
          kind: 'choice',
          options: (['critical', 'high', 'medium', 'low'] as const).map((value) => ({
            value,
            label: words.severities[value],
          })),
        },
      ]}
      empty={<EmptyState title={words.portal.home.empty} body={words.portal.home.emptyBody} command="headwater assess PATH" />}
    />
  )
}

function Files(): ReactNode {
  const { words, formats } = useSpeech()
  const { coverage } = words
  const query = useInventory()
  const columns = useMemo(
    (): readonly Column<InventorySection['files'][number]>[] => [
      { id: 'file', head: coverage.file, cell: (row) => <code>{row.path}</code>, value: (row) => row.path },
      { id: 'product', head: coverage.product, cell: (row) => row.product, value: (row) => row.product },
      { id: 'format', head: coverage.format, cell: (row) => row.reader, value: (row) => row.reader },
      { id: 'found', head: coverage.found, cell: (row) => formats.count(row.counts.found), value: (row) => row.counts.found, align: 'number' },
      { id: 'taken', head: coverage.taken, cell: (row) => formats.count(row.counts.taken), value: (row) => row.counts.taken, align: 'number' },
      { id: 'refused', head: coverage.refused, cell: (row) => formats.count(row.counts.refused), value: (row) => row.counts.refused, align: 'number' },
      { id: 'issues', head: coverage.issues, cell: (row) => formats.count(row.issues.length), value: (row) => row.issues.length, align: 'number' },
    ],
    [coverage, formats],
  )
  return (
    <Section title={coverage.files} note={coverage.explanation}>
      <Loaded query={query}>
        {(data) => <DataTable id="files" caption={coverage.files} columns={columns} rows={data.files} rowKey={({ path }) => path} />}
      </Loaded>
    </Section>
  )
}

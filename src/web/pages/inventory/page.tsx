import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Since } from '#web/components/change.tsx'
import { Counted, CountedFigure } from '#web/components/counted.tsx'
import { ListTable, useAddressed } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { usePackageColumns } from '#web/components/package-columns.tsx'
import { Fact, Facts, PageFrame } from '#web/components/page.tsx'
import { useProductColumns } from '#web/components/product-columns.tsx'
import { UploadArea } from '#web/live/upload-area.tsx'
import type { PackageRow, ProductRow } from '#web/rows.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { placeOf } from '#web/pages/home/data.ts'
import { packagesPath, productsPath, useOverview } from './data.ts'

export function Page(): ReactNode {
  const { words, formats } = useSpeech()
  const { inventory } = words
  const query = useOverview()
  const removed = useLocation({ select: ({ state }) => state.removed })
  const [search, setSearch] = useSearchState()
  const show = search['show'] ?? 'products'
  return (
    <PageFrame title={words.portal.pages.inventory} lead={inventory.explanation}>
      <div role="status">
        {removed === undefined ? null : <p className="callout good">{words.live.removal.done(removed)}</p>}
      </div>
      <UploadArea />
      <Loaded query={query}>
        {({ cards, products }) => (
          <Facts>
            <Fact
              label={inventory.packages}
              note={<Since now={cards.packages.value} before={cards.packages.before} unit="count" />}
            >
              <CountedFigure figure={cards.packages} place={placeOf(cards.packages)} label={inventory.packages} />
            </Fact>
            <Fact label={inventory.products}>
              <Counted place={{ to: '/inventory', search: { show: 'products' } }}>{formats.count(products)}</Counted>
            </Fact>
          </Facts>
        )}
      </Loaded>
      <div className="section">
        <p className="switch" role="group" aria-label={words.portal.inventory.show}>
          {(['products', 'packages'] as const).map((one) => (
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
        {show === 'packages' ? <Packages /> : <Products />}
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
        {
          id: 'hasDocuments',
          label: words.coverage.documents,
          kind: 'choice',
          options: [
            { value: 'true', label: words.portal.yes },
            { value: 'false', label: words.portal.no },
          ],
        },
      ]}
      empty={
        <EmptyState
          title={words.portal.home.empty}
          body={words.portal.home.emptyBody}
          command="headwater assess PATH"
        />
      }
    />
  )
}

function Packages(): ReactNode {
  const { words } = useSpeech()
  const ofProduct = useAddressed('product', words.inventory.product)
  const columns = usePackageColumns()
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
          id: 'level',
          label: words.sustain.health,
          kind: 'choice',
          options: [
            ...(['weak', 'fair', 'good', 'withheld'] as const).map((value) => ({
              value,
              label: words.sustain.levels[value],
            })),
            { value: 'unknown', label: words.sustain.states.unknown },
          ],
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
        {
          id: 'criticality',
          label: words.sustain.criticality,
          kind: 'choice',
          options: (['high', 'medium', 'low'] as const).map((value) => ({
            value,
            label: words.sustain.criticalityLevels[value],
          })),
        },
        ...ofProduct,
      ]}
      empty={
        <EmptyState
          title={words.portal.home.empty}
          body={words.portal.home.emptyBody}
          command="headwater assess PATH"
        />
      }
    />
  )
}

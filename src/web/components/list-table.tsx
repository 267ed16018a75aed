/** A table over a list of the server: filters and order in the address, the next rows by key, the whole as a file. */

import { useState, type ReactNode } from 'react'
import { addressOf, type Query } from '#web/api.ts'
import { loadRows, useList } from '#web/load.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { ProblemNotice } from './problem-notice.tsx'

export type Filter =
  | { readonly id: string; readonly label: string; readonly kind: 'text' }
  | {
      readonly id: string
      readonly label: string
      readonly kind: 'choice'
      readonly options: readonly { readonly value: string; readonly label: string }[]
    }

/** Rows that were chosen, for what can be done with all of them. */
export type ChosenRows<Row> = {
  readonly rows: readonly Row[]
  /** All that the list holds as it is filtered. */
  readonly total: number
  readonly chooseAll: (most: number) => Promise<void>
  readonly clear: () => void
}

/** A filter that only an address of the portal sets: it shows when it is set, and can be taken off. @param shown for its value */
export function useAddressed(id: string, label: string, shown?: string): readonly Filter[] {
  const [search] = useSearchState()
  const value = search[id]
  return value === undefined ? [] : [{ id, label, kind: 'choice', options: [{ value, label: shown ?? value }] }]
}

export function ListTable<Row extends object>({
  id,
  path,
  caption,
  columns,
  filters,
  fixed = {},
  rowKey,
  onOpen,
  isOpen,
  empty,
  select,
}: {
  readonly id: string
  readonly path: string
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly filters: readonly Filter[]
  /** What the page asks for whatever a person filters. */
  readonly fixed?: Query
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly isOpen?: (row: Row) => boolean
  /** Stands in place of the table when nothing is there at all. */
  readonly empty?: ReactNode
  /** Rows can be chosen; `actions` stands below the table. */
  readonly select?: {
    readonly nameOf: (row: Row) => string
    readonly actions: (chosen: ChosenRows<Row>) => ReactNode
  }
}): ReactNode {
  const { words, formats } = useSpeech()
  const { table: texts } = words.portal
  const [search, setSearch] = useSearchState()
  const chosen = Object.fromEntries(filters.map((filter) => [filter.id, search[filter.id]]))
  const [sort, direction] = (search['sort'] ?? '').split('.')
  const order = direction === undefined ? undefined : direction === 'desc' ? 'descending' : 'ascending'
  const query: Query = { ...fixed, ...chosen, ...(sort === '' ? {} : { sort, order }) }
  const list = useList<Row>(path, query)
  const isFiltered = Object.values(chosen).some((value) => value !== undefined && value !== '')
  const [kept, setKept] = useState<Kept<Row>>({ of: '', rows: new Map() })
  // What was chosen under another filter is let go of: nobody would see it any more.
  const of = JSON.stringify([fixed, chosen, search.unit])
  const chosenRows: Kept<Row>['rows'] = kept.of === of ? kept.rows : new Map()
  const choose = (rows: Kept<Row>['rows']) => setKept({ of, rows })
  if (list.error !== null) return <ProblemNotice error={list.error} retry={list.retry} />
  if (list.isLoading)
    return (
      <p className="loading" role="status">
        {words.portal.loading}
      </p>
    )
  if (list.rows.length === 0 && !isFiltered && empty !== undefined)
    // Where a number that says so leads to.
    return (
      <div id={id} data-empty={id}>
        {empty}
      </div>
    )
  const total =
    list.total === null
      ? undefined
      : list.total.kind === 'exact'
        ? texts.of(formats.count(list.rows.length), formats.count(list.total.count))
        : texts.ofAtLeast(formats.count(list.rows.length), formats.count(list.total.count))
  return (
    <>
      <form
        className="filters"
        role="search"
        aria-label={`${words.report.filter}: ${caption}`}
        hidden={filters.length === 0}
        onSubmit={(event) => event.preventDefault()}
      >
        {filters.map((filter) => (
          <label key={filter.id}>
            {filter.label}
            {filter.kind === 'text' ? (
              <input
                type="search"
                value={search[filter.id] ?? ''}
                onChange={(event) => setSearch({ [filter.id]: event.currentTarget.value || undefined })}
              />
            ) : (
              <select
                value={search[filter.id] ?? ''}
                onChange={(event) => setSearch({ [filter.id]: event.currentTarget.value || undefined })}
              >
                <option value="">{texts.all}</option>
                {filter.options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </label>
        ))}
        {isFiltered ? (
          <button
            type="button"
            className="button"
            onClick={() => setSearch(Object.fromEntries(filters.map((filter) => [filter.id, undefined])))}
          >
            {texts.clear}
          </button>
        ) : null}
      </form>
      <DataTable
        id={id}
        caption={caption}
        columns={columns}
        rows={list.rows}
        rowKey={rowKey}
        {...(onOpen === undefined ? {} : { onOpen })}
        {...(isOpen === undefined ? {} : { isOpen })}
        {...(total === undefined ? {} : { total })}
        more={list.more}
        downloads={['csv', 'xlsx'].map((format) => ({
          label: format.toUpperCase(),
          href: addressOf(path, { ...query, format }),
        }))}
        {...(select === undefined ? {} : { selection: { chosen: chosenRows, choose, nameOf: select.nameOf } })}
        isServerSorted
      />
      {select?.actions({
        rows: [...chosenRows.values()],
        total: list.total?.count ?? list.rows.length,
        chooseAll: async (most) => {
          const rows = await loadRows<Row>(path, query, search.unit, most)
          choose(new Map(rows.map((row) => [rowKey(row), row])))
        },
        clear: () => choose(new Map()),
      })}
    </>
  )
}

type Kept<Row> = { readonly of: string; readonly rows: ReadonlyMap<string, Row> }

/**
 * The table of the portal on TanStack Table: sticky head, chosen columns, sorting, rows by the keyboard, more by key. Sorting
 * stands in the address; a table whose rows come in pages lets the server sort.
 */

import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
  type ColumnDef,
  type SortingState,
} from '@tanstack/react-table'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { audiences, keepColumns, keptColumns, useAudience, type Audience } from '#web/preferences.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { csvOf, type CsvCell } from './csv.ts'
import { useGoToPlace } from './go-to-place.ts'
import { useSelectRows, type Selection } from './select-rows.ts'

export type Column<Row> = {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** What the column is sorted by here, and what a CSV holds; null stands last. */
  readonly value?: (row: Row) => CsvCell
  /** The name the server sorts by; without it a column of a server's list is not sortable. */
  readonly sort?: string
  readonly align?: 'number'
  /** Shown from this depth on unless chosen; see the "for whom" switch. */
  readonly from?: Audience
  /** Wraps instead of being cut; `narrow` for some words. */
  readonly wide?: boolean | 'narrow'
}

export type More = { readonly load: () => void; readonly isLoading: boolean }

function wrapping(wide: boolean | 'narrow' = false): string {
  if (wide === 'narrow') return 'narrow-cell'
  return wide ? 'wide-cell' : ''
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

export function DataTable<Row extends RowData>({
  id,
  caption,
  columns,
  rows,
  rowKey,
  onOpen,
  isOpen,
  total,
  more,
  downloads,
  tools,
  selection,
  isServerSorted = false,
}: {
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Enter or a click on the row. */
  readonly onOpen?: (row: Row) => void
  readonly isOpen?: (row: Row) => boolean
  /** How many there are in all, in words. */
  readonly total?: string
  /** Null when everything is here. */
  readonly more?: More | null
  /** Addresses of the whole list as files; without them a CSV is made from the rows at hand. */
  readonly downloads?: readonly { readonly label: string; readonly href: string }[]
  readonly tools?: ReactNode
  /** A box in front of each row. */
  readonly selection?: Selection<Row>
  readonly isServerSorted?: boolean
}): ReactNode {
  const { words } = useSpeech()
  const { table: texts } = words.portal
  const [search, setSearch] = useSearchState()
  const [audience] = useAudience()
  const [chosen, setChosen] = useState(() => keptColumns(id))
  const scroll = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  useGoToPlace(id, place)
  const key = isServerSorted ? 'sort' : `sort-${id}`
  const sorted = search[key] ?? ''

  // A view that somebody opened says its columns in the address.
  const addressed = search[`columns-${id}`]?.split(',').filter((one) => columns.some((column) => column.id === one))
  const isAddressed = addressed !== undefined && addressed.length > 0
  const shown = new Set(
    (isAddressed ? addressed : chosen) ??
      columns
        .filter(({ from }) => from === undefined || audiences.indexOf(from) <= audiences.indexOf(audience))
        .map((column) => column.id),
  )
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<Features, Row> => ({
        id: column.id,
        accessorFn: (row) => column.value?.(row) ?? null,
        enableSorting: isServerSorted ? column.sort !== undefined : column.value !== undefined,
        sortUndefined: 'last',
        sortFn: (a, b, columnId) => compareCells(a.getValue(columnId), b.getValue(columnId)),
      })),
    [columns, isServerSorted],
  )
  const sorting = useMemo((): SortingState => {
    const [column = '', direction] = sorted.split('.')
    const found = columns.find((one) => (isServerSorted ? one.sort : one.id) === column)
    return found === undefined ? [] : [{ id: found.id, desc: direction === 'desc' }]
  }, [sorted, columns, isServerSorted])

  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    manualSorting: isServerSorted,
    state: {
      sorting,
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, shown.has(column.id)])),
    },
  })
  const visible = columns.filter((column) => shown.has(column.id))

  const select = useSelectRows(
    selection,
    table.getRowModel().rows.map(({ original }) => original),
    rowKey,
  )

  function sortBy(column: Column<Row>): void {
    const name = (isServerSorted ? column.sort : column.id) ?? column.id
    // Numbers are looked at from the top, names from A.
    const first = column.align === 'number' ? 'desc' : 'asc'
    const second = first === 'desc' ? 'asc' : 'desc'
    setSearch({ [key]: sorted === `${name}.${first}` ? `${name}.${second}` : `${name}.${first}` })
  }

  function choose(column: string, isShown: boolean): void {
    const next = columns.map((one) => one.id).filter((one) => (one === column ? isShown : shown.has(one)))
    if (next.length === 0) return
    setChosen(next)
    keepColumns(id, next)
    if (isAddressed) setSearch({ [`columns-${id}`]: next.join(',') })
  }

  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const all = [...(scroll.current?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])]
    const active = document.activeElement
    const at = all.findIndex((row) => row === active || row.contains(active))
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    const row = next === undefined ? undefined : all[next]
    const isSelecting = select?.byKey(event, at, row === undefined ? undefined : next, all[at] === active) === true
    if (!isSelecting && row === undefined) return
    event.preventDefault()
    row?.focus()
  }

  return (
    <div className="table" id={id} data-table={id} ref={place}>
      <div className="tools">
        <p className="muted count" role="status">
          {total ?? words.portal.table.rows(rows.length)}
        </p>
        {tools}
        <details className="chooser">
          <summary>{texts.columns}</summary>
          <fieldset>
            <legend className="visually-hidden">{texts.columns}</legend>
            {columns.map((column) => (
              <label key={column.id}>
                <input
                  type="checkbox"
                  checked={shown.has(column.id)}
                  onChange={(event) => choose(column.id, event.currentTarget.checked)}
                />
                {column.head}
              </label>
            ))}
          </fieldset>
        </details>
        {downloads === undefined ? (
          <button type="button" className="link" onClick={() => save(`${id}.csv`, csvOf(columns, rows))}>
            {words.report.csv}
          </button>
        ) : (
          downloads.map(({ label, href }) => (
            <a key={href} href={href} download>
              {label}
            </a>
          ))
        )}
      </div>
      <div className="scroll" ref={scroll} tabIndex={0} role="region" aria-label={caption} onKeyDown={move}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {select === undefined ? null : (
                  <th scope="col" className="select-cell">
                    <label>
                      <input
                        type="checkbox"
                        aria-label={texts.selectShown(rows.length)}
                        checked={select.share === 'all'}
                        ref={(box) => {
                          if (box !== null) box.indeterminate = select.share === 'some'
                        }}
                        onChange={select.toggleAll}
                      />
                    </label>
                  </th>
                )}
                {group.headers.map((header) => {
                  const column = visible.find((one) => one.id === header.column.id)
                  if (column === undefined) return null
                  const direction = header.column.getIsSorted()
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      className={column.align}
                      aria-sort={direction === false ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
                    >
                      {header.column.getCanSort() ? (
                        <button type="button" onClick={() => sortBy(column)} title={words.report.sort}>
                          {column.head}
                          <span aria-hidden="true" className="arrow">
                            {direction === false ? '' : direction === 'asc' ? '↑' : '↓'}
                          </span>
                        </button>
                      ) : (
                        column.head
                      )}
                    </th>
                  )
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row, at) => (
              <tr
                key={row.id}
                tabIndex={-1}
                className={[
                  onOpen === undefined ? '' : 'opens',
                  isOpen?.(row.original) === true ? 'is-open' : '',
                  select?.isChosen(row.original) === true ? 'is-chosen' : '',
                ].join(' ')}
                onClick={(event) => {
                  if (!isInteractive(event.target)) onOpen?.(row.original)
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.target !== event.currentTarget) return
                  if (onOpen !== undefined) onOpen(row.original)
                  else event.currentTarget.querySelector<HTMLElement>('a, button')?.click()
                }}
              >
                {select === undefined ? null : (
                  <td className="select-cell">
                    <label>
                      <input
                        type="checkbox"
                        aria-label={texts.selectRow(selection?.nameOf(row.original) ?? row.id)}
                        checked={select.isChosen(row.original)}
                        onChange={({ nativeEvent }) =>
                          select.toggle(at, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                        }
                      />
                    </label>
                  </td>
                )}
                {visible.map((column, place) => {
                  const content = column.cell(row.original)
                  const className = [column.align, wrapping(column.wide)].filter(Boolean).join(' ')
                  return place === 0 ? (
                    <th key={column.id} scope="row" className={className}>
                      {content}
                    </th>
                  ) : (
                    <td key={column.id} className={className}>
                      {content}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 ? <p className="nothing">{texts.nothing}</p> : null}
      {more === undefined || more === null ? null : (
        <button type="button" className="button more" disabled={more.isLoading} onClick={more.load}>
          {more.isLoading ? words.portal.loading : texts.more}
        </button>
      )}
    </div>
  )
}

/** What is not known stands last, whichever way is up. */
function compareCells(a: CsvCell, b: CsvCell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true })
}

function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, label, summary') !== null
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

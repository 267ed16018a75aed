/** A table as CSV (RFC 4180) that no spreadsheet runs. */

export type CsvCell = string | number | null

type CsvColumn<Row> = { readonly head: string; readonly value?: (row: Row) => CsvCell }

/** Unknown stays an empty cell: a program that reads it must not take it for zero. */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const told = columns.filter(({ value }) => value !== undefined)
  const lines = [told.map(({ head }) => head), ...rows.map((row) => told.map(({ value }) => value?.(row) ?? null))]
  return `\uFEFF${lines.map((line) => line.map(cellText).join(',')).join('\r\n')}\r\n`
}

/** Text that begins like a formula is foreign and is not to be computed: https://owasp.org/www-community/attacks/CSV_Injection */
function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[\s\u{feff}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

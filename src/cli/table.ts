/** Tables without box drawing: columns aligned, numbers to the right. */

export type Cell = string | number

/** @param head empty for a table without one; ends with a line break */
export function alignedTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const all = head.length > 0 ? [head, ...rows] : rows
  const columns = Math.max(0, ...all.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...all.map((row) => displayWidth(text(row[column])))),
  )
  const isNumber = Array.from(
    { length: columns },
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  )
  const line = (row: readonly Cell[]): string =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text(cell))))
        return isNumber[column] === true ? gap + text(cell) : text(cell) + gap
      })
      .join('  ')
      .trimEnd()
  return all.map((row) => `${line(row)}\n`).join('')
}

function text(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  // Names come from foreign files: a control character must not move the cursor.
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell.replaceAll(/\p{Cc}/gu, '�')
}

/** East Asian wide characters take two columns. */
function displayWidth(value: string): number {
  let width = 0
  for (const character of value)
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
      character,
    )
      ? 2
      : 1
  return width
}

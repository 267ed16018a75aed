/** Lists as files. Rows are made while they are sent, and others get their turn between them. */

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { Cell } from './list.ts'

export type Columns<Item> = Readonly<Record<string, (item: Item) => Cell>>

const rowsAtOnce = 500

/** RFC 4180 with a byte order mark, by which office programs tell UTF-8. */
export async function* csvOf<Item>(columns: Columns<Item>, items: Iterable<Item>): AsyncGenerator<string> {
  yield `\u{feff}${Object.keys(columns).map(csvCell).join(',')}\r\n`
  for await (const rows of slices(items))
    yield rows
      .map(
        (item) =>
          `${Object.values(columns)
            .map((column) => csvCell(column(item)))
            .join(',')}\r\n`,
      )
      .join('')
}

/**
 * Office programs run what begins like a formula. Foreign names may begin so: an apostrophe before them makes them text.
 * Numbers are ours and stay as they are.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = /^[\s\u{feff}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell
  return /[",\r\n\t;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A workbook of one sheet, of the parts that ECMA-376 requires and no more. Texts are inline strings, which no program takes
 * for formulas.
 */
export async function* xlsxOf<Item>(columns: Columns<Item>, items: Iterable<Item>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, content] of Object.entries(frame)) {
    const file = new ZipPassThrough(name)
    file.mtime = fixedTime
    zip.add(file)
    file.push(strToU8(content), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 })
  sheet.mtime = fixedTime
  zip.add(sheet)
  sheet.push(strToU8(`${declaration}<worksheet xmlns="${main}"><sheetData>${xlsxRow(Object.keys(columns))}`))
  for await (const rows of slices(items)) {
    sheet.push(strToU8(rows.map((item) => xlsxRow(Object.values(columns).map((column) => column(item)))).join('')))
    const ready = chunks
    chunks = []
    yield* ready
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* chunks
}

async function* slices<Item>(items: Iterable<Item>): AsyncGenerator<readonly Item[]> {
  let rows: Item[] = []
  for (const item of items) {
    rows.push(item)
    if (rows.length < rowsAtOnce) continue
    yield rows
    rows = []
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (rows.length > 0) yield rows
}

function xlsxRow(cells: readonly Cell[]): string {
  return `<row>${cells.map(xlsxCell).join('')}</row>`
}

function xlsxCell(cell: Cell): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
}

/** A cell holds 32,767 characters; characters that XML 1.0 cannot hold are shown as replaced. */
function xmlText(text: string): string {
  return (
    text
      .slice(0, 32_767)
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are the ones that XML excludes
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}

/** The same rows give the same bytes. */
const fixedTime = '1980-01-01T12:00:00'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentTypes}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelationships}"><sheets><sheet name="Headwater" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/**
 * The only script of the page: sorting, filtering and saving tables. Everything can be read and opened without it. The
 * page's content security policy allows exactly these bytes; a test compares the hash.
 */

export const htmlScript = `(() => {
  const words = document.body.dataset
  const key = (cell) => {
    const value = cell?.dataset.v ?? cell?.textContent.trim() ?? ''
    const number = Number(value)
    return value !== '' && !Number.isNaN(number) ? number : value
  }
  const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), document.documentElement.lang, { numeric: true })
  const csvField = (text) => {
    const guarded = /^[=+\\-@\\t\\r]/.test(text) && !/^-?[\\d.]+$/.test(text) ? "'" + text : text
    return '"' + guarded.replaceAll('"', '""') + '"'
  }
  const textOf = (cell) => cell.classList.contains('number') && cell.dataset.v && !cell.querySelector('.figure') && !/[–-]/.test(cell.textContent) ? cell.dataset.v : cell.textContent.replace(/[○●▲■]/g, '').trim()
  const save = (table, name) => {
    const rows = [...table.rows].map((row) => [...row.cells].map((cell) => csvField(textOf(cell))).join(','))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['\\ufeff' + rows.join('\\r\\n') + '\\r\\n'], { type: 'text/csv' }))
    link.download = name + '.csv'
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }
  const button = (label, text, action) => {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = text
    element.title = label
    element.setAttribute('aria-label', label)
    element.addEventListener('click', action)
    return element
  }
  for (const holder of document.querySelectorAll('[data-table]')) {
    const table = holder.querySelector('table')
    const body = table.tBodies[0]
    const tools = document.createElement('div')
    tools.className = 'tools'
    if (body.rows.length > 8) {
      const filter = document.createElement('input')
      filter.type = 'search'
      filter.placeholder = words.filter
      filter.setAttribute('aria-label', words.filter + ': ' + table.caption.textContent)
      filter.addEventListener('input', () => {
        const wanted = filter.value.toLowerCase()
        for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted)
      })
      tools.append(filter)
    }
    tools.append(button(words.csv + ': ' + table.caption.textContent, words.csv, () => save(table, holder.dataset.table)))
    holder.prepend(tools)
    if (body.rows.length < 3) continue
    for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
      const label = head.textContent
      const sorter = button(label + ': ' + words.sort, label, () => {
        const direction = head.getAttribute('aria-sort') === 'descending' || (!head.hasAttribute('aria-sort') && !head.classList.contains('number')) ? 1 : -1
        for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort')
        head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending')
        body.append(...[...body.rows].map((row) => [key(row.cells[index]), row]).sort((a, b) => direction * compare(a[0], b[0])).map(([, row]) => row))
      })
      sorter.className = 'sort'
      head.replaceChildren(sorter)
    }
  }
})()`

/** SHA-256 of the script in base64, as the policy of the page wants it. */
export const htmlScriptHash = 'sha256-epk2GgQBaq23qfcBHVpWsqsiGIXn1UG5Ck/FWcS7V8E='

/** How the figures of the value compute, and where that comes from. */

import type { MethodText } from '#app/method-catalog.ts'

const replacement =
  'Hoffmann, Nagle, Zhou: The Value of Open Source Software, Harvard Working Paper 24-038 (2024), labor approach, for one organization'

export const texts: Readonly<Record<string, MethodText>> = {
  'replacement-cost-effort': {
    formula:
      'person-months = eaf · a · (lines / 1000)^b · s · u · e; by default low 2.4, 1.05 on deduplicated lines (COCOMO 81 organic), central 2.94, 1.0997 (COCOMO II nominal), high 3.0, 1.12 on lines as shipped (COCOMO 81 semi-detached) (A1, A2); s scope factor (A4), u use factor (A5), e factor of bought products (A8)',
    source: replacement,
  },
  'replacement-cost': {
    formula:
      'money = person-months · yearly wage · f / 12; by default f = 1 low, the load factor central, 2.4 high (A3)',
    source: replacement,
  },
  'usage-effort': {
    formula:
      'Σ person-months over packages, each package once for the organization, the product, the unit or the condition (A6, A7)',
    source: replacement,
  },
  'usage-replacement': {
    formula:
      'Σ money over packages, each package once for the organization, the product, the unit or the condition (A6, A7)',
    source: replacement,
  },
  'replacement-in-bought-products': {
    formula: 'Σ money over packages that occur in bought products only; listed, not added to the central total (A8)',
    source: replacement,
  },
  'one-program': {
    formula: 'person-months = eaf · a · (Σ lines / 1000)^b: the model once on the total; a comparison only (A6)',
    source: 'The aggregation of sloccount by default; see docs/methods.md',
  },
  'annual-rebuild': {
    formula: 'value / years: straight line, by default over three years; never added to the value itself',
    source: `${replacement}, footnote 22`,
  },
  'avoided-maintenance': {
    formula: 'value · m; by default m = 0.20 low, 0.22 central, 0.25 high; never added to the value itself',
    source:
      'Published support rates as a market proxy: 20 % SPSS, 22 % Oracle Database, 25 % SQL Server Software Assurance',
  },
  sensitivity: {
    formula:
      'the central total with this assumption at its low, central and high reading and all others central; width = largest − smallest',
    source: 'Headwater, docs/methods.md',
  },
  'open-lines': {
    formula:
      'Σ deduplicated lines over packages that products deliver, each once; without what is needed for development alone',
    source: 'Headwater, docs/methods.md',
  },
  'own-lines': {
    formula: 'Σ deduplicated lines counted in the folders of products that the organization makes',
    source: 'Headwater, docs/methods.md',
  },
  'reuse-share': {
    formula: 'open source lines / (open source lines + own lines), counted by the same rules',
    source: 'Headwater, docs/methods.md; the published shares of OSSRA stand beside it and count otherwise',
  },
  'usage-like': {
    formula: 'the effort model, wage, overhead and aggregation of another tool or study on the same deduplicated lines',
    source: 'The tool or study that the figure is named after; settings in src/value/presets.ts',
  },
  'whole-repositories': {
    formula: 'Σ over part versions of 2.94 · (lines of the whole repository / 1000)^1.0997',
    source: 'github.com/SemClone/ossval at 443bd19, multipliers 1',
  },
  'whole-repositories-once': {
    formula: 'Σ over repositories of 2.94 · (lines of the whole repository / 1000)^1.0997',
    source: 'As above, each repository once',
  },
  'double-counted-share': {
    formula: '1 − once / charged',
    source: 'Headwater, docs/methods.md',
  },
}

import { assumptionLabel } from '#text/assumption-label.ts'
import type { PackageValue, SubjectValue, Swing } from '#domain/assessment/value.ts'
import { band, type Band } from '#domain/money.ts'
import { scopes } from '#domain/part.ts'
import type { Block, Cell, FigureView, Table, Text } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { bandPicture } from '#report/pictures.ts'
import { bandView, countView, ecosystemName, moneyView, shareView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostPackages = 25
const mostAssumptions = 3

export const section = defineSection({
  id: 'value',
  order: 40,
  label: (words) => words.value.label,
  explanation: (words) => words.value.explanation,
  source: 'COCOMO 81 (Boehm 1981) and COCOMO II (Boehm et al. 2000), each package once',
  render: (context) => {
    const { assessment, words } = context
    const work = bandView(assessment.value.personMonths)
    const totals: Block[] = work.figure.known ? bands(context) : [unknownValue(context)]
    return [
      ...totals,
      rate(context),
      ...(assessment.value.sensitivity.length === 0 ? [] : [sensitivity(context)]),
      ...(assessment.value.byScope.length === 0 ? [] : [byScope(context)]),
      ...bySubject(context),
      ...(assessment.value.packages.length === 0 ? [] : [topPackages(context)]),
      ...(assessment.value.missing.length === 0 ? [] : [...missing(context)]),
      ...reuse(context),
      assumptions(context),
      { type: 'paragraph', tone: 'muted', content: [words.value.assumptionsExplanation] },
    ]
  },
})

function bands(context: ReportContext): Block[] {
  const { assessment, words } = context
  const work = bandView(assessment.value.personMonths)
  const money = moneyView(assessment.value.money)
  const one = bandView(assessment.value.oneProgram)
  const bought = moneyView(assessment.value.inBoughtOnly.money, context.notMeasured)
  const { value } = words
  return [
    {
      type: 'columns',
      columns: [
        [
          {
            type: 'band',
            label: value.personMonths,
            view: work,
            picture: bandPicture('value-work', value.personMonths, work, context),
          },
        ],
        [
          {
            type: 'band',
            label: value.money,
            view: money,
            picture: bandPicture('value-money', value.money, money, context),
          },
        ],
      ],
    },
    { type: 'paragraph', tone: 'muted', content: [words.report.bandNote] },
    {
      type: 'columns',
      columns: [
        [{ type: 'band', label: value.oneProgram, view: one, picture: null, note: [value.oneProgramNote] }],
        assessment.value.inBoughtOnly.packages === 0
          ? []
          : [{ type: 'band', label: value.boughtOnly, view: bought, picture: null, note: [value.boughtOnlyNote] }],
      ],
    },
  ]
}

function unknownValue({ assessment, words, notMeasured }: ReportContext): Block {
  const command = assessment.gaps.find(({ area }) => area === 'value')?.remedy
  const view = bandView(assessment.value.personMonths, notMeasured)
  return {
    type: 'callout',
    tone: 'unknown',
    label: words.value.personMonths,
    title: [words.value.unknown],
    body: [[{ type: 'figure', view }], [words.value.unknownBody]],
    ...(command == null ? {} : { command }),
  }
}

function rate({ portfolio, words, formats }: ReportContext): Block {
  const { yearlyWage, currency, loadFactor, source, asOf, basis } = portfolio.organization.laborRate
  const wage = name(formats.money(yearlyWage, currency))
  const content = words.value.rate(wage, name(formats.exact(loadFactor)), name(source), { type: 'date', date: asOf })
  return basis === 'default'
    ? {
        type: 'callout',
        tone: 'watch',
        label: words.value.rateLabel,
        title: [words.value.defaultRate],
        body: [content],
      }
    : { type: 'paragraph', content }
}

function byScope({ assessment, words }: ReportContext): Table {
  const { value, report } = words
  return {
    type: 'table',
    id: 'value-by-scope',
    caption: value.byScope,
    columns: [
      { label: value.scope, type: 'text' },
      { label: value.packages, type: 'number', bar: true },
      { label: report.personMonths, type: 'number' },
      { label: value.money, type: 'number' },
    ],
    rows: [...assessment.value.byScope]
      .sort((a, b) => scopes.indexOf(a.scope) - scopes.indexOf(b.scope))
      .map((row) => [
        textCell(words.scopes[row.scope]),
        numberCell(row.packages),
        { type: 'band', band: row.personMonths, unit: 'person-months' },
        { type: 'money', band: row.money },
      ]),
    more: 0,
  }
}

/** The three that move the total most; the others stand in the JSON output. */
function sensitivity({ assessment, words, language }: ReportContext): Table {
  const { worth } = words
  const all = assessment.value.sensitivity
  return {
    type: 'table',
    id: 'value-sensitivity',
    caption: worth.sensitivity,
    note: worth.sensitivityNote,
    columns: [
      { label: worth.assumption, type: 'text' },
      { label: worth.from, type: 'number' },
      { label: worth.to, type: 'number' },
      { label: worth.swing, type: 'number' },
    ],
    rows: all.slice(0, mostAssumptions).map(({ assumption, swing: { id, figure } }): Cell[] => {
      const view = (pick: (swing: Swing) => number): FigureView => ({
        id,
        figure: figure.known
          ? { ...figure, value: { ...flatBand(pick(figure.value)), currency: figure.value.currency } }
          : figure,
        unit: 'money',
        show: 'central',
      })
      return [
        textCell(code(assumption), ' ', assumptionLabel({ id: assumption }, words, language)),
        { type: 'figure', view: view(({ low, central, high }) => Math.min(low, central, high)) },
        { type: 'figure', view: view(({ low, central, high }) => Math.max(low, central, high)) },
        { type: 'figure', view: view(({ width }) => width) },
      ]
    }),
    more: Math.max(0, all.length - mostAssumptions),
  }
}

function flatBand(amount: number): Band {
  return band(amount, amount, amount)
}

function bySubject(context: ReportContext): readonly Block[] {
  const { assessment, portfolio, words } = context
  const { worth } = words
  const { byProduct, byUnit, atRisk } = assessment.value
  const { products, units } = portfolio.organization
  const names = new Map([...products, ...units].map((one) => [one.id, one.name]))
  const nameOf = (subject: string): Text => [name(names.get(subject) ?? subject)]
  const tables = [
    ...(byProduct.length === 0 ? [] : [subjectTable('value-by-product', worth.byProduct, byProduct, nameOf, context)]),
    ...(byUnit.length === 0 ? [] : [subjectTable('value-by-unit', worth.byUnit, byUnit, nameOf, context)]),
  ]
  return [
    ...(atRisk.length === 0
      ? []
      : [
          subjectTable(
            'value-at-risk',
            worth.atRisk,
            atRisk,
            (subject) => [worth.conditions[subject] ?? subject],
            context,
          ),
        ]),
    ...(tables.length === 0 ? [] : [{ type: 'columns' as const, columns: tables.map((table) => [table]) }]),
  ]
}

function subjectTable(
  id: string,
  caption: string,
  subjects: readonly SubjectValue[],
  nameOf: (subject: string) => Text,
  { figures, words, notMeasured }: ReportContext,
): Table {
  const { worth, value } = words
  return {
    type: 'table',
    id,
    caption,
    note: worth.sharedNote,
    columns: [
      { label: worth.subject, type: 'text' },
      { label: value.money, type: 'number' },
      { label: words.report.coverageLabel, type: 'text' },
    ],
    rows: subjects.map(({ subject, money, figure, coverage }): Cell[] => [
      textCell(...nameOf(subject)),
      money === null ? { type: 'unknown', reason: notMeasured } : moneyCell({ figure, money }, figures),
      { type: 'coverage', coverage },
    ]),
    more: 0,
  }
}

/** The own share, with published ones beside it. */
function reuse({ assessment, words, formats }: ReportContext): readonly Block[] {
  const { worth } = words
  const { share, openLines, ownLines, benchmarks } = assessment.value.reuse
  const own: Block = {
    type: 'figures',
    items: [
      { label: worth.reuse, view: shareView(share) },
      { label: worth.openLines, view: countView(openLines) },
      { label: worth.ownLines, view: countView(ownLines) },
    ],
  }
  if (benchmarks.length === 0) return [own]
  const published: Table = {
    type: 'table',
    id: 'reuse-benchmarks',
    caption: worth.published,
    note: worth.publishedNote,
    columns: [
      { label: worth.year, type: 'text' },
      { label: worth.share, type: 'text' },
      { label: words.value.sourceLabel, type: 'text' },
    ],
    rows: benchmarks.map((one) => [
      textCell(name(String(one.year))),
      textCell(name(formats.percent(one.share))),
      textCell(name(one.source)),
    ]),
    more: 0,
  }
  return [own, { type: 'details', label: worth.published, blocks: [published] }]
}

function topPackages({ assessment, words, figures }: ReportContext): Table {
  const { value, report } = words
  const rows = assessment.value.packages.slice(0, mostPackages)
  return {
    type: 'table',
    id: 'value-by-package',
    caption: value.topPackages,
    note: value.topExplanation,
    columns: [
      { label: value.package, type: 'text' },
      { label: value.scope, type: 'text' },
      { label: value.products, type: 'number' },
      { label: value.lines, type: 'number' },
      { label: value.sizeFrom, type: 'text' },
      { label: report.personMonths, type: 'number' },
      { label: value.money, type: 'number' },
    ],
    rows: rows.map((row): Cell[] => [
      textCell(code(row.name)),
      textCell(words.scopes[row.scope]),
      numberCell(row.products),
      numberCell(row.deduplicated),
      textCell(words.sizeSources[row.sizeSource]),
      { type: 'band', band: row.personMonths, unit: 'person-months' },
      moneyCell(row, figures),
    ]),
    more: Math.max(0, assessment.value.packages.length - mostPackages),
  }
}

/** The value of a package opens its working where that is at hand. */
function moneyCell(
  { figure: id, money }: Pick<PackageValue, 'figure' | 'money'>,
  figures: ReportContext['figures'],
): Cell {
  const [first, ...others] = figures.get(id)?.figure.from ?? []
  if (first === undefined) return { type: 'money', band: money }
  return {
    type: 'figure',
    view: { id, figure: { known: true, value: money, from: [first, ...others] }, unit: 'money', show: 'range' },
  }
}

function missing({ assessment, words }: ReportContext): readonly Block[] {
  const { value } = words
  const command = assessment.gaps.find(({ area }) => area === 'value')?.remedy
  const table: Table = {
    type: 'table',
    id: 'value-missing',
    caption: value.missingTable,
    columns: [
      { label: words.inventory.ecosystem, type: 'text' },
      { label: value.packages, type: 'number', bar: true },
    ],
    rows: assessment.value.missing.map(({ ecosystem, packages }) => [
      textCell(name(ecosystemName(ecosystem, words))),
      numberCell(packages),
    ]),
    more: 0,
  }
  const remedy: Block = {
    type: 'callout',
    tone: 'unknown',
    label: value.missing,
    title: [value.missingExplanation],
    body: [[value.missingRemedy]],
    ...(command == null ? {} : { command }),
  }
  return [{ type: 'columns', columns: [[table], [remedy]] }]
}

function assumptions({ assessment, words, language }: ReportContext): Table {
  const { value, report } = words
  return {
    type: 'table',
    id: 'assumptions',
    caption: value.assumptions,
    columns: [
      { label: value.assumption, type: 'text' },
      { label: report.low, type: 'text' },
      { label: report.central, type: 'text' },
      { label: report.high, type: 'text' },
      { label: value.basis, type: 'text' },
      { label: value.sourceLabel, type: 'text' },
    ],
    rows: assessment.value.assumptions.map((one) => [
      textCell(code(one.id), ' ', assumptionLabel(one, words, language)),
      textCell(name(one.low)),
      textCell(name(one.central)),
      textCell(name(one.high)),
      one.isDefault ? { type: 'state', state: 'watch', word: value.isDefault, rank: 1 } : textCell(value.isOwn),
      textCell(name(one.source)),
    ]),
    more: 0,
  }
}

import type { IssueCode } from '#domain/issue.ts'
import type { Undecided } from '#domain/finding.ts'
import type { Block, Cell, Table, Text } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostFiles = 300
const mostNames = 3

export const section = defineSection({
  id: 'coverage',
  order: 50,
  label: (words) => words.coverage.label,
  explanation: (words) => words.coverage.explanation,
  source: 'found = taken + refused, per file and in total',
  render: (context) => [
    { type: 'columns', columns: [[reading(context)], unread(context)] },
    ...oddities(context),
    ...undecided(context),
    ...gaps(context),
    advisories(context),
    { type: 'details', label: context.words.coverage.files, blocks: [files(context)] },
  ],
})

export function reading({ assessment, words }: ReportContext): Table {
  const { reading: counts } = assessment.inventory
  const { coverage } = words
  return {
    type: 'table',
    id: 'reading',
    caption: coverage.reading,
    columns: [
      { label: coverage.entries, type: 'text' },
      { label: coverage.count, type: 'number' },
    ],
    rows: [
      [textCell(coverage.documents), numberCell(counts.documents)],
      [textCell(coverage.unreadFiles), numberCell(counts.unreadFiles)],
      [textCell(coverage.found), numberCell(counts.found)],
      [textCell(coverage.taken), numberCell(counts.taken)],
      [textCell(coverage.refused), numberCell(counts.refused)],
    ],
    more: 0,
  }
}

/** Manifests that a lockfile stands in for are not lost. */
export function lostFiles({ portfolio }: ReportContext): ReportContext['portfolio']['unread'] {
  return portfolio.unread.filter(({ code: reason }) => reason !== 'covered-by-lockfile')
}

function unread(context: ReportContext): readonly Block[] {
  const { coverage, issues } = context.words
  const lost = lostFiles(context)
  if (lost.length === 0)
    return [{ type: 'paragraph', content: [{ type: 'state', state: 'good', word: coverage.allRead }] }]
  return [
    {
      type: 'table',
      id: 'unread',
      caption: coverage.unread,
      columns: [
        { label: coverage.file, type: 'text' },
        { label: coverage.reason, type: 'text' },
      ],
      rows: lost.slice(0, mostFiles).map(({ path, code: reason }) => [textCell(code(path)), textCell(issues[reason])]),
      more: Math.max(0, lost.length - mostFiles),
    },
  ]
}

/** Refusals and issues by their code, with the first places. */
function oddities({ portfolio, words }: ReportContext): readonly Block[] {
  const { coverage, issues } = words
  return [
    ...byCode('refused', coverage.refusedReasons, (document) => document.refused),
    ...byCode('issues', coverage.oddities, (document) => document.issues),
  ]

  function byCode(
    id: string,
    caption: string,
    pick: (
      document: (typeof portfolio.documents)[number],
    ) => readonly { readonly code: IssueCode; readonly where: string }[],
  ): readonly Table[] {
    const groups = new Map<IssueCode, { count: number; where: string[] }>()
    for (const document of portfolio.documents)
      for (const { code: reason, where } of pick(document)) {
        const group = groups.get(reason) ?? { count: 0, where: [] }
        group.count += 1
        if (group.where.length < mostNames) group.where.push(`${document.path} ${where}`.trimEnd())
        groups.set(reason, group)
      }
    if (groups.size === 0) return []
    const rows = [...groups].toSorted((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    return [
      {
        type: 'table',
        id,
        caption,
        columns: [
          { label: coverage.reason, type: 'text' },
          { label: coverage.count, type: 'number' },
          { label: coverage.where, type: 'text' },
        ],
        rows: rows.map(([reason, { count, where }]) => [
          textCell(issues[reason]),
          numberCell(count),
          textCell({ type: 'names', texts: where, most: mostNames, isCode: true }),
        ]),
        more: 0,
      },
    ]
  }
}

function undecided({ assessment, portfolio, words }: ReportContext): readonly Block[] {
  const { coverage } = words
  const groups = new Map<Undecided['code'], Set<number>>()
  for (const { code: reason, part } of assessment.vulnerabilities.undecided) {
    const parts = groups.get(reason) ?? new Set<number>()
    parts.add(part)
    groups.set(reason, parts)
  }
  if (groups.size === 0) return []
  const rows = [...groups].toSorted((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
  return [
    {
      type: 'table',
      id: 'undecided',
      caption: coverage.undecided,
      columns: [
        { label: coverage.reason, type: 'text' },
        { label: coverage.parts, type: 'number', bar: true },
        { label: coverage.examples, type: 'text' },
      ],
      rows: rows.map(([reason, parts]) => [
        textCell(words.undecided[reason]),
        numberCell(parts.size),
        textCell({
          type: 'names',
          texts: [...parts].slice(0, mostNames).map((part) => portfolio.parts[part]?.name ?? ''),
          most: mostNames,
          isCode: true,
        }),
      ]),
      more: 0,
    },
    { type: 'paragraph', tone: 'muted', content: [coverage.undecidedExplanation] },
  ]
}

function gaps({ assessment, words }: ReportContext): readonly Block[] {
  const { coverage } = words
  const open = assessment.gaps.filter(({ why }) => why !== 'not-built')
  const later = assessment.gaps.filter(({ why }) => why === 'not-built').map(({ area }) => words.areas[area])
  const table: Table = {
    type: 'table',
    id: 'gaps',
    caption: coverage.gaps,
    columns: [
      { label: coverage.area, type: 'text' },
      { label: coverage.reason, type: 'text' },
      { label: coverage.count, type: 'number' },
      { label: coverage.remedy, type: 'text' },
    ],
    rows: open.map((gap) => [
      textCell(words.areas[gap.area]),
      textCell(words.gapReasons[gap.why]),
      gap.count === null ? { type: 'unknown', reason: coverage.notCountable } : numberCell(gap.count),
      gap.remedy === null ? textCell(coverage.lookAtFiles) : textCell(code(gap.remedy)),
    ]),
    more: 0,
  }
  const names: Text = [
    words.summary.notIn,
    ': ',
    { type: 'names', texts: later, most: later.length },
    '. ',
    words.gapReasons['not-built'],
  ]
  return [
    ...(open.length === 0 ? [] : [table]),
    ...(later.length === 0 ? [] : [{ type: 'paragraph' as const, tone: 'muted' as const, content: names }]),
  ]
}

function advisories({ assessment, words }: ReportContext): Block {
  const { coverage } = words
  const sets = assessment.vulnerabilities.advisories
  if (sets.length === 0)
    return {
      type: 'callout',
      tone: 'unknown',
      label: coverage.advisories,
      title: [coverage.noAdvisories],
      body: [],
      command: 'headwater data import DIR',
    }
  return {
    type: 'table',
    id: 'advisories',
    caption: coverage.advisories,
    columns: [
      { label: coverage.ecosystem, type: 'text' },
      { label: coverage.records, type: 'number' },
      { label: coverage.newest, type: 'text' },
      { label: coverage.imported, type: 'text' },
    ],
    rows: sets.map((set) => [
      textCell(name(set.ecosystem)),
      numberCell(set.advisories),
      set.newest === null ? { type: 'unknown', reason: coverage.empty } : { type: 'date', date: set.newest },
      { type: 'date', date: set.importedAt },
    ]),
    more: 0,
  }
}

function files({ portfolio, words, formats }: ReportContext): Table {
  const { coverage } = words
  const rows = portfolio.documents.toSorted(
    (a, b) => b.counts.refused - a.counts.refused || formats.compare(a.path, b.path),
  )
  const state = (refused: number, issues: number): Cell =>
    refused > 0
      ? { type: 'state', state: 'act', word: coverage.inPart, rank: 0 }
      : issues > 0
        ? { type: 'state', state: 'watch', word: coverage.withOddities, rank: 1 }
        : { type: 'state', state: 'good', word: coverage.whole, rank: 2 }
  return {
    type: 'table',
    id: 'files',
    caption: coverage.files,
    columns: [
      { label: coverage.file, type: 'text' },
      { label: coverage.format, type: 'text' },
      { label: coverage.product, type: 'text' },
      { label: coverage.found, type: 'number' },
      { label: coverage.taken, type: 'number' },
      { label: coverage.refused, type: 'number' },
      { label: coverage.issues, type: 'number' },
      { label: coverage.state, type: 'state' },
    ],
    rows: rows
      .slice(0, mostFiles)
      .map((document) => [
        textCell(code(document.path)),
        textCell(name([document.format, document.specVersion].filter((text) => text !== null).join(' '))),
        textCell(name(portfolio.organization.products[document.product]?.name ?? '')),
        numberCell(document.counts.found),
        numberCell(document.counts.taken),
        numberCell(document.counts.refused),
        numberCell(document.issues.length),
        state(document.counts.refused, document.issues.length),
      ]),
    more: Math.max(0, rows.length - mostFiles),
  }
}

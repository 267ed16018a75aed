import type { RepositoryContribution } from '#domain/assessment/contribution.ts'
import type { ShownActivity } from '#domain/contribution.ts'
import { band } from '#domain/money.ts'
import type { Answer, Block, Cell, Table, Text } from '#report/block.ts'
import { code, name, numberCell, textCell } from '#report/block.ts'
import { giveAndTakeChart, giveAndTakePicture } from '#report/position-pictures.ts'
import { countView, moneyView, shareView, type ReportContext } from '#report/report-context.ts'
import { defineSection } from '#report/section.ts'

const mostRows = 25

export const section = defineSection({
  id: 'position',
  order: 45,
  label: (words) => words.position.label,
  explanation: (words) => words.position.explanation,
  source:
    'Cost method, replacement share and give/take ratios: docs/methods.md; labor investment of CHAOSS; Harvard Working Paper 24-038, equation 7',
  render: (context) => {
    const { assessment, words } = context
    const { contribution } = assessment
    const { position } = words
    const isKnown = contribution.give.figure.known
    return [
      giveAndTakeChart(context),
      {
        type: 'paragraph',
        tone: 'muted',
        content: position.window({ type: 'date', date: contribution.from }, { type: 'date', date: contribution.to }),
      },
      ...(isKnown ? [] : [nothing(context)]),
      { type: 'columns', columns: [[parts(context)], [ratios(context)]] },
      ...(contribution.repositories.length === 0 ? [] : [projects(context)]),
      ...(contribution.ledger.length + contribution.byUnit.length === 0
        ? []
        : [
            {
              type: 'columns' as const,
              columns: [
                contribution.ledger.length === 0 ? [] : [ledger(context)],
                contribution.byUnit.length === 0 ? [] : [units(context)],
              ],
            },
          ]),
      ...(contribution.critical.length === 0 ? [] : [critical(context)]),
      ...(contribution.forks.length === 0 ? [] : [forks(context)]),
      ...(contribution.outward.length === 0 ? [] : [outward(context)]),
      ...unregistered(context),
    ]
  },
})

/** For the front page: what we give back. */
export function giving(context: ReportContext): Answer {
  const { assessment, words } = context
  const { position } = words
  const { give, labor, money, ratios: found } = assessment.contribution
  const view = { ...moneyView(give), show: 'central' as const }
  const share = shareView(found.giveToTake)
  const sentences: Text[] = !view.figure.known
    ? [[position.givenUnknown]]
    : [
        position.givenParts(
          { type: 'figure', view: { ...moneyView(labor), show: 'central' } },
          { type: 'figure', view: { ...moneyView(money), show: 'central' } },
        ),
        share.figure.known ? position.givenSentence({ type: 'figure', view: share }) : [position.givenOnly],
      ]
  return {
    question: position.question,
    view,
    unit: position.givenUnit,
    sentences,
    picture: giveAndTakePicture('front-position', 320, context),
    states: [],
  }
}

function nothing({ words }: ReportContext): Block {
  const { position } = words
  return {
    type: 'callout',
    tone: 'unknown',
    label: position.give,
    title: [position.nothingCollected],
    body: [[position.nothingCollectedBody]],
    command: 'headwater assess PATH --clones DIR',
  }
}

function parts({ assessment, words }: ReportContext): Block {
  const { position } = words
  const { labor, loggedTime, money, give, take } = assessment.contribution
  return {
    type: 'figures',
    items: [
      { label: position.labor, view: moneyView(labor) },
      { label: position.loggedTime, view: { ...moneyView(loggedTime), show: 'central' } },
      { label: position.money, view: { ...moneyView(money), show: 'central' } },
      { label: position.give, view: moneyView(give) },
      { label: position.take, view: moneyView(take) },
    ],
  }
}

function ratios({ assessment, words }: ReportContext): Block {
  const { position } = words
  const { giveToTake, criticalCoverage, perDeveloper } = assessment.contribution.ratios
  const covered = criticalCoverage.figure
  return {
    type: 'figures',
    items: [
      { label: position.giveToTake, view: shareView(giveToTake) },
      {
        label: position.criticalCoverage,
        view: {
          id: criticalCoverage.id,
          figure: covered.known ? { ...covered, value: covered.value.covered } : covered,
          unit: 'count',
          show: 'range',
          ...(covered.known
            ? { coverage: { known: covered.value.covered, of: covered.value.of, unit: 'packages' } }
            : {}),
        },
      },
      { label: position.perDeveloper, view: moneyView(perDeveloper) },
    ],
  }
}

function projects(context: ReportContext): Table {
  const { assessment, words } = context
  const { position } = words
  const some = assessment.contribution.repositories.toSorted(
    (a, b) => b.own.commits - a.own.commits || (a.path < b.path ? -1 : 1),
  )
  return {
    type: 'table',
    id: 'contribution-by-project',
    caption: position.projects,
    note: position.projectsNote,
    columns: [
      { label: position.project, type: 'text' },
      { label: position.ownCommits, type: 'number', bar: true },
      { label: position.allCommits, type: 'number' },
      { label: position.ownShare, type: 'number' },
      { label: position.people, type: 'number' },
      { label: position.packages, type: 'text' },
      { label: position.replacementShare, type: 'number' },
    ],
    rows: some.slice(0, mostRows).map((one) => projectRow(one, context)),
    more: Math.max(0, some.length - mostRows),
  }
}

function projectRow(one: RepositoryContribution, { words }: ReportContext): Cell[] {
  const { position, unknownReasons } = words
  return [
    textCell(code(one.project ?? one.path)),
    numberCell(one.own.commits),
    numberCell(one.plainCommits),
    { type: 'figure', view: shareView(one.ownShare) },
    peopleCell(one.own, position.tooFew),
    one.packages.length === 0
      ? one.isOwn
        ? textCell(position.ownProject)
        : { type: 'unknown', reason: unknownReasons['not-applicable'] }
      : textCell({
          type: 'names',
          texts: one.packages.map((text) => text.replace(/^pkg:/, '')),
          most: 2,
          isCode: true,
        }),
    one.isOwn
      ? { type: 'unknown', reason: unknownReasons['not-applicable'] }
      : { type: 'figure', view: moneyView(one.replacementShare) },
  ]
}

function peopleCell({ people }: Pick<ShownActivity, 'people'>, tooFew: string): Cell {
  return people === null ? { type: 'unknown', reason: tooFew } : numberCell(people)
}

function ledger({ assessment, portfolio, words }: ReportContext): Table {
  const { position } = words
  const { currency } = portfolio.organization.laborRate
  return {
    type: 'table',
    id: 'contribution-ledger',
    caption: position.ledger,
    columns: [
      { label: position.kind, type: 'text' },
      { label: position.entries, type: 'number' },
      { label: position.hours, type: 'number' },
      { label: position.amount, type: 'number' },
    ],
    rows: assessment.contribution.ledger.map(({ kind, entries, hours, amount }): Cell[] => [
      textCell(position.kinds[kind]),
      numberCell(entries),
      hours > 0 ? numberCell(hours) : textCell('–'),
      amount > 0 ? { type: 'money', band: { ...band(amount, amount, amount), currency } } : textCell('–'),
    ]),
    more: 0,
  }
}

function units({ assessment, portfolio, words }: ReportContext): Table {
  const { position } = words
  const names = new Map(portfolio.organization.units.map((unit) => [unit.id, unit.name]))
  return {
    type: 'table',
    id: 'contribution-by-unit',
    caption: position.units,
    columns: [
      { label: position.unit, type: 'text' },
      { label: position.ownCommits, type: 'number', bar: true },
      { label: position.people, type: 'number' },
    ],
    rows: assessment.contribution.byUnit.map(({ unit, commits, people }): Cell[] => [
      unit === null ? textCell(position.noUnit) : textCell(name(names.get(unit) ?? unit)),
      commits === null ? { type: 'unknown', reason: position.tooFew } : numberCell(commits),
      peopleCell({ people }, position.tooFew),
    ]),
    more: 0,
  }
}

function critical({ assessment, words }: ReportContext): Block {
  const { position } = words
  const table: Table = {
    type: 'table',
    id: 'critical-packages',
    caption: position.critical,
    columns: [
      { label: position.package, type: 'text' },
      { label: position.reached, type: 'state' },
    ],
    rows: assessment.contribution.critical.map((one): Cell[] => [
      textCell(code(one.package.replace(/^pkg:/, ''))),
      one.isReached
        ? { type: 'state', state: 'good', word: position.isReached, rank: 1 }
        : { type: 'state', state: 'watch', word: position.isNotReached, rank: 0 },
    ]),
    more: 0,
  }
  return { type: 'details', label: position.critical, blocks: [table] }
}

function forks({ assessment, words }: ReportContext): Table {
  const { position, unknownReasons } = words
  return {
    type: 'table',
    id: 'carried-forks',
    caption: position.forks,
    note: position.forksNote,
    columns: [
      { label: position.part, type: 'text' },
      { label: position.patches, type: 'number' },
      { label: position.hoursBasis, type: 'text' },
      { label: position.releases, type: 'number' },
      { label: position.perYear, type: 'number' },
      { label: position.plan, type: 'text' },
    ],
    rows: assessment.contribution.forks.map((one): Cell[] => [
      textCell(code(one.part.replace(/^pkg:/, ''))),
      one.patches === null ? { type: 'unknown', reason: unknownReasons['not-collected'] } : numberCell(one.patches),
      textCell(position.bases[one.basis]),
      { type: 'figure', view: { ...countView(one.releases), unit: 'score' } },
      { type: 'figure', view: { ...moneyView(one.perYear), show: 'central' } },
      one.plan === null ? { type: 'unknown', reason: position.noPlan } : textCell(name(one.plan)),
    ]),
    more: 0,
  }
}

function outward({ assessment, words }: ReportContext): Table {
  const { position } = words
  const some = assessment.contribution.outward
  return {
    type: 'table',
    id: 'outward-contributions',
    caption: position.outward,
    columns: [
      { label: position.project, type: 'text' },
      { label: position.ownCommits, type: 'number', bar: true },
      { label: position.allCommits, type: 'number' },
    ],
    rows: some
      .slice(0, mostRows)
      .map((one): Cell[] => [textCell(code(one.project)), numberCell(one.own), numberCell(one.all)]),
    more: Math.max(0, some.length - mostRows),
  }
}

function unregistered({ assessment, words }: ReportContext): readonly Block[] {
  const { position } = words
  const { unregistered: found } = assessment.contribution
  if (!found.figure.known) return []
  const { commits } = found.figure.value
  return [
    {
      type: 'callout',
      tone: commits === 0 ? 'good' : 'watch',
      label: position.unregistered,
      title:
        commits === 0
          ? [position.unregisteredNone]
          : position.unregisteredSentence({
              n: commits,
              shown: {
                type: 'figure',
                view: {
                  id: found.id,
                  figure: { ...found.figure, value: commits },
                  unit: 'count',
                  show: 'range',
                },
              },
            }),
      body: [],
    },
  ]
}

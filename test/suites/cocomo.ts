/**
 * Effort models and compatibility modes against the numbers that papers and tools print: every value must be equal to
 * the printed digits.
 */

import { averageStaff, marginalEffort } from '#value/effort-model.ts'
import { cocomo2 as cocomo2With } from '#value/cocomo2.ts'
import { model as cocomo2 } from '#value/models/cocomo2.ts'
import { model as embedded } from '#value/models/cocomo81-embedded.ts'
import { model as organic } from '#value/models/cocomo81-organic.ts'
import { model as semiDetached } from '#value/models/cocomo81-semi-detached.ts'
import { spendingMultiple, wholeSpending } from '#value/harvard.ts'
import { costOf, estimateLike, presets } from '#value/presets.ts'
import type { SuiteResult } from './suite.ts'
import { tally } from './tally.ts'

type Check = { readonly name: string; readonly printed: string; readonly got: number }

/** Lines → effort, schedule, staff at four decimals, for organic, semi-detached, embedded. */
const cocomo81Table: readonly (readonly [number, readonly string[]])[] = [
  [1_000, ['2.4000', '3.4867', '0.6883', '3.0000', '3.6723', '0.8169', '3.6000', '3.7667', '0.9558']],
  [10_000, ['26.9284', '8.7382', '3.0817', '39.5477', '9.0559', '4.3671', '57.0562', '9.1192', '6.2567']],
  [32_000, ['91.3311', '13.8987', '6.5712', '145.5088', '14.2873', '10.1845', '230.4000', '14.2539', '16.1640']],
  [100_000, ['302.1421', '21.8988', '13.7972', '521.3402', '22.3322', '23.3447', '904.2791', '22.0779', '40.9587']],
  [
    1_000_000,
    ['3390.0901', '54.8808', '61.7719', '6872.6030', '55.0722', '124.7926', '14331.8581', '53.4511', '268.1302'],
  ],
]

/** Thousand lines → effort and schedule at nominal. */
const cocomo2Table: readonly (readonly [number, string, string])[] = [
  [1, '2.9400', '5.1710'],
  [10, '36.9868', '11.5667'],
  [100, '465.3153', '25.8732'],
  [1000, '5853.9274', '57.8746'],
]

/** What sloccount 2.26 prints for Debian's upstream archives: lines, person-years, person-months, schedule, people, cost. */
const sloccountRuns: readonly (readonly [string, number, string, string, string, string, string])[] = [
  ['hello 2.10', 17_535, '4.05', '48.56', '10.93', '4.44', '546692'],
  ['bzip2 1.0.8', 8_526, '1.90', '22.78', '8.20', '2.78', '256404'],
  ['zlib 1.2.13', 18_980, '4.40', '52.77', '11.28', '4.68', '594091'],
]

/** Source lines of Fedora 9 as the Linux Foundation counted them in 2008. */
const fedoraLines = 204_500_946

export function run(): SuiteResult {
  const checks = [...cocomo81Checks(), ...cocomo2Checks(), ...toolChecks(), ...studyChecks()]
  return tally(
    'cocomo',
    checks.map(({ name, printed, got }) => ({
      case: name,
      expected: printed,
      got: got.toFixed(printed.split('.')[1]?.length ?? 0),
    })),
  )
}

function cocomo81Checks(): Check[] {
  const columns = [organic, semiDetached, embedded].flatMap((model) => [
    { name: `${model.id} effort`, of: (lines: number) => model.effort(lines / 1000) },
    { name: `${model.id} schedule`, of: (lines: number) => model.schedule(model.effort(lines / 1000)) },
    { name: `${model.id} staff`, of: (lines: number) => averageStaff(model, model.effort(lines / 1000)) },
  ])
  return cocomo81Table.flatMap(([lines, printed]) =>
    columns.map(({ name, of }, column) => ({
      name: `${name} of ${lines} lines`,
      printed: printed[column] ?? '',
      got: of(lines),
    })),
  )
}

function cocomo2Checks(): Check[] {
  return [
    ...cocomo2Table.flatMap(([thousand, effort, schedule]) => [
      { name: `cocomo2 effort of ${thousand},000 lines`, printed: effort, got: cocomo2.effort(thousand) },
      {
        name: `cocomo2 schedule of ${thousand},000 lines`,
        printed: schedule,
        got: cocomo2.schedule(cocomo2.effort(thousand)),
      },
    ]),
    { name: 'cocomo2 exponent at nominal', printed: '1.0997', got: cocomo2With().exponent },
    { name: 'cocomo2 effort of 50 lines', printed: '0.109', got: cocomo2.effort(0.05) },
    { name: 'cocomo2 from 10,000 to 11,000 lines', printed: '4.087', got: marginalEffort(cocomo2, 10, 11) },
  ]
}

function toolChecks(): Check[] {
  const materialX = estimateLike(presets.sloccount, [140_405])
  return [
    ...sloccountRuns.flatMap(([name, lines, years, months, schedule, people, cost]) => {
      const estimate = estimateLike(presets.sloccount, [lines])
      return [
        { name: `sloccount ${name} person-years`, printed: years, got: estimate.personMonths / 12 },
        { name: `sloccount ${name} person-months`, printed: months, got: estimate.personMonths },
        { name: `sloccount ${name} schedule`, printed: schedule, got: estimate.scheduleMonths },
        { name: `sloccount ${name} people`, printed: people, got: estimate.averageStaff },
        { name: `sloccount ${name} cost`, printed: cost, got: estimate.cost ?? Number.NaN },
      ]
    }),
    {
      name: 'scc cost of 26 lines',
      printed: '582.306',
      got: estimateLike(presets.scc, [26], 56_000).cost ?? Number.NaN,
    },
    {
      name: 'scc cost of 77,873 lines',
      printed: '2602468.70',
      got: estimateLike(presets.scc, [77_873], 56_000).cost ?? Number.NaN,
    },
    { name: 'scc schedule of 537 lines', printed: '2.7207', got: estimateLike(presets.scc, [537]).scheduleMonths },
    { name: 'scc monthly wage keeps its half dollar', printed: '4690.5', got: costOf(1, 56_286, 1) },
    { name: 'MaterialX person-months', printed: '431.48', got: materialX.personMonths },
    { name: 'MaterialX schedule', printed: '25.07', got: materialX.scheduleMonths },
    { name: 'MaterialX cost', printed: '4857282', got: materialX.cost ?? Number.NaN },
  ]
}

function studyChecks(): Check[] {
  const fedora = presets['linux-foundation-2008']
  return [
    {
      name: 'Fedora 9 cost of 59,389 person-years',
      printed: '10784388646',
      got: costOf(59_389 * 12, fedora.yearlyWage, fedora.overhead),
    },
    {
      name: 'Linux Foundation 2015 person-years as one program',
      printed: '41192.2459',
      got: estimateLike(presets.sloccount, [115_013_302]).personMonths / 12,
    },
    {
      name: 'Fedora 9 person-years as one program',
      printed: '75381',
      got: estimateLike(presets.sloccount, [fedoraLines]).personMonths / 12,
    },
    {
      name: 'Fedora 9 as one program ÷ the published sum over packages',
      printed: '1.27',
      got: estimateLike(presets.sloccount, [fedoraLines]).personMonths / 12 / 59_389,
    },
    { name: 'Harvard: spending with and without, rounded inputs', printed: '3.588', got: spendingMultiple(3.4, 8.8) },
    {
      name: 'Harvard: spending with and without, from packaged software',
      printed: '3.571',
      got: spendingMultiple(wholeSpending(1.54, 0.45), 8.8),
    },
    {
      name: 'OSSVAL’s example by its own constants, person-months',
      printed: '497.9',
      got: estimateLike(presets.harvard, [100_000]).personMonths * 1.07,
    },
    {
      name: 'OSSVAL’s example by its own constants, person-years',
      printed: '41.5',
      got: (estimateLike(presets.harvard, [100_000]).personMonths * 1.07) / 12,
    },
  ]
}

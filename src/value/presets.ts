/** The settings of other tools and studies, so that their printed numbers can be had from the same lines. */

import type { EffortModel } from './effort-model.ts'
import { averageStaff } from './effort-model.ts'
import { model as cocomo2 } from '#value/models/cocomo2.ts'
import { model as organic } from '#value/models/cocomo81-organic.ts'

export type Preset = {
  readonly id: string
  readonly label: string
  readonly model: EffortModel
  /** Yearly base wage; null where the study does not publish one, so that it must be given. */
  readonly yearlyWage: number | null
  readonly currency: 'USD'
  /** Full cost ÷ base wage. */
  readonly overhead: number
  /** Whether the model is applied once on all lines, or on each package and summed; the results differ. */
  readonly aggregation: 'one-program' | 'per-package'
  readonly source: string
}

export const presets = {
  sloccount: {
    id: 'sloccount',
    label: 'sloccount 2.26',
    model: organic,
    yearlyWage: 56_286,
    currency: 'USD',
    overhead: 2.4,
    aggregation: 'one-program',
    source: 'sloccount 2.26, script get_sloc',
  },
  scc: {
    id: 'scc',
    label: 'scc',
    model: organic,
    yearlyWage: 56_286,
    currency: 'USD',
    overhead: 2.4,
    aggregation: 'one-program',
    source: 'github.com/boyter/scc at d8eda2b; releases before 3 used other constants',
  },
  'linux-foundation-2008': {
    id: 'linux-foundation-2008',
    label: 'Linux Foundation 2008, Fedora 9',
    model: organic,
    yearlyWage: 75_662.08,
    currency: 'USD',
    overhead: 2.4,
    aggregation: 'per-package',
    source: 'Linux Foundation, Estimating the Total Cost of a Linux Distribution (2008)',
  },
  harvard: {
    id: 'harvard',
    label: 'Harvard Working Paper 24-038',
    model: cocomo2,
    yearlyWage: null,
    currency: 'USD',
    overhead: 1,
    aggregation: 'per-package',
    source: 'Hoffmann, Nagle, Zhou: The Value of Open Source Software (2024); base wages by country are not published',
  },
} as const satisfies Record<string, Preset>

export type PresetEstimate = {
  readonly personMonths: number
  /** Calendar months of the whole, as the tools print it: one team that writes everything. */
  readonly scheduleMonths: number
  readonly averageStaff: number
  /** In the preset's currency; null when no wage is known. */
  readonly cost: number | null
}

/** Applies a preset to the lines of each package. `yearlyWage` replaces the preset's own. */
export function estimateLike(
  preset: Preset,
  linesOfPackages: readonly number[],
  yearlyWage: number | null = preset.yearlyWage,
): PresetEstimate {
  const sizes =
    preset.aggregation === 'one-program' ? [linesOfPackages.reduce((sum, lines) => sum + lines, 0)] : linesOfPackages
  let personMonths = 0
  for (const lines of sizes) personMonths += preset.model.effort(lines / 1000)
  return {
    personMonths,
    scheduleMonths: preset.model.schedule(personMonths),
    averageStaff: averageStaff(preset.model, personMonths),
    cost: yearlyWage === null ? null : costOf(personMonths, yearlyWage, preset.overhead),
  }
}

/**
 * Cost = person-months ÷ 12 × wage × overhead, in floating point throughout: a monthly wage cut to whole units is off by
 * up to a dollar a month (a fault scc once had).
 */
export function costOf(personMonths: number, yearlyWage: number, overhead: number): number {
  return (personMonths / 12) * yearlyWage * overhead
}

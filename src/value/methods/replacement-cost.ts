import { largePackageLines, unreachedShare } from '#value/assumptions.ts'
import type { EffortModel } from '#value/effort-model.ts'
import type { PackageColumns } from '#value/method.ts'
import { defineValueMethod } from '#value/method.ts'
import { model as cocomo2 } from '#value/models/cocomo2.ts'
import { model as organic } from '#value/models/cocomo81-organic.ts'
import { model as semiDetached } from '#value/models/cocomo81-semi-detached.ts'

/** One of the three bands: which lines, which model, and how much of a package counts. */
type Reading = {
  readonly model: EffortModel
  readonly lines: 'deduplicated' | 'raw'
  /** Scope factor × use factor × factor of bought products: A4, A5, A8. */
  readonly share: (packages: PackageColumns, index: number) => number
}

const low: Reading = {
  model: organic,
  lines: 'deduplicated',
  share: ({ isRuntime, isInBoughtOnly, isTransitiveOnly, deduplicated }, index) => {
    if (isRuntime[index] === 0 || isInBoughtOnly[index] === 1) return 0
    return isTransitiveOnly[index] === 1 && (deduplicated[index] ?? 0) > largePackageLines ? unreachedShare : 1
  },
}

const central: Reading = {
  model: cocomo2,
  lines: 'deduplicated',
  share: ({ isInBoughtOnly }, index) => (isInBoughtOnly[index] === 1 ? 0 : 1),
}

const high: Reading = { model: semiDetached, lines: 'raw', share: () => 1 }

export const method = defineValueMethod({
  id: 'replacement-cost',
  version: 1,
  label: 'Replacement cost',
  question: 'What would it cost us to build again, once, the open source that we use?',
  explanation:
    'Each package counts once for the whole organization. Its lines give person-months by a published effort model; person-months times the labor rate give money. The three bands are scenarios with other models, sizes and rates, not a confidence interval. Below a thousand lines the models lie close together and may change places.',
  source:
    'The labor approach of Hoffmann, Nagle, Zhou: The Value of Open Source Software, Harvard Working Paper 24-038 (2024), for one organization',
  effort: (packages) => ({
    low: effortOf(low, packages),
    central: effortOf(central, packages),
    high: effortOf(high, packages),
  }),
  effortAsOneProgram: (packages) => ({
    low: asOneProgram(low, packages),
    central: asOneProgram(central, packages),
    high: asOneProgram(high, packages),
  }),
})

function effortOf({ model, lines, share }: Reading, packages: PackageColumns): Float64Array {
  const sizes = packages[lines]
  const result = new Float64Array(packages.count)
  for (let index = 0; index < packages.count; index++) {
    const part = share(packages, index)
    if (part > 0) result[index] = part * model.effort((sizes[index] ?? 0) / 1000)
  }
  return result
}

function asOneProgram({ model, lines, share }: Reading, packages: PackageColumns): number {
  const sizes = packages[lines]
  let total = 0
  for (let index = 0; index < packages.count; index++) total += share(packages, index) * (sizes[index] ?? 0)
  return model.effort(total / 1000)
}

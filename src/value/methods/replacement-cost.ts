import type { PackageColumns } from '#value/method.ts'
import { defineValueMethod } from '#value/method.ts'
import { defaultSettings, type Reading } from '#value/settings.ts'

export const method = defineValueMethod({
  id: 'replacement-cost',
  version: 2,
  label: 'Replacement cost',
  question: 'What would it cost us to build again, once, the open source that we use?',
  explanation:
    'Each package counts once for the whole organization. Its lines give person-months by a published effort model; person-months times the labor rate give money. The three bands are scenarios with other models, sizes and rates, not a confidence interval. Below a thousand lines the models lie close together and may change places.',
  source:
    'The labor approach of Hoffmann, Nagle, Zhou: The Value of Open Source Software, Harvard Working Paper 24-038 (2024), for one organization',
  effort: (packages, settings = defaultSettings()) => ({
    low: effortAt(packages, settings.low),
    central: effortAt(packages, settings.central),
    high: effortAt(packages, settings.high),
  }),
  effortAt,
  effortAsOneProgram: (packages, settings = defaultSettings()) => ({
    low: asOneProgram(packages, settings.low),
    central: asOneProgram(packages, settings.central),
    high: asOneProgram(packages, settings.high),
  }),
})

function effortAt(packages: PackageColumns, reading: Reading): Float64Array {
  const sizes = packages[reading.size]
  const result = new Float64Array(packages.count)
  for (let index = 0; index < packages.count; index++) {
    const share = shareOf(packages, index, reading)
    if (share > 0) result[index] = share * reading.effort((sizes[index] ?? 0) / 1000)
  }
  return result
}

function asOneProgram(packages: PackageColumns, reading: Reading): number {
  const sizes = packages[reading.size]
  let total = 0
  for (let index = 0; index < packages.count; index++) total += shareOf(packages, index, reading) * (sizes[index] ?? 0)
  return reading.effort(total / 1000)
}

/** Scope factor × use factor × factor of bought products: A4, A5, A8. */
function shareOf(packages: PackageColumns, index: number, { scope, use, largeLines, bought }: Reading): number {
  const isCounted =
    scope === 'all' ||
    packages.isRuntime[index] === 1 ||
    (scope === 'runtime-and-optional' && packages.isOptional[index] === 1)
  if (!isCounted) return 0
  const isUnreached = packages.isTransitiveOnly[index] === 1 && (packages.deduplicated[index] ?? 0) > largeLines
  return (isUnreached ? use : 1) * (packages.isInBoughtOnly[index] === 1 ? bought : 1)
}

/** Words about benchmarks, in English. */

import type { BenchmarkId, BenchmarkUnit } from '#domain/benchmark.ts'

export const benchmarks = {
  beside: (date: string, respondents: string): string =>
    `Survey average of ${respondents} organizations, ${date}. It stands beside your own figure and computes nothing.`,
  about: (value: string): string => `about ${value}`,
  labels: {
    'forks-carried': 'Private forks carried',
    'hours-of-a-fork': 'Work on one fork',
    'hours-of-all-forks': 'Work on all forks',
    'cost-of-all-forks': 'Cost of all forks',
    'return-of-using': 'Return of using open source',
    'return-of-contributing': 'Return of contributing, on average',
    'return-of-code': 'Return of contributing code',
    'return-of-community': 'Return of work in communities',
    'return-of-money': 'Return of giving money',
    'return-of-foundations': 'Return of work in foundations',
  } satisfies Record<BenchmarkId, string> as Record<BenchmarkId, string>,
  units: {
    forks: 'forks',
    'hours-a-release': 'hours a release',
    'usd-a-release': 'US dollars a release',
    'benefit-to-cost': 'times its cost',
  } satisfies Record<BenchmarkUnit, string> as Record<BenchmarkUnit, string>,
}

/** What happened in the two projects that the city publishes: who, when, how much. All of it is invented. */

export type Contributor = {
  /** A pseudonym of `people.yaml`, or the signature of somebody outside. */
  readonly who: string
  /** Which of the person's addresses; people change them. */
  readonly address?: number
  readonly weight: number
  /** First and last day; `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
}

/** Which versions a lockfile held; what is not named is as it is in the end. */
export type LockedStep = {
  /** The first day on which a commit may bring it, after all its versions were published. */
  readonly from: string
  readonly versions: Readonly<Record<string, string>>
}

export type HistoryPlan = {
  readonly repository: string
  readonly seed: number
  readonly from: string
  readonly to: string
  readonly commits: number
  /** The day after which only one commit in twenty falls; null when work goes on evenly. */
  readonly slowsDownOn: string | null
  readonly contributors: readonly Contributor[]
  readonly bot: string
  /** Versions in order; the last is the one that the example's files hold. */
  readonly versions: readonly string[]
  /** A package-lock.json that changed; the last release brings it to what it is in the end. Null: it never did. */
  readonly lockfile: { readonly path: string; readonly steps: readonly [LockedStep, ...LockedStep[]] } | null
  readonly subjects: readonly string[]
}

export const plans: readonly HistoryPlan[] = [
  {
    repository: 'tide-portal',
    seed: 20_210_412,
    from: '2021-04-12',
    to: '2026-11-06',
    commits: 210,
    slowsDownOn: null,
    contributors: [
      { who: 'p-03', weight: 9, from: '2021-04-12', to: '2026-12-31' },
      { who: 'p-03', address: 1, weight: 2, from: '2021-04-12', to: '2022-06-30' },
      { who: 'p-04', weight: 6, from: '2022-05-01', to: '2026-12-31' },
      { who: 'p-15', weight: 4, from: '2023-09-01', to: '2025-06-30' },
      { who: 'Wilhelmina Sandgate <w.sandgate@riverton.example>', weight: 3, from: '2024-02-01', to: '2026-12-31' },
      { who: 'Pax Underhill <pax@underhill.example>', weight: 1, from: '2022-01-01', to: '2026-12-31' },
    ],
    bot: 'harbor-release[bot] <harbor-release[bot]@users.harbor-city.example>',
    versions: ['1.0.0', '1.1.0', '1.2.0', '2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.3.1'],
    lockfile: {
      path: 'package-lock.json',
      steps: [
        { from: '2021-04-12', versions: { 'follow-redirects': '1.13.3', semver: '5.7.1', winston: '3.3.3' } },
        { from: '2022-03-14', versions: { 'follow-redirects': '1.14.9', semver: '5.7.1', winston: '3.6.0' } },
        { from: '2022-11-21', versions: { 'follow-redirects': '1.15.2', semver: '5.7.1', winston: '3.8.2' } },
        { from: '2023-09-11', versions: { 'follow-redirects': '1.15.2', semver: '5.7.2', winston: '3.10.0' } },
        { from: '2024-04-15', versions: { 'follow-redirects': '1.15.6', semver: '5.7.2', winston: '3.13.0' } },
        { from: '2025-01-20', versions: { 'follow-redirects': '1.15.9', semver: '5.7.2', winston: '3.17.0' } },
        { from: '2026-02-09', versions: { 'follow-redirects': '1.15.11', semver: '5.7.2' } },
      ],
    },
    subjects: [
      'feat: tell the height between two turning points',
      'fix: tide table across midnight',
      'feat: book a berth with shore power',
      'fix: do not offer a berth that is too shallow',
      'docs: say which gauge the constituents belong to',
      'feat: show the notices of the day',
      'fix: answer 400 to a day that is none',
      'test: high and low take turns',
      'refactor: read the berths from one table',
      'fix: cut off notices that never end',
      'feat: log in one format',
      'chore: format',
    ],
  },
  {
    repository: 'berth-planner',
    seed: 20_210_903,
    from: '2021-09-03',
    to: '2026-10-16',
    commits: 160,
    slowsDownOn: '2026-04-01',
    contributors: [
      { who: 'p-05', weight: 24, from: '2021-09-03', to: '2026-03-31' },
      { who: 'p-06', weight: 2, from: '2025-01-01', to: '2026-12-31' },
      { who: 'Wilhelmina Sandgate <w.sandgate@riverton.example>', weight: 1, from: '2023-05-01', to: '2026-12-31' },
    ],
    bot: 'harbor-release[bot] <harbor-release[bot]@users.harbor-city.example>',
    versions: ['1.0.0', '2.0.0', '2.1.0', '3.0.0', '3.1.0'],
    lockfile: null,
    subjects: [
      'Place ships at the shortest quay that fits',
      'Keep the gap between two ships',
      'Count the hours that ships wait',
      'Read the notices of carriers',
      'Refuse a notice without a draft',
      'Plan again every quarter of an hour',
      'Fix ships placed twice after a restart',
      'Explain the greedy order',
      'Test a ship that is too deep',
      'Give up after two days of waiting',
    ],
  },
]

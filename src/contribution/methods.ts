/** The named computations of this area. */

export const methods = {
  labor: { id: 'contribution-labor', version: 2 },
  time: { id: 'contribution-logged-time', version: 1 },
  money: { id: 'contribution-money', version: 1 },
  give: { id: 'contribution-give', version: 1 },
  giveToTake: { id: 'give-to-take', version: 1 },
  perDeveloper: { id: 'give-per-developer', version: 1 },
  ownShare: { id: 'contribution-own-share', version: 2 },
  critical: { id: 'critical-coverage', version: 1 },
  replacement: { id: 'contribution-replacement-share', version: 1 },
  replacementTotal: { id: 'contribution-replacement-total', version: 1 },
  marginal: { id: 'contribution-marginal-effort', version: 1 },
  marginalTotal: { id: 'contribution-marginal-total', version: 1 },
  marginalMoney: { id: 'contribution-marginal-money', version: 1 },
  attribution: { id: 'contribution-attribution', version: 1 },
  forkRelease: { id: 'fork-cost-per-release', version: 1 },
  forkYear: { id: 'fork-cost-per-year', version: 1 },
  forkHours: { id: 'fork-hours-per-release', version: 1 },
  forkReleaseTotal: { id: 'forks-cost-per-release', version: 1 },
  forkYearTotal: { id: 'forks-cost-per-year', version: 1 },
}

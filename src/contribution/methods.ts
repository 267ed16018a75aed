/** The named computations of this area. */

export const methods = {
  labor: { id: 'contribution-labor', version: 1 },
  time: { id: 'contribution-logged-time', version: 1 },
  money: { id: 'contribution-money', version: 1 },
  give: { id: 'contribution-give', version: 1 },
  giveToTake: { id: 'give-to-take', version: 1 },
  perDeveloper: { id: 'give-per-developer', version: 1 },
  ownShare: { id: 'contribution-own-share', version: 1 },
  unregistered: { id: 'contribution-unregistered', version: 1 },
  critical: { id: 'critical-coverage', version: 1 },
  replacement: { id: 'contribution-replacement-share', version: 1 },
  replacementTotal: { id: 'contribution-replacement-total', version: 1 },
}

/** How the figures of what is given back are computed. */

import type { MethodText } from '#app/method-catalog.ts'

const ours = 'Headwater, docs/methods.md'
const survey =
  'Linux Foundation, study of the return on contributing to open source, 2026-02-24, 567 organizations: hours a fork and release'

export const texts: Readonly<Record<string, MethodText>> = {
  'contribution-labor': {
    formula: 'active days · hours a day (2 low, 4 central, 8 high; C1) · cost of an hour (C2)',
    source: `${ours}; the measure follows CHAOSS, Labor Investment`,
  },
  'contribution-logged-time': { formula: 'Σ hours of the ledger in the window · cost of an hour (C2)', source: ours },
  'contribution-money': { formula: 'Σ amounts of the ledger in the window', source: ours },
  'contribution-give': { formula: 'labor + logged time + money, of those that are known', source: ours },
  'give-to-take': { formula: 'given in the year (central) / received in the year (central)', source: ours },
  'give-per-developer': { formula: 'given in the year / developers in full-time equivalents', source: ours },
  'contribution-own-share': {
    formula: 'credits of own people / credits of all; a commit of several authors is shared or counts for each (C5)',
    source: ours,
  },
  'critical-coverage': {
    formula:
      'of the most critical packages (C6) those whose project got a commit or an entry of the ledger / all of them',
    source: ours,
  },
  'contribution-replacement-share': {
    formula: 'own share · replacement value of the packages of the project',
    source: 'Hoffmann, Nagle, Zhou: The Value of Open Source Software, Harvard Working Paper 24-038 (2024), equation 7',
  },
  'contribution-replacement-total': {
    formula: 'Σ own shares of replacement values over repositories, each project once; never added to labor',
    source: ours,
  },
  'contribution-marginal-effort': {
    formula:
      'person-months = (PM(lines now / 1000) − PM(lines before / 1000)) · own added lines / all added lines; PM = 2.94 · K^1.0997 (COCOMO II, nominal); before = now − added + deleted',
    source: 'Boehm et al., COCOMO II (2000); the difference of two wholes instead of the model on the growth alone',
  },
  'contribution-marginal-total': {
    formula: 'Σ marginal person-months over repositories, each project once',
    source: ours,
  },
  'contribution-marginal-money': { formula: 'person-months · 1,720 / 12 hours · cost of an hour (C2)', source: ours },
  'contribution-attribution': {
    formula: 'commits of the window whose author works for a known organization / all plain commits of the window',
    source: ours,
  },
  'fork-cost-per-release': { formula: 'hours to carry it over (stated, or C7) · cost of an hour (C2)', source: survey },
  'fork-cost-per-year': {
    formula:
      'hours to carry it over · cost of an hour · releases of the original in 365 days (stated, or as published)',
    source: survey,
  },
  'fork-hours-per-release': { formula: 'Σ hours to carry over over forks', source: survey },
  'forks-cost-per-release': { formula: 'Σ cost a release over forks', source: survey },
  'forks-cost-per-year': { formula: 'Σ cost a year over forks whose releases are known', source: survey },
}

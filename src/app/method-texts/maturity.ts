/** How the maturity area computes, and where that comes from. */

import type { MethodText } from '#app/method-catalog.ts'

const proposal = 'Headwater, a proposal; topics of the indicators: content/maturity/ATTRIBUTION.md'
const rule = (formula: string): MethodText => ({ formula, source: proposal })

export const texts: Readonly<Record<string, MethodText>> = {
  'maturity/level': rule(
    'highest n with all gates of levels ≤ n met and Σ w of met supporting indicators of n ÷ Σ w ≥ 0.6; w measured 1, document 0.8, attested 0.6, answered 0.3; floor: unknown as not met, ceiling: unknown as met',
  ),
  'maturity/stage': rule('the same rule over the gates and supports of stages.yaml; the stages below must hold too'),
  'maturity/confidence': {
    formula:
      'Σ w · type · fresh · agree ÷ Σ w over indicators with evidence; type measured 1, document 0.8, attested or two roles 0.6, one answer 0.4; fresh 0.5^(days/365); agree 1 − spread of answers',
    source: 'Headwater, a proposal',
  },
  'maturity/units-assessed': rule('count of units of which at least one indicator is known'),
  'maturity/state/yes': rule('met when it is so'),
  'maturity/state/share': rule('met from the threshold of the indicator, partly from half of it'),
  'maturity/state/count': rule('met from the threshold of the indicator, partly from half of it'),
  'maturity/state/days': rule('met up to the threshold of the indicator, partly up to twice'),
  'maturity/state/minutes': rule('met up to the threshold of the indicator, partly up to twice'),
  'maturity/state/years': rule('met up to the threshold of the indicator'),
  'maturity/records-held': rule('the value of the record, or whether every record that the indicator needs is held'),
  'maturity/answers-given': {
    formula: 'mean over answers; no 0, sometimes 0.33, usually 0.67, always 1',
    source: 'Headwater, a proposal',
  },
  'maturity/ic1-open-source-found': rule('packages found = 0, or any unit declared more than 0 parts'),
  'maturity/ic2-inventory-coverage': rule(
    'products with a list of parts at most 90 days old ÷ products; a bought list is as old as the day it came',
  ),
  'maturity/ic3-inventory-depth': rule('lists that tell of parts coming through others ÷ lists'),
  'maturity/ic4-suppliers-asked': rule(
    'bought products with a list, a refusal or a request on record ÷ bought products',
  ),
  'maturity/ic5-sbom-quality': rule('mean over products of filled required fields ÷ required fields'),
  'maturity/ic7-licenses-resolved': rule('Σ over products of part versions with known terms ÷ part versions'),
  'maturity/ic8-vulnerability-exposure': rule(
    'products of which every part could be looked up ÷ products; partly when the median age of open critical findings is over 30 days',
  ),
  'maturity/ic13-health-at-intake': rule('decisions on new parts with a recorded health check ÷ decisions'),
  'maturity/ic14-support-route': rule('critical packages with a named support route ÷ critical packages (K ≥ 0.6)'),
  'maturity/ic15-freshness': rule('libyears now − libyears twelve months before'),
  'maturity/ip2-memberships': rule('memberships paid by the ledger in twelve months'),
  'maturity/ip3-money-given': rule('entries of money in the ledger in twelve months'),
  'maturity/ip4-working-groups': rule('entries of working groups and standards in the ledger in twelve months'),
  'maturity/ip5-events': rule('entries of events in the ledger in twelve months'),
  'maturity/ib2-merged-changes': rule('own commits in repositories of others in twelve months'),
  'maturity/ib3-work-where-used': rule(
    'own commits in projects that are in use here ÷ own commits in projects of others',
  ),
  'maturity/ib4-contributors': rule('own people with commits in twelve months; also met from 2 % of the developers'),
  'maturity/ib7-carried-patches': rule('carried forks with a plan ÷ carried forks and declared patches'),
  'maturity/il2-seats-held': rule(
    "projects behind critical packages with an own address in an owners' file ÷ such projects; too few is unknown",
  ),
  'maturity/il3-influence': rule('largest own share of changes in a project of others that is in use'),
  'maturity/il4-own-projects-governed': rule(
    'published projects with license, contributing, conduct, security and governance files ÷ published projects read',
  ),
  'maturity/il9-dedicated-people': rule('people with a role of the office on the day'),
}

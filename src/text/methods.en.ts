/** What methods are called and what each tells, in English; their formulas are notation and stand in `app/method-texts`. */

export const methods = {
  severity: { name: 'Findings of a severity', meaning: 'Counts findings of this severity.' },
  license: { name: 'Parts by their terms', meaning: 'Counts part versions whose terms have this property.' },
  fact: 'What is known for the advice, as recorded or worked out.',
  named: {
    'advice/symptom': {
      name: 'Sign of a situation',
      meaning: 'A figure is held against the limit from which it counts as a sign.',
    },
    'advice/scenario': {
      name: 'Situation recognized',
      meaning: 'Tells whether enough signs show, too few can show, or it cannot be told.',
    },
    'advice/score': {
      name: 'Rank of a recommendation',
      meaning: 'Puts grave, well-founded and easy recommendations first.',
    },
    'advice/role-outputs': { name: 'What a role delivered', meaning: 'Counts what the role delivered lately.' },
    'advice/goal-progress': {
      name: 'Progress towards a goal',
      meaning: 'Tells which part of the way from the beginning to the goal is done.',
    },
    'advice/counted': { name: 'Entries counted', meaning: 'Counts the entries named.' },
    'advice/share': { name: 'Share of entries', meaning: 'Tells which share of the entries meets the condition.' },
    'advice/office-bus-factor': {
      name: 'People the office rests on',
      meaning: 'Tells how few people own half of the open duties.',
    },
    'advice/change': { name: 'Change in a year', meaning: 'Compares with the assessment of about a year ago.' },
    'advice/option': {
      name: 'Way to deal with a part',
      meaning: 'Takes the first way offered by the highest rule that holds and that no rule bars.',
    },
    'advice/use': { name: 'Weight of a use', meaning: 'Tells how much a product rests on the part.' },
    'advice/other-uses': {
      name: 'Weight of the other uses',
      meaning: 'Tells how much the uses that are not named weigh together.',
    },
    'recorded/uses': { name: 'Products that use it', meaning: 'Counts the products whose documents name it.' },
    'vulnerabilities/more-places': {
      name: 'Further places',
      meaning: 'Leads to the places in every product beyond those named here.',
    },
    'advice/hours-at-rate': {
      name: 'Cost of own hours',
      meaning: 'Values the hours of a year at the cost of an hour.',
    },
    'advice/amount': { name: 'Amount in a year', meaning: 'Takes the amount assumed for a year.' },
    'advice/hours-at-rate-and-amount': {
      name: 'Cost of hours and an amount',
      meaning: 'Adds the amount assumed to the value of the hours of a year.',
    },
    'advice/carrying-hours': {
      name: 'Hours to carry forks',
      meaning: 'Adds up the hours that carrying the forks takes in a year.',
    },
    'agility-change-fail-rate': {
      name: 'Share of releases that needed repair',
      meaning: 'Tells which share of releases was followed by a repair soon or took something back.',
    },
    'agility-change-lead-time': {
      name: 'Time from change to release',
      meaning: 'Tells how long changes usually wait for their first release.',
    },
    'agility-deployment-frequency': {
      name: 'Releases in a week',
      meaning: 'Counts stable releases in a week, over products.',
    },
    'agility-exposure-window': {
      name: 'Days exposed to a vulnerability',
      meaning: 'Tells how long a known vulnerability usually stays in a product.',
    },
    'agility-fix-availability-lag': {
      name: 'Days until a fix exists',
      meaning: 'Tells how long after disclosure a fixed version usually comes out.',
    },
    'agility-libyear': {
      name: 'Libyears behind',
      meaning: 'Adds up the years between the versions in use and the newest ones.',
    },
    'agility-major-lag': { name: 'Major versions behind', meaning: 'Counts newer releases of another major version.' },
    'agility-minor-lag': {
      name: 'Minor versions behind',
      meaning: 'Counts newer minor releases of the same major version.',
    },
    'agility-patch-lag': { name: 'Patches behind', meaning: 'Counts newer patches of the version in use.' },
    'agility-pulse': {
      name: 'Days since the newest release',
      meaning: 'Tells how long ago the packages in use last released something.',
    },
    'agility-recovery-time': {
      name: 'Time to repair a release',
      meaning: 'Tells how long a faulty release usually stays without a repair.',
    },
    'agility-release-frequency': {
      name: 'Releases in a year',
      meaning: 'Counts the stable releases of packages in use within a year.',
    },
    'agility-release-gap': {
      name: 'Days between releases',
      meaning: 'Tells how many days usually lie between two releases.',
    },
    'agility-time-to-remediate': {
      name: 'Time to close a vulnerability',
      meaning: 'Estimates how long vulnerabilities stay open, those still open included.',
    },
    'agility-update-cadence': {
      name: 'Days between updates',
      meaning: 'Tells how many days usually lie between changes of what a product depends on.',
    },
    'agility-update-latency': {
      name: 'Time until a version is taken up',
      meaning: 'Tells how long after publication newer versions are taken up.',
    },
    'agility-updates-merged': {
      name: 'Updates in a month',
      meaning: 'Counts the versions that changed in a month, over products.',
    },
    'agility-version-lag': {
      name: 'Releases behind',
      meaning: 'Counts newer stable releases than the versions in use.',
    },
    'agility-vulnerability-days': {
      name: 'Days with open vulnerabilities',
      meaning: 'Adds up the days on which known vulnerabilities were open.',
    },
    'agility-part': { name: 'Measure of a part version', meaning: 'Takes one measure of one part version.' },
    'agility-drift': {
      name: 'Share that is behind',
      meaning: 'Tells which share of part versions has a newer release.',
    },
    'agility-updates-behind': {
      name: 'Updates to be made',
      meaning: 'Counts the direct parts that are behind, over products.',
    },
    'agility-backlog-hours': {
      name: 'Hours to catch up',
      meaning: 'Multiplies the updates by the hours that the organization states for one.',
    },
    'agility-backlog-cost': {
      name: 'Cost to catch up',
      meaning: 'Values the hours to catch up at the cost of an hour.',
    },
    'alternative-yearly-price': { name: 'Price in a year', meaning: 'Brings a price to one year.' },
    'alternative-billed': { name: 'Quantity that is billed', meaning: 'Tells how much would have to be bought.' },
    'alternative-exchange-rate': { name: 'Exchange rate', meaning: 'Takes the newest rate that is stated.' },
    'alternative-gross': {
      name: 'Cost at list price',
      meaning: 'Multiplies quantity, yearly price, fit and exchange rate.',
    },
    'alternative-discounted': { name: 'Cost after discount', meaning: 'Takes the discount off the list price.' },
    'alternative-run-cost-difference': {
      name: 'Difference of running costs',
      meaning: 'Compares what running the open source and running the alternative cost in a year.',
    },
    'alternative-net': {
      name: 'Cost net of running it',
      meaning: 'Takes the difference of running costs off the discounted price.',
    },
    'alternative-paid-already': {
      name: 'Paid already',
      meaning: 'Says that nothing is avoided, since the alternative is paid for anyway.',
    },
    'alternative-total': { name: 'Cost of all alternatives', meaning: 'Adds up one alternative for each function.' },
    'alternative-difference': { name: 'Difference of two scenarios', meaning: 'Compares before and after.' },
    'alternative-difference-total': {
      name: 'Difference in total',
      meaning: 'Adds up the differences that are known on both sides.',
    },
    'contribution-labor': {
      name: 'Labor given',
      meaning: 'Values days with a contribution at hours and the cost of an hour.',
    },
    'contribution-logged-time': {
      name: 'Logged time given',
      meaning: 'Values the hours in the ledger at the cost of an hour.',
    },
    'contribution-money': { name: 'Money given', meaning: 'Adds up the amounts in the ledger.' },
    'contribution-give': { name: 'Given in all', meaning: 'Adds up labor, logged time and money that are known.' },
    'give-to-take': {
      name: 'Given for what is received',
      meaning: 'Compares what is given in a year with what is received.',
    },
    'give-per-developer': { name: 'Given by each developer', meaning: 'Divides what is given by the developers.' },
    'contribution-own-share': {
      name: 'Own share of changes',
      meaning: 'Tells which share of the changes of a project own people made.',
    },
    'critical-coverage': {
      name: 'Critical packages that are given to',
      meaning: 'Tells which share of the most critical packages got something.',
    },
    'contribution-replacement-share': {
      name: 'Own part of a replacement value',
      meaning: 'Takes the own share of what building the project again would cost.',
    },
    'contribution-replacement-total': {
      name: 'Own part of all replacement values',
      meaning: 'Adds up the own parts, each project once.',
    },
    'contribution-marginal-effort': {
      name: 'Effort for what was added',
      meaning: 'Estimates the own part of the effort by which a project grew.',
    },
    'contribution-marginal-total': {
      name: 'Effort for all that was added',
      meaning: 'Adds up the efforts for what was added, each project once.',
    },
    'contribution-marginal-money': {
      name: 'Value of what was added',
      meaning: 'Values the effort for what was added at the cost of an hour.',
    },
    'contribution-attribution': {
      name: 'Changes of known origin',
      meaning: 'Tells of which share of changes it is known for whom their author works.',
    },
    'fork-cost-per-release': {
      name: 'Cost of a fork for a release',
      meaning: 'Values the hours to carry a fork over to one release.',
    },
    'fork-cost-per-year': {
      name: 'Cost of a fork in a year',
      meaning: 'Multiplies the cost for a release by the releases of the original in a year.',
    },
    'fork-hours-per-release': {
      name: 'Hours of all forks for a release',
      meaning: 'Adds up the hours to carry the forks over.',
    },
    'forks-cost-per-release': {
      name: 'Cost of all forks for a release',
      meaning: 'Adds up the costs of the forks for a release.',
    },
    'forks-cost-per-year': {
      name: 'Cost of all forks in a year',
      meaning: 'Adds up the yearly costs of forks whose releases are known.',
    },
    'health-score': { name: 'Health', meaning: 'Tells which weighted share of the known indicators is passed.' },
    'project-state': {
      name: 'State of a project',
      meaning: 'Tells whether a project is active, slow, dormant or no longer supported.',
    },
    criticality: { name: 'Criticality', meaning: 'Tells how much the organization rests on a project.' },
    'absence-factor': { name: 'Absence factor', meaning: 'Tells how few people made half of the changes of a year.' },
    'fewest-publishers': {
      name: 'Fewest publishing accounts',
      meaning: 'Takes the package that the fewest accounts may publish.',
    },
    'health-falling': {
      name: 'Fall of health',
      meaning: 'Compares health and activity with those of twelve months before.',
    },
    'opencode-level': {
      name: 'Maintenance level of openCode',
      meaning: 'Tells which maintenance thresholds of openCode are met.',
    },
    'criticality-score': {
      name: 'Criticality score of OpenSSF',
      meaning: 'Weighs signs of how much the world rests on a project.',
    },
    'health-assessed': {
      name: 'Projects with known health',
      meaning: 'Counts projects and lone packages whose health is known.',
    },
    'health-by-level': {
      name: 'Projects by health',
      meaning: 'Counts the projects and packages at one level of health.',
    },
    'health-quadrant': {
      name: 'Projects by criticality and health',
      meaning: 'Counts the projects and packages in one field.',
    },
    'where-to-help': {
      name: 'Where help does most',
      meaning: 'Counts critical projects that are weak, falling or on one person.',
    },
    'leaning-on-one': {
      name: 'Packages on one person',
      meaning: 'Counts packages in use of projects that one person carries.',
    },
    'unsupported-packages': {
      name: 'Packages nobody supports',
      meaning: 'Counts packages in use that are given up or past their end.',
    },
    'maturity/level': {
      name: 'Level of maturity',
      meaning: 'Takes the highest level whose gates and needed share of indicators are met, with those below.',
    },
    'maturity/stage': { name: 'Stage of maturity', meaning: 'Applies the rule of levels to the stages.' },
    'maturity/confidence': {
      name: 'Confidence of a level',
      meaning: 'Tells how well evidence of its kind, age and agreement bears a level out.',
    },
    'maturity/units-assessed': { name: 'Units assessed', meaning: 'Counts units of which anything is known.' },
    'maturity/state/yes': { name: 'Met when it is so', meaning: 'Tells whether it is so.' },
    'maturity/state/share': {
      name: 'Share held against its threshold',
      meaning: 'Tells whether a share reaches its threshold, or half of it.',
    },
    'maturity/state/count': {
      name: 'Count held against its threshold',
      meaning: 'Tells whether a count reaches its threshold, or half of it.',
    },
    'maturity/state/days': {
      name: 'Days held against their threshold',
      meaning: 'Tells whether days stay within their threshold, or twice that.',
    },
    'maturity/state/minutes': {
      name: 'Minutes held against their threshold',
      meaning: 'Tells whether minutes stay within their threshold, or twice that.',
    },
    'maturity/state/years': {
      name: 'Years held against their threshold',
      meaning: 'Tells whether years stay within their threshold.',
    },
    'maturity/records-held': {
      name: 'Records held',
      meaning: 'Takes the value of the record, or tells whether every record needed is held.',
    },
    'maturity/answers-given': { name: 'Answers given', meaning: 'Takes the mean of the answers.' },
    'maturity/ic1-open-source-found': {
      name: 'Open source that is declared',
      meaning: 'Compares what was found with what the unit declares.',
    },
    'maturity/ic2-inventory-coverage': {
      name: 'Products with a fresh list of parts',
      meaning: 'Tells which share of products has a list of parts that is not too old.',
    },
    'maturity/ic3-inventory-depth': {
      name: 'Lists that go into depth',
      meaning: 'Tells which share of lists names parts that come through others.',
    },
    'maturity/ic4-suppliers-asked': {
      name: 'Suppliers asked for lists',
      meaning: 'Tells for which share of bought products a list was asked for.',
    },
    'maturity/ic5-sbom-quality': {
      name: 'Quality of lists of parts',
      meaning: 'Tells which share of required fields is filled.',
    },
    'maturity/ic7-licenses-resolved': {
      name: 'Parts with known terms',
      meaning: 'Tells which share of part versions has known terms.',
    },
    'maturity/ic8-vulnerability-exposure': {
      name: 'Products that can be looked up',
      meaning: 'Tells of which share of products every part could be looked up.',
    },
    'maturity/ic13-health-at-intake': {
      name: 'Health checked at intake',
      meaning: 'Tells which share of decisions on new parts records a look at health.',
    },
    'maturity/ic14-support-route': {
      name: 'Critical packages with support',
      meaning: 'Tells which share of critical packages has a named route to support.',
    },
    'maturity/ic15-freshness': {
      name: 'Change of libyears',
      meaning: 'Compares the libyears now with those of twelve months before.',
    },
    'maturity/ip2-memberships': { name: 'Memberships', meaning: 'Counts memberships paid for in twelve months.' },
    'maturity/ip3-money-given': { name: 'Gifts of money', meaning: 'Counts entries of money in twelve months.' },
    'maturity/ip4-working-groups': {
      name: 'Working groups',
      meaning: 'Counts entries of working groups and standards in twelve months.',
    },
    'maturity/ip5-events': { name: 'Events', meaning: 'Counts entries of events in twelve months.' },
    'maturity/ib2-merged-changes': {
      name: 'Changes taken upstream',
      meaning: 'Counts own changes in repositories of others in twelve months.',
    },
    'maturity/ib3-work-where-used': {
      name: 'Work where it is used',
      meaning: 'Tells which share of own changes goes to projects in use here.',
    },
    'maturity/ib4-contributors': {
      name: 'People who contribute',
      meaning: 'Counts own people with changes in twelve months.',
    },
    'maturity/ib7-carried-patches': {
      name: 'Carried patches with a plan',
      meaning: 'Tells which share of carried forks and patches has a plan.',
    },
    'maturity/il2-seats-held': {
      name: 'Seats held',
      meaning: 'Tells in which share of critical projects the organization has an owner.',
    },
    'maturity/il3-influence': {
      name: 'Largest own share',
      meaning: 'Takes the largest own share of changes in a project of others.',
    },
    'maturity/il4-own-projects-governed': {
      name: 'Own projects with rules',
      meaning: 'Tells which share of published projects has the files that govern it.',
    },
    'maturity/il9-dedicated-people': { name: 'Dedicated people', meaning: 'Counts people with a role of the office.' },
    'motivators/people': {
      name: 'People who named it',
      meaning: 'Counts those who may be quoted or counted, from five on.',
    },
    'motivators/weight': {
      name: 'Weight of a motivator',
      meaning: 'Adds up the people by the weight of their audience.',
    },
    'motivators/areas-heard': { name: 'Units heard', meaning: 'Counts units in which a conversation took place.' },
    'scorecard-offline': {
      name: 'Scorecard without a forge',
      meaning: 'Takes the weighted mean of the checks that a clone can answer.',
    },
    'lifecycle-state': {
      name: 'State of a release line',
      meaning: 'Tells whether a release line is supported, gets security fixes only, or has ended.',
    },
    'funding-usage': { name: 'Share of use', meaning: 'Tells which share of all that is in use a project has.' },
    'funding-criticality': {
      name: 'Criticality for funding',
      meaning: 'Tells how much the organization rests on a project.',
    },
    'funding-weight': { name: 'Weight for funding', meaning: 'Weighs use, criticality and missing health together.' },
    'funding-weights': { name: 'All weights for funding', meaning: 'Adds up the weights of those that can receive.' },
    'funding-share': {
      name: 'Share of a budget',
      meaning: 'Divides the budget by weight, within the least and the most.',
    },
    'funding-follow-up': { name: 'Health since a gift', meaning: 'Compares health with that before the first gift.' },
    'replacement-cost-effort': {
      name: 'Effort to build a package again',
      meaning: 'Estimates the person-months to build a package again from its lines.',
    },
    'replacement-cost': {
      name: 'Cost to build a package again',
      meaning: 'Values the effort for a package at the labor rate.',
    },
    'usage-effort': {
      name: 'Effort to build again what is used',
      meaning: 'Adds up the effort for packages, each once.',
    },
    'usage-replacement': {
      name: 'Cost to build again what is used',
      meaning: 'Adds up the cost of packages, each once.',
    },
    'replacement-in-bought-products': {
      name: 'Cost inside bought products',
      meaning: 'Adds up the cost of packages that occur in bought products only.',
    },
    'one-program': { name: 'As one program', meaning: 'Applies the model once to all lines, for comparison only.' },
    'annual-rebuild': { name: 'Written off in a year', meaning: 'Spreads the value over the years of life.' },
    'avoided-maintenance': {
      name: 'Maintenance avoided in a year',
      meaning: 'Takes a share of the value for the maintenance of a year.',
    },
    sensitivity: {
      name: 'What an assumption moves',
      meaning: 'Tells how far the total moves when one assumption does.',
    },
    'open-lines': { name: 'Lines of others', meaning: 'Adds up the lines of packages that are delivered, each once.' },
    'own-lines': { name: 'Own lines', meaning: 'Adds up the lines counted in own products.' },
    'reuse-share': { name: 'Share of open source', meaning: 'Tells which share of delivered lines is open source.' },
    'usage-like': {
      name: 'As another counts it',
      meaning: 'Applies the model of another tool or study to the same lines.',
    },
    'whole-repositories': {
      name: 'Whole repositories, each time',
      meaning: 'Charges every part version with its whole repository.',
    },
    'whole-repositories-once': { name: 'Whole repositories, each once', meaning: 'Charges every repository once.' },
    'double-counted-share': { name: 'Share counted again', meaning: 'Tells which share is counted more than once.' },
    'count-packages': { name: 'Packages', meaning: 'Counts packages over all documents, whatever their version.' },
    'count-versions': { name: 'Part versions', meaning: 'Counts part versions over all documents.' },
    'count-occurrences': { name: 'Occurrences', meaning: 'Counts the entries taken from all documents.' },
    'count-products': { name: 'Products', meaning: 'Counts the products that have documents.' },
    'count-projects': { name: 'Projects', meaning: 'Counts the upstream projects that are named.' },
    'count-direct-packages': {
      name: 'Packages asked for directly',
      meaning: 'Counts packages that a product asks for itself.',
    },
    'count-transitive-packages': {
      name: 'Packages that came along',
      meaning: 'Counts packages that come through others only.',
    },
    'count-packages-of-unknown-directness': {
      name: 'Packages of unknown origin',
      meaning: 'Counts packages of which no document tells how they came in.',
    },
    'max-depth': { name: 'Greatest depth', meaning: 'Takes the most steps that lie between a product and a part.' },
    'vulnerabilities/total': { name: 'Findings', meaning: 'Counts part versions with an advisory, each pair once.' },
    'vulnerabilities/affected-parts': {
      name: 'Affected part versions',
      meaning: 'Counts part versions with at least one finding.',
    },
    'vulnerabilities/affected-products': {
      name: 'Affected products',
      meaning: 'Counts products that use a part version with a finding.',
    },
  },
}

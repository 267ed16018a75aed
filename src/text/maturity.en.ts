/** Words about maturity, in English. Names of levels, indicators and questions stand in `content/maturity`. */

import type { ConfidenceBand, EvidenceGrade, IndicatorState, ItemState } from '#domain/assessment/maturity.ts'
import type { CostClass, MaturityFunction } from '#domain/maturity-model.ts'

export const maturity = {
  group: 'How the organization deals with open source',
  commands: {
    assess: 'Say where a unit stands and what shows it, indicator by indicator',
    show: 'Show levels of all units and functions against their targets',
    answer: 'Print the questions that no evidence answers, or record a file of answers',
    framework: 'Answer ISO5230, ISO18974, GGI, FINOS or TODO from the same evidence',
  },
  options: {
    unit: 'a unit of organization.yaml (default the whole organization)',
    onlyUnit: 'only this unit',
    function: 'only consume, participate, contribute, create, govern or whole',
    levels: 'engagement (0 denial to 4 leadership) or stages (of the office, 0 to 4)',
    answers: 'a file of answers to check and record',
    output: 'write csv, markdown or json; to a file as FORMAT=FILE; repeatable',
  },
  engagementOn: (day: string) => `Engagement with open source on ${day}`,
  stagesOn: (day: string) => `Stages of the open source office on ${day}`,
  levelNames: 'Levels',
  stageNames: 'Stages',
  interval:
    'A level is an interval: the first number takes what is unknown as not met, the second as met. The rules are our proposal.',
  unitHead: 'Unit',
  functionHead: 'Function',
  levelHead: 'Level',
  stageHead: 'Stage',
  targetHead: 'Target',
  gapHead: 'Gap',
  coverageHead: 'Known',
  confidenceHead: 'Confidence',
  nextHead: 'Cheapest next step',
  indicatorHead: 'Indicator',
  stateHead: 'State',
  gradeHead: 'Evidence',
  valueHead: 'Value',
  untilHead: 'Counts until',
  organization: 'Whole organization',
  functions: {
    whole: 'as a whole',
    consume: 'consume',
    participate: 'participate',
    contribute: 'contribute',
    create: 'create',
    govern: 'govern',
  } satisfies Record<MaturityFunction | 'whole', string> as Record<MaturityFunction | 'whole', string>,
  states: {
    met: 'met',
    partly: 'partly met',
    'not-met': 'not met',
    unknown: 'unknown',
    'not-applicable': 'does not apply',
  } satisfies Record<IndicatorState, string> as Record<IndicatorState, string>,
  grades: { A: 'A measured', B: 'B document', C: 'C attested', D: 'D answered' } satisfies Record<
    EvidenceGrade,
    string
  > as Record<EvidenceGrade, string>,
  costs: { low: 'low cost', medium: 'medium cost', high: 'high cost' } satisfies Record<CostClass, string> as Record<
    CostClass,
    string
  >,
  bands: { high: 'high', medium: 'medium', low: 'low' } satisfies Record<ConfidenceBand, string> as Record<
    ConfidenceBand,
    string
  >,
  yes: 'yes',
  no: 'no',
  notAssessed: 'not assessed',
  claimed: (level: string) => `${level} (claimed)`,
  gate: 'gate',
  nothingToJudge: 'nothing to judge here',
  nothingFound: 'Nothing stands out.',
  findingsHead: 'Findings',
  contradiction: (unit: string, indicator: string, claimed: string, measured: string) =>
    `${unit}: "${indicator}" is claimed (${claimed}), the evidence says otherwise (${measured}). The evidence counts.`,
  axesApart: (unit: string, level: string, stage: string, ahead: 'engagement' | 'stage') =>
    ahead === 'engagement'
      ? `${unit}: practice (${level}) is ahead of what the office is able to do (${stage}).`
      : `${unit}: the office (${stage}) is ahead of practice (${level}).`,
  expired: (unit: string, what: string, since: string) => `${unit}: ${what} no longer counts since ${since}.`,
  targetMissed: (unit: string, area: string, level: string, until: string) =>
    `${unit}: the target ${level} (${area}) was due on ${until} and is not reached.`,
  distributionHead: 'Units by the floor of their level, as a whole',
  units: (n: number) => (n === 1 ? '1 unit' : `${n} units`),
  trendHead: 'Earlier',
  roleHead: 'What the office does now',
  noQuestions: 'Evidence or an answer that counts is there for every question.',
  answerHint: (file: string) => [
    `Put this into ${file}, fill in who, when and what, and remove what you cannot answer.`,
    `Then: headwater maturity answer --answers ${file}`,
    'answer: no, sometimes, usually, always (with proof: an address), do-not-know. Answers count for six months.',
  ],
  recorded: (records: number, answers: number) => `Recorded: ${answers} answers, ${records} records.`,
  itemStates: {
    answered: 'answered',
    'in-part': 'in part',
    gap: 'gap',
    'not-mapped': 'not mapped',
  } satisfies Record<ItemState, string> as Record<ItemState, string>,
  itemHead: 'Item',
  titleHead: 'Title',
  recordsHead: 'Records',
  missingHead: 'Missing',
  reasonHead: 'Reason',
  answeredOf: (answered: number, of: number) => `${answered} of ${of} items answered.`,
}

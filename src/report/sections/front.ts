import type { Answer, Block, Text } from '#report/block.ts'
import { oneAsk, oneRisk } from '#report/one-ask.ts'
import { bandView, counted, countView, moneyView, type ReportContext } from '#report/report-context.ts'
import { bandPicture, watershedChart } from '#report/pictures.ts'
import { defineSection } from '#report/section.ts'
import { giving } from '#report/sections/position.ts'
import { helping, leaning } from '#report/sections/sustain.ts'
import { severityStates } from '#charts/state.ts'

export const section = defineSection({
  id: 'front',
  order: 10,
  label: (words) => words.front.label,
  explanation: (words) => words.front.explanation,
  source: 'Headwater: rules for every figure',
  render: (context) => {
    const { front } = context.words
    const ask = oneAsk(context)
    const asking: Block = {
      type: 'callout',
      tone: 'ask',
      label: front.oneAsk,
      title: ask.title,
      body: ask.detail,
      ...(ask.command === null ? {} : { command: ask.command }),
    }
    return [
      {
        type: 'answers',
        items: [depend(context), worth(context), risk(context), giving(context), leaning(context), helping(context)],
      },
      watershedChart(context),
      { type: 'columns', columns: [[oneRisk(context)], [asking]] },
    ]
  },
})

function depend({ assessment, words }: ReportContext): Answer {
  const { inventory } = assessment
  const { front } = words
  const packages = countView(inventory.packages)
  const [direct, transitive] = [countView(inventory.direct), countView(inventory.transitive)]
  const depth = countView(inventory.maxDepth)
  const isSplit = direct.figure.known && transitive.figure.known
  return {
    question: front.dependQuestion,
    view: packages,
    unit: front.packages(counted(packages).n),
    sentences: [
      front.inProducts(counted(countView(inventory.products))),
      isSplit ? front.chosen(counted(direct), counted(transitive)) : [front.directUnknown],
      ...(depth.figure.known && depth.figure.value !== 0 ? [front.deep(counted(depth))] : []),
    ],
    picture: null,
    states: [],
  }
}

function worth(context: ReportContext): Answer {
  const { assessment, portfolio, words, notMeasured } = context
  const { front } = words
  const work = bandView(assessment.value.personMonths, notMeasured)
  const money = moneyView(assessment.value.money)
  const sentences: Text[] = work.figure.known
    ? [
        front.worthSentence({ type: 'figure', view: { ...work, show: 'central' } }),
        front.worthMoney({ type: 'figure', view: money }),
        ...(portfolio.organization.laborRate.basis === 'default' ? [[front.worthDefaultRate]] : []),
      ]
    : [[front.worthUnknown]]
  return {
    question: front.worthQuestion,
    view: work,
    unit: front.worthUnit,
    sentences,
    picture: bandPicture('front-value', words.value.personMonths, work, context, 300),
    states: [],
  }
}

function risk({ assessment, words, notLookedUp }: ReportContext): Answer {
  const { vulnerabilities } = assessment
  const { front } = words
  const total = countView(vulnerabilities.total, notLookedUp)
  const [parts, products] = [
    countView(vulnerabilities.affectedParts, notLookedUp),
    countView(vulnerabilities.affectedProducts, notLookedUp),
  ]
  const { n } = counted(total)
  const sentences: Text[] = !total.figure.known
    ? [[front.riskUnknown]]
    : n === 0
      ? [[front.riskNone]]
      : [front.riskSentence(counted(parts), counted(products))]
  return {
    question: front.riskQuestion,
    view: total,
    unit: front.findings(n),
    sentences,
    picture: null,
    states: vulnerabilities.bySeverity.flatMap(({ severity, count }) =>
      count.figure.known && count.figure.value > 0
        ? [{ state: severityStates[severity], word: words.severities[severity], view: countView(count) }]
        : [],
    ),
  }
}

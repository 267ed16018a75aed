/**
 * The one thing to do first: the cheapest step that makes a risk known, lowers the gravest one, or raises coverage, in
 * that order. A person decides; the report only asks.
 */

import type { Finding } from '#domain/finding.ts'
import { severities } from '#domain/finding.ts'
import type { Block, Text } from './block.ts'
import { code, name } from './block.ts'
import type { ReportContext } from './report-context.ts'

export type Ask = { readonly title: Text; readonly detail: readonly Text[]; readonly command: string | null }

/** Below this share of packages with a known size, measuring sizes is worth asking for. */
const enoughSizes = 0.8
/** How many ids or products are named before the rest is counted. */
const mostNamed = 4

export function oneAsk(context: ReportContext): Ask {
  return asks(context)[0] ?? { title: [context.words.front.askAgain], detail: [], command: null }
}

/** All that is worth asking, the most pressing first; at most one of each kind. */
export function asks(context: ReportContext): readonly Ask[] {
  const { assessment, portfolio, words, isLookedUp } = context
  const { front } = words
  const remedy = (area: string) =>
    assessment.gaps.find((gap) => gap.area === area && gap.remedy !== null)?.remedy ?? null
  const found: Ask[] = []
  if (!isLookedUp)
    found.push({
      title: [front.askAdvisories],
      detail: [],
      command: remedy('vulnerabilities') ?? 'headwater data import DIR',
    })
  const upgrade = bestUpgrade(context)
  if (upgrade !== undefined) found.push(upgrade)
  if (isLookedUp && remedy('vulnerabilities') !== null)
    found.push({ title: [front.askRest], detail: [], command: remedy('vulnerabilities') })
  if (assessment.inventory.reading.refused > 0 || assessment.gaps.some(({ area }) => area === 'inventory'))
    found.push({ title: [front.askReading], detail: [], command: null })
  const { known, of } = assessment.value.personMonths.coverage
  if (of > 0 && known / of < enoughSizes) found.push({ title: [front.askSizes], detail: [], command: remedy('value') })
  if (portfolio.organization.laborRate.basis === 'default')
    found.push({ title: [front.askRate], detail: [], command: null })
  return found
}

/** The version change that ends the gravest findings in most products. */
function bestUpgrade({ assessment, portfolio, usage, words, formats }: ReportContext): Ask | undefined {
  const byPart = new Map<number, Finding[]>()
  for (const finding of assessment.vulnerabilities.findings) {
    if (finding.fixed.length === 0 || !['critical', 'high', 'medium'].includes(finding.severity)) continue
    const list = byPart.get(finding.part)
    if (list === undefined) byPart.set(finding.part, [finding])
    else list.push(finding)
  }
  const gravest = (list: readonly Finding[]) => Math.min(...list.map(({ severity }) => severities.indexOf(severity)))
  const best = [...byPart].toSorted(
    ([partA, a], [partB, b]) =>
      gravest(a) - gravest(b) ||
      usage.productsOfPart(partB).length - usage.productsOfPart(partA).length ||
      b.length - a.length ||
      partA - partB,
  )[0]
  if (best === undefined) return undefined
  const [index, list] = best
  const part = portfolio.parts[index]
  const first = list[0]
  if (part === undefined || first === undefined) return undefined
  const now = part.version === null ? words.inventory.notStated : code(part.version)
  const remedy = assessment.vulnerabilities.remedies.find((one) => one.part === index)?.version
  // Without one version that ends them all, every version that ends one of the findings is named.
  const fixes = [...new Set(list.flatMap(({ fixed }) => fixed.at(-1) ?? []))].toSorted(formats.compare)
  return {
    title:
      remedy == null
        ? words.front.askUpgrade(name(part.name), now, {
            type: 'names',
            texts: fixes,
            most: fixes.length,
            isCode: true,
          })
        : words.front.askRaise(name(part.name), now, code(remedy)),
    detail: [
      words.front.askUpgradeCloses({ type: 'names', texts: list.map(({ id }) => id), most: mostNamed, isCode: true }),
    ],
    command: null,
  }
}

/** The gravest finding in words, or that none is known, or that nobody looked. */
export function oneRisk({ assessment, portfolio, usage, words, isLookedUp, notLookedUp }: ReportContext): Block {
  const { front } = words
  const finding = assessment.vulnerabilities.findings[0]
  if (!isLookedUp)
    return {
      type: 'callout',
      tone: 'unknown',
      label: front.oneRisk,
      title: [front.riskNotKnown],
      body: [[{ type: 'state', state: 'unknown', word: notLookedUp }]],
    }
  if (finding === undefined)
    return { type: 'callout', tone: 'good', label: front.oneRisk, title: [front.noRisk], body: [[front.noRiskDetail]] }
  const part = portfolio.parts[finding.part]
  const products = usage
    .productsOfPart(finding.part)
    .map((product) => portfolio.organization.products[product]?.name ?? '')
  const state = finding.severity === 'critical' || finding.severity === 'high' ? 'act' : 'watch'
  return {
    type: 'callout',
    tone: state,
    label: front.oneRisk,
    title: front.riskOf(code(finding.id), name([part?.name, part?.version].filter((text) => text != null).join(' '))),
    body: [
      [{ type: 'state', state, word: words.severities[finding.severity] }],
      ...(finding.summary === '' ? [] : [[name(finding.summary)]]),
      front.riskReaches({ type: 'names', texts: products, most: mostNamed }),
      finding.fixed.length === 0 ? [front.riskNoFix] : front.riskFixed(code(finding.fixed.at(-1) ?? '')),
    ],
  }
}

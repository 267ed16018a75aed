/**
 * The equations of CVSS 2.0 (guide, section 3.2) and 3.0, 3.1 (specifications, sections 7 and 8). They stand here and not
 * in the library that scores 4.0, because that leaves out the environmental score of a 3.1 vector without environmental
 * metrics, which differs from its base score, and rounds 8.55 down: 55 of 5,148 published scores.
 *
 * Scores are defined on decimal numbers. Binary fractions miss them by about 10⁻¹⁵, so sums are rounded to nine digits
 * before the rounding that the equations ask for.
 */

export type Scores = { readonly base: number; readonly temporal: number; readonly environmental: number }

type Metrics = ReadonlyMap<string, string>
type Weights = Readonly<Record<string, number>>

/** Absent metrics count as "not defined" (`ND`). Expects a vector that follows the grammar, as all below. */
export function scoreVersion2(metrics: Metrics): Scores {
  const weight = weigher(metrics, weights2, 'ND')
  const exploitability = 20 * weight('AV') * weight('AC') * weight('Au')
  const baseOf = (impact: number): number =>
    impact === 0 ? 0 : nearest((0.6 * impact + 0.4 * exploitability - 1.5) * 1.176)
  const temporalOf = (base: number): number => nearest(base * weight('E') * weight('RL') * weight('RC'))
  const impact = (c: number, i: number, a: number): number => 10.41 * (1 - (1 - c) * (1 - i) * (1 - a))
  const base = baseOf(impact(weight('C'), weight('I'), weight('A')))
  const required = impact(weight('C') * weight('CR'), weight('I') * weight('IR'), weight('A') * weight('AR'))
  const adjusted = temporalOf(baseOf(Math.min(10, required)))
  const environmental = nearest((adjusted + (10 - adjusted) * weight('CDP')) * weight('TD'))
  return { base, temporal: temporalOf(base), environmental }
}

export function scoreVersion3(metrics: Metrics, minor: 0 | 1): Scores {
  const value = (name: string): string => metrics.get(name) ?? 'X'
  const modified = (name: string): string => (value(`M${name}`) === 'X' ? value(name) : value(`M${name}`))
  const weight = weigher(metrics, weights3, 'X')
  const up = minor === 0 ? roundUp30 : roundUp31
  const threat = weight('E') * weight('RL') * weight('RC')

  const exploitability = (of: (name: string) => string): number => {
    const privileges = (of('S') === 'C' ? privilegesChanged : privilegesUnchanged)[of('PR')] ?? 0
    return (
      8.22 *
      look(weights3, 'AV', of('AV')) *
      look(weights3, 'AC', of('AC')) *
      privileges *
      look(weights3, 'UI', of('UI'))
    )
  }
  const combine = (impact: number, ease: number, isChanged: boolean): number =>
    impact <= 0 ? 0 : up(Math.min(10, (impact + ease) * (isChanged ? 1.08 : 1)))

  const lost = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'))
  const isChanged = value('S') === 'C'
  const impact = isChanged ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost
  const base = combine(impact, exploitability(value), isChanged)

  const kept = (name: string): number => 1 - weight(`${name}R`) * look(weights3, name, modified(name))
  const atRisk = Math.min(0.915, 1 - kept('C') * kept('I') * kept('A'))
  const isModifiedChanged = modified('S') === 'C'
  const curve = minor === 0 ? (atRisk - 0.02) ** 15 : (atRisk * 0.9731 - 0.02) ** 13
  const modifiedImpact = isModifiedChanged ? 7.52 * (atRisk - 0.029) - 3.25 * curve : 6.42 * atRisk
  const environmental = up(combine(modifiedImpact, exploitability(modified), isModifiedChanged) * threat)
  return { base, temporal: up(base * threat), environmental }
}

function weigher(
  metrics: Metrics,
  weights: Readonly<Record<string, Weights>>,
  absent: string,
): (name: string) => number {
  return (name) => look(weights, name, metrics.get(name) ?? absent)
}

function look(weights: Readonly<Record<string, Weights>>, name: string, value: string): number {
  return weights[name]?.[value] ?? 1
}

const exact = (value: number): number => Math.round(value * 1e9) / 1e9
const nearest = (value: number): number => Math.round(exact(value * 10)) / 10
const roundUp30 = (value: number): number => Math.ceil(exact(value * 10)) / 10

/** 3.1 specification, appendix A. */
function roundUp31(value: number): number {
  const scaled = Math.round(value * 100_000)
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10
}

const impact2: Weights = { N: 0, P: 0.275, C: 0.66 }
const requirement2: Weights = { L: 0.5, M: 1, H: 1.51 }
const weights2: Readonly<Record<string, Weights>> = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: impact2,
  I: impact2,
  A: impact2,
  E: { U: 0.85, POC: 0.9, F: 0.95, H: 1 },
  RL: { OF: 0.87, TF: 0.9, W: 0.95, U: 1 },
  RC: { UC: 0.9, UR: 0.95, C: 1 },
  CDP: { N: 0, L: 0.1, LM: 0.3, MH: 0.4, H: 0.5, ND: 0 },
  TD: { N: 0, L: 0.25, M: 0.75, H: 1 },
  CR: requirement2,
  IR: requirement2,
  AR: requirement2,
}

const privilegesUnchanged: Weights = { N: 0.85, L: 0.62, H: 0.27 }
const privilegesChanged: Weights = { N: 0.85, L: 0.68, H: 0.5 }
const impact3: Weights = { H: 0.56, L: 0.22, N: 0 }
const requirement3: Weights = { H: 1.5, M: 1, L: 0.5 }
const weights3: Readonly<Record<string, Weights>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: impact3,
  I: impact3,
  A: impact3,
  E: { H: 1, F: 0.97, P: 0.94, U: 0.91 },
  RL: { U: 1, W: 0.97, T: 0.96, O: 0.95 },
  RC: { C: 1, R: 0.96, U: 0.92 },
  CR: requirement3,
  IR: requirement3,
  AR: requirement3,
}

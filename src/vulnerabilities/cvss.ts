/** Scores of CVSS vectors 2.0, 3.0, 3.1 and 4.0. */

import calculator from 'ae-cvss-calculator'
import type { Severity } from '#domain/finding.ts'
import { readCvssVector, type CvssVector, type CvssVersion } from './cvss-grammar.ts'
import { scoreVersion2, scoreVersion3 } from './cvss-formulas.ts'

export type CvssScore =
  | {
      readonly ok: true
      readonly version: CvssVersion
      /** 0–10 with one decimal. CVSS 4.0 has one score, over all metrics given; it stands here. */
      readonly base: number
      /** Null for 4.0, and for 2.0 when no temporal metric is given; 3.x defines it always. */
      readonly temporal: number | null
      readonly environmental: number | null
      /** Of `base`. */
      readonly severity: Severity
    }
  | { readonly ok: false; readonly code: 'cvss-invalid'; readonly message: string }

/** Scores a vector by the formulas of its version. An invalid vector is refused, never scored. */
export function scoreCvss(vector: string): CvssScore {
  const read = readCvssVector(vector)
  if ('message' in read) return { ok: false, code: 'cvss-invalid', message: read.message }
  const { version } = read
  const scores = calculate(read)
  return { ok: true, version, ...scores, severity: severityOfScore(scores.base, version) }
}

/**
 * Bands of the specifications: 3.x section 5 and 4.0 section 6 (none, low, medium, high, critical). Version 2.0 has none of
 * its own; the bands the National Vulnerability Database published for it are used (low below 4, medium below 7, high).
 */
export function severityOfScore(score: number, version: CvssVersion): Severity {
  if (version === '2.0') return score < 4 ? 'low' : score < 7 ? 'medium' : 'high'
  if (score === 0) return 'none'
  if (score < 4) return 'low'
  if (score < 7) return 'medium'
  return score < 9 ? 'high' : 'critical'
}

type StatedScores = { readonly base: number; readonly temporal: number | null; readonly environmental: number | null }

function calculate({ version, text, metrics }: CvssVector): StatedScores {
  if (version === '4.0') {
    return { base: new calculator.Cvss4P0(text).calculateScores().overall, temporal: null, environmental: null }
  }
  if (version !== '2.0') return scoreVersion3(metrics, version === '3.1' ? 1 : 0)
  const { base, temporal, environmental } = scoreVersion2(metrics)
  const has = (names: readonly string[]): boolean => names.some((name) => metrics.has(name))
  return {
    base,
    temporal: has(['E', 'RL', 'RC']) ? temporal : null,
    environmental: has(['CDP', 'TD', 'CR', 'IR', 'AR']) ? environmental : null,
  }
}

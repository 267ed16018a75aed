/** How something stands: always a color, a word and a shape together, so that none of them is needed alone. */

import type { Severity } from '#domain/finding.ts'

export type State = 'good' | 'watch' | 'act' | 'unknown' | 'plain'

export const shapes: Readonly<Record<State, string>> = { good: '●', watch: '▲', act: '■', unknown: '▨', plain: '○' }

export const severityStates: Readonly<Record<Severity, State>> = {
  critical: 'act',
  high: 'act',
  medium: 'watch',
  low: 'watch',
  none: 'good',
  unknown: 'unknown',
}

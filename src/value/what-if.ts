/** What a person tries out on the command line: `A3=1.8` for all bands, `A3.low=1.2` for one. */

import type { AssumptionSetting } from '#domain/organization.ts'

export type ReadWhatIf =
  | { readonly ok: true; readonly setting: AssumptionSetting }
  | { readonly ok: false; readonly what: string }

export const whatIfSource = 'Tried out with --assume'

/** Reads the shape alone; whether the assumption takes the value is for `readAssumptions`. */
export function readWhatIf(text: string): ReadWhatIf {
  const match = /^\s*([A-Za-z][\w-]*)(?:\.(low|central|high))?\s*=\s*(\S.*?)\s*$/.exec(text)
  if (match === null)
    return { ok: false, what: `"${text}": write ID=VALUE, or ID.low=VALUE, ID.central=VALUE, ID.high=VALUE` }
  const [, id = '', band, value = ''] = match
  const given = (name: string): string | null => (band === undefined || band === name ? value : null)
  return {
    ok: true,
    setting: { id, low: given('low'), central: given('central'), high: given('high'), source: whatIfSource },
  }
}

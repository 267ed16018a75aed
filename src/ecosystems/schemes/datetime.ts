/** RFC 3339 moments; the same moment in two time zones is one version, and fractions of a second count at any length. */

import { compareNumerals, compareText } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

/** Whole seconds since 1970 and the digits of the fraction without zeros at the end. */
type Moment = { readonly seconds: number; readonly fraction: string }

const pattern = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/

function parse(version: string): Moment | null {
  const match = pattern.exec(version.trim())
  if (match === null) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const offsetHour = Number(match[9] ?? 0)
  const offsetMinute = Number(match[10] ?? 0)
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const offset = (offsetHour * 60 + offsetMinute) * 60 * (match[8] === '-' ? 1 : -1)
  const seconds = date.getTime() / 1000 + hour * 3600 + minute * 60 + second + offset
  return { seconds, fraction: (match[7] ?? '').replace(/0+$/, '') }
}

export const scheme = defineScheme<Moment>({
  id: 'datetime',
  label: 'Date and time',
  source: 'https://www.rfc-editor.org/rfc/rfc3339',
  parse,
  compare: (a, b) => compareNumerals(a.seconds, b.seconds) || compareText(a.fraction, b.fraction),
  isPrerelease: () => false,
})

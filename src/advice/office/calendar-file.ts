/** The calendar as a file that other calendars take (RFC 5545): days, not moments; recurring duties repeat. */

import type { CalendarEntry } from '#domain/assessment/advice.ts'
import type { IsoTime } from '#domain/figure.ts'

export type CalendarWords = {
  readonly name: string
  readonly kinds: Readonly<Record<CalendarEntry['kind'], string>>
  readonly overdue: string
}

/** @param madeAt the moment that stands in every entry, so that the same input gives the same bytes */
export function calendarFile(
  entries: readonly CalendarEntry[],
  organization: string,
  madeAt: IsoTime,
  words: CalendarWords,
): string {
  const stamp = `${madeAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Headwater//Duties of the office//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(words.name)}`,
    ...entries.flatMap((entry) => eventLines(entry, organization, stamp, words)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(
  { kind, id, title, on, isOverdue, owner, everyMonths }: CalendarEntry,
  organization: string,
  stamp: string,
  { kinds, overdue }: CalendarWords,
): readonly string[] {
  const summary = `${kinds[kind]}: ${title}${isOverdue ? ` (${overdue})` : ''}`
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${kind}-${id}@${organization}.headwater`)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...(owner === null ? [] : [`DESCRIPTION:${escaped(owner)}`]),
    ...(everyMonths === null ? [] : [`RRULE:FREQ=MONTHLY;INTERVAL=${everyMonths}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** RFC 5545 3.3.11. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')
}

/** Lines of at most 75 octets, none cut inside a character; RFC 5545 3.1. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece)
      piece = ''
      octets = 0
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

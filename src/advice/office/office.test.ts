import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviceFigures, assessAdvice, calendarFile } from '#advice/assess.ts'
import {
  asOf,
  emptyFacts,
  healthyFacts,
  known,
  sampleDuty,
  sampleGoal,
  sampleOffice,
  sampleOutput,
  sampleProgram,
  sampleRecord,
} from '#advice/facts.sample.ts'
import type { CalendarEntry } from '#domain/assessment/advice.ts'

describe('roles', () => {
  it('show their last outputs, and one without any in ninety days is a finding [row 39]', () => {
    const outputs = [
      sampleOutput('advocate', { id: 'old', on: '2026-08-24' }),
      sampleOutput('counselor', { id: 'new', on: '2026-08-25' }),
      sampleOutput('counselor', { id: 'newer', on: '2026-10-01' }),
      sampleOutput('counselor', { id: 'to-come', on: '2026-12-01' }),
    ]
    const { roles } = assessAdvice(healthyFacts({ program: sampleProgram({ outputs }) }))
    const view = (role: string) => roles.find((one) => one.role === role)
    expect(view('counselor')).toMatchObject({ isEmpty: false, recent: { figure: { value: 2 } } })
    expect(view('counselor')?.outputs.map(({ id }) => id)).toEqual(['newer', 'new'])
    expect(view('advocate')).toMatchObject({ isEmpty: true, recent: { figure: { value: 0 } } })
    expect(view('advocate')?.outputs.map(({ id }) => id)).toEqual(['old'])
  })

  it('are not known without a list, and that is no finding', () => {
    expect(assessAdvice(emptyFacts()).roles.map(({ isEmpty }) => isEmpty)).toEqual([null, null, null, null, null])
  })
})

describe('goals', () => {
  const measure = 'maturity/value/IC2/organization'
  const progress = (value: number | null, more = {}) => {
    const facts = healthyFacts({
      program: sampleProgram({ goals: [sampleGoal(more)] }),
      figures: value === null ? new Map() : new Map([[measure, known(measure, value)]]),
    })
    return assessAdvice(facts).start.goals[0]?.progress.figure
  }

  it('tell how much of the way from the baseline to the target is done', () => {
    expect(progress(0.5, { baseline: 0, target: 1 })).toMatchObject({ known: true, value: 0.5 })
    // Less is more: from 30 days to 10.
    expect(progress(15, { baseline: 30, target: 10 })).toMatchObject({ known: true, value: 0.75 })
  })

  it('are unknown without a baseline or a measurement, never zero', () => {
    expect(progress(0.5, { baseline: null })).toMatchObject({ known: false })
    expect(progress(null)).toMatchObject({ known: false })
  })

  it('list every output that serves them, those of their parts among them [row 24]', () => {
    const program = sampleProgram({
      goals: [sampleGoal(), sampleGoal({ id: 'suppliers', parent: 'know' })],
      outputs: [
        sampleOutput('advocate', { id: 'a', goal: 'know', on: '2026-10-01' }),
        sampleOutput('advocate', { id: 'b', goal: 'suppliers', on: '2026-11-01' }),
        sampleOutput('advocate', { id: 'c', goal: null }),
      ],
    })
    const { servedGoals, withoutGoal } = assessAdvice(healthyFacts({ program })).sustain
    expect(servedGoals.map(({ outputs }) => outputs.map(({ id }) => id))).toEqual([['b', 'a'], ['b']])
    expect(servedGoals[0]?.parts).toEqual(['suppliers'])
    expect(withoutGoal.map(({ id }) => id)).toEqual(['c'])
  })
})

describe('duties', () => {
  const calendarOf = (program: Partial<ReturnType<typeof sampleProgram>>, office = sampleOffice()) =>
    assessAdvice(healthyFacts({ program: sampleProgram(program), office })).sustain

  it('come around again without an end, and are overdue the day after [row 27]', () => {
    const on = (lastDone: string | null) =>
      calendarOf({ duties: [sampleDuty({ lastDone })] }).calendar.find(({ kind }) => kind === 'duty')
    expect(on('2026-05-22')).toMatchObject({ on: '2026-11-22', isOverdue: false })
    expect(on('2026-05-21')).toMatchObject({ on: '2026-11-21', isOverdue: true })
    // Never done: due since it is a duty.
    expect(on(null)).toMatchObject({ on: '2026-01-01', isOverdue: true })
  })

  it('let a policy that passed its review date become overdue [row 27]', () => {
    const office = sampleOffice({
      records: [sampleRecord('usage-policy', { on: '2025-03-01', validUntil: '2026-11-21' })],
    })
    const { calendar, losses } = calendarOf({}, office)
    expect(calendar.find(({ kind }) => kind === 'record')).toMatchObject({ on: '2026-11-21', isOverdue: true })
    const past = losses.flatMap(({ sentinels }) => sentinels).find(({ id }) => id === 'policies-past-review')
    expect(past).toMatchObject({ figure: { figure: { value: 1 } }, examples: ['usage-policy'] })
  })

  it('leave the calendar when the line carries them on, and count as success', () => {
    const duty = sampleDuty({ id: 'check', handedOverTo: 'mill', handedOverOn: '2026-10-01' })
    const { calendar, handedOver, handedOverCount, losses } = calendarOf({ duties: [duty] })
    expect(calendar.filter(({ kind }) => kind === 'duty')).toEqual([])
    expect(handedOver).toEqual([{ id: 'check', title: 'Ask suppliers', to: 'mill', on: '2026-10-01', what: 'duty' }])
    expect(handedOverCount.figure).toMatchObject({ value: 1 })
    const open = losses.flatMap(({ sentinels }) => sentinels).find(({ id }) => id === 'open-duties')
    expect(open?.figure.figure).toMatchObject({ value: 0 })
  })
})

describe('the continuity report', () => {
  it('says for every loss what watches it, and what is not known [row 36]', () => {
    const { losses } = assessAdvice(healthyFacts()).sustain
    expect(losses.map(({ loss }) => loss)).toEqual([
      'expertise',
      'security-and-legal',
      'community',
      'reputation',
      'silent-need',
    ])
    const sentinels = losses.flatMap((loss) => loss.sentinels)
    for (const { figure, need } of sentinels) expect(figure.figure.known).toBe(need === null)
    expect(sentinels.find(({ id }) => id === 'open-duties')?.examples).toEqual(['Ask suppliers'])
    const nothing = assessAdvice(emptyFacts()).sustain.losses.flatMap((loss) => loss.sentinels)
    expect(nothing.filter(({ need }) => need === null).map(({ id }) => id)).toEqual(['published-products'])
  })

  it('counts how many people carry half of the duties', () => {
    const factor = (owners: readonly string[]) =>
      assessAdvice(
        healthyFacts({
          program: sampleProgram({ duties: owners.map((owner, at) => sampleDuty({ id: `d-${at}`, owner })) }),
        }),
      )
        .sustain.losses.flatMap(({ sentinels }) => sentinels)
        .find(({ id }) => id === 'office-bus-factor')?.figure.figure
    expect(factor(['p-1', 'p-1', 'p-1', 'p-2'])).toMatchObject({ value: 1 })
    expect(factor(['p-1', 'p-2', 'p-3', 'p-1', 'p-3', 'p-2'])).toMatchObject({ value: 2 })
  })

  it('flags a working group that nobody attended for half a year [row 18]', () => {
    const idle = (on: string) =>
      assessAdvice(healthyFacts({ office: sampleOffice({ records: [sampleRecord('working-group', { on })] }) }))
        .sustain.losses.flatMap(({ sentinels }) => sentinels)
        .find(({ id }) => id === 'idle-memberships')?.figure.figure
    expect(idle('2026-05-24')).toMatchObject({ value: 0 })
    expect(idle('2026-05-23')).toMatchObject({ value: 1 })
  })

  it('compares years by the last assessment of each [row 38]', () => {
    const id = 'inventory/packages'
    const facts = healthyFacts({
      earlier: [
        { on: '2024-03-01', figures: [known(id, 100)] },
        { on: '2024-11-01', figures: [known(id, 120)] },
        { on: '2025-11-01', figures: [known(id, 150)] },
      ],
      figures: new Map([[id, known(id, 160)]]),
    })
    const line = assessAdvice(facts).sustain.trend.find(({ figure }) => figure === id)
    expect(line?.points.map(({ on, figure }) => [on, figure.figure.known && figure.figure.value])).toEqual([
      ['2024-11-01', 120],
      ['2025-11-01', 150],
      [asOf, 160],
    ])
  })
})

describe('the start', () => {
  it('shows each of the seven reasons with its figures or what is missing [row 25]', () => {
    const { reasons } = assessAdvice(healthyFacts()).start
    expect(reasons).toHaveLength(7)
    const trained = reasons.find(({ reason }) => reason === 'approach-communities')
    expect(trained?.coverage).toEqual({ known: 1, of: 4, unit: 'indicators' })
    const empty = assessAdvice(emptyFacts()).start.reasons
    expect(
      empty.flatMap(({ indicators }) => indicators).every(({ figure, need }) => need !== null || figure?.figure.known),
    ).toBe(true)
    expect(empty.find(({ reason }) => reason === 'sustain-projects')?.coverage.known).toBe(0)
  })

  it('says what of a charter is there today [row 4]', () => {
    const { charter } = assessAdvice(healthyFacts()).start
    expect(charter.every(({ isThere }) => isThere)).toBe(true)
    const ended = sampleOffice({ records: [sampleRecord('executive-sponsor', { validUntil: '2026-11-21' })] })
    const past = assessAdvice(healthyFacts({ office: ended })).start.charter.find(({ item }) => item === 'sponsor')
    expect(past).toEqual({ item: 'sponsor', isThere: false, until: '2026-11-21' })
    expect(assessAdvice(emptyFacts()).start.charter.every(({ isThere }) => isThere === null)).toBe(true)
  })

  it('shows each service with its process and what rests on it [row 78]', () => {
    expect(assessAdvice(healthyFacts()).sustain.services).toEqual([
      expect.objectContaining({ id: 'where-is-it', process: 'Incidents', products: ['portal'], isCritical: true }),
    ])
  })
})

describe('figures of advice', () => {
  it('stand once each, and name no figure of this area that is not there', () => {
    const facts = healthyFacts()
    const figures = adviceFigures(facts, assessAdvice(facts))
    const ids = figures.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const named = figures.flatMap(({ figure }) =>
      figure.from.flatMap((source) => (source.kind === 'computed' ? source.inputs : [])),
    )
    expect(named.filter((id) => id.startsWith('advice/') && !ids.includes(id))).toEqual([])
    expect(named.length).toBeGreaterThan(40)
  })
})

describe('the calendar file', () => {
  const words = {
    name: 'Duties',
    kinds: { duty: 'duty', record: 'review', dismissal: 'end', goal: 'goal', check: 'check' },
    overdue: 'overdue',
  }
  const write = (entries: readonly CalendarEntry[]) => calendarFile(entries, 'city', '2026-11-22T08:30:00.000Z', words)
  const entry: CalendarEntry = {
    kind: 'duty',
    id: 'ask',
    title: 'Ask; really, all of them',
    on: '2026-12-01',
    isOverdue: false,
    owner: 'p-1',
    everyMonths: 6,
  }

  it('is what other calendars take', () => {
    expect(write([entry]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Headwater//Duties of the office//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Duties',
      'BEGIN:VEVENT',
      'UID:duty-ask@city.headwater',
      'DTSTAMP:20261122T083000Z',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:duty: Ask\\; really\\, all of them',
      'DESCRIPTION:p-1',
      'RRULE:FREQ=MONTHLY;INTERVAL=6',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('keeps any title whole, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (title) => {
        const text = write([{ ...entry, title }])
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
        const summary = unfolded.find((line) => line.startsWith('SUMMARY:duty: '))?.slice('SUMMARY:duty: '.length) ?? ''
        const plain = summary.replaceAll(/\\([\\;,n])/g, (_, one: string) => (one === 'n' ? '\n' : one))
        expect(plain).toBe(title.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' '))
      }),
      // Breaks a line for some programs, and none in a calendar file (RFC 5545, 3.1).
      { examples: [['Tide\u2028Board']] },
    )
  })
})

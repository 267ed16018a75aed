import { nothingHeard, type Heard, type HeardConversation, type Motivator } from '#domain/motivators.ts'
import { changeMotivator } from '#app/change-motivators.ts'
import { loadEdits } from '#app/kept-edits.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { expect } from 'vitest'
import type { RouteSamples } from '#test/route-sample.ts'
import { recordedAt } from '#test/sample-access.ts'
import { prepareLists } from '#test/sample-lists.ts'

function motivator(id: string, areas: readonly string[]): Motivator {
  return {
    id,
    statement: `Wish of ${id}`,
    kind: 'technology',
    catalog: null,
    conversations: areas.map((area) => `talk-${area}`),
    heard: areas.map((unit) => ({ unit, audience: 'engineers', people: 1 })),
    others: 5,
    areas,
    activities: [],
    benefits: [],
    strength: null,
    obstacle: null,
    wish: null,
    followUp: null,
    declined: null,
    from: 1,
    to: 3,
  }
}

function conversation(unit: string): HeardConversation {
  return {
    id: `talk-${unit}`,
    on: '2026-01-01',
    with: { person: null, role: `role in ${unit}` },
    unit,
    audience: 'engineers',
    interviewer: 'p-1',
    stance: null,
    note: null,
  }
}

async function prepare(store: Store): Promise<void> {
  await prepareLists(store)
  const motivators = [
    motivator('quay-only', ['quay']),
    motivator('dock-only', ['dock']),
    motivator('quay-top', ['quay']),
    motivator('dock-top', ['dock']),
    motivator('both', ['quay', 'dock']),
  ]
  const conversations = [conversation('quay'), conversation('dock')]
  const heard: Heard = { ...nothingHeard, conversations, motivators, isWithholding: true }
  const [extract] = await saveEvidence(store, [
    {
      kind: 'answer',
      name: 'extract of what was heard.json',
      bytes: new TextEncoder().encode(JSON.stringify(heard)),
      retrievedAt: recordedAt,
      recordedAt,
    },
  ])
  const place = { kind: 'motivators', subject: 'organization', source: 'office', at: '' } as const
  const fact = { ...place, evidence: extract?.id ?? '', observedOn: '2026-01-01', facts: {} }
  await saveFacts(store, [fact], { recordedAt })
  for (const unit of ['quay', 'dock'])
    await changeMotivator(
      store,
      { actor: { kind: 'loopback', id: 'test' }, scope: 'all' },
      { kind: 'declined', motivator: `${unit}-only`, reason: `Declined in ${unit}` },
      recordedAt,
    )
}

async function editOfDock(store: Store): Promise<string> {
  const kept = await loadEdits(store, { asOf: recordedAt.slice(0, 10), knownAt: recordedAt })
  const [edit] = (kept?.edits.changes ?? []).filter(({ motivator: id }) => id === 'dock-only')
  return `/api/v1/motivators/edits/${edit?.edit}`
}

const told = (id: string, people: object): object =>
  expect.objectContaining({ motivator: id, people: expect.objectContaining(people) })
const rows = (...bars: readonly object[]): object =>
  expect.arrayContaining([expect.objectContaining({ bars: expect.arrayContaining([...bars]) })])

export const samples: RouteSamples = {
  'GET /api/v1/motivators': {
    prepare,
    markers: { quay: ['Wish of quay-only'], dock: ['Wish of dock-only'] },
    // Who named one that matters in both is counted over both.
    tells: {
      quay: {
        isWithholding: false,
        rows: rows(told('quay-only', { value: 6 }), told('both', { value: null, why: 'withheld' })),
      },
      dock: {
        isWithholding: false,
        rows: rows(told('dock-only', { value: 6 }), told('both', { value: null, why: 'withheld' })),
      },
      whole: { isWithholding: true, rows: rows(told('both', { value: 7 })) },
    },
  },
  'GET /api/v1/motivators/bars/:motivator': {
    url: '/api/v1/motivators/bars/both',
    prepare,
    markers: { quay: ['role in quay'], dock: ['role in dock'] },
    tells: {
      quay: { areas: ['Quay'], people: { value: null, why: 'withheld' } },
      dock: { areas: ['Dock'], people: { value: null, why: 'withheld' } },
      whole: { people: { value: 7 } },
    },
  },
  'GET /api/v1/motivators/talks': {
    prepare,
    markers: { quay: ['Wish of quay-top'], dock: ['Wish of dock-top'] },
  },
  'GET /api/v1/motivators/pitch': {
    url: '/api/v1/motivators/pitch?audience=engineers',
    prepare,
    markers: { quay: ['Wish of quay-top'], dock: ['Wish of dock-top'] },
  },
  'GET /api/v1/motivators/choices': {
    prepare,
    markers: { quay: ['role in quay'], dock: ['role in dock'] },
  },
  'POST /api/v1/motivators': {
    prepare,
    foreign: {
      body: {
        statement: 'Said beyond the own unit',
        catalog: null,
        kind: 'technology',
        from: 1,
        to: 2,
        areas: ['dock'],
        strength: null,
        obstacle: null,
        wish: null,
        conversations: ['talk-dock'],
        talk: null,
      },
    },
  },
  'PUT /api/v1/motivators/bars/:motivator/span': {
    prepare,
    foreign: { url: '/api/v1/motivators/bars/dock-only/span', body: { from: 2, to: 3 } },
  },
  'PUT /api/v1/motivators/bars/:motivator/follow-up': {
    prepare,
    foreign: { url: '/api/v1/motivators/bars/dock-only/follow-up', body: { followUp: null } },
  },
  'PUT /api/v1/motivators/bars/:motivator/declined': {
    prepare,
    foreign: { url: '/api/v1/motivators/bars/dock-only/declined', body: { reason: 'Not ours to say' } },
  },
  'DELETE /api/v1/motivators/edits/:edit': { prepare, foreign: { url: editOfDock } },
  'GET /api/v1/motivators/edits': {
    prepare,
    markers: { quay: ['Declined in quay'], dock: ['Declined in dock'] },
  },
}

import { nothingHeard, type Heard, type Motivator } from '#domain/motivators.ts'
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
    conversations: [],
    heard: [],
    others: 6,
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

async function prepare(store: Store): Promise<void> {
  await prepareLists(store)
  const motivators = [
    motivator('quay-only', ['quay']),
    motivator('dock-only', ['dock']),
    motivator('both', ['quay', 'dock']),
  ]
  const heard: Heard = { ...nothingHeard, motivators, isWithholding: true }
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
      whole: { isWithholding: true, rows: rows(told('both', { value: 6 })) },
    },
  },
}

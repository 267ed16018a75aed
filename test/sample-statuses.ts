/** Statements about the findings of `sample-lists`, for tests of lists and rights. */

import type { Decision } from '#domain/imported-decision.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { saveStatuses, type NewStatus } from '#store/finding-statuses.ts'
import type { Store } from '#store/store.ts'
import { recordedAt } from './sample-access.ts'
import { prepareLists } from './sample-lists.ts'

const plain: NewStatus = {
  advisory: 'EXAMPLE-2026-4',
  part: 'pkg:npm/ms@1.2.0',
  product: null,
  state: 'under-investigation',
  justification: null,
  response: null,
  reason: '',
  detail: null,
  until: null,
  by: 'loopback',
  undoes: null,
}

/** Statements of each gate about the advisory that all of them have, named by their reasons. */
export async function prepareStatuses(store: Store): Promise<void> {
  await prepareLists(store)
  const [quay, dock, harbor] = ['p-Quay Gate-0', 'p-Dock Gate-1', 'p-Harbor Gate-2'] as const
  const statuses: readonly NewStatus[] = [
    { ...plain, product: quay, state: 'fixed', reason: 'Quay reason' },
    { ...plain, product: dock, state: 'affected', reason: 'Dock reason', until: '2026-11-01' },
    { ...plain, product: harbor, state: 'false-positive', reason: 'Harbor reason' },
    { ...plain, advisory: 'EXAMPLE-2026-1', part: 'pkg:npm/lodash@1.2.0', reason: 'Everywhere' },
  ]
  await saveStatuses(store, statuses, { recordedAt })
}

/** As the import from Dependency-Track keeps one. */
export async function importedDecision(
  store: Store,
  {
    part,
    subject,
    product,
    state = 'not-affected',
    on = '2026-01-02',
  }: {
    readonly part: string
    readonly subject: string
    readonly product: string
    readonly state?: Decision['state']
    readonly on?: string
  },
): Promise<void> {
  const decision: Decision = {
    about: 'vulnerability',
    product,
    revision: '1.0.0',
    part: { purl: part, name: 'ms', version: '1.2.0' },
    subject,
    state,
    justification: state === 'not-affected' ? 'code-not-reachable' : null,
    response: null,
    details: 'The parser is never called.',
    isSuppressed: false,
    original: {},
  }
  const [evidence] = await saveEvidence(store, [
    { kind: 'answer', name: 'analysis', bytes: Buffer.from(`{"${on}":1}`), retrievedAt: recordedAt, recordedAt },
  ])
  await saveFacts(
    store,
    [
      {
        kind: 'imported-decision',
        subject: `${product} 1.0.0 ${part} ${subject}`,
        source: 'track.example',
        evidence: evidence?.id ?? '',
        at: '',
        observedOn: on,
        facts: decision,
      },
    ],
    { recordedAt },
  )
}

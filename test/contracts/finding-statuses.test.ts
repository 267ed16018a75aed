/** What people state about findings: kept, never overwritten, told to who sees the products, taken back as something new. */

import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { importedDecision, prepareStatuses } from '#test/sample-statuses.ts'
import { loadAudit } from '#store/audit.ts'
import { loadStatusesOfParts } from '#store/finding-statuses.ts'
import { findMentions } from '#store/mentions.ts'
import { openLens } from '#app/lists/ask.ts'
import { findings, type FindingItem } from '#app/lists/findings.ts'
import { pageOf } from '#app/lists/list.ts'
import type { Role, Scope } from '#domain/access.ts'
import { findingStateFilters, mostFindingsAtOnce, type FindingStateFilter } from '#domain/finding-status.ts'
import type { ListPage } from '#domain/lists.ts'
import { accessServer } from '#test/access-server.ts'
import { BrowserSession } from '#test/browser-session.ts'
import { prepareLists } from '#test/sample-lists.ts'
import { goodPassword, samplePerson, sampleUnits } from '#test/sample-access.ts'
import { describeOnEveryEngine, openFresh, type Place } from './stores.ts'

const ms = 'pkg:npm/ms@1.2.0'
const [quayGate, dockGate, harborGate] = ['p-Quay Gate-0', 'p-Dock Gate-1', 'p-Harbor Gate-2']
const now = '2026-11-26T08:00:00.000Z'

const plain = {
  part: ms,
  state: 'under-investigation',
  justification: null,
  response: null,
  reason: 'Somebody looks at it.',
  detail: null,
  until: null,
  products: null,
  others: [],
} as const
const notAffected = {
  ...plain,
  state: 'not-affected',
  justification: 'code-not-reachable',
  reason: 'The function is never called.',
} as const

type Shown = {
  readonly items: readonly {
    readonly id: string
    readonly part: string
    readonly status: string
    readonly statedProducts: number
    readonly isReviewDue: boolean
  }[]
  readonly total: { readonly count: number }
}
type Detail = {
  readonly statuses: readonly {
    readonly id: number
    readonly product: { readonly id: string } | null
    readonly state: string
    readonly reason: string
    readonly by: string | null
    readonly source: string | null
    readonly isCurrent: boolean
    readonly isUndo: boolean
  }[]
  readonly rights: unknown
}

async function prepared(place: Place) {
  const store = await openFresh(place)
  await sampleUnits(store)
  await prepareLists(store)
  const time = { now }
  const server = await accessServer({ store, clock: () => time.now })
  onTestFinished(() => server.close())
  const signedIn = async (login: string): Promise<BrowserSession> => {
    const browser = new BrowserSession(server)
    await browser.ask('POST', '/api/v1/session', { login, password: goodPassword })
    return browser
  }
  const as = async (role: Role, unit: string | null): Promise<BrowserSession> => {
    const login = `${role}-${unit ?? 'whole'}-${randomUUID()}@people.example`
    await samplePerson(store, login, [{ role, unit }], now)
    return signedIn(login)
  }
  return { store, time, as, signedIn }
}

const state = (browser: BrowserSession, body: object, finding = 'EXAMPLE-2026-4') =>
  browser.ask('POST', `/api/v1/findings/${finding}/statuses`, body)
const undo = async (browser: BrowserSession, ids: readonly number[]) =>
  browser.ask('POST', '/api/v1/statuses/undo', { ids })
const forOne = ['part', 'products', 'others']
const stateMany = (
  browser: BrowserSession,
  items: readonly { readonly id: string; readonly part: string }[],
  status: object = notAffected,
  headers = {},
) => {
  const content = Object.fromEntries(Object.entries(status).filter(([name]) => !forOne.includes(name)))
  const findings = items.map(({ id, part }) => ({ id, part }))
  return browser.ask('POST', '/api/v1/statuses', { ...content, findings }, headers)
}
const idsOf = ({ json }: { readonly json: unknown }): readonly number[] => (json as { ids: number[] }).ids
const rowsOf = async (browser: BrowserSession, query = '') =>
  (await browser.ask('GET', `/api/v1/findings?${query}`)).json as unknown as Shown
const detailOf = async (browser: BrowserSession, finding = 'EXAMPLE-2026-4') =>
  (await browser.ask('GET', `/api/v1/findings/${finding}`)).json as unknown as Detail
const statusOf = async (browser: BrowserSession, finding = 'EXAMPLE-2026-4') => {
  const row = (await rowsOf(browser)).items.find(({ id }) => id === finding)
  return row && [row.status, row.statedProducts]
}

describeOnEveryEngine(
  'statuses of findings',
  (place) => {
    it('are not looked at yet until somebody states something, which the list, its files and filters then show', async () => {
      const { as } = await prepared(place)
      const analyst = await as('analyst', null)
      expect((await rowsOf(analyst)).items.map(({ status }) => status)).toEqual(Array(4).fill('undecided'))
      expect((await rowsOf(analyst, 'status=open')).total.count).toBe(4)
      expect((await state(analyst, notAffected)).status).toBe(201)
      expect(await statusOf(analyst)).toEqual(['not-affected', 3])
      expect((await rowsOf(analyst, 'status=open')).total.count).toBe(3)
      expect((await rowsOf(analyst, 'status=not-affected')).items.map(({ id }) => id)).toEqual(['EXAMPLE-2026-4'])
      expect((await rowsOf(analyst, 'sort=status&order=descending')).items[0]?.id).toBe('EXAMPLE-2026-4')
      expect((await rowsOf(analyst, 'sort=status&order=ascending')).items.at(-1)?.id).toBe('EXAMPLE-2026-4')
      const { text } = await analyst.ask('GET', '/api/v1/findings?format=csv&status=not-affected')
      expect(text).toMatch(/,status,statedProducts,reviewDue,/)
      expect(text).toMatch(/EXAMPLE-2026-4,.*,not-affected,3,false,/)
    })

    it('follow each other, are taken back as something new, and nothing is overwritten', async () => {
      const { as, store } = await prepared(place)
      const analyst = await as('analyst', null)
      await state(analyst, plain)
      const second = idsOf(await state(analyst, notAffected))
      const undone = idsOf(await undo(analyst, second))
      expect(await statusOf(analyst)).toEqual(['under-investigation', 3])
      const { statuses } = await detailOf(analyst)
      expect(statuses.map((one) => [one.state, one.reason, one.isCurrent, one.isUndo])).toEqual([
        ['under-investigation', plain.reason, true, true],
        ['not-affected', notAffected.reason, false, false],
        ['under-investigation', plain.reason, false, false],
      ])
      expect(statuses[0]?.by).toMatch(/^Name of analyst-whole/)
      // Taken back twice: what was taken back stands again.
      await undo(analyst, undone)
      expect(await statusOf(analyst)).toEqual(['not-affected', 3])
      expect((await undo(analyst, second)).status).toBe(400)
      expect(await loadStatusesOfParts(store, [ms])).toHaveLength(4)
      const acts = (await loadAudit(store, { scope: 'all', before: null, limit: 50 })).filter(
        ({ act }) => act === 'finding-state',
      )
      expect(acts.map(({ subject, detail: { state: said, isUndone } }) => [subject, said, isUndone])).toEqual([
        [ms, 'not-affected', true],
        [ms, 'under-investigation', true],
        [ms, 'not-affected', false],
        [ms, 'under-investigation', false],
      ])
    })

    it('taken back where nothing stood before, leave it not looked at', async () => {
      const { as } = await prepared(place)
      const analyst = await as('analyst', null)
      await undo(analyst, idsOf(await state(analyst, notAffected)))
      expect(await statusOf(analyst)).toEqual(['undecided', 0])
    })

    it('of a unit hold for its products alone, and others see nothing of them', async () => {
      const { as, store } = await prepared(place)
      const [quay, dock, whole] = [await as('analyst', 'quay'), await as('viewer', 'dock'), await as('viewer', null)]
      const { status, json } = await state(quay, { ...notAffected, reason: 'Secret of the quay.' })
      expect(status).toBe(201)
      expect((await loadStatusesOfParts(store, [ms])).map(({ product }) => product)).toEqual([quayGate])
      expect(await statusOf(quay)).toEqual(['not-affected', 1])
      expect(await statusOf(dock)).toEqual(['undecided', 0])
      // Of three products one has a statement: the row is not done.
      expect(await statusOf(whole)).toEqual(['undecided', 1])
      expect((await rowsOf(dock, 'status=open')).total.count).toBe(2)
      expect(JSON.stringify(await detailOf(dock))).not.toContain('Secret of the quay.')
      expect(JSON.stringify(await detailOf(whole))).toContain('Secret of the quay.')
      const acts = await loadAudit(store, { scope: new Set(['quay']), before: null, limit: 5 })
      expect(acts[0]).toMatchObject({ act: 'finding-state', unit: 'quay', detail: { products: [quayGate] } })
      // The other way round: beyond one’s unit nothing can be stated or taken back.
      for (const products of [[dockGate], [harborGate], [quayGate, dockGate], ['no-such-product']])
        expect((await state(quay, { ...plain, products })).status).toBe(404)
      expect((await state(quay, { ...plain, part: 'pkg:npm/express@1.2.0' }, 'EXAMPLE-2026-2')).status).toBe(404)
      const dockAnalyst = await as('analyst', 'dock')
      expect((await undo(dockAnalyst, idsOf({ json }))).status).toBe(404)
      const everywhere = idsOf(await state(await as('analyst', null), { ...plain, products: null }))
      expect((await undo(quay, everywhere)).status).toBe(404)
      expect((await state(dock, plain)).status).toBe(403)
      // What is stated of all products is about theirs as well; their own goes before it.
      expect(await statusOf(dock)).toEqual(['under-investigation', 1])
      expect(await statusOf(quay)).toEqual(['not-affected', 1])
      expect(await statusOf(whole)).toEqual(['under-investigation', 3])
      expect((await detailOf(quay)).rights).toEqual({ everywhere: false, units: ['quay'], mayAccept: false })
      expect((await detailOf(dock)).rights).toEqual({ everywhere: false, units: [], mayAccept: false })
    })

    it('that live with a finding are for those who may decide', async () => {
      const { as } = await prepared(place)
      const accepted = { ...plain, state: 'affected', response: 'will-not-fix', reason: 'Behind the firewall.' }
      expect((await state(await as('analyst', null), accepted)).status).toBe(403)
      expect((await state(await as('analyst', null), { ...accepted, response: 'update' })).status).toBe(201)
      expect((await state(await as('approver', 'quay'), accepted)).status).toBe(201)
      expect((await state(await as('approver', null), accepted)).status).toBe(201)
    })

    it('say what the standard asks for, or are refused', async () => {
      const { as } = await prepared(place)
      const analyst = await as('analyst', null)
      for (const wrong of [
        { ...plain, state: 'not-affected' },
        { ...plain, justification: 'code-not-present' },
        { ...plain, response: 'update' },
        { ...plain, reason: ' ' },
        { ...plain, until: '2026-11-25' },
        { ...plain, until: '2026-13-01' },
        { ...plain, until: 'soon' },
        { ...plain, state: 'accepted' },
        { ...plain, more: 1 },
      ])
        expect((await state(analyst, wrong)).status, JSON.stringify(wrong)).toBe(400)
      expect((await state(analyst, plain, 'EXAMPLE-2026-1')).status).toBe(404)
      expect(await statusOf(analyst)).toEqual(['undecided', 0])
    })

    it('are due the day after their review date', async () => {
      const { as, time } = await prepared(place)
      time.now = '2026-11-26T23:55:00.000Z'
      const analyst = await as('analyst', null)
      await state(analyst, { ...notAffected, until: '2026-11-26' })
      expect((await rowsOf(analyst, 'status=due')).total.count).toBe(0)
      expect((await rowsOf(analyst, 'status=open')).total.count).toBe(3)
      time.now = '2026-11-27T00:05:00.000Z'
      const due = await rowsOf(analyst, 'status=due')
      expect(due.items.map(({ id, status, isReviewDue }) => [id, status, isReviewDue])).toEqual([
        ['EXAMPLE-2026-4', 'not-affected', true],
      ])
      expect((await rowsOf(analyst, 'status=open')).total.count).toBe(4)
    })

    it('by any id of the advisory, for several advisories of a part at once, are one act that is taken back whole', async () => {
      const { as } = await prepared(place)
      const analyst = await as('analyst', null)
      const answer = await state(analyst, { ...notAffected, others: ['EXAMPLE-2026-4'] }, 'ALIAS-4')
      expect(idsOf(answer)).toHaveLength(1)
      expect(await statusOf(analyst)).toEqual(['not-affected', 3])
      const several = await state(analyst, { ...plain, products: [quayGate, dockGate] })
      expect(await statusOf(analyst)).toEqual(['under-investigation', 3])
      await undo(analyst, idsOf(several))
      expect(await statusOf(analyst)).toEqual(['not-affected', 3])
    })

    it('of many findings are one act: taken or refused one by one, and taken back whole', async () => {
      const { as, store } = await prepared(place)
      const analyst = await as('analyst', null)
      await state(analyst, plain, 'EXAMPLE-2026-4')
      const { items } = await rowsOf(analyst)
      const answer = await stateMany(analyst, [
        ...items,
        { id: 'ALIAS-4', part: ms },
        { id: 'EXAMPLE-2026-1', part: ms },
        { id: 'EXAMPLE-2026-4', part: 'pkg:npm/gone@1.0.0' },
      ])
      expect(answer.status).toBe(201)
      expect(answer.json).toMatchObject({
        taken: 4,
        refused: [
          { finding: { id: 'EXAMPLE-2026-1', part: ms }, why: 'nothing-found' },
          { finding: { id: 'EXAMPLE-2026-4', part: 'pkg:npm/gone@1.0.0' }, why: 'nothing-found' },
        ],
      })
      expect(idsOf(answer)).toHaveLength(4)
      expect((await rowsOf(analyst, 'status=not-affected')).total.count).toBe(4)
      expect((await detailOf(analyst)).statuses[0]).toMatchObject({ reason: notAffected.reason, isCurrent: true })
      const acts = await loadAudit(store, { scope: 'all', act: 'finding-state', before: null, limit: 50 })
      expect(
        acts
          .slice(0, -1)
          .map(({ subject }) => subject)
          .toSorted(),
      ).toEqual([...new Set(items.map(({ part }) => part))].toSorted())
      expect(
        acts
          .slice(0, -1)
          .flatMap(({ detail: { findings: named } }) => (Array.isArray(named) ? named : []).map(String))
          .toSorted(),
      ).toEqual(items.map(({ id }) => id).toSorted())
      expect((await undo(analyst, idsOf(answer))).status).toBe(201)
      expect((await rowsOf(analyst, 'status=not-affected')).total.count).toBe(0)
      expect(await statusOf(analyst)).toEqual(['under-investigation', 3])
    })

    it('of many findings are taken back whole or not at all', async () => {
      const { as } = await prepared(place)
      const analyst = await as('analyst', null)
      const answer = await stateMany(analyst, (await rowsOf(analyst)).items)
      await state(analyst, plain)
      expect((await undo(analyst, idsOf(answer))).status).toBe(400)
      expect((await rowsOf(analyst, 'status=not-affected')).total.count).toBe(3)
    })

    it('of many findings, sent again under their key, are stated once', async () => {
      const { as, store } = await prepared(place)
      const analyst = await as('analyst', null)
      const other = await as('analyst', null)
      const { items } = await rowsOf(analyst)
      const key = { 'idempotency-key': 'select-1' }
      const answers = await Promise.all([1, 2, 3].map(() => stateMany(analyst, items, notAffected, key)))
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect(await loadStatusesOfParts(store, [ms])).toHaveLength(1)
      expect((await stateMany(analyst, items.slice(1), notAffected, key)).status).toBe(400)
      expect((await stateMany(other, items.slice(1), notAffected, key)).status).toBe(201)
      expect((await stateMany(analyst, items)).status).toBe(201)
      expect(await loadStatusesOfParts(store, [ms])).toHaveLength(3)
    })

    it('of many findings hold for what the person may speak for, and the rest is refused with its reason', async () => {
      const { as, signedIn, store } = await prepared(place)
      const whole = await rowsOf(await as('viewer', null))
      const quay = await as('analyst', 'quay')
      const own = (await rowsOf(quay)).items.map(({ id }) => id)
      const answer = await stateMany(quay, whole.items)
      const told = answer.json as unknown as { taken: number; refused: { finding: { id: string }; why: string }[] }
      expect(told.taken).toBe(own.length)
      const beyond = whole.items.map(({ id }) => id).filter((id) => !own.includes(id))
      expect(told.refused.map(({ finding, why }) => [finding.id, why])).toEqual(
        beyond.map((id) => [id, 'nothing-found']),
      )
      expect((await loadStatusesOfParts(store, [ms])).map(({ product }) => product)).toEqual([quayGate])
      // Who reads them learns that it is their rights that are missing.
      const reader = `both-${randomUUID()}@people.example`
      const roles = [
        { role: 'viewer', unit: null },
        { role: 'analyst', unit: 'quay' },
      ] as const
      await samplePerson(store, reader, roles, now)
      const both = await signedIn(reader)
      const second = (await stateMany(both, whole.items)).json as unknown as typeof told
      expect(second.refused.map(({ finding, why }) => [finding.id, why])).toEqual(
        beyond.map((id) => [id, 'beyond-rights']),
      )
      const accepted = { ...plain, state: 'affected', response: 'will-not-fix', reason: 'Behind the firewall.' }
      expect(
        (
          await stateMany(
            quay,
            whole.items.filter(({ id }) => own.includes(id)),
            accepted,
          )
        ).json,
      ).toMatchObject({
        taken: 0,
        ids: [],
        refused: own.map((id) => ({ finding: { id }, why: 'needs-decider' })),
      })
      expect((await stateMany(await as('viewer', null), whole.items)).status).toBe(403)
    })

    it('of many findings say what the standard asks for, or none is taken', async () => {
      const { as, store } = await prepared(place)
      const analyst = await as('analyst', null)
      const { items } = await rowsOf(analyst)
      for (const wrong of [
        { ...notAffected, justification: null },
        { ...plain, reason: ' ' },
        { ...plain, until: '2026-11-25' },
        { ...plain, more: 1 },
      ])
        expect((await stateMany(analyst, items, wrong)).status, JSON.stringify(wrong)).toBe(400)
      expect((await stateMany(analyst, [])).status).toBe(400)
      const tooMany = Array.from({ length: mostFindingsAtOnce + 1 }, (_, n) => ({ id: `X-${n}`, part: ms }))
      expect((await stateMany(analyst, tooMany)).status).toBe(400)
      expect(await loadStatusesOfParts(store, [ms])).toEqual([])
    })

    it('begin with decisions that were taken over, whose system is named', async () => {
      const { as, store } = await prepared(place)
      const analyst = await as('analyst', null)
      expect(await statusOf(analyst)).toEqual(['undecided', 0])
      // Another system writes the package URL and the advisory its own way.
      await importedDecision(store, { part: 'pkg:NPM/ms@1.2.0', subject: 'ALIAS-4', product: quayGate })
      expect(await statusOf(analyst)).toEqual(['undecided', 1])
      expect(await statusOf(await as('viewer', 'quay'))).toEqual(['not-affected', 1])
      expect(await statusOf(await as('viewer', 'dock'))).toEqual(['undecided', 0])
      const ids = idsOf(await state(analyst, { ...plain, products: [quayGate] }))
      const { statuses } = await detailOf(analyst)
      expect(statuses.map((one) => [one.source, one.state, one.reason, one.isCurrent])).toEqual([
        [null, 'under-investigation', plain.reason, true],
        ['track.example', 'not-affected', 'The parser is never called.', false],
      ])
      await undo(analyst, ids)
      expect(await statusOf(await as('viewer', 'quay'))).toEqual(['not-affected', 1])
      // Decided anew over there, it still comes after what is stated here.
      const later = { part: ms, subject: 'ALIAS-4', product: quayGate, state: 'affected', on: '2026-11-27' } as const
      await importedDecision(store, later)
      expect(await statusOf(await as('viewer', 'quay'))).toEqual(['not-affected', 1])
      expect((await detailOf(analyst)).statuses.filter(({ source }) => source !== null)).toHaveLength(2)
    })

    it('filter and sort to the same rows, total and joined, as a count from nothing, for every reader', async () => {
      const { store } = await prepared(place)
      await prepareStatuses(store)
      const today = '2026-11-27'
      for (const scope of ['all', new Set(['quay']), new Set(['dock', 'crane']), new Set<string>()] as Scope[]) {
        const lens = await openLens(store, scope, today)
        const all = pageOf(findings, query({}), lens).items
        for (const status of findingStateFilters) {
          const { items, total } = pageOf(findings, query({ status }), lens)
          const expected = all.filter((item) => fits(item, status)).map(({ id }) => id)
          expect(
            items.map(({ id }) => id),
            status,
          ).toEqual(expected)
          expect(total.count).toBe(expected.length)
        }
        const joined: string[] = []
        let after: string | null = null
        do {
          const page: ListPage<FindingItem> = pageOf(findings, { ...query({}), sort: 'status', limit: 1, after }, lens)
          joined.push(...page.items.map(({ id }) => id))
          after = page.next
        } while (after !== null)
        expect(joined.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }
    })

    it('that mention somebody are named after an erasure', async () => {
      const { as, store } = await prepared(place)
      await state(await as('analyst', null), { ...plain, reason: 'Ada Lovelace looked at it.' })
      expect(await findMentions(store, ['ada lovelace'])).toEqual([{ table: 'finding_status', rows: 1 }])
    })
  },
  ['C'],
)

function query(filters: { status?: FindingStateFilter }) {
  return { sort: 'rank', order: 'ascending', limit: 500, after: null, filters } as const
}

function fits(
  { status, isReviewDue }: { readonly status: string; readonly isReviewDue: boolean },
  asked: FindingStateFilter,
): boolean {
  if (asked === 'due') return isReviewDue
  if (asked !== 'open') return status === asked
  return isReviewDue || ['affected', 'undecided', 'under-investigation'].includes(status)
}

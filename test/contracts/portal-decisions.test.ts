/** What is put aside and decided in the portal, as every engine keeps it. */

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordDecision, withdrawDecision, type AskedDecision } from '#app/portal-decisions.ts'
import { asideHere, bringBack, putAside } from '#app/put-aside.ts'
import { loadDecisions, recordDecisionFile } from '#app/record-decisions.ts'
import { loadProgram, recordProgram } from '#app/record-program.ts'
import { loopbackActor } from '#domain/access.ts'
import { decisionsInForce } from '#domain/decision.ts'
import { emptyOffice } from '#domain/office.ts'
import { nothingStated } from '#domain/organization.ts'
import { loadAudit, verifyAudit } from '#store/audit.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { loadOrganization } from '#store/organization.ts'
import { openStore, type Store } from '#store/store.ts'
import { fixedTime, headwater } from '#test/headwater.ts'
import { sampleUnits } from '#test/sample-access.ts'
import { scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const now = '2026-11-22T10:00:00.000Z'
const times = { asOf: '2026-11-22', knownAt: '2026-11-22T12:00:00.000Z' }
const decider = { actor: loopbackActor, scope: 'all' } as const
const scenario = 'too-slow'

const fund: AskedDecision = {
  subject: { kind: 'part', package: 'pkg:npm/ms', versions: null },
  decision: { option: 8 },
  reason: 'One person carries it',
  until: '2027-11-22',
  unit: null,
}

async function inForce(store: Store) {
  const { decisions } = await loadDecisions(store, times)
  return decisionsInForce(decisions, times.asOf).map(({ id, outcome, option }) => ({ id, outcome, option }))
}

describeOnEveryEngine('what was decided in the portal', (place) => {
  it('answers at once, leads to an original, and is replaced by what is decided later', async () => {
    const store = await openFresh(place)
    await sampleUnits(store)
    const first = await recordDecision(store, decider, fund, now)
    expect(await inForce(store)).toEqual([{ id: 'portal-001', outcome: 'engage', option: 8 }])
    const original: unknown = JSON.parse(new TextDecoder().decode(await loadEvidenceBytes(store, first.evidence)))
    expect(original).toMatchObject({ act: 'decide', id: 'portal-001', reason: fund.reason, by: 'loopback' })
    // To engage and to refuse contradict one another; so do two ways of engaging.
    const refuse = { ...fund, decision: { outcome: 'refuse' }, until: null } as const
    expect(await recordDecision(store, decider, refuse, now)).toMatchObject({ replaces: ['portal-001'] })
    expect(await inForce(store)).toEqual([{ id: 'portal-002', outcome: 'refuse', option: null }])
  })

  it('is withdrawn and not erased: what it replaced holds again, and no id is given twice', async () => {
    const store = await openFresh(place)
    await sampleUnits(store)
    await recordDecision(store, decider, fund, now)
    await recordDecision(store, decider, { ...fund, decision: { option: 5 } }, now)
    await withdrawDecision(store, decider, 'portal-002', '2026-11-22T11:00:00.000Z')
    expect(await inForce(store)).toEqual([{ id: 'portal-001', outcome: 'engage', option: 8 }])
    // What was known before it was withdrawn stays known.
    const before = await loadDecisions(store, { asOf: times.asOf, knownAt: now })
    expect(before.decisions.map(({ id }) => id)).toEqual(['portal-001', 'portal-002'])
    expect(await recordDecision(store, decider, { ...fund, decision: { option: 5 } }, now)).toMatchObject({
      id: 'portal-003',
    })
    await expect(withdrawDecision(store, decider, 'portal-002', times.knownAt)).rejects.toMatchObject({
      problem: { code: 'nothing-found' },
    })
    const acts = (await loadAudit(store, { scope: 'all', before: null, limit: 9 })).map(({ act }) => act)
    expect(acts).toEqual(['decision-record', 'decision-withdraw', 'decision-record', 'decision-record'])
    expect((await verifyAudit(store)).breaks).toEqual([])
  })

  it('stands beside decision files, and replaces what one of them says', async () => {
    const store = await openFresh(place)
    await sampleUnits(store)
    const organization = await loadOrganization(store, times)
    if (organization === undefined) throw new Error('no organization')
    const file = `format: 1
decisions:
  - { id: d-001, on: 2026-02-01, by: p-01, subject: 'pkg:npm/ms', decision: engage-option 5, reason: For now }
`
    await recordDecisionFile(
      store,
      '/office/decisions.yaml',
      new TextEncoder().encode(file),
      { ...organization, isDeclared: false, stated: nothingStated },
      { asOf: times.asOf, now },
    )
    expect(await inForce(store)).toEqual([{ id: 'd-001', outcome: 'engage', option: 5 }])
    expect(await recordDecision(store, decider, fund, now)).toMatchObject({ replaces: ['d-001'] })
    expect(await inForce(store)).toEqual([{ id: 'portal-001', outcome: 'engage', option: 8 }])
    await withdrawDecision(store, decider, 'portal-001', times.knownAt)
    expect(await inForce(store)).toEqual([{ id: 'd-001', outcome: 'engage', option: 5 }])
  })

  it('holds for a unit alone, and for none that the person does not reach', async () => {
    const store = await openFresh(place)
    await sampleUnits(store)
    const quay = { actor: loopbackActor, scope: new Set(['quay']) } as const
    await recordDecision(store, quay, { ...fund, unit: 'quay' }, now)
    for (const unit of ['dock', null])
      await expect(recordDecision(store, quay, { ...fund, unit }, now)).rejects.toMatchObject({
        problem: { code: 'beyond-rights' },
      })
    // What holds for all is replaced by nothing that holds for one unit.
    expect(await recordDecision(store, decider, fund, now)).toMatchObject({ replaces: [] })
    await expect(withdrawDecision(store, quay, 'portal-002', now)).rejects.toMatchObject({
      problem: { code: 'beyond-rights' },
    })
    expect(await inForce(store)).toHaveLength(2)
  })

  it('keeps nothing of a decision that cannot stand', async () => {
    const store = await openFresh(place)
    await sampleUnits(store)
    const wrong: readonly AskedDecision[] = [
      { ...fund, until: '2026-11-21' },
      { ...fund, until: '2027-02-30' },
      { ...fund, reason: '  ' },
      { ...fund, decision: { option: 14 } },
      { ...fund, decision: { outcome: 'allow-with-conditions' } },
    ]
    for (const asked of wrong)
      await expect(recordDecision(store, decider, asked, now)).rejects.toMatchObject({ problem: { code: 'usage' } })
    expect(await inForce(store)).toEqual([])
    expect(await loadAudit(store, { scope: 'all', before: null, limit: 9 })).toEqual([])
  })
})

describeOnEveryEngine('what was put aside in the portal', (place) => {
  const aside = { scenario, reason: 'Not this year', until: '2027-01-31' }

  it('counts with what the files say, and stays when they are read anew', async () => {
    const store = await openFresh(place)
    await sampleUnits(store)
    const organization = await loadOrganization(store, times)
    if (organization === undefined) throw new Error('no organization')
    await putAside(store, loopbackActor, aside, now)
    const nothingBrought = { organization, brought: { officeFolders: [] } }
    await recordProgram(store, nothingBrought as never, emptyOffice, { asOf: times.asOf, now })
    const { dismissals, lists } = await loadProgram(store, times)
    expect(dismissals).toMatchObject([{ ...aside, by: 'loopback', on: times.asOf }])
    expect(lists.dismissals?.evidence).toBe(dismissals?.[0]?.evidence)
    expect(await asideHere(store, times)).toEqual(new Set([scenario]))
  })

  it('is brought back, put aside again, and every act is in the log', async () => {
    const store = await openFresh(place)
    await putAside(store, loopbackActor, aside, now)
    await bringBack(store, loopbackActor, scenario, '2026-11-22T11:00:00.000Z')
    expect((await loadProgram(store, times)).dismissals).toBeNull()
    const before = await loadProgram(store, { asOf: times.asOf, knownAt: now })
    expect(before.dismissals).toHaveLength(1)
    await putAside(store, loopbackActor, aside, '2026-11-22T11:30:00.000Z')
    expect((await loadProgram(store, times)).dismissals).toHaveLength(1)
    const acts = (await loadAudit(store, { scope: 'all', before: null, limit: 9 })).map(({ act }) => act)
    expect(acts).toEqual(['advice-put-aside', 'advice-bring-back', 'advice-put-aside'])
  })

  it('refuses a scenario that there is not, a day that is over, and to bring back what was not put aside', async () => {
    const store = await openFresh(place)
    const refused = { problem: { code: 'usage' } }
    await expect(putAside(store, loopbackActor, { ...aside, scenario: 'x' }, now)).rejects.toMatchObject(refused)
    await expect(putAside(store, loopbackActor, { ...aside, until: '2026-11-21' }, now)).rejects.toMatchObject(refused)
    await expect(bringBack(store, loopbackActor, scenario, now)).rejects.toMatchObject(refused)
  })
})

describe('check', () => {
  it('answers with what was decided in the portal, alone and in a folder with decisions of its own', async () => {
    const home = join(scratchFolder(), 'home')
    const example = 'examples/harbor-city'
    expect(headwater(['assess', example, '--offline', '--home', home]).code).toBe(0)
    const store = await openStore({ home })
    const subject = { kind: 'part', package: 'pkg:npm/lodash', versions: null } as const
    const refuse = { ...fund, subject, decision: { outcome: 'refuse' }, until: null } as const
    const { id } = await recordDecision(store, decider, refuse, new Date(Number(fixedTime) * 1000).toISOString())
    await store.close()
    const ask = ['check', '--part', 'pkg:npm/lodash@4.17.21', '--use', '--home', home]
    expect(headwater([...ask, '--json'])).toMatchObject({ code: 1, stdout: expect.stringContaining(id) as unknown })
    const found = headwater(['check', example, '--home', home, '--json']).stdout
    expect(found).toContain(`decision:${id}`)
  })
})

/** Reports are made in the background, once for all who ask, and kept with their assessment: on both engines. */

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { runErasure } from '#app/erase-person.ts'
import { assess } from '#app/assess.ts'
import { newJob, type JobContext } from '#app/job.ts'
import { job as assessOrganization } from '#app/jobs/assess-organization.ts'
import { requestReassessment } from '#app/job-requests.ts'
import { makeAhead } from '#app/kept-reports.ts'
import { makeReport } from '#app/make-report.ts'
import { silent } from '#app/progress.ts'
import { runNextJob, type JobWatch } from '#app/run-jobs.ts'
import { createServer } from '#server/server.ts'
import { listAssessments, pruneAssessments } from '#store/assessments.ts'
import { copyStore } from '#store/copy-rows.ts'
import { savePeople } from '#store/people.ts'
import { enqueue, findJob, giveBack, lease, listJobs, type Job } from '#store/queue.ts'
import { findReport, loadReportBytes, packReport, saveReport, type ReportName } from '#store/reports.ts'
import { looseEnds } from '#store/soundness.ts'
import { openStore, type Store } from '#store/store.ts'
import { startCommand, type Running } from '#test/running.ts'
import { packageLock, scratchFolder } from '#test/sample-folder.ts'
import { describeOnEveryEngine, open, openFresh, type Place } from './stores.ts'

const day = '2026-11-26'
const folders = [scratchFolder(), scratchFolder(), scratchFolder()] as const
const [home, folder, large] = folders
afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true, force: true })))
writeFileSync(join(folder, 'package-lock.json'), packageLock())
writeFileSync(join(large, 'package-lock.json'), packageLock(6_000))
const headers = { host: 'localhost' }
const latest = '/api/v1/reports/latest'

/** Each look at the clock is a second later, as in life. */
function ticking(): () => string {
  let seconds = 0
  return () => new Date(Date.parse(`${day}T08:00:00.000Z`) + (seconds += 1) * 1000).toISOString()
}

async function assessed(store: Store, clock: () => string, path: string = folder): Promise<string> {
  const options = { clones: [], home, isOffline: true, mostAsked: 0, isMeasuring: false } as const
  await assess(store, { paths: [path], asOf: day, ...options }, clock, silent)
  return (await listAssessments(store))[0]?.id ?? ''
}

async function scene(place: Place) {
  const store = await openFresh(place)
  const clock = ticking()
  const id = await assessed(store, clock)
  const bugs: unknown[] = []
  const watch: JobWatch = {
    onTaken: () => undefined,
    onEnded: () => undefined,
    onBug: (_id, error) => void bugs.push(error),
    progress: silent,
  }
  const context: JobContext = { store, home, clock, language: 'de', progress: silent }
  const work = async (): Promise<void> => {
    while (await runNextJob(context, 0, watch));
    if (bugs.length > 0) throw bugs.shift()
  }
  const serve = () => createServer({ store, home, clock, language: 'en', isLoopback: true })
  const name: ReportName = { assessment: id, kind: 'full', language: 'en', format: 'html' }
  return { store, clock, id, context, work, serve, name, server: await serve() }
}

async function making(store: Store): Promise<readonly Job[]> {
  return (await listJobs(store, { endedSince: '' })).filter(({ kind }) => kind === 'make-report')
}

async function bytesOf(store: Store, name: ReportName): Promise<string | undefined> {
  const found = await findReport(store, name)
  const bytes = found === undefined ? undefined : await loadReportBytes(store, found)
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8')
}

describeOnEveryEngine(
  'a report',
  (place) => {
    it('is made once for all who ask, and then answered with its tag and its file name', async () => {
      const { store, server, serve, work, id } = await scene(place)
      const other = await serve()
      const ask = (from = server, more = {}) => from.inject({ url: latest, headers: { ...headers, ...more } })
      const asked = await Promise.all([server, other, server, other].map((from) => ask(from)))
      expect(asked.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202])
      expect(asked[0]?.headers['retry-after']).toBe('1')
      const jobs = new Set(asked.map((answer) => answer.json<{ job: string }>().job))
      expect(jobs.size).toBe(1)
      expect((await making(store)).map(({ id: job, state }) => [job, state])).toEqual([[[...jobs][0], 'waiting']])

      await work()
      const made = await ask()
      expect(made.statusCode).toBe(200)
      expect(made.body).toContain('lodash')
      expect(made.headers['content-disposition']).toBe(`inline; filename="headwater-full-${day}.html"`)
      expect(made.headers['content-security-policy']).toContain("default-src 'none'")
      expect(made.headers['cache-control']).toBe('private, no-cache')
      const { etag = '' } = made.headers
      expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
      // What every server answers is the same, and under its own id too.
      expect((await other.inject({ url: `/api/v1/reports/${id}`, headers })).body).toBe(made.body)
      for (const held of [etag, '*']) {
        const again = await ask(other, { 'if-none-match': held })
        expect([held, again.statusCode, again.body]).toEqual([held, 304, ''])
      }
      expect((await ask(other, { 'if-none-match': '"other"' })).statusCode).toBe(200)
      // JSON is one, whatever language and kind it is asked for in.
      const json = (query: string) => server.inject({ url: `${latest}?format=json&${query}`, headers })
      const first = (await json('language=de')).json<{ job: string }>()
      expect((await json('language=ja&kind=executive')).json()).toEqual(first)
      await work()
      expect((await json('language=en')).statusCode).toBe(200)
      expect(await making(store)).toHaveLength(2)
    })

    it('that is being made is waited for and not made again', async () => {
      const { store, server, serve, work } = await scene(place)
      const { job } = (await server.inject({ url: latest, headers })).json<{ job: string }>()
      const soon = new Date(Date.now() + 60_000).toISOString()
      const taken = await lease(store, { until: soon }, new Date().toISOString())
      expect(taken?.id).toBe(job)
      expect((await (await serve()).inject({ url: latest, headers })).json()).toEqual({ job })
      expect(await making(store)).toHaveLength(1)
      if (taken === undefined) throw new Error('not taken')
      await giveBack(store, taken, { error: 'store-busy', isFinal: false }, new Date(0).toISOString())
      await work()
      expect((await server.inject({ url: latest, headers })).statusCode).toBe(200)
    })

    it('is told to have failed when it was given up just now', async () => {
      const { store, server } = await scene(place)
      await server.inject({ url: latest, headers })
      const taken = await lease(store, { until: '9999' }, new Date().toISOString())
      if (taken === undefined) throw new Error('not taken')
      await giveBack(store, taken, { error: 'bug-7', isFinal: true }, new Date().toISOString())
      for (const url of [latest, '/report']) {
        const answer = await server.inject({ url, headers })
        expect(answer.json()).toMatchObject({ status: 500, code: 'report-failed' })
        expect(answer.json<{ title: string }>().title).toContain('bug-7')
      }
      expect(await making(store)).toHaveLength(1)
      // A minute later it is tried again.
      const earlier = new Date(Date.now() - 61_000).toISOString()
      await store.db.updateTable('job').set({ finished_at: earlier }).where('id', '=', taken.id).execute()
      expect((await server.inject({ url: latest, headers })).statusCode).toBe(202)
    })

    it('is made ahead in the language of the worker, after everything that somebody waits for', async () => {
      const { store, server, clock, work, name } = await scene(place)
      await requestReassessment(store, clock())
      await work()
      const [newest] = await listAssessments(store)
      const ahead = { ...name, assessment: newest?.id ?? '', language: 'de' }
      expect(await making(store)).toMatchObject([{ state: 'done', priority: 10 }])
      expect(await bytesOf(store, ahead)).toContain('<html lang="de"')
      const german = await server.inject({ url: '/report', headers: { ...headers, 'accept-language': 'de' } })
      expect(german.statusCode).toBe(200)

      // One that would be made some day, until somebody asks for it.
      const id = await assessed(store, clock)
      await enqueue(store, newJob(assessOrganization, null, null, { key: 'organization' }), clock())
      const asked = await requestReassessment(store, new Date().toISOString())
      for (let time = 0; time < 2; time += 1) await store.transaction((inside) => makeAhead(inside, id, 'ja'))
      const waiting = async () => (await making(store)).filter(({ state }) => state === 'waiting')
      expect(await waiting()).toMatchObject([{ priority: 10 }])
      await server.inject({ url: `${latest}?language=ja`, headers })
      expect(await waiting()).toMatchObject([{ priority: 50 }])
      const soon = new Date(Date.now() + 60_000).toISOString()
      const next = async () => lease(store, { until: soon }, new Date().toISOString())
      expect((await next())?.kind).toBe('make-report')
      // Whoever asked for an assessment is not behind one that nobody asked for, though that one came first.
      expect((await next())?.id).toBe(asked)
    })

    it('has a page in its place that looks again by itself, in the language of who asks', async () => {
      const { server } = await scene(place)
      const opened = (url: string, language: string) =>
        server.inject({ url, headers: { ...headers, accept: 'text/html', 'accept-language': language } })
      const [page, german] = await Promise.all([opened('/report', 'en'), opened(`${latest}?kind=executive`, 'de')])
      expect([page.statusCode, page.headers.refresh]).toEqual([202, '2'])
      expect(page.headers['content-security-policy']).toContain("default-src 'none'")
      expect(page.body).toContain('The report is being made')
      expect(german.body).toContain('<html lang="de">')
      expect(german.body).toContain('Der Bericht wird erstellt')
    }, 30_000)

    it('goes with its assessment, and the older ones of a kind go', async () => {
      const { store, clock, name, work, server } = await scene(place)
      await server.inject({ url: latest, headers })
      await work()
      expect(await bytesOf(store, name)).toBeDefined()
      await assessed(store, clock)
      await pruneAssessments(store, { keepPerDay: 1, keepDays: 31 })
      expect(await findReport(store, name)).toBeUndefined()
      expect(await store.db.selectFrom('report_chunk').selectAll().execute()).toEqual([])

      const [newest] = await listAssessments(store)
      const keep = async (kind: string, language: string): Promise<void> => {
        const packed = await packReport(
          { ...name, assessment: newest?.id ?? '', kind, language },
          Buffer.from(language),
        )
        await store.transaction((inside) => saveReport(inside, packed, clock()))
      }
      await keep('executive', 'en')
      for (let number = 0; number < 25; number += 1) await keep('full', `language-${number}`)
      const rows = await store.db.selectFrom('report').select(['kind', 'language']).orderBy('id').execute()
      expect(rows.map(({ kind, language }) => `${kind} ${language}`)).toEqual([
        'executive en',
        ...Array.from({ length: 20 }, (_, at) => `full language-${at + 5}`),
      ])
      expect((await looseEnds(store)).filter((loose) => loose.rows > 0)).toEqual([])
    })

    it('of a day is kept with its newest assessments, and nothing of the others stays behind', async () => {
      const { store, clock } = await scene(place)
      const made: string[] = []
      for (let times = 0; times < 5; times += 1) made.unshift(await assessed(store, clock))
      expect((await listAssessments(store)).map(({ id }) => id)).toEqual(made.slice(0, 3))
      for (const table of ['assessment', 'figure', 'assessed_finding'] as const) {
        const column = table === 'assessment' ? 'sequence' : 'assessment'
        const rows = await store.db.selectFrom(table).select(column).distinct().execute()
        expect(rows.length, table).toBeLessThanOrEqual(3)
      }
      expect((await looseEnds(store)).filter((loose) => loose.rows > 0)).toEqual([])
    })

    it('is made anew when its bytes are not what was kept', async () => {
      const { store, server, work } = await scene(place)
      await server.inject({ url: latest, headers })
      await work()
      const { body } = await server.inject({ url: latest, headers })
      await store.db
        .updateTable('report_chunk')
        .set({ bytes: Buffer.from('else') })
        .execute()
      expect((await server.inject({ url: latest, headers })).statusCode).toBe(202)
      await work()
      expect((await server.inject({ url: latest, headers })).body).toBe(body)
    })

    it('that may name somebody goes when they are erased, and is not kept when it is being made', async () => {
      const { store, server, context, work, name, clock } = await scene(place)
      const erase = async (id: string): Promise<void> => {
        await savePeople(store, [{ id, name: `Somebody ${id}`, addresses: [`${id}@harbor.example`] }])
        await runErasure(store, id, { home, isConfirmed: true, withOriginals: false }, clock())
      }
      await server.inject({ url: latest, headers })
      await work()
      expect(await bytesOf(store, name)).toBeDefined()
      await erase('p-1')
      expect(await store.db.selectFrom('report_chunk').selectAll().execute()).toEqual([])
      expect(await findReport(store, name)).toBeUndefined()

      const finish = await makeReport(reportOf(name), context)
      await erase('p-2')
      await store.transaction(finish)
      expect(await findReport(store, name)).toBeUndefined()
      await store.transaction(await makeReport(reportOf(name), context))
      expect(await bytesOf(store, name)).toContain('lodash')
    })

    it('is copied with everything else', async () => {
      const { store, server, work, name } = await scene(place)
      await server.inject({ url: latest, headers })
      await work()
      const options = await place.fresh()
      const target = await open(options)
      await copyStore(store, { store: target, options })
      expect(await bytesOf(target, name)).toBe(await bytesOf(store, name))
    })

    it('is made again when its worker is killed in the midst, and no half of it is kept', async () => {
      const options = await place.fresh()
      const store = await openStore(options)
      onTestFinished(() => store.close())
      const clock = ticking()
      const name: ReportName = {
        assessment: await assessed(store, clock, large),
        kind: 'full',
        language: 'en',
        format: 'html',
      }
      const where = 'home' in options ? options.home : home
      const environment: Record<string, string> = 'home' in options ? {} : { DATABASE_URL: options.databaseUrl }
      const work = (): Promise<Running> => startCommand(['worker', '--home', where, '--jobs', '1'], environment)
      const server = await createServer({ store, home: where, clock, language: 'en', isLoopback: true })
      const { job } = (await server.inject({ url: latest, headers })).json<{ job: string }>()
      const killed = await work()
      while ((await findJob(store, job))?.state === 'waiting') await wait(5)
      await wait(50)
      await killed.kill()
      expect(await findJob(store, job)).toMatchObject({ state: 'running', attempts: 1 })
      expect(await store.db.selectFrom('report').selectAll().execute()).toEqual([])
      expect(await store.db.selectFrom('report_chunk').selectAll().execute()).toEqual([])

      const worker = await work()
      const deadline = Date.now() + 60_000
      while ((await findJob(store, job))?.finishedAt === null && Date.now() < deadline) await wait(100)
      expect(await worker.stop()).toBe(0)
      expect(await findJob(store, job)).toMatchObject({ state: 'done', attempts: 2 })
      const text = await bytesOf(store, name)
      expect(text?.trimEnd().endsWith('</html>')).toBe(true)
      expect((await looseEnds(store)).filter((loose) => loose.rows > 0)).toEqual([])
    }, 120_000)
  },
  ['C'],
)

function reportOf({ assessment }: ReportName) {
  return { assessment, kind: 'full', language: 'en', format: 'html' } as const
}

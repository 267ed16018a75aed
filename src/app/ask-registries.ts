/**
 * Asks the registries that the user's own clients are configured for about the packages in use: their releases, and their
 * sizes where these are not known. A registry is no catalog to scan: only what is in use is asked for, the most used first,
 * at most as many as allowed, and nothing twice within a month. Each batch is kept before the next is asked, so that a run
 * that was interrupted goes on where it stopped.
 */

import type { EvidenceId } from '#domain/evidence.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PurlText } from '#domain/part.ts'
import type { Portfolio } from '#domain/portfolio.ts'
import { measurePackage } from '#measure/measure-package.ts'
import { askDepsDev, depsDevBase, type DepsDevAnswer } from '#sources/deps-dev.ts'
import { insideOf, openHttpClient, type HttpClient } from '#sources/http.ts'
import { askRegistry, fetchArchive, isMissed, readKept, type RegistryAnswer } from '#sources/registry/ask-registry.ts'
import type {
  Lack,
  MissReason,
  PublishedVersion,
  Registry,
  RegistryAccess,
  RegistryMiss,
  RegistryReading,
} from '#sources/registry/registry.ts'
import { registries } from '#sources/registry/registries.generated.ts'
import { currentSurroundings, type Surroundings } from '#sources/registry/surroundings.ts'
import { loadEvidenceBytes, saveEvidence, type Original } from '#store/evidence.ts'
import { loadFacts, saveFacts, type Fact } from '#store/facts.ts'
import type { Store } from '#store/store.ts'
import { sha256 } from '#store/text.ts'
import { cacheFolder } from './cache-folder.ts'
import { loadCalibrations, type KeptCalibration } from './calibrations.ts'
import { dayOf } from './clock.ts'
import { estimateOf, keepEstimates, type Estimate } from './keep-estimates.ts'
import { packagesInUse, type PackageInUse } from './packages-in-use.ts'
import type { Progress } from './progress.ts'
import { keepSizeTable, type CountedSize } from './size-table.ts'

export type AskOptions = {
  readonly home: string
  readonly isOffline: boolean
  /** Download archives and count their lines, instead of estimating from published sizes. */
  readonly isMeasuring: boolean
  /** At most so many packages are asked for, the most used first. */
  readonly mostAsked: number
  /** Answers younger than this are not asked again; 30 when left out. */
  readonly freshDays?: number
  readonly surroundings?: Surroundings
}

export type AskedRegistries = {
  /** Packages of which facts were kept now, and of which they were still fresh. */
  readonly facts: number
  readonly fresh: number
  /** Packages of which a size was kept now. */
  readonly sizes: number
  readonly misses: readonly { readonly package: PurlText; readonly why: MissReason }[]
  /** Packages that nobody could be asked about, by package URL type. */
  readonly notConfigured: readonly { readonly type: string; readonly packages: number }[]
  /** What registries did not say, with the number of packages. */
  readonly lacks: readonly { readonly type: string; readonly lack: Lack; readonly packages: number }[]
}

const batchSize = 16
/** Whose facts are as good as asking; of several the last counts, since it alone tells about sizes. */
const sources: readonly string[] = ['deps.dev', 'table', 'registry']

/** @param sized packages whose size was found out otherwise in this run */
export async function askRegistries(
  store: Store,
  portfolio: Portfolio,
  options: AskOptions,
  now: IsoTime,
  progress: Progress,
  sized: ReadonlySet<PurlText> = new Set(),
): Promise<AskedRegistries> {
  const asking = await Asking.begin(store, portfolio, options, now, progress, sized)
  try {
    return await asking.run()
  } finally {
    await asking.close()
  }
}

/** One package on its way: what is asked of it, and what became of that. */
type Task = {
  readonly of: PackageInUse
  readonly registry: Registry | undefined
  /** The fact that is still fresh. */
  readonly kept: Fact | undefined
  readonly needsSize: boolean
}

type Place = { readonly access: RegistryAccess; readonly client: HttpClient }

/** `answer` is null for a package that was not asked about, since what is kept is fresh. */
type Answered = {
  readonly task: Task
  readonly answer: RegistryAnswer | RegistryMiss | null
  readonly other: DepsDevAnswer | null
}

type Outcome = { readonly task: Task; readonly reading: RegistryReading; readonly evidence: EvidenceId }

class Asking {
  readonly #store: Store
  readonly #options: AskOptions
  readonly #now: IsoTime
  readonly #progress: Progress
  readonly #tasks: readonly Task[]
  readonly #fresh: number
  readonly #calibrations: ReadonlyMap<string, KeptCalibration>
  readonly #surroundings: Surroundings
  readonly #places = new Map<string, Place>()
  #depsDev: { readonly base: string; readonly client: HttpClient } | null = null
  readonly #misses: { package: PurlText; why: MissReason }[] = []
  readonly #lacks = new Map<string, number>()
  #facts = 0
  #sizes = 0

  static async begin(
    store: Store,
    portfolio: Portfolio,
    options: AskOptions,
    now: IsoTime,
    progress: Progress,
    sized: ReadonlySet<PurlText>,
  ): Promise<Asking> {
    const times = { asOf: dayOf(now), knownAt: now }
    const oldest = dayOf(new Date(Date.parse(now) - (options.freshDays ?? 30) * 86_400_000).toISOString())
    const kept = new Map(
      (await loadFacts(store, 'package', times))
        .filter(({ source, observedOn }) => sources.includes(source) && observedOn >= oldest)
        .toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source))
        .map((fact) => [fact.subject, fact] as const),
    )
    const withSize = new Set([...portfolio.sizes.map((size) => size.package), ...sized])
    const tasks = packagesInUse(portfolio).map((of): Task => {
      const registry = registries.find(({ id }) => id === of.type)
      const needsSize = !withSize.has(of.package)
      const fact = kept.get(of.package)
      // A table says nothing about sizes; the registry that was asked before deps.dev had its say.
      const isEnough = fact?.source !== 'table' || !needsSize || registry === undefined
      return { of, registry, kept: isEnough ? fact : undefined, needsSize }
    })
    const calibrations = await loadCalibrations(store, times)
    return new Asking(store, options, now, progress, tasks, calibrations)
  }

  private constructor(
    store: Store,
    options: AskOptions,
    now: IsoTime,
    progress: Progress,
    tasks: readonly Task[],
    calibrations: ReadonlyMap<string, KeptCalibration>,
  ) {
    this.#store = store
    this.#options = options
    this.#now = now
    this.#progress = progress
    this.#calibrations = calibrations
    this.#surroundings = options.surroundings ?? currentSurroundings()
    this.#fresh = tasks.filter(({ kept }) => kept !== undefined).length
    const base = depsDevBase(this.#surroundings.env)
    if (base !== null) this.#depsDev = { base, client: this.#open([new URL(base).host], 4, 0) }
    const unasked = tasks.filter(
      ({ registry, kept }) => kept === undefined && (registry !== undefined || this.#depsDev !== null),
    )
    const asked = unasked.slice(0, options.mostAsked)
    // An answer that is still fresh is read again for the size; that costs a request only where archives are counted.
    const again = tasks.filter(({ kept, needsSize }) => kept !== undefined && needsSize)
    const room = options.isMeasuring ? options.mostAsked - asked.length : again.length
    this.#tasks = [...asked, ...again.slice(0, room)]
  }

  async run(): Promise<AskedRegistries> {
    let done = 0
    for (let start = 0; start < this.#tasks.length; start += batchSize) {
      const batch = this.#tasks.slice(start, start + batchSize)
      const answers = await Promise.all(
        batch.map(async (task) => {
          const answer = await this.#answersFor(task)
          this.#progress.report({ step: 'asking', done: ++done, total: this.#tasks.length })
          return answer
        }),
      )
      await this.#keepSizes(await this.#keepFacts(answers))
    }
    return {
      facts: this.#facts,
      fresh: this.#fresh,
      sizes: this.#sizes,
      misses: this.#misses.toSorted((a, b) => (a.package < b.package ? -1 : 1)),
      notConfigured: this.#notConfigured(),
      lacks: [...this.#lacks]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, packages]) => {
          const [type = '', lack] = key.split(' ')
          return { type, lack: lack as Lack, packages }
        }),
    }
  }

  async close(): Promise<void> {
    await this.#depsDev?.client.close()
    for (const { client } of this.#places.values()) await client.close()
  }

  async #answersFor(task: Task): Promise<Answered> {
    const { of, registry, kept } = task
    if (kept !== undefined) return { task, answer: null, other: null }
    const answer = registry === undefined ? notConfigured : await this.#ask(registry, of)
    const hasDays = !isMissed(answer) && answer.reading.facts.releases.some(({ on }) => on !== null)
    if (hasDays || this.#depsDev === null) return { task, answer, other: null }
    const other = await askDepsDev(this.#depsDev.client, this.#depsDev.base, of)
    return { task, answer, other: isMissed(other) ? null : other }
  }

  async #ask(registry: Registry, of: PackageInUse): Promise<RegistryAnswer | RegistryMiss> {
    const { client, access } = await this.#placeOf(registry)
    return askRegistry(registry, client, access, of)
  }

  /** Keeps the answers of a batch and what they say about releases; gives back what can tell about sizes. */
  async #keepFacts(answered: readonly Answered[]): Promise<readonly Outcome[]> {
    const originals: Original[] = []
    const facts: Fact[] = []
    const outcomes: Outcome[] = []
    for (const { task, answer, other } of answered) {
      if (answer === null) {
        outcomes.push(...(await this.#outcomeOfKept(task)))
        continue
      }
      if (isMissed(answer) && other === null) this.#misses.push({ package: task.of.package, why: answer.why })
      if (!isMissed(answer)) {
        for (const lack of answer.reading.lacks) this.#note(`${task.of.type} ${lack}`)
        const original = this.#original(task.of, 'registry', answer)
        originals.push(original)
        outcomes.push({ task, reading: answer.reading, evidence: sha256(original.bytes) })
        if (other === null) facts.push(this.#fact(task.of, 'registry', original, answer.reading))
      }
      if (other !== null) {
        const original = this.#original(task.of, 'deps.dev', other)
        originals.push(original)
        facts.push(this.#fact(task.of, 'deps.dev', original, other))
      }
    }
    await saveEvidence(this.#store, originals)
    await saveFacts(this.#store, facts, { recordedAt: this.#now })
    this.#facts += facts.length
    return outcomes
  }

  async #outcomeOfKept(task: Task): Promise<readonly Outcome[]> {
    const { kept, registry, of } = task
    if (registry === undefined || kept?.source !== 'registry') return []
    const reading = readKept(registry, await loadEvidenceBytes(this.#store, kept.evidence), of)
    return reading === null ? [] : [{ task, reading, evidence: kept.evidence }]
  }

  #note(lack: string): void {
    this.#lacks.set(lack, (this.#lacks.get(lack) ?? 0) + 1)
  }

  #original(of: PackageInUse, source: string, { bytes, retrievedAt }: RegistryAnswer | DepsDevAnswer): Original {
    return { kind: 'registry-answer', name: `${source} ${of.package}`, bytes, retrievedAt, recordedAt: this.#now }
  }

  #fact(of: PackageInUse, source: string, { bytes }: Original, said: { facts: object; at: string }): Fact {
    const observedOn = dayOf(this.#now)
    const evidence = sha256(bytes)
    return { kind: 'package', subject: of.package, source, evidence, at: said.at, observedOn, facts: said.facts }
  }

  async #keepSizes(outcomes: readonly Outcome[]): Promise<void> {
    const estimates: Estimate[] = []
    const counted: CountedSize[] = []
    const open = outcomes.filter(({ task }) => task.needsSize)
    let done = 0
    for (const { task, reading, evidence } of open) {
      const { of, registry } = task
      const published = of.versions.map((version) => reading.published(version)).find((one) => one !== null)
      if (registry === undefined || published === undefined || published === null) continue
      const estimate = this.#options.isMeasuring
        ? undefined
        : estimateOf(of.type, of.package, published, evidence, this.#calibrations.get(of.type))
      if (estimate !== undefined) estimates.push(estimate)
      // Where npm's sizes are not published the archive itself has to tell.
      else if (this.#options.isMeasuring || of.type === 'npm') {
        this.#progress.report({ step: 'measuring', done: done++, total: open.length })
        const size = await this.#count(registry, of, published)
        if (size !== null) counted.push(size)
      }
    }
    await keepEstimates(this.#store, estimates, this.#now)
    await keepSizeTable(this.#store, 'sizes counted in archives', counted, this.#now)
    this.#sizes += estimates.length + counted.length
  }

  async #count(registry: Registry, of: PackageInUse, published: PublishedVersion): Promise<CountedSize | null> {
    const { client, access } = await this.#placeOf(registry)
    const archive = await fetchArchive(registry, client, access, of.name, published)
    if (isMissed(archive)) {
      this.#misses.push({ package: of.package, why: archive.why })
      return null
    }
    return {
      package: of.package,
      version: published.version,
      source: 'measured-tarball-dedup',
      measure: measurePackage(archive.files),
      publishedBytes: archive.sizedBytes,
    }
  }

  /** Clients are asked for their configuration once, and only where a package is theirs. */
  async #placeOf(registry: Registry): Promise<Place> {
    const known = this.#places.get(registry.id)
    if (known !== undefined) return known
    const access = await registry.configure(this.#surroundings)
    const later = this.#places.get(registry.id)
    if (later !== undefined) return later
    const place = { access, client: this.#open(access.hosts, registry.requestsPerHost, registry.betweenMs) }
    this.#places.set(registry.id, place)
    return place
  }

  #open(allowedHosts: readonly string[], requestsPerHost: number, betweenMs: number): HttpClient {
    return openHttpClient({
      offline: this.#options.isOffline,
      allowedHosts,
      cacheFolder: cacheFolder(this.#options.home, 'http'),
      requestsPerHost,
      betweenMs,
      inside: insideOf(this.#surroundings.env),
    })
  }

  #notConfigured(): AskedRegistries['notConfigured'] {
    const typeOf = new Map(this.#tasks.map(({ of }) => [of.package, of.type]))
    const counts = new Map<string, number>()
    for (const { package: purl, why } of this.#misses)
      if (why === 'not-configured') {
        const type = typeOf.get(purl) ?? ''
        counts.set(type, (counts.get(type) ?? 0) + 1)
      }
    return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([type, packages]) => ({ type, packages }))
  }
}

const notConfigured: RegistryMiss = { kind: 'failed', why: 'not-configured' }

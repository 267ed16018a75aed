/**
 * Keeps what the organization gives: the histories of the clones at hand, the ledger, the commits in other projects. What
 * is kept holds groups of people only; names and addresses stand in the erasable key table alone.
 */

import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { contributionAssumptions } from '#contribution/assumptions.ts'
import type { KeptLedgerEntry, OutwardList } from '#domain/contribution.ts'
import type { EvidenceId, EvidenceKind } from '#domain/evidence.ts'
import type { IsoDate, IsoTime } from '#domain/figure.ts'
import { issue, type Issue } from '#domain/issue.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { discoverOutward } from '#measure/activity/outward.ts'
import { readLedgerFile } from '#sources/contribution-ledger.ts'
import { readCommitExport } from '#sources/git-commit-export.ts'
import type { OrganizationPerson } from '#sources/organization-file.ts'
import { saveEvidence } from '#store/evidence.ts'
import { saveFacts } from '#store/facts.ts'
import { erasedSignatures, savePeople } from '#store/people.ts'
import type { Store } from '#store/store.ts'
import { clonesAtHand } from './clones-at-hand.ts'
import { collectHistories, type ClonePass } from './collect-histories.ts'
import { concealPeople } from './conceal-people.ts'
import { ownPeople, readPeople, type OwnPeople } from './own-people.ts'
import type { Progress } from './progress.ts'
import type { Brought, Survey } from './survey.ts'

export type ContributionOptions = {
  readonly home: string
  /** Clones, or folders that hold them, besides those that the organization names. */
  readonly clones: readonly string[]
  /** Lists of commits in other projects, besides those that the organization names. */
  readonly exports: readonly string[]
  /** Take in again who was erased and stands in the people's file. */
  readonly isReadmitting?: boolean
  /** See the same commits; `ClonePass`. */
  readonly visitors?: ClonePass['visitors']
}

export type RecordedContributions = {
  readonly repositories: number
  readonly entries: number
  readonly outwardProjects: number
  readonly issues: readonly { readonly path: string; readonly issue: Issue }[]
  /** People of the list who were erased and are left out. */
  readonly refusedPeople: readonly PersonId[]
}

/** What the kept facts hold; `load-contributions.ts` reads them back. */
export type LedgerFacts = {
  readonly files: readonly { readonly path: string; readonly issues: readonly Issue[] }[]
  readonly entries: readonly KeptLedgerEntry[]
}
export type OutwardFacts = { readonly lists: readonly OutwardList[] }

export async function recordContributions(
  store: Store,
  found: Survey,
  options: ContributionOptions,
  times: { readonly asOf: IsoDate; readonly now: IsoTime },
  progress: Progress,
): Promise<RecordedContributions> {
  const listed = found.peopleFile === null ? [] : readPeople(found.peopleFile.location)
  const refusedPeople = await savePeople(store, listed, options.isReadmitting)
  const people = listed.filter(({ id }) => !refusedPeople.includes(id))
  const work = new Recording(store, found, options, times, { listed, own: ownPeople(found.organization, people) })
  const histories = await work.histories(progress)
  const ledger = await work.ledger()
  const outward = await work.outward()
  return {
    repositories: histories,
    entries: ledger,
    outwardProjects: outward,
    issues: work.issues,
    refusedPeople,
  }
}

type People = { readonly listed: readonly OrganizationPerson[]; readonly own: OwnPeople }

class Recording {
  readonly issues: { readonly path: string; readonly issue: Issue }[] = []
  private readonly store: Store
  private readonly found: Survey
  private readonly options: ContributionOptions
  private readonly times: { readonly asOf: IsoDate; readonly now: IsoTime }
  private readonly people: People

  constructor(store: Store, found: Survey, options: ContributionOptions, times: Recording['times'], people: People) {
    this.store = store
    this.found = found
    this.options = options
    this.times = times
    this.people = people
  }

  async histories(progress: Progress): Promise<number> {
    const { repositories, issues } = clonesAtHand(this.found, this.options.clones)
    const { histories, issues: unreadable } = await collectHistories(
      {
        repositories,
        people: this.people.own,
        counting: contributionAssumptions(this.found.organization, null).counting,
        asOf: this.times.asOf,
        home: this.options.home,
        concealment: await erasedSignatures(this.store),
        visitors: this.options.visitors ?? [],
      },
      progress,
    )
    for (const one of [...issues, ...unreadable]) this.issues.push({ path: one.where, issue: one })
    for (const { path, issues: some } of histories.repositories)
      for (const one of some) this.issues.push({ path, issue: one })
    await this.keep('contribution', 'git-extract', 'contributions.json', histories)
    return histories.repositories.length
  }

  async ledger(): Promise<number> {
    const { laborRate, stated } = this.found.organization
    const rules = { currency: laborRate.currency, today: this.times.asOf, rates: stated.exchangeRates }
    const files: { path: string; issues: readonly Issue[] }[] = []
    const entries: KeptLedgerEntry[] = []
    for (const { path, location } of this.found.brought.ledgerFiles) {
      const bytes = this.bytesOf({ path, location })
      if (bytes === undefined) continue
      const concealed = this.concealed(bytes)
      const read = readLedgerFile(concealed, path, rules)
      this.notice(path, read.issues)
      files.push({ path, issues: read.issues })
      if (read.entries.length === 0) continue
      const evidence = await this.original('answer', path, concealed)
      entries.push(...read.entries.map((entry) => ({ ...entry, evidence, file: path })))
    }
    await this.keep('ledger', 'answer', 'ledger.json', { files, entries } satisfies LedgerFacts)
    return entries.length
  }

  async outward(): Promise<number> {
    const { organization, affiliations } = this.people.own
    const affiliate = affiliationsBy(affiliations)
    const { smallestGroup } = contributionAssumptions(organization, null).counting
    const lists: OutwardList[] = []
    for (const file of [
      ...this.found.brought.commitFiles,
      ...this.options.exports.map((path) => ({ path: basename(path), location: path })),
    ]) {
      const bytes = this.bytesOf(file)
      if (bytes === undefined) continue
      const { rows, issues } = readCommitExport(bytes, file.path)
      this.notice(file.path, issues)
      const until = rows.filter(({ on }) => on <= this.times.asOf)
      const projects = discoverOutward(until, affiliate, organization.id, smallestGroup)
      const extract = encode({ file: file.path, rows: until.length, refused: issues.length, projects })
      lists.push({ evidence: await this.original('git-extract', file.path, extract), file: file.path, projects })
    }
    await this.keep('outward', 'git-extract', 'outward.json', { lists } satisfies OutwardFacts)
    return new Set(lists.flatMap(({ projects }) => projects.map(({ project }) => project))).size
  }

  /** Facts are kept also when there is nothing, so that what was known before is known to be gone. */
  private async keep(
    kind: 'contribution' | 'ledger' | 'outward',
    evidenceKind: EvidenceKind,
    name: string,
    facts: object,
  ): Promise<void> {
    const evidence = await this.original(evidenceKind, name, encode(facts))
    await saveFacts(
      this.store,
      [{ kind, subject: 'organization', source: kind, evidence, at: '', observedOn: this.times.asOf, facts }],
      { recordedAt: this.times.now },
    )
  }

  private async original(kind: EvidenceKind, name: string, bytes: Uint8Array): Promise<EvidenceId> {
    const { now } = this.times
    const [kept] = await saveEvidence(this.store, [{ kind, name, bytes, retrievedAt: now, recordedAt: now }])
    return kept?.id ?? fail({ code: 'evidence-missing', evidence: name })
  }

  private concealed(bytes: Uint8Array): Uint8Array {
    try {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      return new TextEncoder().encode(concealPeople(text, this.people.listed))
    } catch {
      // The reader says that it is no text.
      return bytes
    }
  }

  private bytesOf({ path, location }: Brought): Uint8Array | undefined {
    if (existsSync(location)) return readFileSync(location)
    this.notice(path, [issue('unreadable', path)])
    return undefined
  }

  private notice(path: string, issues: readonly Issue[]): void {
    for (const one of issues) this.issues.push({ path, issue: one })
  }
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)
}

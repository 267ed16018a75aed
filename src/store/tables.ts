/**
 * The rows of every table. Timestamps are ISO text in UTC, days are `YYYY-MM-DD`, truth values are 0 and 1. Columns that
 * hold JSON say so. Two axes of time run through all of it: `valid_from`, `valid_to` and `measured_on` say when something
 * was true, `recorded_at` says when Headwater came to know it. Rows are appended and not changed, apart from what the
 * table's own comment says.
 *
 * A column ending in `_key` is the indexed form of the column beside it; see `indexable` in `text.ts`.
 */

import type { Generated } from 'kysely'
import type { EvidenceKind } from '#domain/evidence.ts'
import type { PartKind } from '#domain/part.ts'
import type { Severity } from '#domain/finding.ts'
import type { StatusContent } from '#domain/finding-status.ts'
import type { SavedPage } from '#domain/saved-view.ts'
import type { Channel, EventKind } from '#domain/notification.ts'
import type { SizeSource } from '#domain/portfolio.ts'
import type { Audience, Criticality, Origin } from '#domain/organization.ts'
import type { IssueCode } from '#domain/issue.ts'
import type { AccessTables } from './access-tables.ts'

export type Tables = {
  migration: MigrationTable
  evidence: EvidenceTable
  evidence_chunk: EvidenceChunkTable
  evidence_tombstone: EvidenceTombstoneTable
  organization_revision: OrganizationRevisionTable
  organization_unit: OrganizationUnitTable
  organization_product: OrganizationProductTable
  person_key: PersonKeyTable
  person_address: PersonAddressTable
  erasure: ErasureTable
  erased_address: ErasedAddressTable
  erasure_key: ErasureKeyTable
  revision: RevisionTable
  document: DocumentTable
  unread: UnreadTable
  part: PartTable
  occurrence: OccurrenceTable
  edge: EdgeTable
  package_size: PackageSizeTable
  advisory: AdvisoryTable
  advisory_import: AdvisoryImportTable
  assessment: AssessmentTable
  figure: FigureTable
  fact: FactTable
  job: JobTable
  upload: UploadTable
  view_state: ViewStateTable
  view_row: ViewRowTable
  view_product: ViewProductTable
  view_use: ViewUseTable
  view_unit: ViewUnitTable
  assessed_finding: AssessedFindingTable
  subscription: SubscriptionTable
  notification: NotificationTable
  outbox: OutboxTable
  delivery: DeliveryTable
  finding_status: FindingStatusTable
  status_batch: StatusBatchTable
  saved_view: SavedViewTable
  report: ReportTable
  report_chunk: ReportChunkTable
} & AccessTables

/** Which steps of the schema were taken. */
export type MigrationTable = { id: number; applied_at: string }

/** One accepted original. */
export type EvidenceTable = {
  /** The number other tables refer to. */
  key: Generated<number>
  /** SHA-256 of the original bytes, in hexadecimal. */
  id: string
  kind: EvidenceKind
  name: string
  size_bytes: number
  retrieved_at: string
  recorded_at: string
}

/** The original's bytes, compressed with Zstandard and cut into pieces of at most 1 MiB. Deleted with a tombstone. */
export type EvidenceChunkTable = { evidence: number; position: number; bytes: Uint8Array }

/** Why and when an original was deleted. `lifted_at` is set when the same bytes were handed in again. */
export type EvidenceTombstoneTable = {
  evidence: number
  tombstoned_at: string
  reason: string
  lifted_at: string | null
}

/** The organization as it was declared, valid from a day on until the next one. */
export type OrganizationRevisionTable = {
  id: Generated<number>
  valid_from: string
  recorded_at: string
  /** The `organization.yaml` it was read from; null for the default that stands in for one. */
  evidence: number | null
  /** The whole as JSON: `Organization` of the domain; of an addition the one `Product` that it adds. */
  organization: string
  /** The whole revision that an addition adds to, behind all that were added to it before; null for a whole one. */
  base: number | null
}

/** The units of a whole organization revision, for queries; the document in `organization_revision` is the whole. */
export type OrganizationUnitTable = {
  revision: number
  position: number
  unit: string
  name: string
  parent: string | null
}

/** The products of an organization revision, for queries; of an addition the one it adds. */
export type OrganizationProductTable = {
  revision: number
  position: number
  product: string
  name: string
  origin: Origin
  unit: string | null
  criticality: Criticality | null
  audience: Audience | null
  supplier: string | null
}

/** The only place where people have names. A row is deleted to erase a person; nothing else changes. */
export type PersonKeyTable = {
  /** The pseudonym, drawn at random: nothing of the person can be told from it. */
  person: string
  /** Name and address in the form they are compared in. */
  lookup: string
  name: string
  email: string | null
}

/** The addresses under which a person writes; deleted with the person. */
export type PersonAddressTable = { address_key: string; address: string; person: string }

/** That somebody was erased, and when; not who. */
export type ErasureTable = { id: Generated<number>; erased_on: string; recorded_at: string }

/** HMAC-SHA-256 of an erased address or name under the secret of `erasure_key`: it keeps both from being taken in again. */
export type ErasedAddressTable = { digest: string }

/** One row: a random secret, made at the first erasure. */
export type ErasureKeyTable = { id: number; secret: string }

/** A state of a product: valid from a day on, until the next one known at the time asked about. */
export type RevisionTable = {
  id: Generated<number>
  product: string
  product_key: string
  label: string
  valid_from: string
  /** The first day it is no longer valid, where that was stated; otherwise the next revision ends it. */
  valid_to: string | null
  recorded_at: string
  /** SHA-256 over everything that was read, to tell whether anything changed. */
  digest: string
}

/** A file that was read for a revision. */
export type DocumentTable = {
  id: Generated<number>
  revision: number
  position: number
  path: string
  evidence: number
  reader: string
  format: string
  spec_version: string | null
  /** What the document describes, as JSON; null when it does not say. */
  subject: string | null
  found: number
  taken: number
  refused: number
  edges: number
  services: number
  /** Entries not taken, each with its reason: JSON list of `Refusal`. */
  refusals: string
  /** JSON list of `Issue`. */
  issues: string
}

/** A file of a revision that could not be taken in. */
export type UnreadTable = { revision: number; position: number; path: string; code: IssueCode }

/** A unique part: by package URL, or by kind, name and version where none is known. */
export type PartTable = {
  id: Generated<number>
  /** What makes it unique. */
  identity_key: string
  purl: string | null
  kind: PartKind
  name: string
  version: string | null
}

/** A part in a document, in the document's order. */
export type OccurrenceTable = {
  document: number
  position: number
  part: number
  /** Index into the domain's `scopes`: 0 runtime, 1 optional, 2 development, 3 unknown. */
  scope: number
  /** Index into the domain's `directnesses`: 0 direct, 1 transitive, 2 unknown. */
  directness: number
  /** The entry's own name in the document. */
  ref: string
  /** Where it stands: a JSON pointer or `line N`. */
  at: string
  /** JSON list of `LicenseStatement`; null when empty. */
  licenses: string | null
  /** JSON list of `Hash`; null when empty. */
  hashes: string | null
  /**
   * JSON object of what is stated now and then: `supplier`, `sourceUrl`, `deprecation`, and `stated` with purl, kind, name and version
   * where this document states them otherwise than the part's first one did.
   */
  extra: string | null
}

/** A relation inside a document: positions of occurrences, -1 for the described subject itself. */
export type EdgeTable = { document: number; position: number; from_position: number; to_position: number }

/** Lines of code of a package version, from one kind of source. */
export type PackageSizeTable = {
  id: Generated<number>
  /** Package URL without version. */
  package: string
  package_key: string
  version: string | null
  source: SizeSource
  deduplicated: number
  raw: number
  is_data: number
  evidence: number
  at: string
  measured_on: string
  recorded_at: string
}

/** What a fact is about: a package, a project, a result, a release cycle, work, gifts, a decision, a calibration of sizes. */
/** What a fact is about: a package, a project, an imported result, a release cycle, people's work, what was given, what an office holds, earlier levels. */
export type FactKind =
  | 'package'
  | 'project'
  | 'scorecard'
  | 'lifecycle'
  | 'contribution'
  | 'ledger'
  | 'outward'
  | 'decision'
  | 'imported-decision'
  | 'own-code'
  | 'update-history'
  | 'calibration'
  | 'office'
  | 'maturity'
  | 'motivators'

/** Something known of a subject on a day, by a source; the last one observed counts. */
export type FactTable = {
  id: Generated<number>
  kind: FactKind
  subject: string
  subject_key: string
  source: string
  evidence: number
  at: string
  observed_on: string
  recorded_at: string
  /** JSON; its shape belongs to the kind. */
  facts: string
}

/** One version of an advisory in one ecosystem; the last one recorded is the current one. */
export type AdvisoryTable = {
  id: Generated<number>
  ecosystem: string
  advisory: string
  advisory_key: string
  modified: string | null
  withdrawn: string | null
  evidence: number
  recorded_at: string
}

/** An import of advisories into one ecosystem, also one that brought nothing new. */
export type AdvisoryImportTable = {
  id: Generated<number>
  ecosystem: string
  recorded_at: string
  added: number
  updated: number
  unchanged: number
  /** Advisories in the set afterwards. */
  advisories: number
  /** The newest `modified` among them. */
  newest: string | null
  /** SHA-256 over the digest before and what this import added or updated: the name of the set's state. */
  digest: string
}

/** A finished assessment, or one that is being written. Rows are deleted by pruning alone. */
export type AssessmentTable = {
  sequence: Generated<number>
  id: string
  as_of: string
  known_at: string
  recorded_at: string
  /** The whole as JSON: `Assessment` of the domain. */
  assessment: string
  /** 1 when all of it is there; before that nobody reads it. */
  is_kept: Generated<number>
}

/** The figures of an assessment; deleted with it. */
export type FigureTable = {
  assessment: number
  id_key: string
  id: string
  /** JSON of `Figure`. */
  figure: string
}

/** A report that was made of an assessment; the older ones of a kind are deleted, and all of them when a person is erased. */
export type ReportTable = {
  id: Generated<number>
  assessment: number
  kind: string
  language: string
  format: string
  size_bytes: number
  /** Of the bytes as they are sent. */
  sha256: string
  made_at: string
}

/** The report's bytes, as `evidence_chunk` holds those of an original. */
export type ReportChunkTable = { report: number; position: number; bytes: Uint8Array }

export type JobState = 'waiting' | 'retrying' | 'running' | 'done' | 'dead'

/** A piece of background work. Rows change as it goes on; those long finished are deleted. */
export type JobTable = {
  /** Jobs of one priority run in this order. */
  sequence: Generated<number>
  id: string
  kind: string
  /** The product it is about; null for the whole organization. */
  subject: string | null
  /** JSON; its shape belongs to the kind. */
  input: string
  /** Larger ones run first. */
  priority: number
  /** Among waiting jobs of a kind it occurs once. */
  idempotency_key: string | null
  state: JobState
  not_before: string
  attempts: number
  most_attempts: number
  /** Drawn anew whenever a worker takes the job: only the holder of the last one may finish it. */
  lease: string | null
  leased_until: string | null
  created_at: string
  started_at: string | null
  /** Set once it is done or dead. */
  finished_at: string | null
  /** JSON: step, done, total. */
  progress: string | null
  /** JSON; its shape belongs to the kind. */
  result: string | null
  /** A problem's code, or the id of a bug in the log. */
  error: string | null
}

export type UploadState = 'received' | 'recorded' | 'analyzed' | 'failed'

/** A document that was handed in for a product; `state`, the times and `outcome` change as it is worked on. */
export type UploadTable = {
  sequence: Generated<number>
  token: string
  product: string
  product_key: string
  /** Its name among the documents of the product: a later one of the same name takes its place. */
  path: string
  evidence: number
  /** Version of the product it describes, as whoever handed it in states it. */
  version: string | null
  /** Who handed it in: a pseudonym or the id of a key. */
  actor: string
  idempotency_key: string | null
  state: UploadState
  received_at: string
  recorded_at: string | null
  analyzed_at: string | null
  revision: number | null
  /** JSON: what was read and found; null before. */
  outcome: string | null
}
/** Which assessment the views show: one row. `generation` rises with every change. */
export type ViewStateTable = {
  id: number
  generation: number
  /** JSON of `ViewHead`. */
  head: string
}

/** A row of the read model; `kind` is an index into the domain's `viewKinds`. Changed in place. */
export type ViewRowTable = {
  kind: number
  number: number
  row_key: string
  /** JSON; null for a row that is gone. Its number is given to a new one. */
  content: string | null
  /** The generation that changed it. */
  changed: number
}

/** SHA-256 over the uses of a product, to tell whether they must be written again. */
export type ViewProductTable = { product: number; digest: string }

/** Which part versions a product uses, and how; the columns of `ProductUses`. */
export type ViewUseTable = {
  product: number
  part: number
  via: number
  scope: number
  directness: number
  depth: number
}

/** How many products of a unit use what; packed columns of `UnitUses`, little-endian. The unit is empty for none. */
export type ViewUnitTable = { unit: string; kind: number; uses: Uint8Array }
/** A finding of an assessment: part × advisory, once. Deleted with the assessment. */
export type AssessedFindingTable = {
  assessment: number
  position: number
  part: number
  /** The preferred id of the alias group. */
  advisory: string
  /** JSON list of all ids of the group. */
  aliases: string
  severity: Severity
  score: number | null
  /** JSON list of versions that end it, the nearest first. */
  fixed: string
  /** Products that use the part, as JSON list of their ids. */
  products: string
}

/** Who wants to be told about what, and how. Ended, not deleted: the delivery log refers to it. */
export type SubscriptionTable = {
  id: Generated<number>
  person: string
  kind: EventKind
  channel: Channel
  unit: string | null
  /** Where a webhook goes; null for the other channels. */
  address: string | null
  /** What a webhook is signed with. */
  secret: string | null
  created_at: string
  ended_at: string | null
}

/** What a person was told in the portal. Only `read_at` changes. */
export type NotificationTable = {
  id: Generated<number>
  person: string
  kind: EventKind
  subject: string
  /** JSON of the event's detail. */
  detail: string
  created_at: string
  read_at: string | null
}

/** What is to be sent, written together with what it tells about. The columns after `created_at` change as it is sent. */
export type OutboxTable = {
  id: Generated<number>
  /** Goes along, so that a receiver can tell a second arrival from a second message. */
  message: string
  subscription: number
  /** The event as JSON. */
  event: string
  created_at: string
  state: 'waiting' | 'sent' | 'dead'
  attempts: number
  next_at: string
  lease_owner: string | null
  leased_until: string | null
  finished_at: string | null
}

/** One attempt to send; appended. */
export type DeliveryTable = {
  id: Generated<number>
  outbox: number
  attempted_at: string
  /** `sent`, or why not. */
  outcome: string
  status: number | null
}

/** What somebody stated about a part version and an advisory. Appended; taking something back is a row too. */
export type FindingStatusTable = {
  id: Generated<number>
  advisory: string
  part: string
  part_key: string
  /** Null: all products. */
  product: string | null
  state: StatusContent['state']
  justification: StatusContent['justification']
  response: StatusContent['response']
  reason: string
  detail: string | null
  until: string | null
  stated_by: string
  /** The row that this one takes back. */
  undoes: number | null
  recorded_at: string
}

/** What came of one request that stated something about many findings: asked again under its key, it is told again. */
export type StatusBatchTable = {
  id: Generated<number>
  actor: string
  idempotency_key: string
  /** SHA-256 of what was asked. */
  request: string
  /** JSON. */
  answer: string
  recorded_at: string
}

/** A page as a person wants to find it again. Changed and deleted as the person likes. */
export type SavedViewTable = {
  id: Generated<number>
  person: string
  name: string
  page: SavedPage
  search: string
  is_shared: number
}

/** The first schema. What tables and columns mean stands in `tables.ts`; words in braces in `dialect.ts`. */
export const statements: readonly string[] = [
  `create table evidence (
    key {identity},
    id {text} not null unique,
    kind {text} not null,
    name {text} not null,
    size_bytes {integer} not null,
    retrieved_at {text} not null,
    recorded_at {text} not null
  ) {table}`,
  `create table evidence_chunk (
    evidence {integer} not null references evidence (key),
    position {small} not null,
    bytes {bytes} not null,
    primary key (evidence, position)
  ) {table}`,
  `create table evidence_tombstone (
    evidence {integer} not null references evidence (key),
    tombstoned_at {text} not null,
    reason {text} not null,
    lifted_at {text}
  ) {table}`,
  `create unique index evidence_tombstone_current on evidence_tombstone (evidence) where lifted_at is null`,

  `create table organization_revision (
    id {identity},
    valid_from {text} not null,
    recorded_at {text} not null,
    evidence {integer} references evidence (key),
    organization {text} not null
  ) {table}`,
  `create table organization_unit (
    revision {integer} not null references organization_revision (id),
    position {small} not null,
    unit {text} not null,
    name {text} not null,
    parent {text},
    primary key (revision, position)
  ) {clustered}`,
  `create table organization_product (
    revision {integer} not null references organization_revision (id),
    position {small} not null,
    product {text} not null,
    name {text} not null,
    origin {text} not null,
    unit {text},
    criticality {text},
    audience {text},
    supplier {text},
    primary key (revision, position)
  ) {clustered}`,
  `create table person_key (
    person {text} not null primary key,
    lookup {text} not null unique,
    name {text} not null,
    email {text}
  ) {table}`,

  `create table revision (
    id {identity},
    product {text} not null,
    product_key {text} not null,
    label {text} not null,
    valid_from {text} not null,
    valid_to {text},
    recorded_at {text} not null,
    digest {text} not null
  ) {table}`,
  `create index revision_of_product on revision (product_key, valid_from, recorded_at)`,
  `create table document (
    id {identity},
    revision {integer} not null references revision (id),
    position {small} not null,
    path {text} not null,
    evidence {integer} not null references evidence (key),
    reader {text} not null,
    format {text} not null,
    spec_version {text},
    subject {text},
    found {integer} not null,
    taken {integer} not null,
    refused {integer} not null,
    edges {integer} not null,
    services {integer} not null,
    refusals {text} not null,
    issues {text} not null
  ) {table}`,
  `create unique index document_of_revision on document (revision, position)`,
  `create index document_of_evidence on document (evidence)`,
  `create table unread (
    revision {integer} not null references revision (id),
    position {small} not null,
    path {text} not null,
    code {text} not null,
    primary key (revision, position)
  ) {clustered}`,
  `create table part (
    id {identity},
    identity_key {text} not null unique,
    purl {text},
    kind {text} not null,
    name {text} not null,
    version {text}
  ) {table}`,
  `create table occurrence (
    document {integer} not null references document (id),
    position {small} not null,
    part {integer} not null references part (id),
    scope {small} not null,
    directness {small} not null,
    ref {text} not null,
    at {text} not null,
    licenses {text},
    hashes {text},
    extra {text},
    primary key (document, position)
  ) {clustered}`,
  `create index occurrence_of_part on occurrence (part, document)`,
  `create table edge (
    document {integer} not null references document (id),
    position {small} not null,
    from_position {small} not null,
    to_position {small} not null,
    primary key (document, position)
  ) {clustered}`,

  `create table package_size (
    id {identity},
    package {text} not null,
    package_key {text} not null,
    version {text},
    source {text} not null,
    deduplicated {integer} not null,
    raw {integer} not null,
    is_data {small} not null,
    evidence {integer} not null references evidence (key),
    at {text} not null,
    measured_on {text} not null,
    recorded_at {text} not null
  ) {table}`,
  `create index package_size_of_package on package_size (package_key)`,

  `create table advisory (
    id {identity},
    ecosystem {text} not null,
    advisory {text} not null,
    advisory_key {text} not null,
    modified {text},
    withdrawn {text},
    evidence {integer} not null references evidence (key),
    recorded_at {text} not null
  ) {table}`,
  `create index advisory_of_ecosystem on advisory (ecosystem, advisory_key, recorded_at, id)`,
  `create table advisory_import (
    id {identity},
    ecosystem {text} not null,
    recorded_at {text} not null,
    added {integer} not null,
    updated {integer} not null,
    unchanged {integer} not null,
    advisories {integer} not null,
    newest {text},
    digest {text} not null
  ) {table}`,
  `create index advisory_import_of_ecosystem on advisory_import (ecosystem, recorded_at, id)`,

  `create table assessment (
    sequence {identity},
    id {text} not null unique,
    as_of {text} not null,
    known_at {text} not null,
    recorded_at {text} not null,
    assessment {text} not null
  ) {table}`,
  `create table figure (
    assessment {integer} not null references assessment (sequence),
    id_key {text} not null,
    id {text} not null,
    figure {text} not null,
    primary key (assessment, id_key)
  ) {clustered}`,
]

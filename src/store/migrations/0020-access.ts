/** Accounts, what opens them, what they may do, and the audit log; see `access-tables.ts`. */
export const statements: readonly string[] = [
  `create table account (
    person {text} not null primary key,
    handle {text} not null unique,
    created_at {text} not null,
    closed_at {text}
  ) {table}`,
  `create table account_login (
    login_key {text} not null primary key,
    login {text} not null,
    name {text} not null,
    person {text} not null unique references account (person)
  ) {table}`,
  `create table account_password (
    person {text} not null primary key references account (person),
    hash {text} not null,
    changed_at {text} not null
  ) {table}`,
  `create table passkey (
    id {text} not null primary key,
    person {text} not null references account (person),
    label {text} not null,
    public_key {bytes} not null,
    counter {integer} not null,
    transports {text} not null,
    created_at {text} not null,
    last_used_at {text}
  ) {table}`,
  `create index passkey_of_person on passkey (person)`,
  `create table openid_identity (
    digest {text} not null primary key,
    person {text} not null references account (person),
    issuer {text} not null,
    linked_at {text} not null
  ) {table}`,
  `create index openid_identity_of_person on openid_identity (person)`,
  `create table account_grant (
    person {text} not null references account (person),
    role {text} not null,
    unit_or_all {text} not null,
    granted_at {text} not null,
    primary key (person, role, unit_or_all)
  ) {clustered}`,
  `create table session (
    digest {text} not null primary key,
    person {text} not null references account (person),
    method {text} not null,
    created_at {text} not null,
    last_seen_at {text} not null,
    expires_at {text} not null
  ) {table}`,
  `create index session_of_person on session (person)`,
  `create table sign_in_flow (
    digest {text} not null primary key,
    kind {text} not null,
    person {text},
    content {text} not null,
    expires_at {text} not null
  ) {table}`,
  `create table sign_in_link (
    digest {text} not null primary key,
    person {text} references account (person),
    expires_at {text} not null
  ) {table}`,
  `create index sign_in_link_of_person on sign_in_link (person)`,
  `create table sign_in_throttle (
    digest {text} not null primary key,
    failures {small} not null,
    last_at {text} not null,
    blocked_until {text}
  ) {table}`,
  `create table access_secret (
    id {small} not null primary key,
    secret {text} not null
  ) {table}`,
  `create table api_key (
    id {text} not null primary key,
    digest {text} not null unique,
    person {text} references account (person),
    label {text} not null,
    permissions {text} not null,
    units {text},
    created_at {text} not null,
    expires_at {text} not null,
    last_used_at {text},
    revoked_at {text}
  ) {table}`,
  `create index api_key_of_person on api_key (person)`,
  `create table audit_entry (
    sequence {integer} not null primary key,
    at {text} not null,
    actor_kind {text} not null,
    actor {text} not null,
    act {text} not null,
    subject {text} not null,
    unit {text},
    result {text} not null,
    detail {text} not null,
    previous {text} not null,
    hash {text} not null
  ) {table}`,
  `create table audit_head (
    id {small} not null primary key,
    sequence {integer} not null,
    hash {text} not null
  ) {table}`,
]

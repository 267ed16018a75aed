/** Findings as rows, and news: who wants it, what was told, what is to be sent; see `tables.ts`. */
export const statements: readonly string[] = [
  `create table assessed_finding (
    assessment {integer} not null references assessment (sequence),
    position {small} not null,
    part {integer} not null references part (id),
    advisory {text} not null,
    aliases {text} not null,
    severity {text} not null,
    score {real},
    fixed {text} not null,
    products {text} not null,
    primary key (assessment, position)
  ) {clustered}`,
  `create table subscription (
    id {identity},
    person {text} not null,
    kind {text} not null,
    channel {text} not null,
    unit {text},
    address {text},
    secret {text},
    created_at {text} not null,
    ended_at {text}
  ) {table}`,
  `create index subscription_of_kind on subscription (kind) where ended_at is null`,
  `create index subscription_of_person on subscription (person)`,
  `create table notification (
    id {identity},
    person {text} not null,
    kind {text} not null,
    subject {text} not null,
    detail {text} not null,
    created_at {text} not null,
    read_at {text}
  ) {table}`,
  `create index notification_of_person on notification (person, id)`,
  `create table outbox (
    id {identity},
    message {text} not null unique,
    subscription {integer} not null references subscription (id),
    event {text} not null,
    created_at {text} not null,
    state {text} not null,
    attempts {small} not null,
    next_at {text} not null,
    lease_owner {text},
    leased_until {text},
    finished_at {text}
  ) {table}`,
  `create index outbox_due on outbox (next_at, id) where state = 'waiting'`,
  `create table delivery (
    id {identity},
    outbox {integer} not null references outbox (id),
    attempted_at {text} not null,
    outcome {text} not null,
    status {small}
  ) {table}`,
  `create index delivery_of_outbox on delivery (outbox, id)`,
]

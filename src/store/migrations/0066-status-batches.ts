/** Statements that were made with one request; see `tables.ts`. */
export const statements: readonly string[] = [
  `create table status_batch (
    id {identity},
    actor {text} not null,
    idempotency_key {text} not null,
    request {text} not null,
    answer {text} not null,
    recorded_at {text} not null,
    unique (actor, idempotency_key)
  ) {table}`,
]

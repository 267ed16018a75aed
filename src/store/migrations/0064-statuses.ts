/** What people stated about findings, and the views they keep; see `tables.ts`. */
export const statements: readonly string[] = [
  `create table finding_status (
    id {identity},
    advisory {text} not null,
    part {text} not null,
    part_key {text} not null,
    product {text},
    state {text} not null,
    justification {text},
    response {text},
    reason {text} not null,
    detail {text},
    until {text},
    stated_by {text} not null,
    undoes {integer} references finding_status (id),
    recorded_at {text} not null
  ) {table}`,
  `create index finding_status_of_part on finding_status (part_key, id)`,
  `create index fact_of_kind on fact (kind, id)`,
  `create table saved_view (
    id {identity},
    person {text} not null,
    name {text} not null,
    page {text} not null,
    search {text} not null,
    is_shared {small} not null,
    unique (person, name)
  ) {table}`,
]

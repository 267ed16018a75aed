/** What is known of packages, projects and people's work beyond the documents; see `FactTable` in `tables.ts`. */
export const statements: readonly string[] = [
  `create table fact (
    id {identity},
    kind {text} not null,
    subject {text} not null,
    subject_key {text} not null,
    source {text} not null,
    evidence {integer} not null references evidence (key),
    at {text} not null,
    observed_on {text} not null,
    recorded_at {text} not null,
    facts {text} not null
  ) {table}`,
  `create index fact_current on fact (kind, subject_key, source, observed_on, id)`,
]

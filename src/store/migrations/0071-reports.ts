/** Reports that were made, kept beside their assessment; see `ReportTable` in `tables.ts`. */
export const statements: readonly string[] = [
  `create table report (
    id {identity},
    assessment {integer} not null references assessment (sequence),
    kind {text} not null,
    language {text} not null,
    format {text} not null,
    size_bytes {integer} not null,
    sha256 {text} not null,
    made_at {text} not null,
    unique (assessment, kind, language, format)
  ) {table}`,
  `create table report_chunk (
    report {integer} not null references report (id),
    position {small} not null,
    bytes {bytes} not null,
    primary key (report, position)
  ) {table}`,
]

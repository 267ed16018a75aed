/** Reports that were made, compressed and cut into pieces; see `tables.ts`. */
export const statements: readonly string[] = [
  `create table report (
    assessment {integer} not null references assessment (sequence),
    kind {text} not null,
    language {text} not null,
    format {text} not null,
    position {small} not null,
    size_bytes {integer} not null,
    made_at {text} not null,
    bytes {bytes} not null,
    primary key (assessment, kind, language, format, position)
  ) {table}`,
]

/** What lists and pages show, derived from the newest assessment; it can be deleted and made again. */
export const statements: readonly string[] = [
  `create table view_state (
    id {small} not null primary key,
    generation {integer} not null,
    head {text} not null
  ) {table}`,
  `create table view_row (
    kind {small} not null,
    number {integer} not null,
    row_key {text} not null,
    content {text},
    changed {integer} not null,
    primary key (kind, number)
  ) {clustered}`,
  `create index view_row_changed on view_row (kind, changed, number)`,
  `create table view_product (
    product {integer} not null primary key,
    digest {text} not null
  ) {table}`,
  `create table view_use (
    product {integer} not null,
    part {integer} not null,
    via {integer} not null,
    scope {small} not null,
    directness {small} not null,
    depth {small} not null,
    primary key (product, part)
  ) {clustered}`,
  `create index view_use_of_part on view_use (part, product)`,
  `create table view_unit (
    unit {text} not null,
    kind {small} not null,
    uses {bytes} not null,
    primary key (unit, kind)
  ) {clustered}`,
]

/** People under several addresses, and the trace that an erasure leaves; see `PersonAddressTable` in `tables.ts`. */
export const statements: readonly string[] = [
  `create table person_address (
    address_key {text} not null primary key,
    address {text} not null,
    person {text} not null references person_key (person)
  ) {table}`,
  `create index person_address_of on person_address (person)`,
  `create table erasure (
    id {identity},
    erased_on {text} not null,
    recorded_at {text} not null
  ) {table}`,
  `create table erased_address (
    digest {text} not null primary key
  ) {table}`,
  `create table erasure_key (
    id {small} not null primary key,
    secret {text} not null
  ) {table}`,
]

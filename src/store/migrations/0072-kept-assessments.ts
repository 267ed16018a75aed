/** An assessment whose figures are still being written is not there yet for anybody who reads; see `tables.ts`. */
export const statements: readonly string[] = [`alter table assessment add column is_kept {small} not null default 1`]

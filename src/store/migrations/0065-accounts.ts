/** What a person has to see of their own sessions; see `access-tables.ts`. */
export const statements: readonly string[] = [`alter table session add column browser {text}`]

/** One line of notation for a method, and where it comes from. */
export type MethodText = { readonly formula: string; readonly source: string }

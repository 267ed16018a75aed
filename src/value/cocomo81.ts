/** Basic COCOMO 81: PM = a·KSLOC^b, T = c·PM^d; `methods.md` 1.1. */

export type Cocomo81Constants = { readonly a: number; readonly b: number; readonly c: number; readonly d: number }

export function cocomo81({ a, b, c, d }: Cocomo81Constants): {
  readonly effort: (thousandLines: number) => number
  readonly schedule: (personMonths: number) => number
} {
  return {
    effort: (thousandLines) => a * thousandLines ** b,
    schedule: (personMonths) => c * personMonths ** d,
  }
}

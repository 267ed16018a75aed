declare module 'spdx-satisfies' {
  /** Whether one of the alternatives of an expression is made of allowed licenses only. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean
}

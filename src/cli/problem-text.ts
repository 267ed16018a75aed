/** A problem as a person reads it: what, where, why, what next, and the stable code. */

import type { Problem } from '#domain/problem.ts'
import type { Words } from '#text/words.ts'

export function problemText(problem: Problem, words: Words): string {
  const { what, why, next } = describeProblem(problem, words)
  return [what, why, next, words.cli.code(problem.code)].filter((line) => line !== '').join('\n')
}

type Described = { readonly what: string; readonly why: string; readonly next: string }

function describeProblem(problem: Problem, words: Words): Described {
  // Each entry takes exactly the problem of its code; the union cannot be followed through the index.
  const describe = words.problems[problem.code] as (problem: Problem) => Described
  return describe(problem)
}

/** What an error or issue code means; undefined when there is no such code. */
export function errorText(code: string, words: Words): string | undefined {
  if (Object.hasOwn(words.issues, code)) return `${code}\n${words.issues[code as keyof Words['issues']]}\n`
  if (Object.hasOwn(words.cli.problemCodes, code))
    return `${code}\n${words.cli.problemCodes[code as keyof Words['cli']['problemCodes']]}\n`
  return undefined
}

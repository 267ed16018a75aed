/** The gems a Gemfile names, by a look at its lines: a Gemfile is a program, and it is not run. */

import type { Scope } from '#domain/part.ts'

export type GemRequest = {
  readonly name: string
  readonly version: string | undefined
  readonly scope: Scope
  readonly line: number
  readonly isLocal: boolean
  readonly git: string | undefined
}

const forDevelopment = new Set(['development', 'test', 'ci', 'lint', 'doc', 'docs', 'rubocop'])

export function gemRequests(text: string): GemRequest[] {
  const requests: GemRequest[] = []
  const blocks: (Scope | undefined)[] = []
  for (const [index, row] of text.split('\n').entries()) {
    const line = row.replace(/(?:^|\s)#.*$/, '').trim()
    const group = /^group[ (](.*?)\)?\s*do\b/.exec(line)?.[1]
    if (group !== undefined) blocks.push(scopeOf(group))
    else if (/\bdo\b(?:\s*\|[^|]*\|)?$/.test(line) || /^(?:if|unless|case|begin|def)\b/.test(line))
      blocks.push(undefined)
    else if (line === 'end') blocks.pop()
    const match = /^gem[ (]\s*(["'])([^"']+)\1\s*,?\s*(.*?)\)?$/.exec(line)
    if (match === null) continue
    const rest = match[3] ?? ''
    const own = /(?:groups?:|:groups?\s*=>)\s*(\[[^\]]*\]|:\w+|["']\w+["'])/.exec(rest)?.[1]
    const version = /^(["'])([^"']*)\1/.exec(rest)?.[2]
    requests.push({
      name: match[2] ?? '',
      version,
      scope: own === undefined ? (blocks.findLast((scope) => scope !== undefined) ?? 'runtime') : scopeOf(own),
      line: index + 1,
      isLocal: /(?:path:|:path\s*=>)/.test(rest),
      git: /(?:git:|:git\s*=>|github:|:github\s*=>)\s*(["'])([^"']+)\1/.exec(rest)?.[2],
    })
  }
  return requests
}

/** The scope in which each gem is named. */
export function gemfileGroups(text: string): Map<string, Scope> {
  return new Map(gemRequests(text).map(({ name, scope }) => [name, scope]))
}

function scopeOf(groups: string): Scope {
  const names = groups.match(/\w+/g) ?? []
  const all = names.filter((name) => name !== 'optional' && name !== 'true')
  return all.length > 0 && all.every((name) => forDevelopment.has(name)) ? 'development' : 'runtime'
}

/** Applies the rules against double counting: which packages count, and under which one the others are counted. */

import type { LeftOutPackages } from '#domain/assessment/value.ts'
import type { PurlText } from '#domain/part.ts'
import type { PackageSize } from '#domain/portfolio.ts'
import type { Candidate, DoubleCountingRule, Verdict } from './double-counting.ts'

/** A package as gathered from the parts. */
export type Found = {
  readonly key: string
  readonly candidate: Candidate
  readonly size: PackageSize | null
  readonly ecosystem: string
}
export type Gathered = { readonly all: readonly Found[]; readonly indexOfKey: ReadonlyMap<string, number> }

export type Folded = {
  readonly keepers: readonly Found[]
  /** For each package found, the index of the keeper it counts under; -1 when it is left out. */
  readonly keeperOf: Int32Array
  readonly leftOut: readonly LeftOutPackages[]
}

export function fold({ all, indexOfKey }: Gathered, rules: readonly DoubleCountingRule[]): Folded {
  const isPresent = (purl: PurlText) => indexOfKey.has(purl)
  const leftOutBy = new Map<string, string[]>()
  const groups = new Map<string, { readonly index: number; readonly rule: DoubleCountingRule | null }[]>()
  for (const [index, { candidate, key }] of all.entries()) {
    const decided = firstVerdict(rules, candidate, isPresent)
    if (decided?.verdict.kind === 'leave-out') note(leftOutBy, decided.rule.id, candidate.name)
    else {
      const group = decided?.verdict.key ?? key
      const members = groups.get(group) ?? []
      members.push({ index, rule: decided?.rule ?? null })
      groups.set(group, members)
    }
  }
  const keepers: Found[] = []
  const keeperOf = new Int32Array(all.length).fill(-1)
  for (const [group, members] of groups) {
    const kept = keeperAmong(
      all,
      group,
      members.map(({ index }) => index),
    )
    const rule = members.find((member) => member.rule !== null)?.rule?.id
    for (const { index } of members) {
      keeperOf[index] = keepers.length
      if (index !== kept && rule !== undefined) note(leftOutBy, rule, all[index]?.candidate.name ?? '')
    }
    const keeper = all[kept]
    if (keeper !== undefined) keepers.push(keeper)
  }
  const leftOut = rules.flatMap(({ id, label }): LeftOutPackages[] => {
    const names = leftOutBy.get(id)
    return names === undefined ? [] : [{ rule: id, label, packages: names.length, examples: names.slice(0, 5) }]
  })
  return { keepers, keeperOf, leftOut }
}

type Decided = { readonly rule: DoubleCountingRule; readonly verdict: NonNullable<Verdict> }

function firstVerdict(
  rules: readonly DoubleCountingRule[],
  candidate: Candidate,
  isPresent: (purl: PurlText) => boolean,
): Decided | null {
  for (const rule of rules) {
    const verdict = rule.judge(candidate, isPresent)
    if (verdict !== null) return { rule, verdict }
  }
  return null
}

function note(map: Map<string, string[]>, rule: string, name: string): void {
  const names = map.get(rule)
  if (names === undefined) map.set(rule, [name])
  else names.push(name)
}

/** Of packages that hold the same code: the one they are named by, else the largest by known size, else the first by name. */
function keeperAmong(all: readonly Found[], key: string, members: readonly number[]): number {
  const sizeOf = (index: number) => all[index]?.size?.deduplicated ?? -1
  const named = members.find((index) => all[index]?.key === key && sizeOf(index) >= 0)
  return named ?? members.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a))
}

/** Plain bounds (`>= 1.0, < 2.0`), the syntax of ecosystems whose constraints are no more than that: Debian, RPM, R and others. */

import { allHold, type Compare, type Constraint, type ConstraintOperator } from '#ecosystems/constraint.ts'
import { defineRangeSyntax, type RangeSyntax } from '#ecosystems/range.ts'

const bound = /^(>=|<=|==|!=|>>|<<|>|<|=|)\s*(\S+)$/

/** The same syntax for any order. */
export function plainRanges(compare: Compare): RangeSyntax {
  return defineRangeSyntax({
    id: 'plain',
    label: 'Plain bounds',
    source: 'https://www.debian.org/doc/debian-policy/ch-relationships.html',
    read: (text) => {
      const constraints: Constraint[] = []
      for (const part of text.replace(/[()]/g, '').split(/\s*,\s*|\s+(?=[<>=!])/)) {
        if (part.trim() === '' || part.trim() === '*') continue
        const match = bound.exec(part.trim())
        if (match === null) return undefined
        const operator = { '': '=', '==': '=', '>>': '>', '<<': '<' }[match[1] as string] ?? match[1]
        constraints.push({ operator: operator as ConstraintOperator, version: match[2] as string })
      }
      return (version) => allHold(constraints, version, compare)
    },
  })
}

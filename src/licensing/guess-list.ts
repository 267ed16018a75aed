/**
 * Statements of several licenses: `MIT/Apache-2.0`, `GPLv2+ and BSD`, `LGPL-2.1, GPL-2.0`. A comma is read as "and", which is
 * the stricter way and what distributions mean by it; a slash, as cargo once documented, as "or".
 */

import { parseLicenseExpression } from '#domain/license-expression.ts'

export type ReadList = { readonly expression: string; readonly isWhole: boolean }

/** @param readOne the expression of a text that names one license, or undefined */
export function readLicenseList(text: string, readOne: (text: string) => string | undefined): ReadList | undefined {
  const isDual = dual.test(text)
  const items = split(plainOperators(text), /^\s*[,;]/)
  const last = items.at(-1) ?? ''
  const isChoice = isDual || (items.length > 1 && /^\s*or\s/i.test(last))
  let read = 0
  let unread = 0
  const expressions = items.map((item) => `(${expressionOf(item.replace(/^\s*(?:and|or)\s+/i, ''))})`)
  if (read === 0 || read + unread < 2) return undefined
  const parsed = parseLicenseExpression(expressions.join(isChoice ? ' OR ' : ' AND '))
  return parsed.ok ? { expression: withoutRepeats(parsed.canonical), isWhole: unread === 0 } : undefined

  /** Words between `and`, `or` and parentheses are terms. */
  function expressionOf(item: string): string {
    const tokens = item.split(/(\(|\)|\s+(?:and|or|&&?|\|\|)\s+)/i).map((token) => token.trim())
    return tokens
      .filter((token) => token !== '')
      .map((token) => operators.get(token.toLowerCase()) ?? (/^[()]$/.test(token) ? token : term(token)))
      .map((token) => (isDual && token === 'AND' ? 'OR' : token))
      .join(' ')
  }

  function term(word: string): string {
    const parsed = parseLicenseExpression(word)
    const license = parsed.ok ? parsed.canonical : readOne(word)
    if (license !== undefined) {
      read += 1
      return `(${license})`
    }
    const choices = word.split(/\s*[/|]\s*/).filter((choice) => choice !== '')
    if (choices.length > 1 && choices.length < 6 && !/:\//.test(word)) return `(${choices.map(term).join(' OR ')})`
    unread += 1
    return `LicenseRef-unread-${slug(word)}`
  }
}

const dual = /^dual[- ]licen[cs]ed?(?: under)?:?\s*/i

const operators: ReadonlyMap<string, 'AND' | 'OR'> = new Map([
  ['and', 'AND'],
  ['&', 'AND'],
  ['&&', 'AND'],
  ['or', 'OR'],
  ['||', 'OR'],
])

/** "or later" and ", version 2" hold no operator and no comma of a list. */
function plainOperators(text: string): string {
  return text
    .replace(dual, '')
    .replace(/\s-(or|and)-\s/gi, ' $1 ')
    .replace(
      /,?\s*(?:or|and)\s+(?:\(at your option\)\s+)?(?:any\s+)?(?:later|newer|greater|above|higher)(?:\s+versions?)?/gi,
      '+',
    )
    .replace(/,\s*(?=(?:version|v)\.?\s?\d|with\b)/gi, ' ')
    .replace(/development and distribution/gi, 'development & distribution')
}

/** Splits where the separator stands outside of parentheses. */
function split(text: string, separator: RegExp): readonly string[] {
  const items: string[] = []
  let [start, depth] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && separator.test(text.slice(at, at + 1))) {
      items.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...items, text.slice(start)].filter((item) => item.trim() !== '')
}

/** A plain AND list names each license once. */
function withoutRepeats(expression: string): string {
  return /\bOR\b|[()]/.test(expression) ? expression : [...new Set(expression.split(' AND '))].join(' AND ')
}

function slug(text: string): string {
  const words = text.toLowerCase().replace(/[^a-z0-9.]+/g, '-')
  return words.replace(/^-|-$/g, '').slice(0, 60) || 'text'
}

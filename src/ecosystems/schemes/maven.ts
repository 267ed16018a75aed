/**
 * Maven's order: a tree of numbers, words and sub-lists, where a hyphen or a change between digits and letters opens a
 * sub-list and values that mean "nothing" (0, final, ga, release) are dropped from the end of each list.
 */

import { compareNumerals, compareText, numeral, type Numeral } from '#ecosystems/numeral.ts'
import { defineScheme } from '#ecosystems/scheme.ts'

type Item = Numeral | string | Item[]

/** Known words below and above the empty word, which stands for a release. Unknown words come after all of these. */
const ranks: Readonly<Record<string, number>> = { alpha: 0, beta: 1, milestone: 2, rc: 3, snapshot: 4, '': 5, sp: 6 }
const release = 5
const unknownWord = 7
const synonyms: Readonly<Record<string, string>> = { ga: '', final: '', release: '', cr: 'rc' }
const abbreviations: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' }

function parse(version: string): Item[] | null {
  const text = version.toLowerCase()
  const root: Item[] = []
  const lists: Item[][] = [root]
  let list = root
  let start = 0
  let inDigits = false
  const open = () => {
    const child: Item[] = []
    list.push(child)
    lists.push(child)
    list = child
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 46) {
      list.push(index === start ? 0 : item(inDigits, text.slice(start, index)))
      start = index + 1
    } else if (code === 45) {
      list.push(index === start ? 0 : item(inDigits, text.slice(start, index)))
      start = index + 1
      open()
    } else if (code >= 48 && code <= 57) {
      if (!inDigits && index > start) {
        list.push(word(text.slice(start, index), true))
        start = index
        open()
      }
      inDigits = true
    } else {
      if (inDigits && index > start) {
        list.push(item(true, text.slice(start, index)))
        start = index
        open()
      }
      inDigits = false
    }
  }
  if (text.length > start) list.push(item(inDigits, text.slice(start)))
  for (let index = lists.length - 1; index >= 0; index -= 1) dropNothing(lists[index] as Item[])
  return root
}

/** Drops what means nothing from the end of a list; a sub-list does not stop the search. */
function dropNothing(list: Item[]): void {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const entry = list[index] as Item
    if (Array.isArray(entry) ? entry.length === 0 : typeof entry === 'string' ? entry === '' : Number(entry) === 0) {
      list.splice(index, 1)
    } else if (!Array.isArray(entry)) break
  }
  // A sub-list that is alone inside a list is that list: 1-ga-1 is 1-1.
  const [only] = list
  if (list.length === 1 && Array.isArray(only)) list.splice(0, 1, ...only)
}

function item(isNumber: boolean, text: string): Item {
  return isNumber ? numeral(text) : word(text, false)
}

function word(text: string, beforeDigit: boolean): string {
  const full = beforeDigit ? (abbreviations[text] ?? text) : text
  return synonyms[full] ?? full
}

function compareLists(a: readonly Item[], b: readonly Item[]): number {
  const length = Math.max(a.length, b.length)
  for (let index = 0; index < length; index += 1) {
    const order = compareItems(a, b, index)
    if (order !== 0) return order
  }
  return 0
}

/**
 * Of kinds that differ, a word is below a sub-list and a sub-list below a number. Maven 3.8 stops there, and goes in circles:
 * 2.9-1 < 2.9.0.rc1 < 2.9 < 2.9-1. So what is below the plain release is first set apart from what is above it.
 */
function compareItems(a: readonly Item[], b: readonly Item[], index: number): number {
  const left = a[index]
  const right = b[index]
  if (typeof left === 'string' && typeof right === 'string') return compareWords(left, right)
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right)
  if (isNumber(left) && isNumber(right)) return compareNumerals(left, right)
  return sideOf(a, index) - sideOf(b, index) || kindOf(left) - kindOf(right)
}

/** Whether what stands from an index on makes a version earlier (-1) or later (1) than if nothing stood there. */
function sideOf(list: readonly Item[], from: number): number {
  for (let index = from; index < list.length; index += 1) {
    const entry = list[index] as Item
    const side = Array.isArray(entry)
      ? sideOf(entry, 0)
      : typeof entry === 'string'
        ? Math.sign(rankOf(entry) - release)
        : Number(Number(entry) > 0)
    if (side !== 0) return side
  }
  return 0
}

function kindOf(entry: Item | undefined): number {
  return typeof entry === 'string' ? 0 : Array.isArray(entry) ? 1 : 2
}

function isNumber(entry: Item | undefined): entry is Numeral {
  return typeof entry === 'number' || typeof entry === 'bigint'
}

function compareWords(a: string, b: string): number {
  const left = rankOf(a)
  const right = rankOf(b)
  return left === right && left === unknownWord ? compareText(a, b) : left - right
}

function rankOf(text: string): number {
  return Object.hasOwn(ranks, text) ? (ranks[text] as number) : unknownWord
}

function isPrerelease(list: readonly Item[]): boolean {
  return list.some((entry) =>
    typeof entry === 'string' ? rankOf(entry) < release : Array.isArray(entry) && isPrerelease(entry),
  )
}

export const scheme = defineScheme<Item[]>({
  id: 'maven',
  label: 'Maven versions',
  source: 'https://maven.apache.org/pom.html#version-order-specification',
  parse,
  compare: compareLists,
  isPrerelease,
  isValid: (version) => /^[0-9A-Za-z][0-9A-Za-z._+-]*$/.test(version),
})

/**
 * SPDX 2 tag-value text, whole, in the shape of its JSON, with the line of every value. Source: SPDX 2.3, clauses 6 to 12.
 */

import type { SourceFile } from '#inventory/reader.ts'
import { tags, type Section, type Tag } from './spdx2-tags.ts'
import { checkSpdx2, knownIn } from './spdx2-rules.ts'
import { element } from './spdx2-values.ts'
import { below, ErrorList, quoted, type Validation } from './validation.ts'

type Shape = Record<string, unknown>

export function validateSpdx2TagValue(file: SourceFile): Validation {
  const errors = new ErrorList()
  const shaping = new Shaping(errors)
  for (const line of tagLines(file.text().replaceAll(/\r\n?/g, '\n'), errors)) shaping.tag(line)
  const document = shaping.finish()
  checkSpdx2({ document, isUntyped: true, whereOf: (pointer) => shaping.whereOf(pointer) }, errors)
  const known = knownIn(document)
  for (const { value, line } of shaping.annotated) {
    const fault = element.fault(value, known)
    if (fault !== undefined) errors.add(`line ${line}`, fault)
  }
  return errors.finish()
}

type TagLine = { readonly name: string; readonly value: string; readonly line: number }

/** Values run over lines between `<text>` and `</text>`. */
function* tagLines(text: string, errors: ErrorList): Generator<TagLine> {
  let line = 1
  let next = 0
  for (let start = 0; start < text.length; start = next) {
    const here = line
    let end = endOfLine(text, start)
    const row = text.slice(start, end).trim()
    const match = /^([A-Za-z0-9]+):\s*/.exec(row)
    let value = match === null ? '' : row.slice(match[0].length)
    if (value.startsWith('<text>')) {
      const begin = text.indexOf('<text>', start) + '<text>'.length
      const closed = text.indexOf('</text>', begin)
      if (closed === -1) return errors.add(`line ${here}`, 'the text has no closing "</text>"')
      value = text.slice(begin, closed).trim()
      for (let at = end; at < closed; at = endOfLine(text, at + 1)) line += 1
      end = endOfLine(text, closed)
    }
    next = end + 1
    line += 1
    if (match !== null) yield { name: match[1] ?? '', value, line: here }
    else if (row !== '' && !row.startsWith('#')) errors.add(`line ${here}`, `${quoted(row)} is no tag and value`)
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

const lists: Readonly<Record<Section, string>> = {
  document: '',
  package: 'packages',
  file: 'files',
  snippet: 'snippets',
  license: 'hasExtractedLicensingInfos',
  relationship: 'relationships',
  annotation: 'annotations',
  review: 'revieweds',
}

class Shaping {
  /** What annotations are about; in JSON they stand inside of it. */
  readonly annotated: TagLine[] = []
  private readonly document: Shape = {}
  private readonly lines = new Map<string, number>()
  private readonly errors: ErrorList
  /** The record of each section that is being described. */
  private readonly current = new Map<Section, { readonly record: Shape; readonly pointer: string }>()
  /** The section that an `SPDXID` belongs to. */
  private section: Section = 'document'

  constructor(errors: ErrorList) {
    this.errors = errors
    this.current.set('document', { record: this.document, pointer: '' })
  }

  tag(given: TagLine): void {
    const { name, value, line } = given
    if (name === 'SPDXREF') return void this.annotated.push(given)
    const rule: Tag | undefined = Object.hasOwn(tags, name) ? tags[name] : undefined
    if (name === 'SPDXID') return this.set(this.section, { field: 'SPDXID' }, value, line, name)
    if (rule === undefined) return this.errors.add(`line ${line}`, `${quoted(name)} is no known tag`)
    if (rule.opens === true) this.open(rule.section, line)
    this.set(rule.section, rule, value, line, name)
  }

  private open(section: Section, line: number): void {
    const list = lists[section]
    const records = (this.document[list] ??= []) as Shape[]
    const pointer = below(below('', list), records.length)
    const record: Shape = {}
    records.push(record)
    this.lines.set(pointer, line)
    this.current.set(section, { record, pointer })
    if (section === 'package' || section === 'file' || section === 'snippet') this.section = section
  }

  private set(
    section: Section,
    rule: Pick<Tag, 'field' | 'isList' | 'read'>,
    text: string,
    line: number,
    tag: string,
  ): void {
    const target = this.current.get(section)
    if (target === undefined)
      return this.errors.add(`line ${line}`, `${quoted(tag)} stands before the ${section} that it describes`)
    let { record, pointer } = target
    const path = rule.field.split('.')
    for (const step of path.slice(0, -1)) {
      pointer = below(pointer, step)
      if (!this.lines.has(pointer)) this.lines.set(pointer, line)
      const inner = record[step]
      // `externalRefs` in a path is the one that was described last.
      if (Array.isArray(inner)) {
        pointer = below(pointer, inner.length - 1)
        record = inner.at(-1) as Shape
      } else record = (record[step] ??= {}) as Shape
    }
    const field = path.at(-1) ?? ''
    const value = rule.read === undefined ? text : rule.read(text)
    if (value === undefined) return this.errors.add(`line ${line}`, `${quoted(text)} is not in the form of ${tag}`)
    if (field === '') return void Object.assign(record, value)
    pointer = below(pointer, field)
    if (rule.isList === true) {
      const list = (record[field] ??= []) as unknown[]
      pointer = below(pointer, list.length)
      list.push(value)
    } else if (record[field] === undefined) record[field] = value
    else return this.errors.add(`line ${line}`, `${quoted(tag)} is given more than once`)
    this.lines.set(pointer, line)
  }

  /** Ranges of a snippet are those of its file, which JSON repeats in each. */
  finish(): Shape {
    for (const snippet of (this.document['snippets'] ?? []) as Shape[]) {
      const reference = snippet['snippetFromFile']
      for (const { startPointer, endPointer } of (snippet['ranges'] ?? []) as Record<string, Shape>[])
        for (const pointer of [startPointer, endPointer])
          if (pointer !== undefined && reference !== undefined) pointer['reference'] = reference
    }
    return this.document
  }

  /** The line of a value, or of the record that it is missing from. */
  whereOf(pointer: string): string {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const line = this.lines.get(at)
      if (line !== undefined) return `line ${line}`
    }
    return 'line 1'
  }
}

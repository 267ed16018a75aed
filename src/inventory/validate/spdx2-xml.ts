/** Checks the XML form of SPDX 2: the fields of its JSON as elements, a list as an element that is repeated. */

import type { SourceFile } from '#inventory/reader.ts'
import { parseXmlTree, type XmlElement } from '#inventory/xml-tree.ts'
import { addIssues } from './reading-errors.ts'
import { documentRule, type RecordRule } from './spdx2-fields.ts'
import { checkSpdx2 } from './spdx2-rules.ts'
import { below, ErrorList, type Validation } from './validation.ts'

export function validateSpdx2Xml(file: SourceFile): Validation {
  const errors = new ErrorList()
  const { root, issues } = parseXmlTree(file.text())
  addIssues(issues, errors)
  if (root === undefined || !errors.isEmpty) return errors.finish()
  const shaping = new Shaping()
  const document = shaping.record(root, documentRule, '')
  checkSpdx2({ document, isUntyped: true, whereOf: (pointer) => shaping.whereOf(pointer) }, errors)
  return errors.finish()
}

class Shaping {
  private readonly places = new Map<string, string>()

  record(element: XmlElement, rule: RecordRule, pointer: string): Record<string, unknown> {
    this.places.set(pointer, element.at.replace(/-\d+$/, ''))
    const record: Record<string, unknown> = {}
    for (const child of element.children) {
      const field = Object.hasOwn(rule.fields, child.name) ? rule.fields[child.name] : undefined
      const key = below(pointer, child.name)
      const list = record[child.name]
      const place = field?.isList === true ? below(key, Array.isArray(list) ? list.length : 0) : key
      this.places.set(place, child.at.replace(/-\d+$/, ''))
      const inner = field?.value
      const value = inner !== undefined && 'fields' in inner ? this.record(child, inner, place) : child.text
      if (field?.isList !== true) record[child.name] = value
      else if (Array.isArray(list)) list.push(value)
      else record[child.name] = [value]
    }
    return record
  }

  whereOf(pointer: string): string {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const place = this.places.get(at)
      if (place !== undefined) return place
    }
    return this.places.get('') ?? ''
  }
}

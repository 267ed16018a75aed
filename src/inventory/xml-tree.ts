/**
 * XML as a tree of elements with their lines. A document type is skipped and its entities are never expanded; text that
 * breaks is kept up to where it breaks.
 */

import { SaxesParser } from 'saxes'
import { issue, type Issue } from '#domain/issue.ts'

export type XmlElement = {
  /** Without prefix. */
  readonly name: string
  /** Attribute values by their name without prefix; declarations of namespaces keep theirs. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside, trimmed. */
  readonly text: string
  /** `line 3` or `line 3-9`: from its opening to its closing tag. */
  readonly at: string
  /** The text broke before the closing tag. */
  readonly isCutOff: boolean
}

export type XmlTree = {
  readonly root: XmlElement | undefined
  readonly issues: readonly Issue[]
  /** Elements nested deeper than the limit, which are not in the tree. */
  readonly tooDeep: readonly { readonly name: string; readonly at: string }[]
}

type Building = {
  name: string
  attributes: Record<string, string>
  children: Building[]
  text: string
  at: string
  isCutOff: boolean
  firstLine: number
}

const deepest = 400
const pieceLength = 1 << 16

/** Never throws. */
export function parseXmlTree(text: string): XmlTree {
  const parser = new SaxesParser()
  const open: Building[] = []
  const issues: Issue[] = []
  const tooDeep: { name: string; at: string }[] = []
  let root: Building | undefined
  let depth = 0
  let firstLine = 1
  parser.on('error', () => {
    if (issues.length > 0) return
    const isEnd = parser.position >= text.length
    issues.push(issue(root === undefined ? 'not-xml' : isEnd ? 'truncated' : 'not-xml', `line ${parser.line}`))
  })
  parser.on('opentagstart', () => {
    firstLine = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (issues.length > 0) return
    if (depth > deepest) {
      tooDeep.push({ name: local(name), at: `line ${firstLine}` })
      return
    }
    const element: Building = {
      name: local(name),
      attributes: localKeys(attributes),
      children: [],
      text: '',
      at: '',
      isCutOff: true,
      firstLine,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (part: string): void => {
    const element = open.at(-1)
    if (element !== undefined && issues.length === 0 && depth <= deepest) element.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (issues.length === 0 && depth <= deepest) {
      const element = open.pop()
      if (element !== undefined) close(element, parser.line, false)
    }
    depth -= 1
  })
  for (let at = 0; at < text.length && issues.length === 0; at += pieceLength)
    parser.write(text.slice(at, at + pieceLength))
  if (issues.length === 0) parser.close()
  for (const element of open) close(element, parser.line, true)
  if (tooDeep[0] !== undefined) issues.push(issue('too-deep', tooDeep[0].at))
  return { root, issues, tooDeep }
}

function close(element: Building, lastLine: number, isCutOff: boolean): void {
  element.text = element.text.trim()
  element.at = element.firstLine === lastLine ? `line ${lastLine}` : `line ${element.firstLine}-${lastLine}`
  element.isCutOff = isCutOff
}

function localKeys(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [key, value] of Object.entries(attributes)) result[key.startsWith('xmlns') ? key : local(key)] = value
  return result
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text of a child; undefined when there is none or it is empty. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text
  return text === '' ? undefined : text
}

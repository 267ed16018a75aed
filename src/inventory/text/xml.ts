/** XML as build tools write it, as a small tree with lines. Entities of a document's own are not expanded. */

import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** Without namespace prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly inside, trimmed. */
  readonly text: string
  readonly firstLine: number
  readonly lastLine: number
}

export type ParsedXml = {
  /** What could be read; open elements are closed where the text breaks. */
  readonly root: XmlElement | undefined
  readonly errorLine: number | null
}

type Building = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: Building[] }

const deepest = 200

export function parseXml(text: string): ParsedXml {
  const parser = new SaxesParser()
  const open: Building[] = []
  let root: Building | undefined
  const broken: { line: number | null } = { line: null }
  let depth = 0
  let tagLine = 1
  parser.on('error', () => {
    broken.line ??= parser.line
  })
  parser.on('opentagstart', () => {
    tagLine = parser.line
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    if (broken.line !== null || depth > deepest) return
    const element: Building = {
      name: local(name),
      attributes,
      children: [],
      text: '',
      firstLine: tagLine,
      lastLine: tagLine,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (part: string) => {
    const element = open.at(-1)
    if (element !== undefined && broken.line === null && depth <= deepest) element.text += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (broken.line === null && depth <= deepest) close(open.pop(), parser.line)
    depth--
  })
  // Piece by piece, so that a document broken early is not read to its end.
  for (let at = 0; at < text.length && broken.line === null; at += 65_536) parser.write(text.slice(at, at + 65_536))
  if (broken.line === null) parser.close()
  while (open.length > 0) close(open.pop(), broken.line ?? parser.line)
  return { root, errorLine: broken.line }
}

function close(element: Building | undefined, line: number): void {
  if (element === undefined) return
  element.text = element.text.trim()
  element.lastLine = line
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text of a child, undefined when there is none or it is empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childNamed(element, name)?.text
  return text === undefined || text === '' ? undefined : text
}

/** All elements of a name, at any depth, in the order of the document. */
export function* descendantsNamed(element: XmlElement | undefined, name: string): Generator<XmlElement> {
  if (element === undefined) return
  if (element.name === name) yield element
  for (const child of element.children) yield* descendantsNamed(child, name)
}

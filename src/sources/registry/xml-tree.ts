/** Small XML files as a tree: settings and models of Maven. Entities and document types are not followed. */

import { SaxesParser } from 'saxes'

export type XmlElement = { readonly name: string; readonly children: XmlElement[]; text: string }

const deepest = 64

/** The element at the root; null for what is no well-formed XML. */
export function readXml(text: string): XmlElement | null {
  const root: XmlElement = { name: '', children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  let isBroken = false
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('opentag', ({ name }) => {
    const element: XmlElement = { name: name.replace(/^.*:/, ''), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > deepest) isBroken = true
  })
  parser.on('text', (more) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += more
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  return isBroken ? null : (root.children[0] ?? null)
}

/** Elements at a path of names below an element: `['mirrors', 'mirror']`. */
export function elementsAt(element: XmlElement | null, path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = element === null ? [] : [element]
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  return found
}

/** The text of the first such element; null when it is absent or empty. */
export function xmlText(element: XmlElement | null, ...path: readonly string[]): string | null {
  const text = elementsAt(element, path)[0]?.text.trim() ?? ''
  return text === '' ? null : text
}

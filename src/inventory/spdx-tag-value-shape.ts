/** Turns the lines of SPDX 2 tag-value text into the shape of its JSON. Source: SPDX 2.3, annex and clauses 6 to 11. */

import { issue, type Issue } from '#domain/issue.ts'
import type { SourceFile } from './reader.ts'
import type { ShapedDocument } from './shaped-document.ts'

type Shape = Record<string, unknown>
type Package = { readonly shape: Shape; readonly firstLine: number; lastLine: number }

export function shapeSpdxTagValue(reader: string, file: SourceFile): ShapedDocument {
  const shaping = new Shaping()
  const text = file.text()
  let line = 1
  for (let start = 0; start < text.length;) {
    const end = endOfLine(text, start)
    const row = text.slice(start, end).trim()
    const match = /^([A-Za-z]+):\s*/.exec(row)
    let next = end + 1
    let lastLine = line
    if (match !== null) {
      let value = row.slice(match[0].length)
      if (value.startsWith('<text>')) {
        // The text runs over lines to its closing mark, or to the end of a document that breaks inside it.
        const opened = text.indexOf('<text>', start) + '<text>'.length
        const closed = text.indexOf('</text>', opened)
        if (closed === -1) shaping.issues.push(issue('truncated', `line ${line}`))
        const last = closed === -1 ? text.length : closed
        value = text.slice(opened, last).trim()
        lastLine += countLines(text, opened, last)
        next = endOfLine(text, last) + 1
      }
      shaping.tag(match[1] ?? '', value, line, lastLine)
    } else if (row !== '' && !row.startsWith('#')) shaping.issues.push(issue('syntax', `line ${line}`, row))
    start = next
    line = lastLine + 1
  }
  return shaping.finish(reader)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Fields of a package with one value, by their name in JSON. */
const single: Readonly<Record<string, string>> = {
  PackageVersion: 'versionInfo',
  PackageFileName: 'packageFileName',
  PackageSupplier: 'supplier',
  PackageOriginator: 'originator',
  PackageSourceInfo: 'sourceInfo',
  PackageDownloadLocation: 'downloadLocation',
  PackageLicenseConcluded: 'licenseConcluded',
  PackageLicenseDeclared: 'licenseDeclared',
  PrimaryPackagePurpose: 'primaryPackagePurpose',
}

class Shaping {
  readonly issues: Issue[] = []
  private readonly document: Shape = {}
  private readonly creation: Shape = {}
  private readonly packages: Package[] = []
  private readonly files: Shape[] = []
  private readonly relationships: Shape[] = []
  private readonly places = new Map<object, string>()
  private section: 'document' | 'package' | 'other' = 'document'

  tag(name: string, value: string, line: number, lastLine: number): void {
    if (name === 'PackageName') {
      this.section = 'package'
      this.packages.push({ shape: { name: value }, firstLine: line, lastLine })
    } else if (name === 'Relationship') this.relationship(value, line)
    else if (name === 'FileName' || name === 'LicenseID' || name === 'SnippetSPDXID') {
      this.section = 'other'
      this.files.push(name === 'SnippetSPDXID' ? { SPDXID: value } : {})
    } else if (name === 'SPDXID') this.identifier(value, lastLine)
    else if (name === 'SPDXVersion') this.document['spdxVersion'] = value
    else if (name === 'DocumentNamespace') this.document['documentNamespace'] = value
    else if (name === 'DataLicense') this.document['dataLicense'] = value
    else if (name === 'Created') this.creation['created'] = value
    else if (name === 'CreatorComment') this.creation['comment'] = value
    else if (name === 'Creator') push(this.creation, 'creators', value)
    else if (this.section === 'package') this.packageField(name, value, line, lastLine)
  }

  private identifier(value: string, lastLine: number): void {
    const current = this.packages.at(-1)
    if (this.section === 'document') this.document['SPDXID'] = value
    else if (this.section === 'package' && current !== undefined) {
      current.shape['SPDXID'] = value
      current.lastLine = lastLine
    } else {
      const file = this.files.at(-1)
      if (file !== undefined) file['SPDXID'] = value
    }
  }

  private packageField(name: string, value: string, line: number, lastLine: number): void {
    const current = this.packages.at(-1)
    if (current === undefined) return
    const field = Object.hasOwn(single, name) ? single[name] : undefined
    if (field !== undefined) current.shape[field] = value
    else if (name === 'PackageChecksum') {
      const [algorithm, checksumValue] = splitAt(value, ':')
      push(current.shape, 'checksums', { algorithm, checksumValue })
    } else if (name === 'PackageLicenseInfoFromFiles') push(current.shape, 'licenseInfoFromFiles', value)
    else if (name === 'ExternalRef') {
      const [referenceCategory, referenceType, ...locator] = value.split(/\s+/)
      if (locator.length === 0) this.issues.push(issue('syntax', `line ${line}`, value))
      else
        push(current.shape, 'externalRefs', { referenceCategory, referenceType, referenceLocator: locator.join(' ') })
    }
    // Other tags of a package, and its annotations, still belong to the text that describes it.
    if (/^(?:Package|ExternalRef|FilesAnalyzed|Primary|Release|Built|Valid)/.test(name)) current.lastLine = lastLine
  }

  private relationship(value: string, line: number): void {
    const [spdxElementId, relationshipType, relatedSpdxElement, ...rest] = value.split(/\s+/)
    if (relatedSpdxElement === undefined || rest.length > 0) {
      this.issues.push(issue('syntax', `line ${line}`, value))
      return
    }
    const shape = { spdxElementId, relationshipType, relatedSpdxElement }
    this.places.set(shape, `line ${line}`)
    this.relationships.push(shape)
  }

  finish(reader: string): ShapedDocument {
    for (const { shape, firstLine, lastLine } of this.packages) {
      this.places.set(shape, firstLine === lastLine ? `line ${firstLine}` : `line ${firstLine}-${lastLine}`)
    }
    return {
      reader,
      document: {
        ...this.document,
        creationInfo: this.creation,
        packages: this.packages.map(({ shape }) => shape),
        files: this.files,
        relationships: this.relationships,
      },
      isWhole: true,
      prefix: '',
      issues: this.issues,
      unreachable: [],
      placeOf: (element, pointer) => this.places.get(element) ?? pointer,
      isCutOff: () => false,
    }
  }
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at === -1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

function push(shape: Shape, key: string, value: unknown): void {
  const known = shape[key]
  if (Array.isArray(known)) known.push(value)
  else shape[key] = [value]
}

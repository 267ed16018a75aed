import { describe, expect, it } from 'vitest'
import { sourceFile } from '#inventory/source-file.ts'
import { validateSpdx2TagValue } from './spdx2-tag-value.ts'

const lines = [
  'SPDXVersion: SPDX-2.2',
  'DataLicense: CC0-1.0',
  'SPDXID: SPDXRef-DOCUMENT',
  'DocumentName: harbor',
  'DocumentNamespace: https://example.org/sboms/harbor-1',
  'ExternalDocumentRef: DocumentRef-base https://example.org/base SHA1: d6a770ba38583ed4bb4525bd96e50461655d2758',
  'Creator: Tool: example-1.0',
  'Created: 2026-11-22T00:00:00Z',
  '# the only package',
  'PackageName: app',
  'SPDXID: SPDXRef-app',
  'PackageDownloadLocation: NOASSERTION',
  'PackageVerificationCode: d6a770ba38583ed4bb4525bd96e50461655d2758 (excludes: ./app.spdx)',
  'PackageLicenseConcluded: MIT',
  'PackageLicenseDeclared: LicenseRef-1',
  'PackageCopyrightText: <text>Copyright 2026',
  'Harbor Authority</text>',
  'ExternalRef: SECURITY cpe23Type cpe:2.3:a:acme:app:1.0:*:*:*:*:*:*:*',
  'ExternalRefComment: as published',
  'FileName: ./main.c',
  'SPDXID: SPDXRef-file',
  'FileChecksum: SHA1: d6a770ba38583ed4bb4525bd96e50461655d2758',
  'LicenseConcluded: MIT',
  'LicenseInfoInFile: MIT',
  'FileCopyrightText: NONE',
  'SnippetSPDXID: SPDXRef-snippet',
  'SnippetFromFileSPDXID: SPDXRef-file',
  'SnippetByteRange: 310:420',
  'SnippetLicenseConcluded: MIT',
  'SnippetCopyrightText: NONE',
  'LicenseID: LicenseRef-1',
  'ExtractedText: <text>Use it well.</text>',
  'Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app',
  'RelationshipComment: the one',
  'Annotator: Person: A',
  'AnnotationDate: 2026-11-22T00:00:00Z',
  'AnnotationType: OTHER',
  'SPDXREF: SPDXRef-app',
  'AnnotationComment: seen',
]

function errorsWith(line: number, text: string) {
  const changed = lines.map((given, index) => (index === line - 1 ? text : given)).join('\n')
  return validateSpdx2TagValue(sourceFile('a.spdx', Buffer.from(changed))).errors
}

describe('SPDX 2 tag-value', () => {
  it.each(['\n', '\r\n', '\r'])('that follows the specification is valid, with line ends %j', (end) => {
    expect(validateSpdx2TagValue(sourceFile('a.spdx', Buffer.from(lines.join(end))))).toEqual({
      valid: true,
      errors: [],
    })
  })

  it.each([
    [8, 'Created: yesterday', 'is no moment'],
    [12, 'PackageDownloadLocation: here', 'is no URL'],
    [13, 'PackageVerificationCode: abc', '40 lowercase'],
    [15, 'PackageLicenseDeclared: LicenseRef-2', 'not among the extracted licenses'],
    [18, 'ExternalRef: SECURITY cpe23Type', 'not in the form'],
    [22, 'FileChecksum: d6a770ba', 'not in the form'],
    [28, 'SnippetByteRange: 420:310', 'not after its end'],
    [33, 'Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-gone', 'not in the document'],
    [34, 'what is this', 'no tag and value'],
    [38, 'SPDXREF: SPDXRef-gone', 'not in the document'],
    [39, 'AnnotationRemark: seen', 'no known tag'],
  ])('tells an error of line %i at that line', (line, text, message) => {
    const errors = errorsWith(line, text)
    expect(errors.find((error) => error.message.includes(message))?.where).toBe(`line ${line}`)
  })

  it('tells a missing field where its record begins, and one given twice where it is repeated', () => {
    expect(errorsWith(12, '')).toContainEqual({ where: 'line 10', message: 'field "downloadLocation" is missing' })
    expect(errorsWith(9, 'DocumentName: again')).toEqual([
      { where: 'line 9', message: '"DocumentName" is given more than once' },
    ])
  })

  it('whose text never ends says where it began', () => {
    expect(errorsWith(32, 'ExtractedText: <text>Use it')).toContainEqual({
      where: 'line 32',
      message: 'the text has no closing "</text>"',
    })
  })
})

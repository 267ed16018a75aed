import { describe, expect, it } from 'vitest'
import { checkSpdx2 } from './spdx2-rules.ts'
import { ErrorList, type ValidationError } from './validation.ts'

type Shape = Record<string, unknown>

function validDocument(version = 'SPDX-2.3'): Shape & { packages: Shape[]; files: Shape[]; relationships: Shape[] } {
  return {
    spdxVersion: version,
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'harbor',
    documentNamespace: 'https://example.org/sboms/harbor-1',
    creationInfo: {
      created: '2026-11-22T00:00:00Z',
      creators: ['Tool: example-1.0', 'Organization: Harbor Authority'],
    },
    externalDocumentRefs: [
      {
        externalDocumentId: 'DocumentRef-base',
        spdxDocument: 'https://example.org/sboms/base',
        checksum: { algorithm: 'SHA1', checksumValue: 'd6a770ba38583ed4bb4525bd96e50461655d2758' },
      },
    ],
    hasExtractedLicensingInfos: [{ licenseId: 'LicenseRef-1', extractedText: 'Use it well.' }],
    packages: [
      {
        SPDXID: 'SPDXRef-app',
        name: 'app',
        downloadLocation: 'git+https://example.org/app.git@v1#src',
        licenseConcluded: 'MIT OR LicenseRef-1',
        licenseDeclared: 'NOASSERTION',
        copyrightText: 'NOASSERTION',
        supplier: 'Organization: Harbor Authority (office@example.org)',
        checksums: [{ algorithm: 'SHA256', checksumValue: 'a'.repeat(64) }],
        externalRefs: [
          { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: 'pkg:npm/app@1.0.0' },
        ],
      },
      {
        SPDXID: 'SPDXRef-lib',
        name: 'lib',
        downloadLocation: 'NONE',
        filesAnalyzed: false,
        licenseConcluded: 'NONE',
        licenseDeclared: 'Apache-2.0',
        copyrightText: 'NONE',
      },
    ],
    files: [
      {
        SPDXID: 'SPDXRef-file',
        fileName: './main.c',
        checksums: [{ algorithm: 'SHA1', checksumValue: 'd6a770ba38583ed4bb4525bd96e50461655d2758' }],
        licenseConcluded: 'MIT',
        licenseInfoInFiles: ['MIT'],
        copyrightText: 'NOASSERTION',
      },
    ],
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-app' },
      { spdxElementId: 'SPDXRef-app', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'SPDXRef-lib' },
      {
        spdxElementId: 'SPDXRef-lib',
        relationshipType: 'DEPENDS_ON',
        relatedSpdxElement: 'DocumentRef-base:SPDXRef-x',
      },
    ],
  }
}

function errorsOf(document: Shape): readonly ValidationError[] {
  const errors = new ErrorList()
  checkSpdx2({ document, isUntyped: false, whereOf: (pointer) => pointer }, errors)
  return errors.finish().errors
}

/** The document with the value at a pointer replaced; undefined removes it. */
function changed(pointer: string, value: unknown, version?: string): Shape {
  const document = validDocument(version)
  const keys = pointer.split('/').slice(1)
  const parent = keys.slice(0, -1).reduce<Shape>((at, key) => at[key] as Shape, document)
  const last = keys.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else parent[last] = value
  return document
}

describe('an SPDX 2 document', () => {
  it.each(['SPDX-2.2', 'SPDX-2.3'])('that follows %s has no errors', (version) => {
    expect(errorsOf(validDocument(version))).toEqual([])
  })

  it.each([
    ['/spdxVersion', ''],
    ['/dataLicense', ''],
    ['/name', ''],
    ['/SPDXID', ''],
    ['/documentNamespace', ''],
    ['/creationInfo', ''],
    ['/creationInfo/created', '/creationInfo'],
    ['/creationInfo/creators', '/creationInfo'],
    ['/packages/0/downloadLocation', '/packages/0'],
    ['/packages/1/name', '/packages/1'],
    ['/files/0/fileName', '/files/0'],
    ['/files/0/checksums', '/files/0'],
    ['/relationships/0/relationshipType', '/relationships/0'],
    ['/externalDocumentRefs/0/checksum', '/externalDocumentRefs/0'],
    ['/hasExtractedLicensingInfos/0/extractedText', '/hasExtractedLicensingInfos/0'],
  ])('lacks %s, and is told so', (pointer, where) => {
    expect(errorsOf(changed(pointer, undefined))).toContainEqual({
      where,
      message: `field "${pointer.slice(pointer.lastIndexOf('/') + 1)}" is missing`,
    })
  })

  it.each([
    ['/spdxVersion', 'SPDX-2.9'],
    ['/dataLicense', 'MIT'],
    ['/documentNamespace', 'https://example.org/sbom#part'],
    ['/documentNamespace', 'harbor'],
    ['/creationInfo/created', '2026-11-22 00:00:00'],
    ['/creationInfo/created', '2026-02-30T00:00:00Z'],
    ['/creationInfo/creators/0', 'example-1.0'],
    ['/packages/0/SPDXID', 'SPDXRef-a_b'],
    ['/packages/0/downloadLocation', 'somewhere'],
    ['/packages/0/supplier', 'Harbor Authority'],
    ['/packages/0/licenseConcluded', 'MIT AND'],
    ['/packages/0/licenseConcluded', 'LicenseRef-2'],
    ['/packages/0/licenseConcluded', 'DocumentRef-none:LicenseRef-1'],
    ['/packages/0/checksums/0/checksumValue', 'abc'],
    ['/packages/0/externalRefs/0/referenceLocator', 'app@1.0.0 '],
    ['/packages/1/filesAnalyzed', 'no'],
    ['/packages/1/licenseInfoFromFiles', ['MIT']],
    ['/packages/0/primaryPackagePurpose', 'TOY'],
    ['/files/0/fileName', '/main.c'],
    ['/relationships/1/relationshipType', 'USES'],
    ['/relationships/1/relatedSpdxElement', 'SPDXRef-gone'],
    ['/relationships/2/relatedSpdxElement', 'DocumentRef-gone:SPDXRef-x'],
    ['/packages/0/colour', 'blue'],
  ])('with %s = %j is told where it is wrong', (pointer, value) => {
    const errors = errorsOf(changed(pointer, value))
    expect(errors.some(({ where }) => where.startsWith(pointer))).toBe(true)
  })

  it('before 2.3 must tell licenses, and knows neither newer fields nor newer checksums', () => {
    expect(errorsOf(changed('/packages/0/copyrightText', undefined, 'SPDX-2.3'))).toEqual([])
    expect(errorsOf(changed('/packages/0/copyrightText', undefined, 'SPDX-2.2'))).toHaveLength(1)
    const purpose = ['/packages/0/primaryPackagePurpose', 'LIBRARY'] as const
    expect(errorsOf(changed(...purpose, 'SPDX-2.3'))).toEqual([])
    expect(errorsOf(changed(...purpose, 'SPDX-2.2'))).toHaveLength(1)
    const checksum = ['/packages/0/checksums/0', { algorithm: 'BLAKE2b-256', checksumValue: 'a'.repeat(64) }] as const
    expect(errorsOf(changed(...checksum, 'SPDX-2.3'))).toEqual([])
    expect(errorsOf(changed(...checksum, 'SPDX-2.2'))).toHaveLength(1)
  })

  it('uses an identifier once, and says what it describes', () => {
    expect(errorsOf(changed('/files/0/SPDXID', 'SPDXRef-app'))).toContainEqual({
      where: '/files/0/SPDXID',
      message: '"SPDXRef-app" is used more than once',
    })
    expect(errorsOf(changed('/relationships/0/relationshipType', 'OTHER')).map(({ where }) => where)).toEqual([''])
  })

  it('that refuses to have its files analyzed contains none', () => {
    const document = validDocument()
    document.relationships.push({
      spdxElementId: 'SPDXRef-lib',
      relationshipType: 'CONTAINS',
      relatedSpdxElement: 'SPDXRef-file',
    })
    expect(errorsOf(document).map(({ where }) => where)).toEqual(['/relationships/3'])
  })

  it('has snippets of bytes that begin before they end', () => {
    const snippet = (first: number, last: number): Shape => ({
      ...validDocument(),
      snippets: [
        {
          SPDXID: 'SPDXRef-snippet',
          snippetFromFile: 'SPDXRef-file',
          ranges: [
            {
              startPointer: { reference: 'SPDXRef-file', offset: first },
              endPointer: { reference: 'SPDXRef-file', offset: last },
            },
          ],
        },
      ],
    })
    expect(errorsOf(snippet(10, 20))).toEqual([])
    expect(errorsOf(snippet(20, 10)).map(({ where }) => where)).toEqual(['/snippets/0/ranges/0'])
    expect(errorsOf(snippet(0, 10))).toHaveLength(1)
  })
})

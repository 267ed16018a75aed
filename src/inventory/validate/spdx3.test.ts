import { describe, expect, it } from 'vitest'
import { sourceFile } from '#inventory/source-file.ts'
import { validateSpdx3 } from './spdx3.ts'

type Shape = Record<string, unknown>

const id = 'https://example.org/harbor#'

function graph(): Shape[] {
  return [
    {
      type: 'CreationInfo',
      '@id': '_:info',
      specVersion: '3.0.1',
      created: '2026-11-22T00:00:00Z',
      createdBy: [`${id}us`],
    },
    { type: 'Organization', spdxId: `${id}us`, creationInfo: '_:info', name: 'Harbor Authority' },
    {
      type: 'SpdxDocument',
      spdxId: `${id}document`,
      creationInfo: '_:info',
      profileConformance: ['core', 'software'],
      import: [{ type: 'ExternalMap', externalSpdxId: `${id}elsewhere` }],
      rootElement: [`${id}app`],
    },
    {
      type: 'software_Package',
      spdxId: `${id}app`,
      creationInfo: '_:info',
      name: 'app',
      software_packageUrl: 'pkg:npm/app@1.0.0',
      verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'a'.repeat(64) }],
    },
    {
      type: 'simplelicensing_LicenseExpression',
      spdxId: `${id}license`,
      creationInfo: '_:info',
      simplelicensing_licenseExpression: 'MIT OR Apache-2.0',
    },
    {
      type: 'Relationship',
      spdxId: `${id}r1`,
      creationInfo: '_:info',
      from: `${id}app`,
      relationshipType: 'hasDeclaredLicense',
      to: [`${id}license`],
    },
    {
      type: 'Relationship',
      spdxId: `${id}r2`,
      creationInfo: '_:info',
      from: `${id}app`,
      relationshipType: 'dependsOn',
      to: [`${id}elsewhere`, 'https://example.com/other#lib'],
    },
  ]
}

function errorsOf(objects: readonly Shape[], context = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld') {
  const text = JSON.stringify({ '@context': context, '@graph': objects })
  return validateSpdx3(sourceFile('a.json', Buffer.from(text))).errors
}

function errorsWith(index: number, fields: Shape) {
  return errorsOf(graph().map((object, at) => (at === index ? { ...object, ...fields } : object)))
}

describe('an SPDX 3 document', () => {
  it('that follows the model has no errors', () => {
    expect(errorsOf(graph())).toEqual([])
  })

  it.each<[number, Shape, string]>([
    [0, { created: '2026-11-22' }, '/@graph/0/created'],
    [0, { specVersion: '3.0' }, '/@graph/0/specVersion'],
    [0, { createdBy: [] }, '/@graph/0'],
    [0, { createdBy: [`${id}app`] }, '/@graph/0/createdBy/0'],
    [1, { creationInfo: '_:other' }, '/@graph/1/creationInfo'],
    [1, { type: 'Organisation' }, '/@graph/1/type'],
    [2, { profileConformance: ['licensing'] }, '/@graph/2/profileConformance/0'],
    [2, { dataLicense: 'CC0-1.0' }, '/@graph/2/dataLicense'],
    [3, { type: 'software_SoftwareArtifact' }, '/@graph/3/type'],
    [3, { name: undefined }, '/@graph/3'],
    [3, { name: ['app'] }, '/@graph/3/name'],
    [3, { software_packageUrl: 'npm/app' }, '/@graph/3/software_packageUrl'],
    [3, { colour: 'blue' }, '/@graph/3/colour'],
    [
      3,
      { verifiedUsing: [{ type: 'Hash', algorithm: 'sha1', hashValue: 'ab' }] },
      '/@graph/3/verifiedUsing/0/hashValue',
    ],
    [3, { spdxId: `${id}us` }, '/@graph/3'],
    [4, { simplelicensing_licenseExpression: 'MIT OR' }, '/@graph/4/simplelicensing_licenseExpression'],
    [5, { relationshipType: 'uses' }, '/@graph/5/relationshipType'],
    [5, { to: [`${id}gone`] }, '/@graph/5/to/0'],
    [5, { to: ['NoneElement', `${id}license`] }, '/@graph/5/to'],
    [6, { type: 'SpdxDocument' }, '/@graph/6'],
  ])('with object %i changed to %j is told where it is wrong', (index, fields, where) => {
    expect(errorsWith(index, fields).map((error) => error.where)).toContain(where)
  })

  it('names the context of the version', () => {
    expect(errorsOf(graph(), 'https://example.org/context.jsonld').map(({ where }) => where)).toEqual(['/@context'])
  })

  it('may be one element, which refers to elements elsewhere', () => {
    const element = {
      '@context': 'https://spdx.org/rdf/3.0.0/spdx-context.jsonld',
      ...graph()[5],
      creationInfo: graph()[0],
    }
    const file = sourceFile('a.json', Buffer.from(JSON.stringify(element)))
    expect(validateSpdx3(file)).toEqual({ valid: true, errors: [] })
  })
})

import { describe, expect, it } from 'vitest'
import { uncarriedFields } from './uncarried.ts'

describe('what a document states beyond its parts', () => {
  it('is listed once for each kind of field, with its number', () => {
    const component = {
      type: 'library',
      name: 'gauge',
      description: 'reads the tide',
      licenses: [{ license: { id: 'MIT', url: 'https://licenses.example/mit' } }],
      externalReferences: [
        { type: 'vcs', url: 'https://git.example/gauge' },
        { type: 'website', url: 'https://gauge.example' },
      ],
    }
    const document = {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: 'urn:uuid:3e671687-395b-51f5-a30f-a58921a69b79',
      metadata: { component: { type: 'application', name: 'quay' }, tools: [{ name: 'crane' }] },
      components: [component, { type: 'library', name: 'log', components: [component], properties: [] }],
      services: [{ name: 'tides' }],
      vulnerabilities: [{ id: 'X-1' }],
    }
    expect(uncarriedFields('CycloneDX', document)).toEqual(
      [
        ['/components/*/components', '1'],
        ['/components/*/description', '2'],
        ['/components/*/externalReferences/*', '2'],
        ['/components/*/licenses/*/license/url', '2'],
        ['/metadata/tools', '1'],
        ['/serialNumber', '1'],
        ['/vulnerabilities', '1'],
      ].map(([where, detail]) => ({ where, what: 'field', detail })),
    )
  })

  it('tells uses from other relations, and words that say nothing from those that do', () => {
    const document = {
      spdxVersion: 'SPDX-2.3',
      packages: [
        { SPDXID: 'SPDXRef-1', name: 'gauge', copyrightText: 'NOASSERTION', supplier: 'Person: somebody' },
        { SPDXID: 'SPDXRef-2', name: 'log', copyrightText: 'the harbor', supplier: 'Organization: Tide Works' },
      ],
      files: [{ fileName: 'a' }],
      relationships: [{ relationshipType: 'DEPENDS_ON' }, { relationshipType: 'GENERATED_FROM' }],
    }
    expect(uncarriedFields('SPDX', document).map(({ where }) => where)).toEqual([
      '/files',
      '/packages/*/copyrightText',
      '/packages/*/supplier',
      '/relationships/*',
    ])
  })

  it('names elements of SPDX 3 by their type', () => {
    const graph = [
      { type: 'software_Package', spdxId: 'a', name: 'gauge', software_copyrightText: 'the harbor' },
      { type: 'software_File', spdxId: 'b', name: 'f' },
      { type: 'Relationship', spdxId: 'c' },
    ]
    expect(uncarriedFields('SPDX', { '@graph': graph }).map(({ where }) => where)).toEqual([
      '/@graph/*[software_File]',
      '/@graph/*[software_Package]/software_copyrightText',
    ])
  })

  it('is nothing for a lockfile', () => {
    expect(uncarriedFields('package-lock.json', { packages: { '': { engines: {} } } })).toEqual([])
  })
})

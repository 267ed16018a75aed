/** `sbom convert`, `sbom merge` and `sbom diff`, run as a person runs them. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headwater } from '#test/headwater.ts'

const samples = join(import.meta.dirname, '..', 'samples', 'sboms')
const cycloneDx = join(samples, 'cyclonedx-1.7.json')
const spdx = join(samples, 'spdx-2.3.json')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-convert-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Loss = { readonly target: string; readonly where: string; readonly what: string; readonly detail?: string }

function jsonOf(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>
}

describe('sbom convert', () => {
  it('writes to standard output and tells a person what could not be kept', () => {
    const ran = headwater(['sbom', 'convert', spdx, '-o', 'cyclonedx-1.7'])
    expect(ran.code).toBe(0)
    const bom = jsonOf(ran.stdout)
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.7', version: 1 })
    expect(bom['metadata']).toMatchObject({
      timestamp: '2026-11-22T00:00:00Z',
      component: { name: 'quay-planner', version: '4.2.0' },
    })
    expect((bom['components'] as { name: string }[]).map(({ name }) => name)).toEqual([
      'gauge',
      'log',
      'probe',
      'quay-planner',
    ])
    expect(ran.stderr).toContain('What the part is needed for cannot be said: 2×')
  })

  it('writes several files at once and lists losses with their places', () => {
    const [first, second] = [join(folder, 'a.spdx.json'), join(folder, 'a.cdx.json')]
    const args = ['sbom', 'convert', cycloneDx, '-o', `spdx-2.3=${first}`, '-o', `cyclonedx-1.6=${second}`, '--json']
    const ran = headwater(args)
    const report = jsonOf(ran.stdout)
    // Two components of the sample cannot be read.
    expect(ran.code).toBe(3)
    expect(report['outputs']).toEqual([
      { target: 'spdx-2.3', file: first },
      { target: 'cyclonedx-1.6', file: second },
    ])
    const lost = report['lost'] as Loss[]
    expect(lost).toContainEqual({
      target: 'spdx-2.3',
      where: '/components/6',
      what: 'refused',
      detail: 'part-without-name',
    })
    expect(lost).toContainEqual({ target: 'spdx-2.3', where: '/components/4', what: 'kind', detail: 'model' })
    expect(lost).toContainEqual({
      target: 'cyclonedx-1.6',
      where: '/components/0',
      what: 'license-expression',
      detail: 'mit or Apache-2.0',
    })
    for (const file of [first, second]) expect(headwater(['sbom', 'validate', file]).code).toBe(0)
  })

  it('puts the document into the JSON when both go to standard output', () => {
    const ran = headwater(['sbom', 'convert', spdx, '-o', 'spdx-3.0', '--json'])
    const [output] = jsonOf(ran.stdout)['outputs'] as { document: Record<string, unknown> }[]
    expect(output?.document['@context']).toBe('https://spdx.org/rdf/3.0.1/spdx-context.jsonld')
  })

  it('gives the same bytes again, and each document and target a name of its own', () => {
    const serial = (file: string, target: string): unknown => {
      const ran = headwater(['sbom', 'convert', file, '-o', target])
      expect(headwater(['sbom', 'convert', file, '-o', target]).stdout).toBe(ran.stdout)
      return jsonOf(ran.stdout)['serialNumber']
    }
    const serials = [serial(spdx, 'cyclonedx-1.7'), serial(spdx, 'cyclonedx-1.6'), serial(cycloneDx, 'cyclonedx-1.7')]
    expect(new Set(serials).size).toBe(3)
    expect(serials[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keeps the text of a license that is no expression', () => {
    const source = join(folder, 'odd.cdx.json')
    writeFileSync(
      source,
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        components: [
          { type: 'library', name: 'buoy', version: '1', licenses: [{ license: { name: 'Ask the harbor' } }] },
        ],
      }),
    )
    const written = jsonOf(headwater(['sbom', 'convert', source, '-o', 'spdx-2.3']).stdout)
    expect(written['hasExtractedLicensingInfos']).toEqual([
      { licenseId: 'LicenseRef-Ask-the-harbor', extractedText: 'Ask the harbor', name: 'Ask the harbor' },
    ])
    expect(written['packages']).toContainEqual(
      expect.objectContaining({ name: 'buoy', licenseDeclared: 'LicenseRef-Ask-the-harbor' }),
    )
  })

  it('says what it takes when no format or an unknown one is named', () => {
    for (const args of [[], ['-o', 'cyclonedx-2']]) {
      const ran = headwater(['sbom', 'convert', spdx, ...args])
      expect(ran.code).toBe(2)
      expect(ran.stderr).toContain('cyclonedx-1.6, cyclonedx-1.7, spdx-2.3, spdx-3.0')
    }
  })

  it('ends with 5 and writes nothing when the file is no document', () => {
    const source = join(folder, 'note.txt')
    writeFileSync(source, 'not an inventory')
    const ran = headwater(['sbom', 'convert', source, '-o', 'spdx-2.3'])
    expect([ran.code, ran.stdout]).toEqual([5, ''])
    expect(ran.stderr).toContain('No reader recognises this file')
  })
})

describe('sbom merge', () => {
  it('puts documents together, lists where they disagree, and writes a valid document', () => {
    const target = join(folder, 'merged.cdx.json')
    const ran = headwater([
      'sbom',
      'merge',
      spdx,
      join(samples, 'spdx-3.0.1.json'),
      '-o',
      `cyclonedx-1.7=${target}`,
      '--json',
    ])
    expect(ran.code).toBe(3)
    const report = jsonOf(ran.stdout)
    // Four packages and five, of which the product and gauge stand in both; one probe is hardware, the other is not.
    expect(report['counts']).toMatchObject({ taken: 7 })
    expect(report['disagreements']).toContainEqual({
      what: 'licenses',
      part: 'pkg:npm/%40tide/gauge@2.1.0',
      stated: [
        { path: spdx, value: 'declared: MIT' },
        { path: join(samples, 'spdx-3.0.1.json'), value: 'declared: MIT OR Apache-2.0' },
      ],
    })
    expect(headwater(['sbom', 'validate', target]).code).toBe(0)
    const components = jsonOf(readFileSync(target, 'utf8'))['components'] as { name: string }[]
    expect(components.filter(({ name }) => name === 'gauge')).toHaveLength(1)
  })

  it('goes on without a file that is none of ours, and says so', () => {
    const odd = join(folder, 'odd.txt')
    writeFileSync(odd, 'nothing')
    const ran = headwater(['sbom', 'merge', spdx, odd, '-o', 'spdx-2.3'])
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain(odd)
    expect((jsonOf(ran.stdout)['packages'] as unknown[]).length).toBe(4)
  })
})

describe('sbom diff', () => {
  function bom(name: string, version: string, license: string): string {
    const path = join(folder, name)
    const components = [
      {
        type: 'library',
        'bom-ref': 'g',
        name: 'gauge',
        version,
        purl: `pkg:npm/gauge@${version}`,
        licenses: [{ license: { id: license } }],
      },
    ]
    writeFileSync(path, JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components }))
    return path
  }

  it('shows versions and licenses that changed, to a person and to a program', () => {
    const [a, b] = [bom('a.json', '1.2.0', 'MIT'), bom('b.json', '1.10.0', 'BUSL-1.1')]
    const ran = headwater(['sbom', 'diff', a, b])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('pkg:npm/gauge  1.2.0 → 1.10.0  newer')
    expect(ran.stdout).toContain('declared: MIT → declared: BUSL-1.1')
    const json = jsonOf(headwater(['sbom', 'diff', a, b, '--json']).stdout)
    expect(json).toMatchObject({
      schemaVersion: 1,
      added: [],
      removed: [],
      versionChanged: [{ before: '1.2.0', after: '1.10.0', direction: 'newer' }],
      unchanged: 0,
    })
  })

  it('finds nothing between a document and itself written in another format', () => {
    const [a, b] = [bom('c.json', '1.2.0', 'MIT'), join(folder, 'd.json')]
    headwater(['sbom', 'convert', a, '-o', `cyclonedx-1.7=${b}`])
    expect(jsonOf(headwater(['sbom', 'diff', a, b, '--json']).stdout)).toMatchObject({
      added: [],
      removed: [],
      versionChanged: [],
      licenseChanged: [],
      unchanged: 1,
    })
  })
})

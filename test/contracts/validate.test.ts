/** `sbom validate` as other programs call it, and on documents made to hurt. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateBytes } from '#app/validate-file.ts'
import type { Validation } from '#inventory/validate/validation.ts'
import { headwater } from '#test/headwater.ts'
import { mutations } from '#test/mutations.ts'
import { scratchFolder, writeFiles } from '#test/sample-folder.ts'

type Shape = Record<string, unknown>

function bom(version: string, components: readonly unknown[], more: Shape = {}): string {
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: version, version: 1, components, ...more })
}

const component = { type: 'library', name: 'lib', version: '1.0.0' }

async function validate(name: string, content: string): Promise<Validation> {
  const validation = await validateBytes(name, Buffer.from(content))
  if (validation === undefined) throw new Error(`${name} was not recognised`)
  return validation
}

function xml(version: string, inside: string): string {
  return `<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/${version}" version="1">\n${inside}\n</bom>`
}

const xmlComponent = '<component type="library" bom-ref="a"><name>lib</name><version>1</version></component>'

describe('the command', () => {
  const folder = scratchFolder()
  writeFiles(folder, {
    'valid.json': bom('1.6', [component]),
    'invalid.json': bom('1.6', [{ ...component, type: 'toy' }, component]),
    'valid.xml': xml('1.6', `<components>${xmlComponent}</components>`),
    'other.json': '{"name":"harbor"}',
  })
  const run = (file: string) => headwater(['sbom', 'validate', join(folder, file), '--json'])

  it('exits 0 for a valid document and says so', () => {
    for (const file of ['valid.json', 'valid.xml']) {
      const { code, stdout } = run(file)
      expect(JSON.parse(stdout)).toEqual({ schemaVersion: 1, valid: true, errors: [] })
      expect(code).toBe(0)
    }
  })

  it('exits 1 for an invalid one and tells where', () => {
    const { code, stdout } = run('invalid.json')
    expect(code).toBe(1)
    const { valid, errors } = JSON.parse(stdout) as Validation
    expect(valid).toBe(false)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ where: '/components/0/type', message: expect.stringContaining('"application"') })
  })

  it('exits 5 for what is no document it can check, and 2 for what is not there', () => {
    const { code, stdout } = run('other.json')
    expect(code).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, valid: false })
    expect(run('absent.json').code).toBe(2)
  })

  it('tells a person the same', () => {
    const { code, stdout } = headwater(['sbom', 'validate', join(folder, 'invalid.json')])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^\/components\/0\/type: must be one of .*\nInvalid: 1 error\n$/)
  })
})

describe('CycloneDX JSON', () => {
  it.each(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'])(
    '%s is checked by its own schema, from the first document on',
    async (version) => {
      for (let round = 0; round < 3; round += 1) {
        expect(await validate('a.json', bom(version, [component]))).toEqual({ valid: true, errors: [] })
        const { errors } = await validate('a.json', bom(version, [component, { ...component, nmae: 'x' }]))
        expect(errors).toContainEqual({ where: '/components/1', message: 'field "nmae" is not known here' })
      }
    },
  )

  it('has entries that differ and references that are used once', async () => {
    const same = await validate('a.json', bom('1.6', [component, { ...component, name: 'other' }, component]))
    expect(same.errors).toEqual([
      { where: '/components', message: 'entries 0 and 2 are equal, which is not allowed here' },
    ])
    const nested = { ...component, 'bom-ref': 'a', components: [{ ...component, 'bom-ref': 'a' }] }
    expect((await validate('a.json', bom('1.6', [nested]))).errors).toEqual([
      { where: '/components/0/components/0/bom-ref', message: 'bom-ref "a" is used more than once' },
    ])
  })

  it('of an unknown version or with text behind it is invalid', async () => {
    expect((await validate('a.json', bom('2.0', []))).errors.map(({ where }) => where)).toEqual(['/specVersion'])
    expect((await validate('a.json', `${bom('1.6', [])} trailing`)).valid).toBe(false)
  })

  it('inside an attestation is found, and its errors point into the whole', async () => {
    const predicate = JSON.parse(bom('1.6', [{ name: 'lib' }])) as Shape
    const text = JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', predicateType: 'x', predicate })
    expect((await validate('a.json', text)).errors).toEqual([
      { where: '/predicate/components/0', message: 'field "type" is missing' },
    ])
  })

  it('with many errors tells the first thousand, each at its place', async () => {
    const many = Array.from({ length: 30_000 }, (_, index) => ({
      ...component,
      name: `lib-${index}`,
      type: index === 29_999 ? 'toy' : 'library',
    }))
    const { errors } = await validate('a.json', bom('1.6', many))
    expect(errors.map(({ where }) => where)).toEqual(['/components/29999/type'])
    const worst = await validate(
      'a.json',
      bom(
        '1.6',
        Array.from({ length: 200_000 }, (_, index) => index),
      ),
    )
    expect(worst.valid).toBe(false)
    expect(worst.errors.length).toBe(1001)
  })
})

describe('CycloneDX XML', () => {
  it('is checked by its schema, with the line', async () => {
    const { errors } = await validate(
      'a.xml',
      xml('1.6', '<components>\n<component type="toy"><name>x</name></component>\n</components>'),
    )
    expect(errors[0]).toMatchObject({ where: 'line 4', message: expect.stringContaining("attribute 'type'") })
  })

  it('has references that are used once, which the schema is not asked for', async () => {
    const { errors } = await validate(
      'a.xml',
      xml('1.6', `<components>\n${xmlComponent}\n${xmlComponent}\n</components>`),
    )
    expect(errors).toEqual([{ where: 'line 5', message: 'bom-ref "a" is used more than once' }])
  })

  it('may have a prefix and UTF-16', async () => {
    const text =
      '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6" version="1"><c:components><c:component type="library"><c:name>x</c:name></c:component></c:components></c:bom>'
    expect(await validate('a.xml', text)).toEqual({ valid: true, errors: [] })
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(await validateBytes('a.xml', wide)).toEqual({ valid: true, errors: [] })
  })
})

describe('a document made to hurt', () => {
  const levels = 200_000
  const laughs = Array.from({ length: 30 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
    '',
  )

  it.each<[string, string, string]>([
    [
      'deep JSON',
      'a.json',
      `${bom('1.6', []).slice(0, -3)}${'[{"components":'.repeat(levels)}[]${'}]'.repeat(levels)}}`,
    ],
    ['JSON cut in its depth', 'a.json', `${bom('1.6', []).slice(0, -3)}${'[{"components":'.repeat(levels)}`],
    [
      'deep XML',
      'a.xml',
      xml(
        '1.6',
        `${'<components><component type="library"><name>a</name>'.repeat(levels)}${'</component></components>'.repeat(levels)}`,
      ),
    ],
    [
      'entities',
      'a.xml',
      xml('1.6', '<components><component type="library"><name>&l30;</name></component></components>').replace(
        '<bom',
        `<!DOCTYPE bom [<!ENTITY l0 "ha">${laughs}]><bom`,
      ),
    ],
    [
      'an entity from outside',
      'a.xml',
      xml('1.6', '<components><component type="library"><name>&out;</name></component></components>').replace(
        '<bom',
        '<!DOCTYPE bom [<!ENTITY out SYSTEM "file:///etc/passwd">]><bom',
      ),
    ],
    [
      'a long text',
      'a.xml',
      xml(
        '1.6',
        `<components><component type="library"><name>${'a'.repeat(20_000_000)}</name></component></components>`,
      ),
    ],
    ['deep SPDX', 'a.json', `{"spdxVersion":"SPDX-2.3","packages":${'['.repeat(levels)}${']'.repeat(levels)}}`],
    [
      'deep SPDX 3',
      'a.json',
      `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":${'[{"type":"File","to":'.repeat(levels)}1${'}]'.repeat(levels)}}`,
    ],
    ['deep YAML', 'a.spdx.yaml', `spdxVersion: SPDX-2.3\npackages: ${'['.repeat(20_000)}`],
    ['keys of keys', 'a.spdx.yaml', `spdxVersion: SPDX-2.3\npackages:\n  - SPDXID:\n      ${'? '.repeat(600)}x`],
    [
      'aliases that multiply',
      'a.spdx.yaml',
      `spdxVersion: SPDX-2.3\nl0: &l0 [x, x]\n${Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}x]`).join('\n')}\n`,
    ],
    [
      'a hostile license',
      'a.json',
      JSON.stringify({ spdxVersion: 'SPDX-2.3', packages: [{ licenseDeclared: `${'('.repeat(100_000)}MIT` }] }),
    ],
    [
      'methods for fields',
      'a.json',
      '{"spdxVersion":"SPDX-2.3","toString":1,"packages":[{"__proto__":{"a":1},"valueOf":2,"filesAnalyzed":{"toString":1}}],"snippets":[{"ranges":[{"startPointer":{"offset":{"valueOf":1,"toString":2}},"endPointer":{}}]}]}',
    ],
  ])('(%s) is invalid, and no more', async (_, name, content) => {
    const { valid, errors } = await validate(name, content)
    expect(valid).toBe(false)
    expect(errors.length).toBeGreaterThan(0)
    expect(JSON.stringify(errors)).not.toMatch(/haha|root:/)
    expect(JSON.stringify(errors).length).toBeLessThan(400_000)
  })

  it('by chance gets a verdict too', async () => {
    const folder = join(import.meta.dirname, '..', 'samples', 'sboms')
    let judged = 0
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.xml')) continue
      for (const bytes of mutations(readFileSync(join(folder, name)), 300)) {
        const validation = await validateBytes(name, bytes)
        if (validation === undefined) continue
        judged += 1
        expect(validation.valid).toBe(validation.errors.length === 0)
        expect(
          validation.errors.filter(({ message }) => message.startsWith('the document could not be checked')),
        ).toEqual([])
      }
    }
    expect(judged).toBeGreaterThan(1000)
  })
})

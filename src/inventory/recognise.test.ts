import { describe, expect, it } from 'vitest'
import { couldBeRelevant, readDocument, recognise } from './recognise.ts'
import { sourceFile } from './source-file.ts'

function file(path: string, text: string) {
  return sourceFile(path, Buffer.from(text))
}

const bom = '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","version":"1"}]}'

describe('recognising', () => {
  it('knows an SBOM by its content, whatever its name', () => {
    expect(recognise(file('upload.txt', bom))?.id).toBe('cyclonedx-json')
    expect(recognise(file('package-lock.json', bom))?.id).toBe('cyclonedx-json')
  })

  it('knows a document that names its format after its parts', () => {
    const padding = JSON.stringify('x'.repeat(100_000))
    expect(recognise(file('a', `{"a":${padding},"bomFormat":"CycloneDX","specVersion":"1.6"}`))?.id).toBe(
      'cyclonedx-json',
    )
  })

  it('leaves alone what is none of ours', () => {
    expect(recognise(file('README.md', '# Hello'))).toBeUndefined()
    expect(recognise(file('data.json', '{"name":"x"}'))).toBeUndefined()
    expect(readDocument(file('data.json', '{"name":"x"}'))).toBeUndefined()
    expect(readDocument(file('data.json', ''))).toBeUndefined()
  })
})

describe('a file that is not what its name says', () => {
  it.each([
    ['package-lock.json', '<!DOCTYPE html><html><body>404</body></html>', 'not-what-it-says'],
    ['sub/yarn.lock', '<html></html>', 'not-what-it-says'],
    ['Cargo.lock', '\0\0\0\0', 'not-what-it-says'],
    ['app.cdx.json', '{"name":"x"}', 'not-what-it-says'],
    ['app.spdx', 'hello', 'not-what-it-says'],
    ['package-lock.json', '', 'empty-file'],
    ['app.cdx.xml', '', 'empty-file'],
  ])('%s is read as a document without parts and an issue', (path, text, code) => {
    const document = readDocument(file(path, text))
    expect(document?.counts).toEqual({ found: 0, taken: 0, refused: 0, edges: 0, services: 0 })
    expect(document?.issues).toEqual([{ code, where: '' }])
  })
})

it('says when bytes of a document are no text', () => {
  const bytes = Buffer.from(bom.replace('"a"', '"?"'))
  bytes[bytes.indexOf('?')] = 0xe9
  expect(readDocument(sourceFile('bom.json', bytes))?.issues.at(-1)).toEqual({ code: 'not-text', where: '' })
})

describe('names worth opening', () => {
  it.each([
    'bom.json',
    'a/sbom.xml',
    'x.cdx.json',
    'x.spdx.json',
    'x.spdx',
    'my-sbom-1.2.json',
    'vendor_sbom.spdx.yaml',
    'app-bom.xml',
    'go.mod',
    'x.spdx.rdf.xml',
    'dist/app.sbom.json',
  ])('%s is', (path) => {
    expect(couldBeRelevant(path)).toBe(true)
  })

  it.each(['src/index.js', 'README.md', 'tsconfig.json', 'bombay.json', 'data.xml', 'src/spdx.ts', 'mybomb.json'])(
    '%s is not',
    (path) => {
      expect(couldBeRelevant(path)).toBe(false)
    },
  )
})

/** Documents made to hurt: each is refused or bounded, with an issue that says so. */

import { describe, expect, it } from 'vitest'
import type { ReadDocument } from '#domain/part.ts'
import { recognise } from '#inventory/recognise.ts'
import { sourceFile } from '#inventory/source-file.ts'

/** Asks the reader directly, so that no guard around it hides that it throws. */
function read(path: string, content: string): ReadDocument {
  const file = sourceFile(path, Buffer.from(content))
  const document = recognise(file)?.read(file)
  if (document === undefined) throw new Error(`${path} was not recognised`)
  expect(document.counts.found).toBe(document.counts.taken + document.counts.refused)
  return document
}

function codes({ issues, refused }: ReadDocument): string[] {
  return [...new Set([...issues, ...refused].map(({ code }) => code))].sort()
}

describe('YAML', () => {
  it.each(['{', '? ', '{? ', '? [', '[{'])('with collections as keys of keys (%s) is not written out', (open) => {
    const text = (start: string) => `${start}\n  - SPDXID:\n      ${open.repeat(600)}x`
    expect(codes(read('bom.spdx.yaml', text('spdxVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\npackages:')))).toContain(
      'not-yaml',
    )
    expect(codes(read('pnpm-lock.yaml', `lockfileVersion: '9.0'\npackages:\n  ${open.repeat(600)}x`))).toContain(
      'not-yaml',
    )
  })

  it('with members that look like methods is no object to be called', () => {
    const entry = 'resolution: {integrity: sha512-x}\n    dev: {toString: 1, valueOf: 2}'
    expect(read('pnpm-lock.yaml', `lockfileVersion: 5.4\npackages:\n  /a/1.0.0:\n    ${entry}\n`).counts.taken).toBe(1)
    const toml = '[[package]]\nname = {toString = 1}\nversion = {valueOf = 1, toString = 2}\n'
    expect(read('pdm.lock', toml).counts).toMatchObject({ taken: 0, refused: 1 })
  })
})

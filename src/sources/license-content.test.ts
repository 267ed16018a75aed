import { describe, expect, it } from 'vitest'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import { loadLicenseTables } from './license-content.ts'
import { readContent } from './content.ts'
import { z } from 'zod'

const { families, duties, combiningExceptions, modelFramework } = loadLicenseTables()

describe('the license tables that ship', () => {
  it('have each license in one family, under a listed identifier or a reference', () => {
    const licenses = families.flatMap((family) => family.licenses)
    expect(licenses.filter((license, at) => licenses.indexOf(license) !== at)).toEqual([])
    expect(licenses.filter((license) => !parseLicenseExpression(license).ok)).toEqual([])
  })

  it('know every duty that a family names, and use every duty', () => {
    const known = new Set(duties.map(({ id }) => id))
    const named = new Set(families.flatMap((family) => family.duties))
    expect([...named].filter((duty) => !known.has(duty))).toEqual([])
    expect([...known].filter((duty) => !named.has(duty))).toEqual([])
  })

  it('name listed exceptions', () => {
    expect(combiningExceptions.filter((id) => !parseLicenseExpression(`GPL-2.0-only WITH ${id}`).ok)).toEqual([])
  })

  it('name a source for every entry', () => {
    expect(
      [...families, ...duties].filter(({ source, sourceLicense }) => source === '' || sourceLicense === ''),
    ).toEqual([])
  })

  it('refer to components of the framework only', () => {
    const names = new Set(modelFramework.components.map(({ name }) => name))
    for (const { component, standsInFor } of modelFramework.standIns) {
      expect([names.has(component), names.has(standsInFor)]).toEqual([true, true])
    }
  })

  it.each([
    ['MIT', 'none', 'open'],
    ['SSPL-1.0', 'restricted', 'source-available'],
    ['BUSL-1.1', 'restricted', 'source-available'],
    ['CC-BY-NC-4.0', 'restricted', 'use-restricted'],
    ['LicenseRef-OpenRAIL', 'restricted', 'use-restricted'],
    ['ODbL-1.0', 'share-alike', 'open'],
    ['CERN-OHL-S-2.0', 'strong', 'open'],
  ])('class %s as %s and %s', (license, reciprocity, openness) => {
    expect(families.find((family) => family.licenses.includes(license))).toMatchObject({ reciprocity, openness })
  })
})

describe('reading a pack', () => {
  it('refuses a pack that does not follow its schema, with file and line', () => {
    expect(() => readContent('licenses/duties.yaml', z.strictObject({ pack: z.number() }))).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'config-invalid', file: 'content/licenses/duties.yaml' }),
      }),
    )
  })

  it('says which pack is missing', () => {
    expect(() => readContent('licenses/none.yaml', z.unknown())).toThrow(
      expect.objectContaining({ problem: { code: 'path-missing', path: 'content/licenses/none.yaml' } }),
    )
  })
})

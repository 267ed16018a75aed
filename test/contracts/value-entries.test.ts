/** Contracts over every registered effort model and value method. */

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackageColumns } from '#value/method.ts'
import { methods } from '#value/methods.generated.ts'
import { models } from '#value/models.generated.ts'

describe.each(models.map((model) => [model.id, model] as const))('effort model %s', (_, model) => {
  it('says what it is and where its constants stand', () => {
    expect([model.label, model.formula, model.explanation, model.source].filter((text) => text.trim() === '')).toEqual(
      [],
    )
  })

  it('costs nothing for nothing, and never less for more', () => {
    expect(model.effort(0)).toBe(0)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (a, b) => {
          expect(model.effort(Math.max(a, b))).toBeGreaterThanOrEqual(model.effort(Math.min(a, b)))
        },
      ),
    )
  })
})

describe.each(methods.map((method) => [method.id, method] as const))('value method %s', (_, method) => {
  it('says what it is and where it comes from', () => {
    expect(
      [method.label, method.question, method.explanation, method.source].filter((text) => text.trim() === ''),
    ).toEqual([])
  })

  it('gives each package one figure per band, and none below zero', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000 }), { maxLength: 30 }), (lines) => {
        const effort = method.effort(columns(lines))
        for (const band of [effort.low, effort.central, effort.high]) {
          expect(band.length).toBe(lines.length)
          expect([...band].every((value) => value >= 0 && Number.isFinite(value))).toBe(true)
        }
      }),
    )
  })
})

function columns(lines: readonly number[]): PackageColumns {
  return {
    count: lines.length,
    deduplicated: Float64Array.from(lines),
    raw: Float64Array.from(lines, (count) => count * 2),
    isRuntime: new Uint8Array(lines.length).fill(1),
    isOptional: new Uint8Array(lines.length),
    isTransitiveOnly: new Uint8Array(lines.length),
    isInBoughtOnly: new Uint8Array(lines.length),
  }
}

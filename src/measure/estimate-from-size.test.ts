import { expect, it } from 'vitest'
import { estimateFromSize, shapeOfManifest, shippedLines } from './estimate-from-size.ts'

it('gives the published estimates for express and axios', () => {
  const express = estimateFromSize({ ecosystem: 'npm', unpackedBytes: 76_638, dual: false, types: false })
  const axios = estimateFromSize({ ecosystem: 'npm', unpackedBytes: 2_235_438, dual: true, types: true })
  if ('refused' in express || 'refused' in axios) throw new Error('npm is calibrated')
  expect(express.deduplicated.toFixed(2)).toBe('750.55')
  expect(express.raw.toFixed(2)).toBe('790.29')
  expect(axios.deduplicated.toFixed(1)).toBe('11893.4')
  expect(shippedLines(1_033_496).toFixed(2)).toBe('14218.04')
})

it('refuses ecosystems that nobody measured, and sizes that are not known', () => {
  const shape = { unpackedBytes: 1000, dual: false, types: false }
  expect(estimateFromSize({ ...shape, ecosystem: 'pypi' })).toEqual({ refused: 'ecosystem-not-calibrated' })
  expect(estimateFromSize({ ...shape, ecosystem: 'npm', unpackedBytes: Number.NaN })).toEqual({
    refused: 'size-unknown',
  })
  expect(estimateFromSize({ ...shape, ecosystem: 'npm', unpackedBytes: 0 })).toEqual({ refused: 'size-unknown' })
})

it('tells from the manifest whether code is shipped twice and with types', () => {
  expect(shapeOfManifest({ main: 'index.js' })).toEqual({ dual: false, types: false })
  expect(shapeOfManifest({ main: 'index.js', module: 'index.mjs', types: 'index.d.ts' })).toEqual({
    dual: true,
    types: true,
  })
  const exports = { '.': { types: './a.d.ts', import: './a.mjs', require: './a.cjs' } }
  expect(shapeOfManifest({ exports })).toEqual({ dual: true, types: true })
  expect(shapeOfManifest({ exports: { '.': { import: './a.mjs' } } })).toEqual({ dual: false, types: false })
  for (const nonsense of [null, 7, 'x', [], { exports: 3 }])
    expect(shapeOfManifest(nonsense)).toEqual({ dual: false, types: false })
})

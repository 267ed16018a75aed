import { expect, it } from 'vitest'
import { loadReuseBenchmarks } from './reuse-benchmarks.ts'

it('holds one published share a year, from 35 % in 2015 to 70 % in 2025, each with its source', () => {
  const entries = loadReuseBenchmarks()
  expect(entries.map(({ year, share }) => [year, share])).toEqual([
    [2015, 0.35],
    [2020, 0.7],
    [2021, 0.75],
    [2022, 0.78],
    [2023, 0.76],
    [2024, 0.77],
    [2025, 0.7],
  ])
  expect(entries.filter(({ source, id, year }) => source === '' || id !== `ossra-${year}`)).toEqual([])
})

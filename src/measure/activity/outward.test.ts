import { expect, it } from 'vitest'
import { affiliationsBy } from './affiliation.ts'
import { discoverOutward } from './outward.ts'

it('finds the projects that the organization contributes to, with its own share', () => {
  const affiliate = affiliationsBy({
    employments: [
      { person: 'p-1', organization: 'harbor', addresses: ['ida@gmail.com'], from: null, to: '2025-06-30' },
    ],
    domains: [{ domain: 'harbor.example', organization: 'harbor', from: null, to: null }],
  })
  const rows = [
    { project: 'forge.example/tide', address: 'otto@harbor.example', on: '2025-01-01', commits: 3 },
    { project: 'forge.example/tide', address: 'ida@gmail.com', on: '2025-06-30', commits: 2 },
    { project: 'forge.example/tide', address: 'ida@gmail.com', on: '2025-07-01', commits: 5 },
    { project: 'forge.example/gauge', address: 'pax@riverton.example', on: '2025-01-01', commits: 9 },
  ]
  expect(discoverOutward(rows, affiliate, 'harbor', 2)).toEqual([
    { project: 'forge.example/tide', own: 5, listed: 10, ownShare: 0.5, people: 2, last: '2025-06' },
  ])
  expect(discoverOutward(rows, affiliate, 'harbor', 3)).toMatchObject([{ own: 5, people: null }])
})

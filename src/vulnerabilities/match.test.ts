import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { versionOrder } from '#ecosystems/versions.ts'
import type { KeptAdvisory } from './advisory.ts'
import { openPack, packAdvisories, type AdvisoryPack } from './index-pack.ts'
import { lookUpCommit, lookUpPart, lookUpPurl } from './look-up.ts'
import { matchParts } from './match.ts'
import { readAdvisory } from './osv.ts'

type Events = readonly Readonly<Record<string, string>>[]
type Affected = {
  readonly ecosystem?: string
  readonly name?: string
  readonly ranges?: unknown
  readonly versions?: readonly string[]
}

let count = 0
function advisory(id: string, affected: readonly Affected[], fields: object = {}): KeptAdvisory {
  const record = {
    id,
    modified: '2026-01-01T00:00:00Z',
    ...fields,
    affected: affected.map(({ ecosystem, name, ...rest }) => ({ package: { ecosystem, name }, ...rest })),
  }
  const read = readAdvisory(JSON.stringify(record))
  if (!read.ok) throw new Error(read.issue.code)
  count += 1
  return { advisory: read.advisory, evidence: count.toString(16).padStart(64, '0') }
}
const range = (...events: Events) => [{ type: 'ECOSYSTEM', events }]
const packs = (ecosystem: string, ...advisories: readonly KeptAdvisory[]): ReadonlyMap<string, AdvisoryPack> =>
  new Map([[ecosystem, openPack(packAdvisories(ecosystem, advisories))]])
const ask = (index: ReadonlyMap<string, AdvisoryPack>, ecosystem: string, name: string, version: string | null) => {
  const { matches, cannotTell } = lookUpPart(index, { ecosystem, name, version })
  return [...matches.map(({ id }) => id), ...cannotTell]
}

describe('an old lodash', () => {
  const index = packs(
    'npm',
    advisory(
      'GHSA-1',
      [{ ecosystem: 'npm', name: 'lodash', ranges: range({ introduced: '0' }, { fixed: '4.17.21' }) }],
      {
        aliases: ['CVE-2021-23337'],
        severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H' }],
        published: '2021-05-06T16:05:51Z',
      },
    ),
    advisory(
      'OTHER-1',
      [{ ecosystem: 'npm', name: 'lodash', ranges: range({ introduced: '4.0.0' }, { last_affected: '4.17.20' }) }],
      { aliases: ['CVE-2021-23337'], summary: 'Command injection' },
    ),
  )

  it('is one finding of two records, with the place in each', () => {
    expect(lookUpPurl(index, 'pkg:npm/lodash@4.17.20').matches).toEqual([
      {
        id: 'CVE-2021-23337',
        aliases: ['CVE-2021-23337', 'GHSA-1', 'OTHER-1'],
        advisories: [
          { id: 'GHSA-1', evidence: expect.stringMatching(/^[0-9a-f]{64}$/), at: '/affected/0/ranges/0' },
          { id: 'OTHER-1', evidence: expect.stringMatching(/^[0-9a-f]{64}$/), at: '/affected/0/ranges/0' },
        ],
        summary: 'Command injection',
        severity: 'high',
        score: 7.2,
        vector: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H',
        fixed: ['4.17.21'],
        published: '2021-05-06T16:05:51Z',
        modified: '2026-01-01T00:00:00Z',
      },
    ])
  })

  it('is not found once it is fixed, nor under another name', () => {
    expect(ask(index, 'npm', 'lodash', '4.17.21')).toEqual([])
    expect(ask(index, 'npm', 'lodash-es', '4.17.20')).toEqual([])
  })

  it('counts prereleases of the fix as affected', () => {
    expect(ask(index, 'npm', 'lodash', '4.17.21-rc.1')).toEqual(['CVE-2021-23337'])
  })

  it('cannot be told without version, without readable version, and without advisories of the ecosystem', () => {
    expect(ask(index, 'npm', 'lodash', null)).toEqual(['no-version'])
    expect(ask(index, 'npm', 'lodash', 'latest')).toEqual(['version-unreadable'])
    expect(ask(index, 'PyPI', 'lodash', '1.0')).toEqual(['ecosystem-not-loaded'])
    expect(lookUpPurl(index, 'lodash')).toEqual({ matches: [], cannotTell: ['no-purl'] })
  })
})

describe('what a record may say', () => {
  it('versions listed one by one, which say nothing about versions between them', () => {
    const index = packs(
      'PyPI',
      advisory('PYSEC-1', [{ ecosystem: 'PyPI', name: 'Flask_Cors', versions: ['1.0', '1.2'] }]),
    )
    expect(ask(index, 'PyPI', 'flask-cors', '1.0.0')).toEqual(['PYSEC-1'])
    expect(ask(index, 'PyPI', 'flask-cors', '1.1')).toEqual([])
    expect(lookUpPurl(index, 'pkg:pypi/flask-cors@1.2').matches[0]?.advisories[0].at).toBe('/affected/0/versions')
  })

  it('a list beside a range: either counts, the range is what is cited', () => {
    const ranges = range({ introduced: '1.0' }, { fixed: '2.0' })
    const index = packs(
      'PyPI',
      advisory('PYSEC-1', [{ ecosystem: 'PyPI', name: 'a', ranges, versions: ['1.5', '3.0'] }]),
    )
    expect(['1.5', '3.0', '2.5'].map((version) => ask(index, 'PyPI', 'a', version).length)).toEqual([1, 1, 0])
    expect(lookUpPurl(index, 'pkg:pypi/a@1.5').matches[0]?.advisories.map(({ at }) => at)).toEqual([
      '/affected/0/ranges/0',
    ])
  })

  it('nothing about versions, which is not the same as not affected', () => {
    const index = packs('PyPI', advisory('PYSEC-1', [{ ecosystem: 'PyPI', name: 'a' }]))
    expect(ask(index, 'PyPI', 'a', '1.0')).toEqual(['range-unknown'])
  })

  it('a range of an unknown kind, or with a bound that is no version', () => {
    const odd = [{ type: 'WEIRD', events: [] }]
    const index = packs(
      'npm',
      advisory('A', [{ ecosystem: 'npm', name: 'a', ranges: odd }]),
      advisory('B', [{ ecosystem: 'npm', name: 'b', ranges: range({ introduced: '0' }, { fixed: 'soon' }) }]),
      advisory('C', [{ ecosystem: 'npm', name: 'c', ranges: [...odd, ...range({ introduced: '0' })] }]),
    )
    expect(ask(index, 'npm', 'a', '1.0.0')).toEqual(['range-unknown'])
    expect(ask(index, 'npm', 'b', '1.0.0')).toEqual(['range-unknown'])
    expect(ask(index, 'npm', 'c', '1.0.0')).toEqual(['C'])
  })

  it('that it was withdrawn: it stays known and matches nothing', () => {
    const withdrawn = { withdrawn: '2026-01-02T00:00:00Z' }
    const index = packs(
      'npm',
      advisory('A', [{ ecosystem: 'npm', name: 'a', ranges: range({ introduced: '0' }) }], withdrawn),
    )
    expect(ask(index, 'npm', 'a', '1.0.0')).toEqual([])
    expect([index.get('npm')?.advisories, index.get('npm')?.record(0).isWithdrawn]).toEqual([1, true])
  })

  it('the same id twice: the newer one counts', () => {
    const older = advisory('A', [{ ecosystem: 'npm', name: 'a', ranges: range({ introduced: '0' }) }])
    const newer = advisory('A', [{ ecosystem: 'npm', name: 'a', ranges: range({ introduced: '2.0.0' }) }], {
      modified: '2026-02-01T00:00:00Z',
    })
    for (const pair of [
      [older, newer],
      [newer, older],
    ] as const) {
      expect(ask(packs('npm', ...pair), 'npm', 'a', '1.0.0')).toEqual([])
    }
  })

  it('an ecosystem nobody knows the order of: only what needs none is told', () => {
    const index = packs(
      'Nowhere',
      advisory('A', [{ ecosystem: 'Nowhere', name: 'a', ranges: range({ introduced: '0' }), versions: ['r7'] }]),
      advisory('B', [
        { ecosystem: 'Nowhere', name: 'b', ranges: [{ type: 'SEMVER', events: [{ introduced: '1.0.0' }] }] },
      ]),
    )
    expect(ask(index, 'Nowhere', 'a', 'r7')).toEqual(['A'])
    expect(ask(index, 'Nowhere', 'a', 'r8')).toEqual(['range-unknown'])
    expect(ask(index, 'Nowhere', 'b', '1.2.0')).toEqual(['B'])
  })
})

describe('releases of a distribution', () => {
  const at = (release: string, fixed: string): Affected => ({
    ecosystem: `Debian:${release}`,
    name: 'dpkg',
    ranges: range({ introduced: '0' }, { fixed }),
  })
  const index = packs('Debian', advisory('DSA-1', [at('11', '1.20.10'), at('12', '1.21.8')]))

  it('have fixes of their own', () => {
    expect(ask(index, 'Debian:11', 'dpkg', '1.20.10')).toEqual([])
    expect(ask(index, 'Debian:12', 'dpkg', '1.20.10')).toEqual(['DSA-1'])
    expect(ask(index, 'Debian:13', 'dpkg', '1.20.10')).toEqual([])
  })

  it('must agree when the part names none', () => {
    expect(ask(index, 'Debian', 'dpkg', '1.20.9')).toEqual(['DSA-1'])
    expect(ask(index, 'Debian', 'dpkg', '1.20.10')).toEqual(['release-unknown'])
    expect(ask(index, 'Debian', 'dpkg', '1.22')).toEqual([])
  })

  it('are found under both spellings', () => {
    const ubuntu: Affected = { ecosystem: 'Ubuntu:22.04:LTS', name: 'dpkg', ranges: range({ introduced: '0' }) }
    const both = packs('Ubuntu', advisory('USN-1', [ubuntu]))
    expect(ask(both, 'Ubuntu:22.04', 'dpkg', '1.21.1')).toEqual(['USN-1'])
    expect(ask(both, 'Ubuntu:Pro:22.04:LTS', 'dpkg', '1.21.1')).toEqual([])
  })
})

describe('repositories and commits', () => {
  const first = 'a'.repeat(40)
  const fix = 'b'.repeat(40)
  const record = advisory('CVE-1', [
    {
      ranges: [{ type: 'GIT', repo: 'https://example.org/A/lib.git', events: [{ introduced: first }, { fixed: fix }] }],
      versions: ['v1.0'],
    },
  ])
  const index = packs('GIT', record)

  it('match commits that the record names as affected, and say that there may be more', () => {
    expect(lookUpCommit(index, first.toUpperCase())).toMatchObject({
      matches: [{ id: 'CVE-1' }],
      cannotTell: ['range-unknown'],
    })
    expect(lookUpCommit(index, fix).matches).toEqual([])
  })

  it('match tags of a repository by its address', () => {
    expect(ask(index, 'GIT', 'example.org/a/lib', 'v1.0')).toContain('CVE-1')
    expect(ask(index, 'GIT', 'example.org/a/lib', 'v1.1')).not.toContain('CVE-1')
  })
})

describe('many versions at once', () => {
  const ordered = {
    npm: [
      '0.0.1',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-beta',
      '1.0.0',
      '1.2.0',
      '1.10.0',
      '2.0.0-rc.1',
      '2.0.0',
      '10.0.0',
    ],
    PyPI: ['0.1', '1.0.dev1', '1.0a1', '1.0rc1', '1.0', '1.0.post1', '1.2', '1.10', '2!0.1'],
    Debian: ['0.9', '1.0~rc1-1', '1.0-1~deb12u1', '1.0-1', '1.0-1+b1', '1.0-2', '1:0.1'],
    Maven: ['1.0-alpha-1', '1.0-SNAPSHOT', '1.0', '1.0-sp-1', '1.1.Final', '2.0-M1', '2.0'],
  } as const
  type Name = keyof typeof ordered

  const events = (ecosystem: Name) => {
    const version = fc.constantFrom<string>(...ordered[ecosystem])
    const kinds = ['introduced', 'fixed', 'last_affected', 'limit'] as const
    const any = fc.tuple(fc.constantFrom(...kinds), version).map(([kind, bound]) => ({ [kind]: bound }))
    return fc
      .tuple(fc.oneof(version, fc.constant('0')), fc.array(any, { maxLength: 5 }))
      .map(([introduced, others]): Events => [{ introduced }, ...others])
  }

  it.each(Object.keys(ordered) as Name[])('get the answer of the published algorithm in %s', (ecosystem) => {
    const statement = fc.record({
      events: events(ecosystem),
      versions: fc.subarray([...ordered[ecosystem]], { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), (statements) => {
        const advisories = statements.map((one, number) =>
          advisory(`A-${number}`, [{ ecosystem, name: 'a', ranges: range(...one.events), versions: one.versions }]),
        )
        const index = packs(ecosystem, ...advisories)
        const queries = ordered[ecosystem].map((version) => ({ ecosystem, name: 'a', version }))
        const table = matchParts(index, queries)
        const pack = index.get(ecosystem) as AdvisoryPack
        for (const [query, { version }] of queries.entries()) {
          const found = new Set<string>()
          for (let row = 0; row < table.count; row += 1) {
            if (table.query[row] === query) found.add(pack.record(pack.recordOf(table.hit[row] ?? 0)).id)
          }
          const expected = statements.flatMap((one, number) =>
            isAffected(ecosystem, version, one) ? [`A-${number}`] : [],
          )
          expect([version, [...found].sort()]).toEqual([version, expected])
        }
      }),
      { numRuns: 300 },
    )
  })

  /** The algorithm of OSV's schema on the texts themselves. */
  function isAffected(
    ecosystem: string,
    version: string,
    one: { readonly events: Events; readonly versions: readonly string[] },
  ) {
    const compare = (a: string, b: string): number => versionOrder(ecosystem)?.compare(a, b) ?? 0
    if (one.versions.some((listed) => compare(listed, version) === 0)) return true
    const flat = one.events.flatMap((entry) => Object.entries(entry))
    const limits = flat.filter(([kind]) => kind === 'limit')
    if (limits.length > 0 && !limits.some(([, bound]) => compare(version, bound) < 0)) return false
    const isStart = ([kind, bound]: readonly [string, string]): boolean => kind === 'introduced' && bound === '0'
    let affected = false
    for (const event of [...flat].sort((a, b) =>
      isStart(a) ? (isStart(b) ? 0 : -1) : isStart(b) ? 1 : compare(a[1], b[1]),
    )) {
      const order = isStart(event) ? 1 : compare(version, event[1])
      if (event[0] === 'introduced' && order >= 0) affected = true
      if (event[0] === 'fixed' && order >= 0) affected = false
      if (event[0] === 'last_affected' && order > 0) affected = false
    }
    return affected
  }
})

describe('a pack', () => {
  const bytes = packAdvisories('npm', [
    advisory('A', [{ ecosystem: 'npm', name: 'a', ranges: range({ introduced: '0' }) }], { summary: 'Ärger mit 漢字' }),
  ])

  it('is the same for the same advisories, in any order', () => {
    const one = advisory('A', [{ ecosystem: 'npm', name: 'a', ranges: range({ introduced: '0' }) }])
    const two = advisory('B', [{ ecosystem: 'npm', name: 'b', ranges: range({ introduced: '0' }) }])
    expect(packAdvisories('npm', [two, one])).toEqual(packAdvisories('npm', [one, two]))
  })

  it('keeps text of any script, and may lie at any place in memory', () => {
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(openPack(shifted.subarray(1)).record(0).summary).toBe('Ärger mit 漢字')
    expect(openPack(bytes).newest).toBe('2026-01-01T00:00:00Z')
  })

  it('that is empty answers', () => {
    expect(ask(packs('npm'), 'npm', 'a', '1.0.0')).toEqual([])
    expect(openPack(packAdvisories('npm', [])).newest).toBeNull()
  })

  it('that was cut short or is something else is refused when it is opened', () => {
    for (const length of [0, 3, 40, bytes.length - 8]) expect(() => openPack(bytes.slice(0, length))).toThrow()
    expect(() => openPack(new TextEncoder().encode('x'.repeat(1000)))).toThrow()
  })
})

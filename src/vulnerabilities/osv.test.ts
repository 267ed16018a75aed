import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAdvisory } from './osv.ts'

const record = {
  id: 'GHSA-1',
  modified: '2026-01-02T00:00:00Z',
  aliases: ['CVE-2026-1'],
  details: '# Impact\n\nA parser reads too far.',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'lodash' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.17.21' }] }],
      database_specific: { severity: 'HIGH' },
    },
  ],
}
const read = (value: unknown) => readAdvisory(JSON.stringify(value))
const codes = (value: unknown): readonly string[] => {
  const result = read(value)
  return result.ok ? result.issues.map(({ code, where }) => `${code} ${where}`) : [`refused ${result.issue.code}`]
}

describe('an OSV record', () => {
  it('is read with what decides a match', () => {
    const result = read(record)
    expect(result.ok && result.issues).toEqual([])
    expect(result.ok && result.advisory).toMatchObject({
      id: 'GHSA-1',
      published: null,
      withdrawn: null,
      summary: 'A parser reads too far.',
      affected: [
        {
          ecosystem: 'npm',
          name: 'lodash',
          severityWord: 'HIGH',
          ranges: [
            {
              type: 'SEMVER',
              events: [
                { kind: 'introduced', version: '0' },
                { kind: 'fixed', version: '4.17.21' },
              ],
            },
          ],
        },
      ],
    })
  })

  it('may come as bytes, with a byte order mark', () => {
    expect(readAdvisory(new TextEncoder().encode(`\ufeff${JSON.stringify(record)}`)).ok).toBe(true)
  })

  it('may have null where the schema allows it', () => {
    expect(codes({ ...record, aliases: null, affected: null, references: null })).toEqual([])
  })

  it('may use the events of drafts before version 1', () => {
    const events = [
      { type: 'INTRODUCED', value: '1.0.0' },
      { type: 'FIXED', value: '1.2.0' },
    ]
    const result = read({ ...record, affected: [{ ranges: [{ type: 'SEMVER', events }] }] })
    expect(result.ok && result.advisory.affected[0]?.ranges[0]?.events.map(({ kind }) => kind)).toEqual([
      'introduced',
      'fixed',
    ])
  })

  it.each([
    ['', 'empty-file'],
    ['{', 'not-json'],
    ['[]', 'advisory-invalid'],
    ['{"modified":"2026-01-01T00:00:00Z"}', 'advisory-invalid'],
    ['{"id":"X"}', 'advisory-invalid'],
    ['{"id":"X","modified":"yesterday"}', 'advisory-invalid'],
  ])('is refused when it is %s', (text, code) => {
    expect(readAdvisory(text)).toMatchObject({ ok: false, issue: { code } })
  })

  it('is refused when its bytes are no text', () => {
    expect(readAdvisory(Uint8Array.of(0x7b, 0xff, 0xfe))).toMatchObject({ ok: false, issue: { code: 'not-text' } })
  })

  it('knows no day where the zero of a clock is written', () => {
    const result = read({ ...record, published: '0001-01-01T00:00:00Z' })
    expect(result.ok && result.advisory.published).toBeNull()
  })

  it('loses an odd field and keeps the rest', () => {
    expect(codes({ ...record, published: 'soon', aliases: 'CVE-1' })).toEqual([
      'syntax /published',
      'wrong-type /aliases',
    ])
    const severity = [{ type: 'CVSS_V3', score: '9.8' }]
    expect(codes({ ...record, severity })).toEqual(['cvss-invalid /severity/0/score'])
  })

  it.each([
    [{ type: 'COMMITS', events: [] }, '/type'],
    [{ type: 'SEMVER', events: [] }, '/events'],
    [{ type: 'SEMVER', events: [{ fixed: '1' }] }, '/events'],
    [{ type: 'SEMVER', events: [{ introduced: '0' }, { repaired: '1' }] }, '/events/1'],
  ])('keeps the place of the range %j, which cannot be evaluated', (range, where) => {
    const affected = [{ ...record.affected[0], ranges: [range, ...(record.affected[0]?.ranges ?? [])] }]
    expect(codes({ ...record, affected })).toEqual([`range-unknown /affected/0/ranges/0${where}`])
    const result = read({ ...record, affected })
    expect(result.ok && result.advisory.affected[0]?.ranges.map(({ type }) => type)).toEqual(['UNKNOWN', 'SEMVER'])
  })

  it('is answered whatever stands in it', () => {
    const keys = fc.constantFrom('id', 'modified', 'aliases', 'severity', 'affected', 'summary', 'details', 'withdrawn')
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (fields) => {
        expect(read({ ...record, ...fields })).toHaveProperty('ok')
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (affected) => {
        expect(read({ ...record, affected: [affected] }).ok).toBe(true)
      }),
    )
  })
})

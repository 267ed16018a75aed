import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { appendMotivator, freeId, moveMotivator } from './motivator-edit.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (of: Uint8Array): string => new TextDecoder().decode(of)
const entry = { id: 'm-2', statement: 'Less waiting', conversations: ['c-1'], from: 2 }

describe('motivators.yaml', () => {
  it('keeps every byte when something is added, comments and layout too', () => {
    const before = '# ours\nformat: 1\nmotivators:\n    # first\n    - {id: m-1,catalog: community}   # odd layout\n'
    const after = text(appendMotivator(bytes(before), entry))
    expect(after).toBe(
      `${before}    - id: m-2\n      statement: Less waiting\n      conversations:\n        - c-1\n      from: 2\n`,
    )
  })

  it('is added to before what stands behind the list, and without a last line break', () => {
    const before = 'motivators:\n  - id: m-1\n    wish: a day # of peace\n# about the format\nformat: 1'
    expect(parse(text(appendMotivator(bytes(before), entry)))).toEqual({
      format: 1,
      motivators: [{ id: 'm-1', wish: 'a day' }, entry],
    })
    expect(text(appendMotivator(bytes(before), entry))).toContain('# of peace\n  - id: m-2')
    const open = 'format: 1\nmotivators:\n- id: m-1'
    expect(parse(text(appendMotivator(bytes(open), entry)))).toEqual({ format: 1, motivators: [{ id: 'm-1' }, entry] })
  })

  it('begins when there is none, or an empty list', () => {
    for (const before of [undefined, bytes('format: 1 # one\nmotivators: []\n')])
      expect(parse(text(appendMotivator(before, entry)))).toEqual({ format: 1, motivators: [entry] })
  })

  it('moves an entry where it stands, and makes one that is missing', () => {
    const before = [
      'format: 1',
      'motivators:',
      '  - { id: a, catalog: community } # mine',
      '  - id: b',
      '    catalog: recruitment # people',
      '    from: 4',
      '',
    ].join('\n')
    const flow = text(moveMotivator(bytes(before), 'community', { from: 2, to: 3 }))
    expect(flow).toBe(before.replace('catalog: community', 'catalog: community, from: 2, to: 3'))
    const block = text(moveMotivator(bytes(before), 'recruitment', { from: 2, to: 3 }))
    expect(parse(block)).toEqual({
      format: 1,
      motivators: [
        { id: 'a', catalog: 'community' },
        { id: 'b', catalog: 'recruitment', from: 2, to: 3 },
      ],
    })
    expect(block).toContain('# people')
    expect(parse(text(moveMotivator(bytes(before), 'innovation', { from: 1, to: 1 })))).toMatchObject({
      motivators: [{}, {}, { id: 'innovation', catalog: 'innovation', from: 1, to: 1 }],
    })
  })

  it('finds an id that nothing has', () => {
    expect(freeId(bytes('format: 1\nmotivators: [{ id: m-1 }, { id: m-2 }]\n'))).toBe('m-3')
    expect(freeId(undefined)).toBe('m-1')
  })
})

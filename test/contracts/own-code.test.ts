/** Own code is counted in the folders of products, and only there. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadOwnCode } from '#app/load-own-code.ts'
import { countOwnCode, measureOwnCode } from '#app/measure-own-code.ts'
import { silent } from '#app/progress.ts'
import { survey } from '#app/survey.ts'
import { loadEvidenceBytes } from '#store/evidence.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'
import { describeOnEveryEngine, openFresh } from './stores.ts'

const root = scratchFolder()
const lines = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `export const tide${from + index} = ${index}\n`).join('')

beforeAll(() => {
  writeFiles(root, {
    'organization.yaml': [
      'format: 1',
      'id: harbor',
      'name: Harbor',
      'products:',
      '  - { id: portal, name: Portal, origin: made, paths: [portal] }',
      '  - { id: desk, name: Desk, origin: made, paths: [portal/desk] }',
      '  - { id: lists, name: Lists, origin: made, paths: [lists] }',
      '  - { id: suite, name: Suite, origin: bought, paths: [suite] }',
      '',
    ].join('\n'),
    'portal/package-lock.json': packageLock(),
    'portal/src/main.ts': `// A comment\n\n${lines(10)}`,
    'portal/src/main.test.ts': lines(100, 200),
    'portal/README.md': '# Portal\n',
    'portal/bin/start': '#!/bin/sh\necho start\n',
    'portal/node_modules/lodash/index.js': lines(500, 1000),
    'portal/vendor/lib.js': lines(500, 2000),
    'portal/dist/main.js': lines(500, 3000),
    'portal/.venv/lib/python3/site-packages/flask/app.py': 'x = 1\n'.repeat(500),
    'portal/env/lib/site-packages/flask/app.py': 'x = 1\n'.repeat(500),
    'portal/desk/package-lock.json': packageLock(),
    'portal/desk/desk.py': 'x = 1\ny = 2\n',
    'lists/package-lock.json': packageLock(),
    'suite/package-lock.json': packageLock(),
    'suite/own.js': lines(40, 4000),
  })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('counting own code', () => {
  it('takes what people wrote for a product, without tests, packages of others and builds', () => {
    const counts = countOwnCode(survey([root], silent), silent)
    expect(counts.get('portal')).toEqual({ deduplicated: 11, raw: 111, files: 2 })
  })

  it('gives a file to the product with the longest path, says where nothing was found, and leaves bought products out', () => {
    const counts = countOwnCode(survey([root], silent), silent)
    expect(counts.get('desk')).toMatchObject({ deduplicated: 2 })
    expect(counts.get('lists')).toEqual({ deduplicated: 0, raw: 0, files: 0 })
    expect([...counts.keys()].toSorted()).toEqual(['desk', 'lists', 'portal'])
  })

  it('takes the folders that were named, and no others', () => {
    const counts = countOwnCode(survey([join(root, 'lists')], silent), silent)
    expect([...counts.values()]).toEqual([{ deduplicated: 0, raw: 0, files: 0 }])
  })
})

describeOnEveryEngine('own code', (place) => {
  it('is kept with the table it stands in, and the last count of a day is taken', async () => {
    const store = await openFresh(place)
    const found = survey([root], silent)
    const times = { asOf: '2026-11-20', now: '2026-11-20T08:00:00.000Z' }
    expect(await measureOwnCode(store, found, times, silent)).toBe(3)
    writeFiles(root, { 'lists/grown.ts': lines(7, 5000) })
    await measureOwnCode(store, survey([root], silent), { asOf: '2026-11-21', now: '2026-11-21T08:00:00.000Z' }, silent)
    rmSync(join(root, 'lists', 'grown.ts'))
    const load = (asOf: string) => loadOwnCode(store, { asOf, knownAt: '2026-11-22T00:00:00.000Z' })
    const lists = (await load('2026-11-22')).find(({ product }) => product === 'lists')
    expect(lists).toMatchObject({ deduplicated: 7, observedOn: '2026-11-21', at: 'line 3' })
    expect((await load('2026-11-20')).map(({ product, deduplicated }) => [product, deduplicated])).toEqual([
      ['desk', 2],
      ['lists', 0],
      ['portal', 11],
    ])
    const table = new TextDecoder().decode(await loadEvidenceBytes(store, lists?.evidence ?? ''))
    expect(table.split('\n')[2]).toBe('lists,7,7,1,2026-11-21,headwater')
  })
})

/**
 * Documents made to hurt, handed in to a running server as anybody with the right would: each is refused or bounded, the
 * upload says so, the server goes on answering, and nothing lands outside of its folder. `HEADWATER_PARTS` sets how many
 * parts the largest document has.
 */

import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCommand, type Running } from '#test/running.ts'
import { packageLock, scratchFolder } from '#test/sample-folder.ts'

const around = scratchFolder()
const home = join(around, 'home')
const most = Number(process.env['HEADWATER_PARTS'] ?? 20_000)
let server: Running
beforeAll(async () => {
  server = await startCommand(['serve', '--home', home, '--port', '0'])
})
afterAll(async () => {
  await server.stop()
  rmSync(around, { recursive: true, force: true })
})

type Ended = {
  readonly state: string
  readonly code: string | null
  readonly path: string
  readonly document: {
    readonly counts: Readonly<Record<'found' | 'taken' | 'refused', number>>
    readonly issues: readonly { readonly code: string }[]
    readonly refused: readonly { readonly code: string }[]
  } | null
}

let number = 0

async function handIn(path: string, bytes: string | Uint8Array): Promise<Response> {
  number += 1
  const query = new URLSearchParams({ product: `hostile-${number}`, path, create: 'true' })
  const body = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)
  return fetch(`${server.address}/api/v1/documents?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  })
}

/** What became of it, while the server answers others. */
async function endOf(path: string, bytes: string | Uint8Array, seconds = 60): Promise<Ended> {
  const answer = await handIn(path, bytes)
  expect(answer.status, await answer.clone().text()).toBe(202)
  const { token } = (await answer.json()) as { token: string }
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await wait(100)) {
    const asked = Date.now()
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    expect(Date.now() - asked).toBeLessThan(5_000)
    const upload = (await (await fetch(`${server.address}/api/v1/uploads/${token}`)).json()) as Ended
    if (upload.state === 'analyzed' || upload.state === 'failed') return upload
  }
  throw new Error(`${path} was not done in ${seconds} s`)
}

const codesOf = ({ code, document }: Ended): readonly string[] => [
  ...(code === null ? [] : [code]),
  ...new Set([...(document?.issues ?? []), ...(document?.refused ?? [])].map((one) => one.code)),
]

const cyclonedx = (components: string, more = '') =>
  `{"bomFormat":"CycloneDX","specVersion":"1.6","components":${components}${more}}`
const deep = 1_000_000
const digits = '9'.repeat(1_000_000)
const laughs = `<!DOCTYPE x [<!ENTITY l0 "ha">${Array.from({ length: 30 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
const xml = (name: string) =>
  `${laughs}<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>${name}</name><version>1</version></component></components></bom>`
const inner = zipSync({ 'bom.cdx.json': Buffer.from(cyclonedx('[]')) })
const components = (count: number, one: (n: number) => string) =>
  `[${Array.from({ length: count }, (_, n) => one(n)).join(',')}]`
const library = (n: number) => `{"type":"library","bom-ref":"c${n}","name":"p${n}","version":"1.0.0"}`

describe('a document made to hurt', () => {
  const cases: Readonly<Record<string, readonly [path: string, bytes: () => string | Uint8Array, says: string]>> = {
    'a zip bomb': [
      'bom.zip',
      () => zipSync({ 'bom.json': new Uint8Array(200 * 2 ** 20) }, { level: 9 }),
      'unknown-format',
    ],
    'a zip bomb under the name of a document': [
      'bom.cdx.json',
      () => zipSync({ 'bom.json': new Uint8Array(50 * 2 ** 20) }, { level: 9 }),
      'not-what-it-says',
    ],
    'an archive in an archive': ['outer.zip', () => zipSync({ 'inner.zip': inner }), 'unknown-format'],
    'entities that multiply': ['bom.cdx.xml', () => xml('&l30;'), 'not-xml'],
    'an entity that names a file': ['bom.cdx.xml', () => xml('&file;'), 'not-xml'],
    'arrays a million deep': ['bom.cdx.json', () => cyclonedx('['.repeat(deep) + ']'.repeat(deep)), 'wrong-type'],
    'parts a million deep': [
      'bom.cdx.json',
      () =>
        cyclonedx('[{"type":"library","name":"a","version":"1","components":'.repeat(deep) + '[]' + '}]'.repeat(deep)),
      'too-deep',
    ],
    'numbers of a million digits': [
      'bom.cdx.json',
      () => cyclonedx(`[{"type":"library","name":"a","version":${digits}}]`, `,"version":${digits}`),
      'wrong-type',
    ],
    'YAML whose aliases multiply': [
      'pnpm-lock.yaml',
      () =>
        `lockfileVersion: 9\n${Array.from({ length: 30 }, (_, at) => `l${at}: &l${at} [${Array.from({ length: 9 }, () => (at === 0 ? 'x' : `*l${at - 1}`)).join(', ')}]`).join('\n')}\npackages: *l29\n`,
      'not-yaml',
    ],
    'nothing but one byte': ['x', () => new Uint8Array([0]), 'unknown-format'],
  }

  it.each(Object.entries(cases))(
    '%s is refused or bounded, and the upload says so',
    { timeout: 90_000 },
    async (_what, [path, bytes, says]) => {
      const ended = await endOf(path, bytes())
      expect(codesOf(ended)).toContain(says)
      expect(ended.document?.counts.taken ?? 0).toBeLessThanOrEqual(100)
      expect(JSON.stringify(ended)).not.toMatch(/haha|root:x/)
      expect(JSON.stringify(ended).length).toBeLessThan(200_000)
    },
  )

  it('that goes in circles is read whole', { timeout: 90_000 }, async () => {
    const count = 3000
    const edges = Array.from(
      { length: count },
      (_, n) => `{"ref":"c${n}","dependsOn":["c${(n + 1) % count}","c${n}","c${(n + 7) % count}"]}`,
    )
    const ended = await endOf(
      'bom.cdx.json',
      cyclonedx(components(count, library), `,"dependencies":[${edges.join(',')}]`),
    )
    expect(ended).toMatchObject({ state: 'analyzed', document: { counts: { found: count, taken: count, refused: 0 } } })
  })

  it(`of ${most} parts is taken whole`, { timeout: 1_500_000 }, async () => {
    const ended = await endOf('bom.cdx.json', cyclonedx(components(most, library)), 1_400)
    expect(ended).toMatchObject({ state: 'analyzed', document: { counts: { found: most, taken: most, refused: 0 } } })
  })

  it.each([
    '../../../escape.json',
    '/escape.json',
    '..\\..\\escape.json',
    'C:\\escape.json',
    'file:///escape.json',
    'a/../../escape.json',
    '%2e%2e%2fescape.json',
    '<script>alert(1)</script>.json',
    'escape\u0000.json',
    'escape\r\nset-cookie: a=b.json',
  ])('with the name %j is a name and no place', { timeout: 60_000 }, async (path) => {
    const ended = await endOf(path, packageLock(number))
    expect(ended.path).toBe(path)
    const answer = await handIn(path, packageLock(number))
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('in a form with a name that climbs is kept under that name, and nowhere else', { timeout: 60_000 }, async () => {
    const form = new FormData()
    form.set('product', 'by-form')
    form.set('create', 'true')
    form.set('file', new Blob([packageLock(7)]), '../../../escape/package-lock.json')
    const answer = await fetch(`${server.address}/api/v1/documents`, { method: 'POST', body: form })
    expect(answer.status).toBe(202)
  })

  it('left nothing outside of the home folder, and no bug', async () => {
    expect(readdirSync(around)).toEqual(['home'])
    const kept = readdirSync(home, { recursive: true, encoding: 'utf8' })
    expect(kept.filter((name) => /escape|passwd|script/.test(name))).toEqual([])
    expect(server.said()).not.toMatch(/went wrong|Error: |heap/i)
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
  })
})

/** The served report: on loopback only, under its own name only, with the chain behind each figure. */

import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entry, headwater } from '#test/headwater.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

type Reply = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

const folder = scratchFolder()
const home = scratchFolder()
let address = ''
let server: ReturnType<typeof spawn>

beforeAll(async () => {
  writeFiles(folder, { 'package-lock.json': packageLock() })
  expect(headwater(['assess', folder, '--home', home, '--offline']).code).toBe(0)
  server = spawn(process.execPath, [entry, 'serve', '--home', home, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  address = await new Promise((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
      if (found !== undefined) resolve(found)
    })
    server.once('exit', (code) => reject(new Error(`serve ended with ${code}`)))
  })
})
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
})

function ask(path: string, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(address + path, { headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('serve', () => {
  it('shows the newest report and lets nothing else be loaded', async () => {
    let answer = await ask('/report')
    // On a busy machine the worker needs longer than a reader is let wait; the page then asks again.
    while (answer.status === 202) answer = await ask('/report')
    const { status, headers, body } = answer
    expect(status).toBe(200)
    expect(body).toContain('lodash')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('gives the chain behind a figure, and a problem for one that is not there', async () => {
    expect(JSON.parse((await ask('/figures/inventory/packages')).body)).toMatchObject({
      figure: 'inventory/packages',
      known: true,
      value: 4,
    })
    const missing = await ask('/figures/no/such')
    expect(missing.status).toBe(404)
    expect(JSON.parse(missing.body)).toMatchObject({ code: 'figure-missing' })
  })

  it('refuses a request under another name (DNS rebinding)', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421)
  })

  it('says that the port is taken', () => {
    const { code, stderr } = headwater(['serve', '--home', home, '--port', new URL(address).port])
    expect(code).toBe(2)
    expect(stderr).toContain('port-taken')
  })
})

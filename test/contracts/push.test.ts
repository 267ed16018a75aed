/** A pipeline hands a document in at a running server; progress is told as it comes; the server starts and stops properly. */

import { rmSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headwater } from '#test/headwater.ts'
import { startCommand, type Running } from '#test/running.ts'
import { packageLock, scratchFolder, writeFiles } from '#test/sample-folder.ts'

const folder = scratchFolder()
const home = scratchFolder()
let server: Running

beforeAll(async () => {
  writeFiles(folder, { 'package-lock.json': packageLock(), 'letter.txt': 'good morning' })
  server = await startCommand(['serve', '--home', home, '--port', '0'])
})
afterAll(async () => {
  await server.stop()
  for (const path of [folder, home]) rmSync(path, { recursive: true, force: true })
})

const push = (file: string, ...more: string[]) =>
  headwater(['push', join(folder, file), '--server', server.address, '--product', 'quay', ...more])

describe('push', () => {
  it('hands a document in and waits until it is analyzed', () => {
    const { code, stdout } = push('package-lock.json', '--create', '--wait', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      state: 'analyzed',
      product: 'quay',
      document: { counts: { taken: 4 } },
    })
    expect(push('package-lock.json', '--wait').stdout).toBe('analyzed\n')
  })

  it('says what the server refused, and what could not be read there', () => {
    const file = join(folder, 'package-lock.json')
    const refused = headwater(['push', file, '--server', server.address, '--product', 'nobody'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('server-refused')
    expect(refused.stderr).toContain('404')
    expect(push('letter.txt', '--wait').code).toBe(3)
    expect(push('absent.json').stderr).toContain('path-missing')
    expect(headwater(['push', join(folder, 'letter.txt')]).stderr).toContain('--server is needed')
  })

  it('is told about as it comes', async () => {
    const listening = new AbortController()
    const { body, headers } = await fetch(`${server.address}/api/v1/jobs/events`, { signal: listening.signal })
    expect(headers.get('content-type')).toContain('text/event-stream')
    let heard = ''
    const reader = (body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader()
    // The first thing said is for how long to wait before listening again.
    heard += (await reader.read()).value ?? ''
    const sent = await fetch(`${server.address}/api/v1/documents?product=quay&path=other`, {
      method: 'POST',
      body: packageLock(2),
    })
    expect(sent.status).toBe(202)
    while (!/"kind":"ingest-document"[^\n]*"state":"done"/.test(heard)) {
      const { value, done } = await reader.read()
      if (done) throw new Error('the server stopped telling')
      heard += value
    }
    expect(heard).toMatch(/^event: job$/m)
    listening.abort()
  })
})

describe('serve', () => {
  it('lets nobody in on another address without sign-in, and names the link for the first one', async () => {
    const args = ['serve', '--home', home, '--port', '0', '--host', '0.0.0.0']
    const refused = headwater(args)
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('accounts-needed')])
    const open = await startCommand(args, { HEADWATER_PUBLIC_URL: 'https://headwater.example' })
    try {
      await expect.poll(() => open.said()).toMatch(/\/link#[\w-]{20,}/)
      const { port } = new URL(open.address)
      for (const path of ['products', 'overview', 'jobs'])
        expect(await statusAt(Number(port), `/api/v1/${path}`), path).toBe(401)
    } finally {
      await open.stop()
    }
  })

  it('says when nobody could sign in for want of https', async () => {
    const plain = await startCommand(['serve', '--home', home, '--port', '0'], {
      HEADWATER_PUBLIC_URL: 'http://headwater.example',
    })
    await expect.poll(() => plain.said()).toContain('only over https')
    await plain.stop()
  })

  it('ends in order when it is asked to', async () => {
    const other = await startCommand(['serve', '--home', home, '--port', '0'])
    expect(await other.stop()).toBe(0)
    const worker = await startCommand(['worker', '--home', home, '--jobs', '1'])
    expect(await worker.stop()).toBe(0)
  })
})

/** As the proxy in front of it would ask. */
function statusAt(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers: { host: 'headwater.example' } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}

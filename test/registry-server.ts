/** A server on this machine that answers as registries do, and archives as their clients find them. Names are made up. */

import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { packTar } from 'modern-tar'

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export type SampleServer = {
  readonly origin: string
  readonly host: string
  /** Method and path of each request, in order. */
  readonly seen: string[]
  readonly close: () => Promise<void>
}

/** @param answers by path; what has none is not there */
export async function serve(answers: (origin: string) => Readonly<Record<string, Answer>>): Promise<SampleServer> {
  const seen: string[] = []
  let table: Readonly<Record<string, Answer>> = {}
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    seen.push(`${request.method} ${path}`)
    const answer = Object.hasOwn(table, path) ? table[path] : undefined
    if (answer === undefined) response.writeHead(404).end('{"error":"not found"}')
    else answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  table = answers(`http://${host}`)
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  return { origin: `http://${host}`, host, seen, close }
}

export function json(value: unknown): Answer {
  return (_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
}

export function text(content: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(200, headers).end(content)
}

export function bytes(content: Uint8Array): Answer {
  return (_, response) => response.writeHead(200, { 'content-length': content.length }).end(content)
}

export const tooBusy: Answer = (_, response) => response.writeHead(429, { 'retry-after': '600' }).end()
export const loginPage: Answer = text('<html><body>Please log in</body></html>', { 'content-type': 'text/html' })

export async function tarGz(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return gzipSync(await tar(files))
}

export async function tar(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  return packTar(
    Object.entries(files).map(([name, content]) => {
      const body = typeof content === 'string' ? Buffer.from(content) : content
      return { header: { name, size: body.length, type: 'file' as const }, body }
    }),
  )
}

export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])))
}

export function hashOf(
  algorithm: 'sha256' | 'sha512' | 'sha1',
  content: Uint8Array,
  form: 'hex' | 'base64' = 'hex',
): string {
  return createHash(algorithm).update(content).digest(form)
}

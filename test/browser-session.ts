/** What a browser keeps between requests: cookies by their rules, and the token of the session. */

import type { FastifyInstance } from 'fastify'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly text: string
  readonly json: Readonly<Record<string, unknown>>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export class BrowserSession {
  readonly cookies = new Map<string, string>()
  csrfToken: string | null = null
  ip = '192.0.2.1'
  readonly #server: FastifyInstance
  constructor(server: FastifyInstance) {
    this.#server = server
  }

  async ask(
    method: Method,
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await this.#server.inject({
      method,
      url,
      remoteAddress: this.ip,
      headers: {
        host: 'headwater.example',
        origin: 'https://headwater.example',
        'sec-fetch-site': 'same-origin',
        'x-headwater-csrf': this.csrfToken ?? 'page',
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    for (const { name, value, maxAge } of reply.cookies)
      if (maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    const isJson = /[/+]json(?:;|$)/.test(String(reply.headers['content-type']))
    const json = isJson && reply.body.startsWith('{') ? (JSON.parse(reply.body) as Record<string, unknown>) : {}
    if (typeof json['csrfToken'] === 'string') this.csrfToken = json['csrfToken']
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, json }
  }

  get sessionCookie(): string | undefined {
    return this.cookies.get('__Host-headwater-session')
  }
}

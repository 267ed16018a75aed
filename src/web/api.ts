/** The one place where the portal speaks with its server. Everything is of the same origin; the session is a cookie. */

import type { ProblemBody } from '#api/common.ts'

/** What the server could not do, in the words of RFC 9457. `code` is null when no answer came at all. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string | null
  readonly body: ProblemBody | null

  constructor(status: number, body: ProblemBody | null) {
    super(body?.title ?? `HTTP ${status}`)
    this.status = status
    this.code = body?.code ?? null
    this.body = body
  }
}

/** A header, since every route of the API takes it alike. */
const unitHeader = 'x-headwater-unit'

export type Query = Readonly<Record<string, string | number | undefined>>

export function addressOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/**
 * @param unit narrows what is shown to a unit and those below it, within what this person may see
 * Throws `ApiProblem`.
 */
export function getJson<T>(path: string, query?: Query, signal?: AbortSignal, unit?: string): Promise<T> {
  return ask<T>(addressOf(path, query), {
    method: 'GET',
    ...(signal === undefined ? {} : { signal }),
    ...(unit === undefined ? {} : { headers: { [unitHeader]: encodeURIComponent(unit) } }),
  })
}

/** What only a page of ours can have read; asked for each time, since sessions rotate. */
export async function csrfToken(): Promise<string> {
  return (await getJson<{ readonly csrfToken: string | null }>('/api/v1/session')).csrfToken ?? 'none'
}

/**
 * Asks whether something is made, without having it sent; what is not is made from now on.
 *
 * @returns the job that makes it, or null when it is there. Throws `ApiProblem`.
 */
export async function askWhetherMade(address: string): Promise<string | null> {
  const answer = await send(address, { method: 'GET', headers: { 'if-none-match': '*' } })
  if (answer.status === 304) return null
  const text = await answer.text()
  if (!answer.ok) throw new ApiProblem(answer.status, problemIn(text))
  return (JSON.parse(text) as { readonly job: string }).job
}

/** Changes something, with the token that only a page of ours can have read. Throws `ApiProblem`. */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const token = await csrfToken()
  return ask<T>(path, {
    method,
    body: JSON.stringify(body),
    headers: { ...headers, 'content-type': 'application/json', 'x-headwater-csrf': token },
  })
}

async function ask<T>(address: string, init: RequestInit): Promise<T> {
  const answer = await send(address, init)
  const text = await answer.text()
  if (!answer.ok) throw new ApiProblem(answer.status, problemIn(text))
  return (text === '' ? null : JSON.parse(text)) as T
}

async function send(address: string, init: RequestInit): Promise<Response> {
  const headers = {
    accept: 'application/json, application/problem+json',
    'accept-language': document.documentElement.lang,
    ...(init.headers as Record<string, string> | undefined),
  }
  try {
    return await fetch(address, { ...init, headers, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, null)
  }
}

/** A proxy in between may answer with a page of its own. */
export function problemIn(text: string): ProblemBody | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && 'code' in body ? (body as ProblemBody) : null
  } catch {
    return null
  }
}

/** The part of a figure's id that may stand in a path: slashes separate, everything else is escaped. */
export function figureAddress(id: string): string {
  return `/api/v1/figures/${id.split('/').map(encodeURIComponent).join('/')}`
}

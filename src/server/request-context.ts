/** Who asks, what they may reach, and in which language they are answered. */

import type { FastifyRequest } from 'fastify'
import { scopeFor } from '#app/access/scope-for.ts'
import type { OpenStore } from '#app/home.ts'
import { currentUnits } from '#app/units.ts'
import { isAllowed, isWithin, scopeOf, type Actor, type Scope } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import { languageOf, type Language } from '#text/language.ts'
import { loadWords } from '#text/load-words.ts'
import type { Words } from '#text/words.ts'
import type { IncomingRequest, RequestContext, Route } from './route.ts'

/** Who sends a request; null when nobody can be told. */
export type ResolveActor = (request: IncomingRequest) => Promise<Actor | null>

export type Surroundings = Pick<RequestContext, 'store' | 'home' | 'clock' | 'access'> & {
  readonly resolveActor: ResolveActor
  /** For who does not say which one they read. */
  readonly language: Language
}

export type Admission =
  | { readonly isAdmitted: true; readonly context: RequestContext }
  | { readonly isAdmitted: false; readonly why: 'not-signed-in' | 'not-permitted'; readonly context: RequestContext }

export async function admit(
  { permission }: Pick<Route, 'permission'>,
  request: FastifyRequest,
  surroundings: Surroundings,
): Promise<Admission> {
  const { store, home, clock, access, resolveActor } = surroundings
  const incoming = incomingOf(request)
  const { language, words } = await readerOf(request, surroundings.language)
  const actor = await resolveActor(incoming)
  const needed = permission === 'public' || permission === 'session' ? 'read' : permission
  const reach = actor === null ? nowhere : await scopeFor(store, actor, needed, clock())
  const scope = needed === 'read' ? await chosenPart(store, reach, incoming, clock()) : reach
  const context = { store, home, clock, actor, scope, words, language, request: incoming, access }
  if (permission === 'public') return { isAdmitted: true, context }
  if (actor === null) return { isAdmitted: false, why: 'not-signed-in', context }
  if (permission === 'session' || isAllowed(scope)) return { isAdmitted: true, context }
  return { isAdmitted: false, why: 'not-permitted', context }
}

const nowhere: Scope = new Set<string>()

/** The unit that a reader chose in the portal, with those below it: never more than may be read without choosing. */
async function chosenPart(store: OpenStore, reach: Scope, { header }: IncomingRequest, now: IsoTime): Promise<Scope> {
  const asked = header('x-headwater-unit')
  if (asked === undefined || asked === '') return reach
  const units = await currentUnits(store, now)
  const chosen = scopeOf({ grants: [{ role: 'viewer', unit: decoded(asked) }] }, 'read', { units })
  return chosen === 'all' ? nowhere : new Set([...chosen].filter((unit) => isWithin(reach, unit)))
}

/** As the portal writes it; what is not written so names no unit. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function incomingOf(request: FastifyRequest): IncomingRequest {
  return {
    id: request.id,
    method: request.method,
    path: request.url.split('?')[0] ?? '',
    ip: request.ip,
    header: (name) => {
      const value = request.headers[name.toLowerCase()]
      return Array.isArray(value) ? value[0] : value
    },
  }
}

/** In which language a request is answered. */
export async function readerOf(
  request: FastifyRequest,
  fallback: Language,
): Promise<{ readonly language: Language; readonly words: Words }> {
  const language = languageOfRequest(incomingOf(request), fallback)
  return { language, words: await loadWords(language) }
}

export async function wordsFor(request: FastifyRequest, fallback: Language): Promise<Words> {
  return (await readerOf(request, fallback)).words
}

/** The first language of `Accept-Language` (RFC 9110, 12.5.4); browsers list the preferred one first. */
function languageOfRequest({ header }: IncomingRequest, fallback: Language): Language {
  const asked = header('accept-language')?.split(',')[0]?.split(';')[0]?.trim()
  return asked === undefined || asked === '' || asked === '*' ? fallback : languageOf(asked)
}

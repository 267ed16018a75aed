/**
 * The contract of a route. To add one, write `routes/<noun>.ts` with `export const routes = defineRoutes([…])` and its shapes
 * in `#api/<noun>.ts`, and run `npm run generate`. A route without a permission does not compile.
 */

import type { Static, TSchema } from 'typebox'
import type { OpenStore } from '#app/home.ts'
import type { Clock } from '#app/clock.ts'
import type { Actor, Permission, Scope } from '#domain/access.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'

/** `public` needs nothing; `session` needs somebody who is known, whatever they may do. */
export type RoutePermission = Permission | 'public' | 'session'

/** What a handler may use; `scope` is what the permission of the route reaches for who asks. */
export type RequestContext = {
  readonly store: OpenStore
  readonly home: string
  readonly clock: Clock
  readonly actor: Actor | null
  readonly scope: Scope
  readonly words: Words
  readonly language: Language
}

export type RouteShape = {
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly response: TSchema
}

type Given<T extends TSchema | undefined> = T extends TSchema ? Static<T> : undefined

export type RouteInput<S extends RouteShape> = {
  readonly params: Given<S['params']>
  readonly query: Given<S['query']>
  readonly body: Given<S['body']>
}

export type Answer<T> = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: T
}

export type Route<S extends RouteShape = RouteShape> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** In Fastify's form, for example `/api/v1/products/:product`. */
  readonly path: string
  readonly permission: RoutePermission
  /** One line for the reference page. */
  readonly summary: string
  readonly shape: S
  readonly handle: (input: RouteInput<S>, context: RequestContext) => Promise<Answer<Static<S['response']>>>
}

/** Keeps the types of a route's input tied to its shapes. */
export function defineRoute<const S extends RouteShape>(route: Route<S>): Route {
  return route as unknown as Route
}

export function defineRoutes(routes: readonly Route[]): readonly Route[] {
  return routes
}

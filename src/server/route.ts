/**
 * The contract of a route. To add one, write `routes/<noun>.ts` with `export const routes = defineRoutes([…])` and its shapes
 * in `#api/<noun>.ts`, and run `npm run generate`. A route without a permission does not compile.
 */

import type { Static, TSchema } from 'typebox'
import type { OpenStore } from '#app/home.ts'
import type { Clock } from '#app/clock.ts'
import type { AccessSettings } from '#app/access/request.ts'
import type { Actor, Permission, Scope } from '#domain/access.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'

/** `public` needs nothing; `session` needs somebody who is known, whatever they may do. */
export type RoutePermission = Permission | 'public' | 'session'

/** What a request says of itself besides what the shapes of its route describe. */
export type IncomingRequest = {
  /** Also in the answer, as `x-request-id`, and in the log. */
  readonly id: string
  readonly method: string
  /** Without query. */
  readonly path: string
  readonly ip: string
  readonly header: (name: string) => string | undefined
}

/** What a handler may use; `scope` is what the permission of the route reaches for who asks. */
export type RequestContext = {
  readonly store: OpenStore
  readonly home: string
  readonly clock: Clock
  readonly actor: Actor | null
  readonly scope: Scope
  readonly words: Words
  readonly language: Language
  readonly request: IncomingRequest
  /** How people sign in here. */
  readonly access: AccessSettings
}

export type RouteShape = {
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly response: TSchema
}

/** A document that was sent as the body, or as the file of a form; `name` is null where none was given. */
export type ReceivedFile = { readonly name: string | null; readonly bytes: Uint8Array }

type Given<T extends TSchema | undefined> = T extends TSchema ? Static<T> : undefined

export type RouteInput<S extends RouteShape> = {
  readonly params: Given<S['params']>
  readonly query: Given<S['query']>
  /** Of a route that receives a file: the other fields of its form. */
  readonly body: Given<S['body']>
  /** Null when the route receives none, or none came. */
  readonly file: ReceivedFile | null
}

/** What a handler gives is only read. */
type Shown<T> = T extends readonly (infer One)[]
  ? readonly Shown<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Shown<T[Key]> }
    : T

/**
 * What is sent. Bytes, text and streams (`AsyncIterable<string>`) go out as they are, with the `content-type` that `produces`
 * or the headers name; everything else is written by the response shape.
 */
export type Answer<T> = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body: Shown<T>
}

export type Route<S extends RouteShape = RouteShape> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** In Fastify's form, for example `/api/v1/products/:product`. */
  readonly path: string
  readonly permission: RoutePermission
  /** One line for the reference page. */
  readonly summary: string
  readonly shape: S
  /** `file`: the body is a document of any type, or a form (`multipart/form-data`) with one; JSON otherwise. */
  readonly receives?: 'file'
  /** The most bytes of a body; 1 MiB unless said otherwise, 200 MiB for a file. */
  readonly largestBody?: number
  /** `application/json` unless said otherwise. */
  readonly produces?: string
  readonly handle: (input: RouteInput<S>, context: RequestContext) => Promise<Answer<Static<S['response']>>>
}

/** Keeps the types of a route's input tied to its shapes. */
export function defineRoute<const S extends RouteShape>(route: Route<S>): Route {
  return route
}

export function defineRoutes(routes: readonly Route[]): readonly Route[] {
  return routes
}

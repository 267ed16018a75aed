/** The description of the interface as OpenAPI 3.1, made from the routes themselves. */

import { Type, type TSchema } from 'typebox'
import { problem } from '#api/common.ts'
import type { Route } from './route.ts'

export type Operation = {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  /** What the asker needs, as `RoutePermission` names it. */
  readonly 'x-permission': Route['permission']
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

export type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: TSchema
}

type Content = Readonly<Record<string, { readonly schema: TSchema }>>

export type OpenApiDocument = {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly license: unknown }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: unknown
}

const methods = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const

/** Paths and methods in one order, whatever the order of the files. */
export function openApiDocument(routes: readonly Route[]): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {}
  const sorted = routes.toSorted(
    (a, b) => compare(a.path, b.path) || methods.indexOf(a.method) - methods.indexOf(b.method),
  )
  for (const route of sorted) (paths[templateOf(route.path)] ??= {})[route.method.toLowerCase()] = operationOf(route)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Headwater',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'headwater-session' },
      },
      schemas: { Problem: problem },
    },
  }
}

function operationOf(route: Route): Operation {
  const { shape, permission, receives } = route
  const pathParameters = parametersOf(shape.params, 'path').map((parameter) =>
    parameter.name === '*' ? { ...parameter, name: restName } : parameter,
  )
  const body = bodyOf(route)
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [route.path.split('/')[3] ?? 'server'],
    'x-permission': permission,
    security: permission === 'public' ? [] : [{ key: [] }, { bearer: [] }, { session: [] }],
    parameters: [...pathParameters, ...parametersOf(shape.query, 'query')],
    ...(body === undefined ? {} : { requestBody: { required: receives !== 'file', content: body } }),
    responses: {
      '2XX': {
        description: 'Done',
        content: { [route.produces ?? 'application/json']: { schema: shape.response } },
      },
      default: { description: 'Problem', content: { 'application/problem+json': { schema: problemReference } } },
    },
  }
}

const problemReference = { $ref: '#/components/schemas/Problem' } as TSchema
const anyFile = Type.Unsafe<unknown>({ type: 'string', contentMediaType: 'application/octet-stream' })

function bodyOf({ shape, receives }: Route): Content | undefined {
  if (receives !== 'file') return shape.body === undefined ? undefined : { 'application/json': { schema: shape.body } }
  const fields = shape.body === undefined ? {} : propertiesOf(shape.body)
  const form = Type.Object({ ...fields, file: anyFile })
  return { 'application/octet-stream': { schema: anyFile }, 'multipart/form-data': { schema: form } }
}

/** OpenAPI has no name for the rest of a path; it may hold slashes. */
const restName = 'rest'

function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}').replace(/\*$/, `{${restName}}`)
}

function operationIdOf({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\/(?:v1\/)?/, '')
    .replace(/\*$/, restName)
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  return [method.toLowerCase(), ...words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))].join('')
}

function parametersOf(schema: TSchema | undefined, place: Parameter['in']): readonly Parameter[] {
  if (schema === undefined) return []
  const required = (schema as { required?: readonly string[] }).required ?? []
  return Object.entries(propertiesOf(schema)).map(([name, property]) => {
    return { name, in: place, required: place === 'path' || required.includes(name), schema: property }
  })
}

function propertiesOf(schema: TSchema): Readonly<Record<string, TSchema>> {
  return (schema as { properties?: Readonly<Record<string, TSchema>> }).properties ?? {}
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

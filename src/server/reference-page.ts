/** The description of the interface as a page to read: no script, everything in it. */

import type { TSchema } from 'typebox'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import type { OpenApiDocument, Operation } from './openapi.ts'

export function referencePage(document: OpenApiDocument, words: Words, language: Language): string {
  const text = words.server.reference
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const tags = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '')
  const contents = [...tags].map(
    ([tag, own]) =>
      `<li>${escape(tag)}<ul>${own
        .map(({ method, path, operation }) => `<li><a href="#${operation.operationId}">${method} ${escape(path)}</a>`)
        .join('')}</ul>`,
  )
  const sections = operations.map(
    ({ method, path, operation }) =>
      `<section id="${operation.operationId}"><h2><b>${method}</b> <code>${escape(path)}</code></h2>
<p>${escape(operation.summary)}. ${text.permission}: ${escape(text.permissions[operation['x-permission']])}.</p>
${parameterTable(operation, text)}${bodies(operation, text)}</section>`,
  )
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Headwater · ${escape(text.title)}</title><style>${style}</style>
<main><h1>Headwater · ${escape(text.title)}</h1><p>${escape(text.intro)} <a href="/api/openapi.json">openapi.json</a></p>
<nav><ul>${contents.join('')}</ul></nav>${sections.join('\n')}
<section><h2>${escape(text.errors)}</h2><p>${escape(text.errorsText)}</p></section></main></html>
`
}

type Text = Words['server']['reference']

function parameterTable({ parameters }: Operation, text: Text): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escape(name)}</code><td>${place}<td>${required ? text.yes : text.no}<td><code>${escape(shapeText(schema))}</code>`,
  )
  const heads = [text.parameter, text.place, text.required, text.shape].map((head) => `<th scope="col">${escape(head)}`)
  return `<div><table><thead><tr>${heads.join('')}<tbody>${rows.join('')}</table></div>`
}

function bodies({ requestBody, responses }: Operation, text: Text): string {
  const sent = Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) =>
    shapeBlock(`${text.body} (${type})`, schema),
  )
  const answered = Object.entries(responses['2XX']?.content ?? {}).map(([type, { schema }]) =>
    shapeBlock(`${text.answer} (${type})`, schema),
  )
  return [...sent, ...answered].join('')
}

function shapeBlock(title: string, schema: TSchema): string {
  return `<h3>${escape(title)}</h3><pre tabindex="0">${escape(shapeText(schema))}</pre>`
}

type Shape = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly items?: Shape | readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly patternProperties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly [limit: string]: unknown
}

const limits = ['minimum', 'maximum', 'minLength', 'maxLength', 'maxItems', 'format', 'default'] as const

/** A shape as TypeScript would write it, with its limits behind it. */
export function shapeText(schema: TSchema): string {
  return written(schema as Shape, '')
}

function written(shape: Shape, indent: string): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum !== undefined) return shape.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (shape.anyOf !== undefined) return shape.anyOf.map((one) => written(one, indent)).join(' | ')
  if (shape.type === 'array')
    return Array.isArray(shape.items)
      ? `[${(shape.items as readonly Shape[]).map((one) => written(one, indent)).join(', ')}]`
      : `(${written((shape.items as Shape | undefined) ?? {}, indent)})[]`
  const deeper = `${indent}  `
  if (shape.properties !== undefined) {
    const lines = Object.entries(shape.properties).map(
      ([name, property]) =>
        `${deeper}${name}${shape.required?.includes(name) === true ? '' : '?'}: ${written(property, deeper)}\n`,
    )
    return `{\n${lines.join('')}${indent}}`
  }
  const [pattern] = Object.values(shape.patternProperties ?? {})
  if (pattern !== undefined) return `{ [name]: ${written(pattern, indent)} }`
  const stated = limits.flatMap((name) => (shape[name] === undefined ? [] : `${name} ${JSON.stringify(shape[name])}`))
  return `${shape.type ?? 'any'}${stated.length === 0 ? '' : ` (${stated.join(', ')})`}`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:0}main{max-width:60rem;margin:auto;padding:1.5rem}
h2{margin-top:2.5rem;font-size:1.15rem;border-top:1px solid color-mix(in srgb,currentColor 25%,transparent);padding-top:1rem}h3{font-size:1rem;margin-bottom:.25rem}
code,pre{font-family:ui-monospace,monospace;font-size:.875rem}pre{overflow:auto;padding:.75rem;margin:0;background:color-mix(in srgb,currentColor 7%,transparent)}
div{overflow:auto}table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top}ul{padding-left:1.25rem}`

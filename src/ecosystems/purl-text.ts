/** The text of package URLs: percent-encoding, paths, keys. */

import type { Purl } from '#domain/purl.ts'
import { ecosystemsByType } from './registry.ts'

/** The canonical text of fields that follow the rules of their type; qualifiers with their keys in order. */
export function writePurl(purl: Purl): string {
  let text = `pkg:${purl.type}/`
  if (purl.namespace !== null) text += `${encodePath(purl.namespace)}/`
  text += purl.type === 'git' ? encodePath(purl.name) : encode(purl.name)
  if (purl.version !== null) text += `@${encode(purl.version)}`
  if (purl.qualifiers !== null) {
    let separator = '?'
    for (const key of Object.keys(purl.qualifiers)) {
      text += `${separator}${key}=${encode(purl.qualifiers[key] as string)}`
      separator = '&'
    }
  }
  if (purl.subpath !== null) text += `#${encodePath(purl.subpath)}`
  return text
}

/** Decodes a path segment by segment, leaving out empty ones and, in a subpath, "." and "..". Null when nothing is left. */
export function decodePath(text: string, isSubpath: boolean): string | null | undefined {
  const decoded = decode(text)
  return decoded === undefined ? undefined : cleanPath(decoded, isSubpath)
}

export function cleanPath(path: string | null, isSubpath: boolean): string | null {
  if (path === null || path === '') return null
  const first = path.charCodeAt(0)
  if (
    first !== 47 &&
    path.charCodeAt(path.length - 1) !== 47 &&
    !path.includes('//') &&
    !(isSubpath && path.includes('.'))
  )
    return path
  const segments = path
    .split('/')
    .filter((segment) => segment !== '' && !(isSubpath && (segment === '.' || segment === '..')))
  return segments.length === 0 ? null : segments.join('/')
}

export function decode(text: string): string | undefined {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const unsafe = /[^\w.~:-]/

export function encode(text: string): string {
  return unsafe.test(text) ? percentEncode(text) : text
}

function encodePath(path: string): string {
  return unsafe.test(path) ? path.split('/').map(encode).join('/') : path
}

function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':')
}

export function isType(text: string): boolean {
  return ecosystemsByType.has(text) || /^[A-Za-z][A-Za-z0-9.-]*$/.test(text)
}

export function isQualifierKey(key: string): boolean {
  return /^[A-Za-z][A-Za-z0-9._-]*$/.test(key)
}

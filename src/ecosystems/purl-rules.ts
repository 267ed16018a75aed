/** The rules that types of package URLs state, applied. */

import type { Purl } from '#domain/purl.ts'
import { cleanPath } from './purl-text.ts'
import { ecosystemsByType } from './registry.ts'

export type Refused = { readonly ok: false; readonly code: 'invalid-purl'; readonly message: string }

/** The fields as the type writes them, or why they are none. A type without a file has no rules. */
export function applyPurlRules(purl: Purl): Purl | Refused {
  const rules = ecosystemsByType.get(purl.type)?.purl
  if (rules === undefined) return purl
  let { namespace, name, version } = purl
  if (rules.slashInName === 'path' || (rules.slashInName === 'namespace' && name.includes('/'))) {
    const path = cleanPath(namespace === null ? name : `${namespace}/${name}`, false)
    if (path === null) return refuse('the name is missing')
    const cut = rules.slashInName === 'path' ? path.indexOf('/') : path.lastIndexOf('/')
    namespace = cut === -1 ? null : path.slice(0, cut)
    name = path.slice(cut + 1)
  }
  if (namespace === null && rules.namespace === 'required') return refuse(`a ${purl.type} package needs a namespace`)
  if (namespace !== null && rules.namespace === 'prohibited') return refuse(`a ${purl.type} package has no namespace`)
  if (namespace !== null && rules.namespaceCase !== undefined) {
    namespace = rules.namespaceCase === 'lower' ? namespace.toLowerCase() : namespace.toUpperCase()
  }
  if (rules.nameCase === 'lower') name = name.toLowerCase()
  if (rules.rewriteName !== undefined) name = rules.rewriteName(name)
  if (rules.versionCase === 'lower' && version !== null) version = version.toLowerCase()
  let ruled: Purl = { type: purl.type, namespace, name, version, qualifiers: purl.qualifiers, subpath: purl.subpath }
  if (rules.adjust !== undefined) ruled = rules.adjust(ruled)
  for (const key of rules.requiredQualifiers ?? []) {
    if (ruled.qualifiers?.[key] === undefined) return refuse(`a ${purl.type} package needs the qualifier "${key}"`)
  }
  const objection = rules.objection?.(ruled)
  return objection === undefined ? ruled : refuse(objection)
}

export function refuse(what: string): Refused {
  return { ok: false, code: 'invalid-purl', message: `Not a valid package URL: ${what}.` }
}

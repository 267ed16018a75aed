/** What a Python project asks for, as its pyproject.toml states it: PEP 621, PEP 735, Poetry and PDM tables. */

import type { SourceFile } from '#inventory/reader.ts'
import type { ReadDocument, Scope } from '#domain/part.ts'
import type { PythonRequirement } from './python-requirement.ts'
import { pythonRequirement } from './python-requirement.ts'
import { parseToml } from './toml.ts'
import type { UnknownRecord } from './values.ts'
import { asRecord, asText, entriesOf, textsOf } from './values.ts'

export type PythonRequest = {
  readonly name: string
  readonly scope: Scope
  /** What a PEP 508 text says; undefined for Poetry's tables, where `constraint` has the text. */
  readonly requirement: PythonRequirement | undefined
  readonly constraint: unknown
  readonly text: string
}

export type PythonProject = { readonly subject: ReadDocument['subject']; readonly requests: readonly PythonRequest[] }

export function pythonProject(file: SourceFile | undefined): PythonProject | undefined {
  return file === undefined ? undefined : projectOf(parseToml(file.text()).value)
}

/** Reads the tables of a parsed pyproject.toml. */
export function projectOf(toml: UnknownRecord): PythonProject {
  const project = asRecord(toml['project'])
  const tool = asRecord(toml['tool'])
  const poetry = asRecord(tool?.['poetry'])
  const name = asText(project?.['name']) ?? asText(poetry?.['name'])
  const version = asText(project?.['version']) ?? asText(poetry?.['version']) ?? null
  const requests = [
    ...requirements(project?.['dependencies'], 'runtime'),
    ...entriesOf(project?.['optional-dependencies']).flatMap(([, list]) => requirements(list, 'optional')),
    ...entriesOf(toml['dependency-groups']).flatMap(([, list]) => requirements(list, 'development')),
    ...entriesOf(asRecord(tool?.['pdm'])?.['dev-dependencies']).flatMap(([, list]) =>
      requirements(list, 'development'),
    ),
    ...requirements(asRecord(tool?.['uv'])?.['dev-dependencies'], 'development'),
    ...constraints(poetry?.['dependencies'], 'runtime'),
    ...constraints(poetry?.['dev-dependencies'], 'development'),
    ...entriesOf(poetry?.['group']).flatMap(([, group]) =>
      constraints(asRecord(group)?.['dependencies'], 'development'),
    ),
  ]
  return { subject: name === undefined ? null : { name, version, purl: null }, requests }
}

function requirements(list: unknown, scope: Scope): PythonRequest[] {
  return textsOf(list).flatMap((text) => {
    const requirement = pythonRequirement(text)
    const name = requirement?.name
    return name === undefined || name === null ? [] : [{ name, scope, requirement, constraint: undefined, text }]
  })
}

function constraints(table: unknown, scope: Scope): PythonRequest[] {
  return entriesOf(table).flatMap(([name, constraint]) => {
    if (name === 'python') return []
    const isOptional = asRecord(constraint)?.['optional'] === true
    const text = asText(constraint) ?? asText(asRecord(constraint)?.['version']) ?? ''
    return [{ name, scope: isOptional ? 'optional' : scope, requirement: undefined, constraint, text } as const]
  })
}

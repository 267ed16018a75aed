/**
 * The class of an AI model by the Model Openness Framework 1.0: 3 open model, 2 open tooling, 1 open science; each needs its
 * components and those of the classes above it, all under open licenses. A research paper may stand in for the technical
 * report. A license that fits another kind of content still counts, and is told.
 */

import type { LicenseTables, ModelComponent } from '#domain/license-facts.ts'
import { guessLicense } from './guess.ts'
import { parseLicenseExpression } from '#domain/license-expression.ts'
import { listedLicense } from './license-list.ts'
import type { ModelDescription } from './model-description.ts'

export type ComponentState = 'open' | 'not-open' | 'unlicensed' | 'missing'

export type JudgedComponent = {
  readonly name: string
  readonly neededFor: 1 | 2 | 3
  readonly isRequired: boolean
  readonly state: ComponentState
  /** The identifier judged; null when none holds. */
  readonly license: string | null
  /** True when the identifier is our guess of what was written. */
  readonly isGuessed: boolean
  /** False when the license is open and made for another kind of content. */
  readonly fits: boolean
}

export type ModelClass = {
  /** Null when even class 3 is not reached. */
  readonly class: 1 | 2 | 3 | null
  /** The class that would be reached if every guess about a license name is right. */
  readonly classWithGuesses: 1 | 2 | 3 | null
  readonly components: readonly JudgedComponent[]
  /** What each class still lacks: components that are missing, unlicensed, or not open. Guesses do not count. */
  readonly lacks: Readonly<Record<1 | 2 | 3, readonly string[]>>
}

export function mofClass(description: ModelDescription, tables: LicenseTables): ModelClass {
  const { components, standIns } = tables.modelFramework
  const judged = components.map((component) => judge(description, component, tables))
  const isMet = (name: string, withGuesses: boolean): boolean => {
    const component = judged.find((each) => each.name === name)
    return component?.state === 'open' && (withGuesses || !component.isGuessed)
  }
  const lacking = (level: 1 | 2 | 3, withGuesses: boolean): readonly string[] =>
    judged
      .filter(({ isRequired, neededFor }) => isRequired && neededFor >= level)
      .map(({ name }) => name)
      .filter((name) => !isMet(name, withGuesses))
      .filter(
        (name) => !standIns.some(({ component, standsInFor }) => standsInFor === name && isMet(component, withGuesses)),
      )
  const reached = (withGuesses: boolean): 1 | 2 | 3 | null =>
    ([1, 2, 3] as const).find((level) => lacking(level, withGuesses).length === 0) ?? null
  return {
    class: reached(false),
    classWithGuesses: reached(true),
    components: judged,
    lacks: { 1: lacking(1, false), 2: lacking(2, false), 3: lacking(3, false) },
  }
}

function judge(description: ModelDescription, component: ModelComponent, tables: LicenseTables): JudgedComponent {
  const { name, neededFor, isRequired, kind } = component
  const listed = description.components.find((each) => each.name.toLowerCase() === name.toLowerCase())
  const base = { name, neededFor, isRequired, license: null, isGuessed: false, fits: false } as const
  if (listed === undefined) return { ...base, state: 'missing' }
  const text = listed.license ?? description.licenses[kind] ?? description.licenses.distribution
  const license = text === null ? null : identifier(text)
  if (license === null) return { ...base, state: text === null || saysUnlicensed(text) ? 'unlicensed' : 'not-open' }
  return {
    ...base,
    ...license,
    state: isOpen(license.license, tables) ? 'open' : 'not-open',
    fits: tables.modelFramework.fitting[kind].includes(license.license),
  }
}

type Named = { readonly license: string; readonly isGuessed: boolean }

function identifier(text: string): Named | null {
  const parsed = parseLicenseExpression(text)
  if (parsed.ok) return parsed.ids.length === 0 ? null : { license: parsed.canonical, isGuessed: false }
  const { expression } = guessLicense(text)
  return expression === null ? null : { license: expression, isGuessed: true }
}

function saysUnlicensed(text: string): boolean {
  return guessLicense(text).rule === 'says-nothing' || parseLicenseExpression(text).ok
}

/** Approved by the OSI, free by the FSF, or among the licenses for data and content that the framework counts as open. */
function isOpen(license: string, { modelFramework }: LicenseTables): boolean {
  const listed = listedLicense(license)
  return modelFramework.alsoOpen.includes(license) || listed?.isOsiApproved === true || listed?.isFsfLibre === true
}

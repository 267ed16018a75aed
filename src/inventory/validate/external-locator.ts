/** Locators of external references. Source: SPDX 2.3, annex F; CPE 2.3 names: NIST IR 7695, section 6.2. */

import { parsePurl } from '#ecosystems/purl.ts'
import { isUri } from './spdx2-values.ts'
import { quoted } from './validation.ts'

const kinds: Readonly<Record<string, Readonly<Record<string, (locator: string) => boolean>>>> = {
  SECURITY: {
    cpe22Type: isCpe22,
    cpe23Type: isCpe23,
    advisory: isUri,
    fix: isUri,
    url: isUri,
    swid: (locator) => isUri(locator) && locator.startsWith('swid'),
  },
  'PACKAGE-MANAGER': {
    'maven-central': (locator) => /^[^:]+:[^:]+(?::[^:]+)?$/.test(locator),
    npm: (locator) => /^@?[^@]+@[^@]+$/.test(locator),
    nuget: (locator) => /^[^/]+\/[^/]+$/.test(locator),
    bower: (locator) => /^[^#]+#[^#]+$/.test(locator),
    purl: isPurl,
  },
  'PERSISTENT-ID': {
    swh: (locator) => /^swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-fA-F]{40}$/.test(locator),
    gitoid: (locator) =>
      /^gitoid:(?:blob|tree|commit|tag):(?:sha1:[0-9a-fA-F]{40}|sha256:[0-9a-fA-F]{64})$/.test(locator),
  },
}

/** Types that SPDX 2.3 added. */
const newerTypes = new Set(['advisory', 'fix', 'url', 'swid'])

/** What is wrong with an external reference; undefined when nothing is. */
export function locatorFault(category: string, type: string, locator: string, isBefore23: boolean): string | undefined {
  if (/\s/.test(locator)) return `locator ${quoted(locator)} has a blank`
  const ofCategory = kinds[category.replaceAll('_', '-')]
  // The JSON of some tools names the type by its address.
  const name = type.slice(type.lastIndexOf('/') + 1)
  if (ofCategory === undefined) return undefined
  const fits = Object.hasOwn(ofCategory, name) ? ofCategory[name] : undefined
  if (fits === undefined) return `${quoted(type)} is no type of category ${category}`
  if (isBefore23 && newerTypes.has(name)) return `type ${quoted(type)} is not known before SPDX 2.3`
  return fits(locator) ? undefined : `${quoted(locator)} is no locator of type ${name}`
}

/** By the grammar that all package types share; their own rules came later than many documents. */
export function isPurl(locator: string): boolean {
  return parsePurl(locator).ok || parsePurl(locator.replace(/^(pkg:\/*)[a-z][a-z0-9.-]*(?=\/)/i, '$1generic')).ok
}

export function isCpe22(locator: string): boolean {
  return /^c[pP][eE]:\/[AHOaho]?(?::[A-Za-z0-9._\-~%]*){0,6}$/.test(locator)
}

const cpeAttribute = /^(?:\*|-|(?:\?+|\*)?(?:[A-Za-z0-9\-._]|\\[\\*?!"#$%&'()+,/:;<=>@[\]^`{|}~-])+(?:\?+|\*)?|\?+)$/
const cpeLanguage = /^(?:[A-Za-z]{2,3}(?:-(?:[A-Za-z]{2}|\d{3}))?|\*|-)$/

export function isCpe23(locator: string): boolean {
  // Colons that are part of a value are written with a backslash.
  const [cpe, version, part, ...attributes] = locator.split(/(?<!\\):/)
  return (
    cpe === 'cpe' &&
    version === '2.3' &&
    /^[aho*-]$/.test(part ?? '') &&
    attributes.length === 10 &&
    attributes.every((attribute, index) => (index === 5 ? cpeLanguage : cpeAttribute).test(attribute))
  )
}

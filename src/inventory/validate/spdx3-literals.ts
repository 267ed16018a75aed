/** Data types of SPDX 3.0 and the forms of identifiers and hashes. Source: the SPDX 3.0.1 model, data types. */

import { parseLicenseExpression } from '#domain/license-expression.ts'
import type { Foreign } from '#inventory/foreign.ts'
import { isCpe22, isCpe23, isPurl } from './external-locator.ts'
import { isMoment } from './spdx2-values.ts'
import { quoted } from './validation.ts'

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  // RDF writes decimals as texts, so that they keep their digits.
  decimal: (value) =>
    typeof value === 'number' || (typeof value === 'string' && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value)),
  nonNegativeInteger: (value) => Number.isInteger(value) && Number(value) >= 0,
  positiveInteger: (value) => Number.isInteger(value) && Number(value) > 0,
  anyURI: (value) => typeof value === 'string' && value !== '' && !/[\s<>"{}|\\^`]/.test(value),
  DateTime: (value) => typeof value === 'string' && isMoment(value),
  MediaType: (value) => typeof value === 'string' && /^[^/]+\/[^/]+$/.test(value),
  SemVer: (value) =>
    typeof value === 'string' &&
    /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.test(
      value,
    ),
}

/** What is wrong with a value of a data type; undefined when nothing is. */
export function literalFault(value: unknown, type: string): string | undefined {
  const fits = Object.hasOwn(types, type) ? types[type] : undefined
  return fits === undefined || fits(value) ? undefined : `${quoted(value)} is no ${type}`
}

/** Bits of a hash by algorithm; the others have a size of choice. */
const bits: Readonly<Record<string, number>> = {
  adler32: 32,
  blake2b256: 256,
  blake2b384: 384,
  blake2b512: 512,
  md2: 128,
  md4: 128,
  md5: 128,
  sha1: 160,
  sha224: 224,
  sha256: 256,
  sha384: 384,
  sha512: 512,
  sha3_224: 224,
  sha3_256: 256,
  sha3_384: 384,
  sha3_512: 512,
}

const identifiers: Readonly<Record<string, (text: string) => boolean>> = {
  cpe22: isCpe22,
  cpe23: isCpe23,
  packageUrl: isPurl,
  gitoid: (text) => /^gitoid:(?:blob|tree|commit|tag):(?:sha1:[0-9a-fA-F]{40}|sha256:[0-9a-fA-F]{64})$/.test(text),
  swhid: (text) => /^swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-f]{40}/.test(text),
}

type Fault = { readonly key: string; readonly message: string }

/** What is wrong with what an object identifies something by; undefined when nothing is. */
export function identifierFault(object: Foreign, type: string): Fault | undefined {
  if (type === 'Hash') return hashFault(object)
  if (type === 'ExternalIdentifier') {
    const { externalIdentifierType: kind, identifier } = object
    const fits = typeof kind === 'string' && Object.hasOwn(identifiers, kind) ? identifiers[kind] : undefined
    return fits === undefined || typeof identifier !== 'string' || fits(identifier)
      ? undefined
      : { key: 'identifier', message: `${quoted(identifier)} is no identifier of type ${String(kind)}` }
  }
  if (typeof object['software_packageUrl'] === 'string' && !isPurl(object['software_packageUrl']))
    return { key: 'software_packageUrl', message: `${quoted(object['software_packageUrl'])} is no package URL` }
  const expression = object['simplelicensing_licenseExpression']
  if (type !== 'simplelicensing_LicenseExpression' || typeof expression !== 'string') return undefined
  const parsed = parseLicenseExpression(expression)
  if (parsed.ok) return undefined
  const message = `${quoted(expression)} is no license expression: ${parsed.message}`
  return { key: 'simplelicensing_licenseExpression', message }
}

function hashFault({ algorithm, hashValue }: Foreign): Fault | undefined {
  const size = typeof algorithm === 'string' && Object.hasOwn(bits, algorithm) ? bits[algorithm] : undefined
  if (size === undefined || typeof hashValue !== 'string') return undefined
  if (/^[0-9a-fA-F]*$/.test(hashValue) && hashValue.length === size / 4) return undefined
  return {
    key: 'hashValue',
    message: `${quoted(hashValue)} is not ${size / 4} hexadecimal digits, as ${String(algorithm)} has`,
  }
}

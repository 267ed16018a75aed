/**
 * Rules that keep the same work from counting twice, and what is not a question of lines out of the value
 * (`methods.md` 1.5, checklist). Each names what it left out, so that nothing goes silently.
 */

import { isTypesOnly, nameWithoutPlatform } from '#domain/identity.ts'
import type { PartKind, PurlText } from '#domain/part.ts'
import type { Purl } from '#domain/purl.ts'

/** A package as the rules see it. */
export type Candidate = {
  /** Null when none of its parts has a package URL. */
  readonly package: PurlText | null
  readonly purl: Purl | null
  readonly name: string
  readonly kind: PartKind
  /** The name of the source package that a distribution built it from, where a part states it. */
  readonly builtFrom: string | null
  /** Its size was recorded as that of a table of data. */
  readonly isMeasuredData: boolean
}

/**
 * `leave-out`: it has no value by lines. `one-of`: packages with the same key count once; a key that is the URL of a
 * package makes that package the one that counts.
 */
export type Verdict = { readonly kind: 'leave-out' } | { readonly kind: 'one-of'; readonly key: string } | null

export type DoubleCountingRule = {
  readonly id: string
  readonly label: string
  readonly explanation: string
  readonly judge: (candidate: Candidate, isPresent: (purl: PurlText) => boolean) => Verdict
}

const leaveOut: Verdict = { kind: 'leave-out' }

/** The first rule that has a verdict decides. */
export const doubleCountingRules: readonly DoubleCountingRule[] = [
  {
    id: 'not-software',
    label: 'Hardware, data, content, models and services',
    explanation: 'They have no lines of code to write again.',
    judge: ({ kind }) => (kind === 'software' || kind === 'firmware' ? null : leaveOut),
  },
  {
    id: 'data-package',
    label: 'Packages of data',
    explanation: 'Tables of MIME types, licenses or browsers are collected, not programmed.',
    judge: ({ purl, isMeasuredData }) => (isMeasuredData || isDataPackage(purl) ? leaveOut : null),
  },
  {
    id: 'types-only',
    label: 'Type declarations without code',
    explanation: 'They describe the interface of another package, which counts.',
    judge: ({ purl }) => (purl !== null && isTypesOnly(purl) ? leaveOut : null),
  },
  {
    id: 'binary-of-source',
    label: 'Binary packages of one source package',
    explanation: 'A distribution splits one source into several packages; the source counts once.',
    judge: ({ purl, builtFrom }) =>
      purl !== null && builtFrom !== null
        ? { kind: 'one-of', key: `source:${purl.type}/${purl.namespace ?? ''}/${builtFrom}` }
        : null,
  },
  {
    id: 'platform-variant',
    label: 'Builds of one package for other platforms',
    explanation: 'The same code compiled for other systems and processors; one of them counts.',
    judge: ({ purl }) => {
      const key = purl === null ? null : platformKey(purl)
      return key === null ? null : { kind: 'one-of', key }
    },
  },
  {
    id: 'same-code',
    label: 'Parts of a package that is used as a whole',
    explanation: 'The package that holds the same code counts.',
    judge: ({ purl }, isPresent) => {
      const whole = purl === null ? null : wholeOf(purl)
      return whole !== null && isPresent(whole) ? { kind: 'one-of', key: whole } : null
    },
  },
]

/** Packages known to hold tables; regular expressions on the full name, by package URL type. */
const dataPackages: Readonly<Record<string, RegExp>> = {
  npm: /^(mime-db|spdx-(license-ids|license-list|exceptions|ranges)|caniuse-(db|lite)|electron-to-chromium|node-releases|mdn-data|@mdn\/browser-compat-data|@unicode\/.*|(@.+\/)?unicode-(canonical|match|property|emoji)-.*|cldr-.*|emoji-datasource.*|emojibase-data|country-data|world-countries|iso-3166.*|iso-639.*|language-subtag-registry|public-suffix-list|tlds|@webref\/.*|globals|known-css-properties|html-tags|svg-tags|css-color-names|color-name)$/,
  pypi: /^(certifi|tzdata|pycountry)$/,
  gem: /^(mime-types-data|tzinfo-data)$/,
  cargo: /^(webpki-roots|webpki-root-certs)$/,
  composer: /^(giggsey\/locale)$/,
}

function isDataPackage(purl: Purl | null): boolean {
  return purl !== null && (dataPackages[purl.type]?.test(fullName(purl)) ?? false)
}

/** The name without its platform; null for packages that are not built per platform. */
function platformKey(purl: Purl): string | null {
  const rest = nameWithoutPlatform(purl)
  return rest === null ? null : `platforms:${purl.type}/${purl.namespace ?? ''}/${rest}`
}

/** The package that holds the same code: lodash is published whole, per method and as modules. */
function wholeOf({ type, namespace, name }: Purl): PurlText | null {
  if (type !== 'npm' || namespace !== null) return null
  if (name === 'lodash-es' || name.startsWith('lodash.')) return 'pkg:npm/lodash'
  return name === 'lodash-amd' ? 'pkg:npm/lodash' : null
}

function fullName({ namespace, name }: Purl): string {
  return namespace === null ? name : `${namespace}/${name}`
}

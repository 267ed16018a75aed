/**
 * Rules that keep the same work from counting twice, and what is not a question of lines out of the value
 * (`methods.md` 1.5, checklist). Each names what it left out, so that nothing goes silently.
 */

import type { DoubleCountingRuleId } from '#domain/assessment/value.ts'
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
  /** The organization itself publishes it. */
  readonly isOwn: boolean
}

/**
 * `leave-out`: it has no value by lines. `one-of`: packages with the same key count once; a key that is the URL of a
 * package makes that package the one that counts.
 */
export type Verdict = { readonly kind: 'leave-out' } | { readonly kind: 'one-of'; readonly key: string } | null

export type DoubleCountingRule = {
  readonly id: DoubleCountingRuleId
  readonly label: string
  readonly explanation: string
  readonly judge: (candidate: Candidate, isPresent: (purl: PurlText) => boolean) => Verdict
}

const leaveOut: Verdict = { kind: 'leave-out' }

/** The first rule that has a verdict decides. */
export const doubleCountingRules: readonly DoubleCountingRule[] = [
  {
    id: 'own-work',
    label: 'What the organization publishes itself',
    explanation: 'Its own work, forks under its own name included, is not received from others.',
    judge: ({ isOwn }) => (isOwn ? leaveOut : null),
  },
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
    id: 'polyfill',
    label: 'Stand-ins for what platforms have by now',
    explanation:
      'They repeat what a current browser, runtime or standard library brings along; nobody would write them again.',
    judge: ({ purl }) => (purl !== null && isPolyfill(purl) ? leaveOut : null),
  },
  {
    id: 'bundle',
    label: 'Bundles of packages that are used one by one',
    explanation: 'They ship the code of other packages in one piece; those packages count.',
    judge: ({ purl }, isPresent) => (purl !== null && heldBy(purl).some(isPresent) ? leaveOut : null),
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
    label: 'The same code under another name',
    explanation:
      'Parts of a package that is used as a whole, and packages wrapped for another ecosystem: the original counts.',
    judge: ({ purl }, isPresent) => {
      const whole = purl === null ? null : (wholeOf(purl) ?? originalOf(purl))
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
  return name === 'lodash-es' || name === 'lodash-amd' || name.startsWith('lodash.') ? 'pkg:npm/lodash' : null
}

/** Packages of npm and Bower that WebJars (Maven) and Asset Packagist (Composer) wrap; scopes are spelled into the name. */
function originalOf({ type, namespace, name }: Purl): PurlText | null {
  const isWrapped =
    type === 'maven'
      ? /^org\.webjars(\.npm|\.bower|\.bowergithub\..+)?$/.test(namespace ?? '')
      : type === 'composer' && (namespace === 'npm-asset' || namespace === 'bower-asset')
  if (!isWrapped) return null
  const scoped = (type === 'maven' ? /^([^_]+)__(.+)$/ : /^([^-]+)--(.+)$/).exec(name)
  return scoped === null ? `pkg:npm/${name.toLowerCase()}` : `pkg:npm/%40${scoped[1]}/${scoped[2]}`.toLowerCase()
}

/** Packages known to fill gaps of older platforms; regular expressions on the full name, by package URL type. */
const polyfills: Readonly<Record<string, RegExp>> = {
  npm: /^(core-js(-pure|-bundle|-compat)?|es[5-8]-shim|es6-(promise|symbol|map|set|iterator|weak-map)|@babel\/polyfill|babel-polyfill|(@.+\/)?.*[.-]polyfill|polyfill-.*|(array|string|object|function|regexp|promise|symbol|math|number|date|map|set|reflect|typedarray|error|iterator)\.prototype\..+|(object|array|promise|reflect|math|number|string)\.(assign|entries|values|from|of|is|groupby|fromentries|getownpropertydescriptors|allsettled|any|try|ownkeys|getprototypeof|raw|hasown)|whatwg-fetch|isomorphic-fetch|cross-fetch|abort-controller|globalthis|html5shiv|respond\.js|object-assign|safe-buffer|setimmediate)$/,
  pypi: /^(backports[.-].+|typing-extensions|exceptiongroup|tomli|importlib-(metadata|resources)|six|future|enum34|futures|pathlib2?|dataclasses|contextlib2|ordereddict|mock)$/,
  composer: /^symfony\/polyfill-.+$/,
}

function isPolyfill(purl: Purl): boolean {
  return polyfills[purl.type]?.test(fullName(purl)) ?? false
}

const bundleEndings: Readonly<Record<string, RegExp>> = {
  maven: /^(.+)-(?:all|bundle|uber|shaded|fat|aggregate)$/,
  npm: /^(.+)[.-](?:bundle|bundled|standalone)$/,
}

/** The packages that a bundle by its name holds, for example `groovy` and `groovy-core` for `groovy-all`. */
function heldBy({ type, namespace, name }: Purl): readonly PurlText[] {
  const base = bundleEndings[type]?.exec(name)?.[1]
  if (base === undefined) return []
  const path = namespace === null ? '' : `${namespace.split('/').map(encodeURIComponent).join('/')}/`
  return ['', '-core', '-common'].map((ending) => `pkg:${type}/${path}${base}${ending}`)
}

function fullName({ namespace, name }: Purl): string {
  return namespace === null ? name : `${namespace}/${name}`
}

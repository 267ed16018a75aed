/**
 * What the name of a package says about being the same thing as another: builds per platform, type declarations, binary
 * packages of one source. Used where packages are counted once, and where duplicates are folded.
 */

import type { PurlText } from './part.ts'
import type { Purl } from './purl.ts'

/** Packages that hold declarations of types and no code. */
export function isTypesOnly(purl: Purl): boolean {
  if (purl.type === 'npm') return purl.namespace === '@types'
  return purl.type === 'pypi' && (purl.name.startsWith('types-') || purl.name.endsWith('-stubs'))
}

/** The package that a package of type declarations describes; null when it is none. */
export function describedByTypes(purl: Purl): PurlText | null {
  if (!isTypesOnly(purl)) return null
  if (purl.type === 'pypi') return `pkg:pypi/${purl.name.replace(/^types-/, '').replace(/-stubs$/, '')}`
  // The scope of the described package is written with two underscores: @types/babel__core.
  const [scope, ...rest] = purl.name.split('__')
  return rest.length === 0 ? `pkg:npm/${purl.name}` : `pkg:npm/%40${scope ?? ''}/${rest.join('__')}`
}

const systems = 'linux|darwin|win32|windows|freebsd|openbsd|netbsd|android|sunos|aix|macos|osx|openharmony'
const processors =
  'x64|x86_64|ia32|x86|i686|arm64|aarch64|armv6|armv7|armv7l|arm|ppc64|ppc64le|s390x|riscv64|riscv64gc|loong64|mips64el|universal'
const libraries = 'gnu|musl|msvc|gnueabihf|musleabihf|eabi|eabihf|gnullvm|glibc'
const platformTail = new RegExp(`(^|[-_.])(${systems})[-_.](${processors})([-_.](${libraries}))?$`)
const wasmTail = /(^|[-_.])wasm32-wasi$/

/** The name without the platform it is built for; null for packages that are not built per platform. */
export function nameWithoutPlatform({ type, name }: Purl): string | null {
  if (type !== 'npm' && type !== 'cargo') return null
  const rest = name.replace(platformTail, '').replace(wasmTail, '')
  return rest === name ? null : rest
}

/**
 * The name of the source package that a distribution built a binary package from, where the package URL states it. Syft,
 * Trivy and distributions' own lists put it into the qualifier `upstream`, with a version or as the file of a source package.
 */
export function sourcePackageName({ type, qualifiers }: Purl): string | null {
  if (type !== 'deb' && type !== 'apk' && type !== 'rpm') return null
  const upstream = qualifiers?.['upstream']
  return upstream === undefined ? null : upstream.replace(/@.*$/, '').replace(/-[^-]+-[^-]+\.src\.rpm$/, '')
}

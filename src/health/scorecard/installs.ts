/**
 * Installs and downloads among shell commands, and whether they name what they take by hash: the rules of
 * `checks/raw/shell_download_validate.go` of ossf/scorecard, restated.
 */

import { shellCommands, type ShellCommand } from './shell-commands.ts'

export type DependencyKind =
  | 'action-github'
  | 'action-other'
  | 'container-image'
  | 'go'
  | 'pip'
  | 'npm'
  | 'choco'
  | 'nuget'
  | 'download-then-run'

export type Dependency = {
  readonly kind: DependencyKind
  readonly isPinned: boolean
  readonly path: string
  readonly line: number
  readonly text: string
}

const interpreters = new Set(
  'sh bash mksh dash ksh exec su python python3 python2.7 perl ruby php node nodejs java dotnet nuget'.split(' '),
)

/** Scripts inside scripts (`sh -c`) are followed so far. */
const deepest = 4

/** @param firstLine the line of the file on which the script begins */
export function installsIn(script: string, path: string, firstLine: number, depth = 0): readonly Dependency[] {
  const found: Dependency[] = []
  const downloaded = new Set<string>()
  const commands = shellCommands(script)
  for (const [at, command] of commands.entries()) {
    const kind = kindOf(command.words)
    const add = (of: DependencyKind, isPinned: boolean): void => {
      found.push({ kind: of, isPinned, path, line: firstLine + command.line - 1, text: command.words.join(' ') })
    }
    if (kind !== undefined) add(kind, isPinned(kind, command.words))
    const before = commands[at - 1]
    if (runsDownload(command, before, downloaded)) add('download-then-run', false)
    const file = downloadedFile(command)
    if (file !== undefined) downloaded.add(file)
    const inner = innerScript(command.words)
    if (inner !== undefined && depth < deepest)
      found.push(...installsIn(inner, path, firstLine + command.line - 1, depth + 1))
  }
  return found
}

/** `bash -c "…"`. */
function innerScript(words: readonly string[]): string | undefined {
  if (!['sh', 'bash', 'mksh', 'dash', 'ksh'].includes(base(words[0]))) return undefined
  const flag = words.findIndex((word) => /^-\w*c$/.test(word))
  return flag > 0 ? words[flag + 1] : undefined
}

function runsDownload(
  { words, isPiped, substituted }: ShellCommand,
  before: ShellCommand | undefined,
  downloaded: ReadonlySet<string>,
): boolean {
  const isInterpreter = interpreters.has(base(words[0]))
  if (isInterpreter && isPiped && before !== undefined && isUnpinnedDownload(before.words)) return true
  if (isInterpreter && substituted !== null && isDownload(substituted)) return true
  const run = isInterpreter ? words.slice(1) : words.slice(0, 1)
  return run.some((word) => downloaded.has(plainPath(word)))
}

function isDownload(words: readonly string[]): boolean {
  return (
    ['curl', 'wget', 'gsutil'].includes(base(words[0])) ||
    (base(words[0]) === 'aws' && words[1] === 's3api' && words[2] === 'get-object')
  )
}

/** Raw contents at a full commit hash are what they were. */
function isUnpinnedDownload(words: readonly string[]): boolean {
  if (!isDownload(words)) return false
  const addresses = words.filter((word) => /^[a-z]+:\/\//i.test(word))
  return !(
    addresses.length > 0 &&
    addresses.every((address) => /^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[0-9a-f]{40}\/./i.test(address))
  )
}

function downloadedFile({ words, output }: ShellCommand): string | undefined {
  if (!isUnpinnedDownload(words)) return undefined
  if (output !== null) return plainPath(output)
  if (base(words[0]) === 'aws') return plainPath(words.at(-1) ?? '')
  if (base(words[0]) !== 'wget') return undefined
  const named = words.findIndex((word) => word === '-O')
  if (named > 0) return plainPath(words[named + 1] ?? '')
  const address = words.find((word) => word.startsWith('http'))
  return (
    address
      ?.replace(/[?#].*$/, '')
      .split('/')
      .at(-1) || undefined
  )
}

function kindOf(words: readonly string[]): DependencyKind | undefined {
  const [, first = '', second = ''] = words
  switch (base(words[0])) {
    case 'go':
      return words.length > 2 && (first === 'get' || first === 'install') ? 'go' : undefined
    case 'npm':
      return words.slice(1).some((word) => ['install', 'i', 'install-test', 'update', 'ci'].includes(word))
        ? 'npm'
        : undefined
    case 'pip':
    case 'pip3':
    case 'python':
    case 'python3':
    case 'python2.7':
      return pipWords(words) === undefined ? undefined : 'pip'
    case 'choco':
    case 'choco.exe':
      return first === 'install' ? 'choco' : undefined
    case 'nuget':
    case 'nuget.exe':
      return first === 'install' || first === 'restore' ? 'nuget' : undefined
    case 'dotnet':
    case 'dotnet.exe':
      return first === 'restore' || (first === 'add' && (second === 'package' || words[3] === 'package'))
        ? 'nuget'
        : undefined
    case 'msbuild':
    case 'msbuild.exe':
      return words.some((word) => word.toLowerCase() === '/t:restore') ? 'nuget' : undefined
    default:
      return undefined
  }
}

function isPinned(kind: DependencyKind, words: readonly string[]): boolean {
  const lower = words.map((word) => word.toLowerCase())
  switch (kind) {
    case 'go':
      return isPinnedGo(words)
    case 'npm':
      return (
        lower.includes('ci') ||
        words.some((word) => /^(?:github:|git(?:\+https?)?:\/\/)[^#]*#[0-9a-f]{40}$/i.test(word))
      )
    case 'pip':
      return isPinnedPip(pipWords(words) ?? [])
    case 'choco':
      return lower.some((word) => /^--(?:requirechecksums?|require-checksums)(?:=|$)/.test(word))
    default:
      return lower.some((word) =>
        ['-version', '-v', '--version', '--locked-mode', '-lockedmode', '/p:restorelockedmode=true'].includes(word),
      )
  }
}

function isPinnedGo(words: readonly string[]): boolean {
  const isInsecure = words.includes('-insecure')
  const names = words.slice(2).filter((word) => !word.startsWith('-'))
  const [name] = names
  // Local folders are pinned by the module file, and so is a bare `go get -d`.
  if (name === undefined || !/\w\.\w+\/\w/.test(name)) return true
  return names.some((each) => {
    const [, version, more] = each.split('@')
    if (version === undefined || more !== undefined) return false
    return (
      version === 'none' ||
      /^[0-9a-f]{40,}$/i.test(version) ||
      (!isInsecure && /^v\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(version))
    )
  })
}

/** What stands behind `pip install` or `python -m pip install`; undefined for anything else. */
function pipWords(words: readonly string[]): readonly string[] | undefined {
  if (/^pip3?$/.test(base(words[0]))) return words[1] === 'install' ? words.slice(2) : undefined
  const module = words.findIndex((word, at) => word === '-m' && words[at + 1] === 'pip')
  return module > 0 && words[module + 2] === 'install' ? words.slice(module + 3) : undefined
}

function isPinnedPip(words: readonly string[]): boolean {
  if (words.includes('-e') || words.includes('--editable')) {
    const sources = words.filter((word) => !/^--?\w[\w-]*$/.test(word) && !word.endsWith('.whl'))
    return words.includes('--no-deps') && sources.every(isPinnedSource)
  }
  if (words.includes('--require-hashes')) return true
  const named = words.filter((word) => !/^--?\w[\w-]*$/.test(word))
  return named.length > 0 && named.every((word) => word.endsWith('.whl'))
}

/** A local folder, or git at a full commit hash. */
function isPinnedSource(source: string): boolean {
  return (
    !/^(?:git|svn|hg|bzr)./.test(source) ||
    /^git(?:\+(?:https?|ssh|git))?:\/\/.*@[0-9a-f]{40}(?:#egg=.*)?$/i.test(source)
  )
}

function base(word: string | undefined): string {
  return (word ?? '').split('/').at(-1)?.toLowerCase() ?? ''
}

function plainPath(path: string): string {
  return path.toLowerCase().replace(/^(?:\.\/)+/, '')
}

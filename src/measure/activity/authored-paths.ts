/**
 * Which changed files were written by hand: not vendored copies, generated files, lockfiles, minified code. They would
 * otherwise be most of the lines in some repositories; `methods.md` 4.3, pitfalls.
 */

const folders = new Set([
  'vendor',
  'vendored',
  'third_party',
  'third-party',
  'thirdparty',
  'node_modules',
  'bower_components',
  'jspm_packages',
  'godeps',
  'pods',
  'carthage',
  'dist',
  '__snapshots__',
  '.yarn',
])

const files = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'composer.lock',
  'gemfile.lock',
  'cargo.lock',
  'go.sum',
  'poetry.lock',
  'uv.lock',
  'pdm.lock',
  'pipfile.lock',
  'pylock.toml',
  'mix.lock',
  'pubspec.lock',
  'podfile.lock',
  'package.resolved',
  'packages.lock.json',
  'gradle.lockfile',
  'flake.lock',
  'conan.lock',
  'renv.lock',
])

const generated =
  /(?:\.min\.(?:js|css)|\.map|\.pb\.(?:go|cc|h)|_pb2(?:_grpc)?\.pyi?|\.g\.(?:cs|dart)|\.freezed\.dart|\.designer\.cs|\.snap|(?:[._-]|\b)generated\.[a-z]+)$|(?:^|\/)(?:zz_generated[^/]*|mock_[^/]*\.go)$/

export const authoredPaths = { version: 1, isAuthored }

/** @param path with `/`, as git writes it */
function isAuthored(path: string): boolean {
  const lower = path.toLowerCase()
  const parts = lower.split('/')
  const name = parts.at(-1) ?? ''
  if (files.has(name) || generated.test(lower)) return false
  return !parts.slice(0, -1).some((folder) => folders.has(folder))
}

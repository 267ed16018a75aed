/** Which files of a repository tell how its project is governed, built and kept; by their paths alone. */

/** What a path tells, and how much of its kind is kept. */
export type PathKind = {
  readonly id: string
  readonly matches: (path: string) => boolean
  /** Contents are read, not only the name. */
  readonly isRead: boolean
  readonly most: number
}

const top = String.raw`^(?:\.github/|\.gitlab/|\.forgejo/|\.gitea/|docs?/|\.well-known/)?`
const governance = new RegExp(
  `${top}(?:${[
    'licen[sc]e',
    'copying',
    'unlicense',
    'notice',
    'readme',
    'contributing',
    'code[-_]of[-_]conduct',
    'governance',
    'security',
    'security-insights',
    'support',
    'funding',
    'publiccode',
    'pull_request_template',
    'roadmap',
    'releas(?:e|ing)',
    'changelog',
  ].join('|')})(?:[-._][^/]*)?$`,
  'i',
)

const pipelines =
  /^(?:\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml|\.github\/actions\/.*action\.ya?ml|action\.ya?ml|\.gitlab-ci\.ya?ml|\.gitlab\/.*\.ya?ml|\.circleci\/config\.ya?ml|\.travis\.ya?ml|\.?azure-pipelines[^/]*\.ya?ml|\.?appveyor\.ya?ml|\.cirrus\.ya?ml|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/.*)|\.buildkite\/.*|bitbucket-pipelines\.ya?ml|cloudbuild\.ya?ml|Jenkinsfile[^/]*|\.ci\/[^/]+)$/

const updates =
  /^(?:\.(?:github|gitlab)\/)?(?:dependabot\.ya?ml|\.?renovate(?:rc)?(?:\.json5?)?|\.pyup\.ya?ml|\.?scala-steward\.conf)$/

const analysis =
  /^(?:\.github\/codeql[^/]*(?:\/.*)?|sonar-project\.properties|\.semgrep[^/]*|\.lgtm\.ya?ml|\.pre-commit-config\.ya?ml|\.snyk)$/

const manifests =
  /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.(?:json|lock)|pyproject\.toml|setup\.(?:py|cfg)|requirements[^/]*\.(?:txt|in)|poetry\.lock|uv\.lock|pdm\.lock|Pipfile(?:\.lock)?|environment\.ya?ml|go\.(?:mod|sum|work)|Cargo\.(?:toml|lock)|pom\.xml|build\.gradle(?:\.kts)?|gradle\.lockfile|settings\.gradle(?:\.kts)?|build\.sbt|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock)|[^/]+\.csproj|packages\.lock\.json|Directory\.Packages\.props|mix\.(?:exs|lock)|pubspec\.(?:yaml|lock)|Package\.(?:swift|resolved)|Podfile(?:\.lock)?|flake\.(?:nix|lock)|conanfile\.(?:py|txt)|vcpkg\.json|CMakeLists\.txt|Makefile|configure\.ac|meson\.build|BUILD\.bazel|MODULE\.bazel|DESCRIPTION|renv\.lock|Project\.toml|[^/]+\.cabal|rebar\.config)$/

/** They name people: that they exist is all that is kept. */
const people = new RegExp(`${top}(?:maintainers|codeowners|owners(?:_aliases)?)(?:[-._][^/]*)?$`, 'i')

/** The order decides whose contents are kept first where there are too many. */
export const pathKinds: readonly PathKind[] = [
  { id: 'governance', matches: (path) => governance.test(path), isRead: true, most: 100 },
  { id: 'update', matches: (path) => updates.test(path), isRead: true, most: 20 },
  { id: 'pipeline', matches: (path) => pipelines.test(path), isRead: true, most: 300 },
  { id: 'analysis', matches: (path) => analysis.test(path), isRead: true, most: 20 },
  {
    id: 'container',
    matches: (path) => /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]+)?$|\.dockerfile$/i.test(path),
    isRead: true,
    most: 100,
  },
  { id: 'script', matches: (path) => /\.(?:sh|bash)$/.test(path), isRead: true, most: 100 },
  { id: 'people', matches: (path) => people.test(path), isRead: false, most: 50 },
  { id: 'license-text', matches: (path) => /^LICENSES\/[^/]+$/.test(path), isRead: false, most: 50 },
  { id: 'manifest', matches: (path) => manifests.test(path), isRead: false, most: 500 },
  {
    id: 'fuzz',
    matches: (path) =>
      /(?:^|\/)(?:\.clusterfuzzlite|fuzz(?:ing|ers?|_targets?)?|oss-?fuzz)\/|(?:^|\/)[^/]*fuzz[^/]*\.[a-z+]+$/i.test(
        path,
      ),
    isRead: false,
    most: 50,
  },
  {
    id: 'sbom',
    matches: (path) => /(?:\.spdx(?:\.[a-z0-9]+)*|\.cdx\.(?:json|xml)|(?:^|\/)s?bom\.(?:json|xml))$/i.test(path),
    isRead: false,
    most: 20,
  },
  {
    id: 'test',
    matches: (path) =>
      /(?:^|\/)(?:tests?|__tests__|specs?|testing|unittests?|t)\/|(?:^|\/)test_[^/]+\.py$|_test\.[a-z]+$|(?:\.|_)(?:test|spec)\.[a-z]+$|(?:Test|Tests|Spec)\.[a-z]+$/.test(
        path,
      ),
    isRead: false,
    most: 25,
  },
]

/** Endings of what runs or is linked; the list that OpenSSF Scorecard's Binary-Artifacts goes by. */
const binary =
  /\.(?:crx|deb|dex|dey|elf|o|a|so|macho|iso|class|jar|bundle|dylib|lib|msi|dll|drv|efi|exe|ocx|pyc|pyo|par|rpm|wasm|whl)$/i

export function isBinaryPath(path: string): boolean {
  return binary.test(path)
}

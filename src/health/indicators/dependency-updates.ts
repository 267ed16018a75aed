import { answer, defineIndicator, open } from '#health/indicator.ts'

const updates =
  /^(?:\.(?:github|gitlab)\/)?(?:dependabot\.ya?ml|\.?renovate(?:rc)?(?:\.json5?)?|\.pyup\.ya?ml|\.?scala-steward\.conf)$/
const manifests =
  /(?:^|\/)(?:package\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.py|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|[^/]+\.csproj|mix\.exs|pubspec\.yaml)$/

export const indicator = defineIndicator({
  id: 'dependency-updates',
  version: 1,
  label: 'Dependencies are updated by a tool',
  question: 'Is a tool set up that proposes updates of what it builds on?',
  why: 'Known vulnerabilities below otherwise stay for long.',
  remedy: 'Propose the configuration of such a tool.',
  weight: 0.5,
  source: 'OpenSSF Scorecard, Dependency-Update-Tool',
  needs: ['files'],
  assess: ({ files }) => {
    if (files === undefined) return open('not-collected')
    const path = files.paths.find((one) => updates.test(one))
    if (path !== undefined) return answer(true, path)
    return files.paths.some((one) => manifests.test(one)) ? answer(false, '0') : open('not-applicable')
  },
})

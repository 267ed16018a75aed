/** Looks among the files of a project. */

import type { ProjectFiles } from '#domain/upstream.ts'

/**
 * Finds files by their names at the places where forges look for them: the top, `.github`, `docs`, `.well-known`.
 *
 * @param names alternatives as a regular expression, without ending; case does not matter
 */
export function topFiles(names: string): (files: ProjectFiles) => string | undefined {
  const pattern = new RegExp(
    `^(?:\\.github/|\\.gitlab/|\\.forgejo/|\\.gitea/|docs?/|\\.well-known/)?(?:${names})(?:[-._][^/]*)?$`,
    'i',
  )
  return ({ paths }) => paths.find((path) => pattern.test(path))
}

/** The texts of files by the same names. */
export function topTexts(names: string): (files: ProjectFiles) => readonly (readonly [string, string])[] {
  const isNamed = topFiles(names)
  return ({ texts, ...files }) =>
    Object.entries(texts ?? {}).filter(([path]) => isNamed({ ...files, texts, paths: [path] }) !== undefined)
}

const pipelines =
  /^(?:\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|\.circleci\/config\.ya?ml|\.travis\.ya?ml|\.?azure-pipelines[^/]*\.ya?ml|\.?appveyor\.ya?ml|\.cirrus\.ya?ml|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/.*)|\.buildkite\/.*|bitbucket-pipelines\.ya?ml|cloudbuild\.ya?ml|Jenkinsfile[^/]*|\.ci\/[^/]+)$/

export function pipelineOf({ paths }: ProjectFiles): string | undefined {
  return paths.find((path) => pipelines.test(path))
}

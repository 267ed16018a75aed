/** What workflows and container files take from elsewhere while building, and whether by hash. */

import type { ReadFiles } from '#domain/upstream.ts'
import { installsIn, type Dependency } from './installs.ts'
import { hasCommands, readable, type Job, type Step, type Workflow } from './workflow.ts'

export function dependenciesUsed(files: ReadFiles, workflows: readonly Workflow[]): readonly Dependency[] {
  return [
    ...readable(workflows).flatMap(({ path, jobs }) => jobs.flatMap((job) => dependenciesOfJob(path, job))),
    ...files.paths.filter(isContainerFile).flatMap((path) => dependenciesOfImage(path, files.texts[path] ?? '')),
    ...files.paths
      .filter((path) => /\.(?:sh|bash|mksh)$/.test(path) && isShell(files.texts[path]))
      .flatMap((path) => installsIn(files.texts[path] ?? '', path, 1)),
  ]
}

function dependenciesOfJob(path: string, job: Job): readonly Dependency[] {
  const called = job.uses === null || job.uses.startsWith('./') ? [] : [action(job.uses, path, job.line)]
  return [
    ...called,
    ...job.steps.flatMap((step) => {
      if (step.uses !== null)
        return step.uses === '' || step.uses.startsWith('./') ? [] : [action(step.uses, path, step.line)]
      if (step.run === null || !isUnixShell(step, job)) return []
      // Expressions would read as shell syntax.
      return installsIn(step.run.replaceAll(/\$\{\{[^{}]*\}\}/g, 'EXPRESSION'), path, step.line)
    }),
  ]
}

function action(uses: string, path: string, line: number): Dependency {
  const isPinned =
    /^\..+[^/]/.test(uses) || /@[0-9a-f]{40,}/i.test(uses) || /^docker:\/\/.*@sha256:[0-9a-f]{64}/i.test(uses)
  return {
    kind: /^(?:actions|github)\//.test(uses) ? 'action-github' : 'action-other',
    isPinned,
    path,
    line,
    text: uses,
  }
}

/** Shells of Windows speak another language; a job that runs nowhere else uses them. */
function isUnixShell(step: Step, job: Job): boolean {
  const stated = step.shell ?? job.shell
  if (stated !== null) return /^(?:\S*\/)?(?:sh|bash|mksh)(?:\s|$)/.test(stated)
  if (
    /runner\.os\s*==\s*['"]windows['"]|startsWith\(runner\.os,\s*['"]windows['"]\)|matrix\.os\s*==\s*['"]windows-/i.test(
      step.condition,
    )
  )
    return false
  return !(job.runsOn.length > 0 && job.runsOn.every((system) => system.toLowerCase().startsWith('windows')))
}

function isShell(text: string | undefined): boolean {
  const first = text?.split('\n', 1)[0] ?? ''
  return (
    text !== undefined &&
    (!first.startsWith('#!') || /^#!\s*(?:\S*\/)?(?:env\s+)?(?:\S*\/)?(?:sh|bash|mksh)\b/.test(first))
  )
}

/** `Dockerfile`, `web.Dockerfile`, `Dockerfile-debug`, not those of others and not templates. */
export function isContainerFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!/dockerfile/i.test(name)) return false
  if (/(?:^|\/)(?:vendor|third_party)\//i.test(path)) return false
  if (/\.(?:go|c|cpp|rs|js|py|pyc|java|sh|bash)$/i.test(name)) return false
  return !name.split(/[._-]/).some((word) => /^(?:template|tmpl|tpl)$/i.test(word))
}

function dependenciesOfImage(path: string, text: string): readonly Dependency[] {
  if (!hasCommands(text)) return []
  const found: Dependency[] = []
  const pinnedStages = new Map<string, boolean>()
  const defaults = new Map<string, string>()
  for (const { name, rest, line } of instructions(text)) {
    if (name === 'ARG') {
      for (const [, key = '', value = ''] of rest.matchAll(/(\w+)=("[^"]*"|'[^']*'|\S*)/g))
        defaults.set(key, value.replaceAll(/^["']|["']$/g, ''))
    } else if (name === 'FROM') {
      const words = rest
        .split(/\s+/)
        .filter((word) => word !== '' && !word.startsWith('--'))
        .map((word) => word.replaceAll(/\$\{(\w+)\}/g, (whole, key: string) => defaults.get(key) ?? whole))
      const [image = '', as, stage = ''] = words
      const isPinned = pinnedStages.get(image) === true || /@sha256:(?:[0-9a-f]{64}|\$\{.*\})/.test(image)
      const isStage = as?.toLowerCase() === 'as'
      if (isStage) pinnedStages.set(stage, isPinned || image.toLowerCase() === 'scratch')
      if (image === '' || image.toLowerCase() === 'scratch') continue
      found.push({ kind: 'container-image', isPinned, path, line, text: image })
    } else if (name === 'RUN') {
      found.push(...installsIn(rest, path, line))
    }
  }
  return found
}

/** Instructions with their continued lines as they stand, so that lines can be counted. */
function instructions(
  text: string,
): readonly { readonly name: string; readonly rest: string; readonly line: number }[] {
  const found: { name: string; rest: string; line: number }[] = []
  const rows = text.split('\n')
  for (let at = 0; at < rows.length; at += 1) {
    const opened = /^\s*([A-Za-z]+)\s+(.*)$/.exec(rows[at]?.trimEnd() ?? '')
    if (opened === null) continue
    const line = at + 1
    let rest = opened[2] ?? ''
    while (rest.endsWith('\\') && at + 1 < rows.length) {
      at += 1
      const next = rows[at]?.trimEnd() ?? ''
      // A comment between continued lines is dropped by the builder.
      rest += /^\s*#/.test(next) ? '\n\\' : `\n${next}`
    }
    found.push({ name: (opened[1] ?? '').toUpperCase(), rest, line })
  }
  return found
}

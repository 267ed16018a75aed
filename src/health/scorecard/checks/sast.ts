import { answer, defineCheck, partial, place } from '#health/scorecard/check.ts'
import { readable } from '#health/scorecard/workflow.ts'

const analyzers =
  /^(?:github\/codeql-action\/analyze|snyk\/actions\/.*|facebook\/pysa-action|JetBrains\/qodana-action|hadolint\/hadolint-action)$/

/** Analysis that the host runs by itself shows in no workflow. */
export const check = defineCheck({
  id: 'sast',
  name: 'SAST',
  label: 'Code is analyzed for mistakes',
  source: 'checks/raw/sast.go',
  assess: ({ workflows, files: { paths, texts } }) => {
    const inWorkflows = readable(workflows).flatMap(({ path, jobs }) =>
      jobs.flatMap(({ steps }) =>
        steps
          .filter(({ uses }) => uses !== null && analyzers.test(uses.replace(/^actions:\/\//, '').split('@')[0] ?? ''))
          .map(({ line, uses }) => place(path, line, uses ?? '')),
      ),
    )
    const inBuilds = paths
      .filter((path) => /(?:^|\/)pom\.xml$/i.test(path) && /<sonar\.host\.url>\s*\S+\s*</.test(texts[path] ?? ''))
      .map((path) => place(path))
    const found = [...inWorkflows, ...inBuilds]
    return found.length > 0 ? answer(10, 'found', found) : partial(0, 'none-found')
  },
})

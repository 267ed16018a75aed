import { answer, defineCheck, place, undecided } from '#health/scorecard/check.ts'
import { readable, type ReadableWorkflow } from '#health/scorecard/workflow.ts'
import type { CheckPlace } from '#domain/scorecard.ts'

export const check = defineCheck({
  id: 'dangerous-workflow',
  name: 'Dangerous-Workflow',
  label: 'No workflow runs what strangers write',
  source: 'checks/raw/dangerous_workflow.go',
  assess: ({ workflows }) => {
    if (workflows.length === 0) return undecided('no-workflows')
    const found = readable(workflows).flatMap((workflow) => [...untrustedCheckouts(workflow), ...injections(workflow)])
    if (found.length > 0) return answer(0, 'dangerous-pattern', found)
    const unread = workflows.filter(({ isReadable }) => !isReadable).map(({ path }) => place(path))
    return unread.length > 0 ? undecided('workflow-unreadable', unread) : answer(10, 'none-found')
  },
})

/** A trigger with the rights of the repository that checks out the code of a pull request. */
function untrustedCheckouts({ path, triggers, jobs }: ReadableWorkflow): readonly CheckPlace[] {
  if (!triggers.some((trigger) => trigger === 'pull_request_target' || trigger === 'workflow_run')) return []
  return jobs.flatMap(({ steps }) =>
    steps
      .filter(
        ({ uses, with: inputs }) =>
          uses?.includes('actions/checkout') === true &&
          /github\.event\.(?:pull_request|workflow_run)/.test(inputs['ref'] ?? ''),
      )
      .map(({ line, with: inputs }) => place(path, line, inputs['ref'])),
  )
}

/** Values that anybody can set, put into a script before the shell sees it. */
function injections({ path, jobs }: ReadableWorkflow): readonly CheckPlace[] {
  return jobs.flatMap(({ steps }) =>
    steps.flatMap(({ run, line }) =>
      [...(run ?? '').matchAll(/\$\{\{((?:(?!\$\{\{|\}\}).)*)\}\}/gs)]
        .map(([, expression = '']) => expression)
        .filter(isUntrusted)
        .map((expression) => place(path, line, expression.trim())),
    ),
  )
}

const settable =
  /issue\.(?:title|body)|pull_request\.(?:title|body|head\.(?:ref|label|repo\.default_branch))|discussion\.(?:title|body)|(?:comment|review|review_comment)\.body|pages.*\.page_name|commits.*\.(?:message|author\.(?:email|name))|head_commit\.(?:message|author\.(?:email|name))|blocked_user\.(?:name|email)/

function isUntrusted(expression: string): boolean {
  return (
    expression.includes('github.head_ref') ||
    /tojson\s*\(\s*github(?:\.event)?\s*\)/i.test(expression) ||
    (expression.includes('github.event.') && settable.test(expression))
  )
}

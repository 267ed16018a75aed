import type { CheckPlace } from '#domain/scorecard.ts'
import { answer, defineCheck, place, undecided } from '#health/scorecard/check.ts'
import { readable, type Permissions, type ReadableWorkflow } from '#health/scorecard/workflow.ts'

/** What a write permission for a whole workflow costs; one that is not listed costs nothing. */
const costs: Readonly<Record<string, number>> = {
  checks: 0.5,
  statuses: 0.5,
  deployments: 1,
  'security-events': 1,
  contents: 10,
  packages: 10,
  actions: 10,
}

export const check = defineCheck({
  id: 'token-permissions',
  name: 'Token-Permissions',
  label: 'Workflows hold no more rights than they need',
  source: 'checks/evaluation/permissions.go',
  assess: ({ workflows }) => {
    if (workflows.length === 0) return undecided('no-workflows')
    const unread = workflows.filter(({ isReadable }) => !isReadable).map(({ path }) => place(path))
    if (unread.length > 0) return undecided('workflow-unreadable', unread)
    let score = 10
    const places: CheckPlace[] = []
    for (const workflow of readable(workflows)) {
      const { cost, at } = excess(workflow)
      score -= cost
      places.push(...at)
    }
    if (score >= 10) return answer(10, 'least-privilege')
    return answer(Math.trunc(Math.max(0, score)), 'excessive-permissions', places)
  },
})

/**
 * Undeclared at the top costs half a point when every job declares its own, and everything otherwise; so does `write-all`
 * with jobs that declare nothing or write. Writes in jobs alone cost nothing: they say what they need.
 */
function excess({ path, permissions, jobs }: ReadableWorkflow): { cost: number; at: readonly CheckPlace[] } {
  const isUndeclaredInJob = jobs.some((job) => job.permissions === null)
  if (permissions === null) return { cost: isUndeclaredInJob ? 10 : 0.5, at: [place(path)] }
  if ('all' in permissions) {
    if (permissions.all !== 'write-all') return { cost: 0, at: [] }
    const isWorse = isUndeclaredInJob || jobs.some((job) => writes(job.permissions).length > 0)
    return { cost: isWorse ? 10 : 0.5, at: [place(path, null, 'write-all')] }
  }
  const found = writes(permissions)
  return {
    cost: found.reduce((sum, { name }) => sum + (costs[name] ?? 0), 0),
    at: found.filter(({ name }) => name in costs).map(({ name, line }) => place(path, line, name)),
  }
}

function writes(permissions: Permissions | null) {
  return permissions === null || 'all' in permissions
    ? []
    : permissions.scopes.filter(({ name, access }) => access === 'write' && name in costs)
}

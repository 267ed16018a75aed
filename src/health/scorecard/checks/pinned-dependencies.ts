import { answer, defineCheck, place, undecided } from '#health/scorecard/check.ts'
import { dependenciesUsed } from '#health/scorecard/dependencies-used.ts'
import type { Dependency } from '#health/scorecard/installs.ts'

/** Actions of the host and of others weigh 2 and 8 where both occur; every other kind weighs 10. */
const wholeWeight = 10
const hostActionWeight = 2

export const check = defineCheck({
  id: 'pinned-dependencies',
  name: 'Pinned-Dependencies',
  label: 'Builds take what they need by hash',
  source: 'checks/evaluation/pinned_dependencies.go',
  assess: ({ files, workflows }) => {
    const used = dependenciesUsed(files, workflows)
    const unread = workflows.filter(({ isReadable }) => !isReadable).map(({ path }) => place(path))
    if (unread.length > 0) return undecided('workflow-unreadable', unread)
    if (used.length === 0) return undecided('no-dependencies')
    const loose = used.filter(({ isPinned }) => !isPinned)
    if (loose.length === 0) return answer(10, 'all-pinned')
    return answer(
      pinnedScore(used),
      'some-not-pinned',
      loose.map(({ path, line, text }) => place(path, line, text)),
    )
  },
})

/** ⌊10·Σ weight·pinned ÷ Σ weight·all⌋ over the kinds that occur. */
function pinnedScore(used: readonly Dependency[]): number {
  const kinds = new Map<Dependency['kind'], { pinned: number; all: number }>()
  for (const { kind, isPinned } of used) {
    const sum = kinds.get(kind) ?? { pinned: 0, all: 0 }
    kinds.set(kind, { pinned: sum.pinned + (isPinned ? 1 : 0), all: sum.all + 1 })
  }
  const hasBoth = kinds.has('action-github') && kinds.has('action-other')
  let pinned = 0
  let all = 0
  for (const [kind, sum] of kinds) {
    const weight =
      !hasBoth || !kind.startsWith('action-')
        ? wholeWeight
        : kind === 'action-github'
          ? hostActionWeight
          : wholeWeight - hostActionWeight
    pinned += weight * sum.pinned
    all += weight * sum.all
  }
  return Math.floor((10 * pinned) / all)
}

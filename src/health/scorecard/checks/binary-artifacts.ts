import { answer, defineCheck, place } from '#health/scorecard/check.ts'

/** Every binary costs a point. Wrappers of Gradle count too: whether the host verified them is not known here. */
export const check = defineCheck({
  id: 'binary-artifacts',
  name: 'Binary-Artifacts',
  label: 'No executables checked in',
  source: 'checks/evaluation/binary_artifacts.go',
  assess: ({ files: { binaries } }) =>
    binaries.length === 0
      ? answer(10, 'none-found')
      : answer(
          Math.max(0, 10 - binaries.length),
          'found',
          binaries.map((path) => place(path)),
        ),
})

import type { ReactNode } from 'react'

const steps = [0, 1, 2, 3, 4]

/** An interval of levels on a track of five, with the target as a line. The words stand beside it. */
export function LevelTrack({
  floor,
  ceiling,
  target,
}: {
  readonly floor: number
  readonly ceiling: number
  readonly target: number | null
}): ReactNode {
  return (
    <svg className="level-track" viewBox="0 0 160 16" aria-hidden="true">
      {steps.map((step) => (
        <rect
          key={step}
          className={step <= floor ? 'floor' : step <= ceiling ? 'ceiling' : 'step'}
          x={step * 32 + 1}
          y="4"
          width="30"
          height="8"
        />
      ))}
      {target === null ? null : <path className="target" d={`M${target * 32 + 31} 0V16`} />}
    </svg>
  )
}

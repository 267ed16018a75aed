/** Progress on standard error: a bar that redraws when it is a terminal, one line a step otherwise. */

import type { Progress } from '#app/progress.ts'
import type { Words } from '#text/words.ts'
import type { Terminal } from './terminal.ts'

const barWidth = 24
const redrawEveryMilliseconds = 80

export function terminalProgress(terminal: Terminal, words: Words, now: () => number): Progress {
  let lastDrawn = 0
  let isOpen = false
  let lastStep: string | undefined
  const label = (step: Parameters<Progress['report']>[0]['step']): string => words.cli.steps[step]
  const close = (): void => {
    if (isOpen) terminal.say('\r\u001B[K\r')
    isOpen = false
  }
  return {
    report: ({ step, done, total }) => {
      if (!terminal.hasProgress) {
        if (step !== lastStep) terminal.say(`${label(step)} …`)
        lastStep = step
        return
      }
      const isNew = step !== lastStep
      lastStep = step
      const time = now()
      if (!isNew && time - lastDrawn < redrawEveryMilliseconds && done !== total) return
      lastDrawn = time
      isOpen = true
      terminal.say(`\r\u001B[K${label(step).padEnd(28)} ${counted(done, total)}\r`)
    },
    finish: close,
  }
}

function counted(done: number | undefined, total: number | undefined): string {
  if (done === undefined) return ''
  if (total === undefined || total === 0) return String(done)
  const filled = Math.round((barWidth * done) / total)
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done} / ${total}`
}

import type { CommandContext } from './command.ts'

/** Resolves when the person interrupts or the system asks the process to end. */
export async function untilStopped({ onInterrupt }: CommandContext): Promise<void> {
  // A promise alone keeps no process alive, and threads that rest do not either.
  const alive = setInterval(() => undefined, 1 << 30)
  await new Promise<void>((resolve) => {
    onInterrupt(resolve)
    process.once('SIGTERM', resolve)
  })
  clearInterval(alive)
}

import { useState } from 'react'

/** A form that is being sent: whether it is, and what went wrong. */
export function useAttempt() {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function attempt(run: () => Promise<void>): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await run()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, error, attempt }
}

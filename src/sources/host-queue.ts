/** Keeps the requests to one host few at a time, and all of them waiting while the host asks for a pause. */

import { setTimeout as sleep } from 'node:timers/promises'

export class HostQueue {
  readonly #limit: number
  readonly #waiting: (() => void)[] = []
  #running = 0
  #notBefore = 0
  readonly #betweenMs: number

  /** @param betweenMs the least time between the starts of two requests */
  constructor(limit: number, betweenMs = 0) {
    this.#limit = limit
    this.#betweenMs = betweenMs
  }

  /** No request of this host starts before so many milliseconds have passed. */
  pause(milliseconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, Date.now() + milliseconds)
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#limit) await new Promise<void>((start) => this.#waiting.push(start))
    else this.#running++
    try {
      for (let wait = this.#notBefore - Date.now(); wait > 0; wait = this.#notBefore - Date.now()) await sleep(wait)
      if (this.#betweenMs > 0) this.pause(this.#betweenMs)
      return await work()
    } finally {
      // The place is handed over rather than given back, so that nobody slips in between.
      const next = this.#waiting.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }
}

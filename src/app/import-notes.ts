/** Which projects of an import were finished before it was broken off. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'

/** Kept in the home folder until all projects are done. */
export class ImportNotes {
  readonly #path: string
  readonly #done: Set<string>
  readonly #isKept: boolean

  /** @param run what makes this import another one: where from, and with which options */
  constructor(home: string, run: readonly unknown[], isKept: boolean) {
    const name = createHash('sha256').update(JSON.stringify(run)).digest('hex')
    this.#path = join(cacheFolder(home, 'import'), `${name.slice(0, 16)}.json`)
    this.#isKept = isKept
    this.#done = new Set(this.#isKept ? read(this.#path) : [])
  }

  isDone(uuid: string): boolean {
    return this.#done.has(uuid)
  }

  add(uuid: string): void {
    if (!this.#isKept) return
    this.#done.add(uuid)
    mkdirSync(dirname(this.#path), { recursive: true })
    writeFileSync(this.#path, JSON.stringify([...this.#done]))
  }

  forget(): void {
    if (this.#isKept) rmSync(this.#path, { force: true })
  }
}

function read(path: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

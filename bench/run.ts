/** `npm run bench -- NAME…`: runs the named benchmarks, or all; each prints one JSON line per figure. */

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => basename(file, '.bench.ts'))
  .sort()
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No benchmark ${unknown.join(', ')}; there are: ${names.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const name of asked.length > 0 ? asked : names) {
    const { run } = (await import(join(import.meta.dirname, `${name}.bench.ts`))) as { run: () => Promise<void> }
    await run()
  }
}

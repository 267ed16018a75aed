/** `npm run judge -- NAME…`: runs the public suites and prints each score and every miss with its reason. */

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SuiteResult } from '#test/suites/suite.ts'

const folder = join(import.meta.dirname, '..', 'test', 'suites')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'suite.ts')
  .map((file) => basename(file, '.ts'))
  .sort()
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const mostMisses = process.argv.includes('--all') ? Infinity : 10
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`No suite ${unknown.join(', ')}; there are: ${names.join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const name of asked.length > 0 ? asked : names) {
    const { run } = (await import(join(folder, `${name}.ts`))) as {
      run?: () => Promise<SuiteResult | readonly SuiteResult[]>
    }
    if (run !== undefined) for (const result of [await run()].flat()) print(result)
  }
}

function print({ suite, passed, total, misses }: SuiteResult): void {
  process.stdout.write(`${suite}: ${passed} of ${total}\n`)
  for (const miss of misses.slice(0, mostMisses)) {
    process.stdout.write(
      `  ${miss.case}: expected ${miss.expected}, got ${miss.got}${miss.reason === undefined ? '' : ` (${miss.reason})`}\n`,
    )
  }
  if (misses.length > mostMisses) process.stdout.write(`  … and ${misses.length - mostMisses} more; --all lists them\n`)
}

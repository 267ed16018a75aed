import { join } from 'node:path'

/** The report that `assess` wrote last, in the home folder; `serve` makes its own from what is kept. */
export function servedReport(home: string): string {
  return join(home, 'reports', 'latest.html')
}

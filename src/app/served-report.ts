import { join } from 'node:path'

/** The file of the newest report in the home folder; `serve` shows it. */
export function servedReport(home: string): string {
  return join(home, 'reports', 'latest.html')
}

/** Preloaded into a measured process: writes its resource usage to file descriptor 3 when it ends. */

import { writeSync } from 'node:fs'

process.on('exit', () => {
  writeSync(3, JSON.stringify(process.resourceUsage()))
})

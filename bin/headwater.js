#!/usr/bin/env node
// Starts the command under Node 24; an older Node hands over to the one that this checkout installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Stripped and compiled sources are kept between runs, so that the command answers at once.
  module.enableCompileCache()
  await import('../src/cli/main.ts')
} else if (existsSync(own)) {
  process.exitCode = spawnSync(own, [entry, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 70
} else {
  process.stderr.write(
    `Headwater needs Node 24; this is ${process.version}. Run npm ci in its folder, which brings Node 24 along.\n`,
  )
  process.exitCode = 2
}

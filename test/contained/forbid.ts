/**
 * Imported before anything else: from then on starting a process and opening a socket throws. A second net under Node's
 * permission model, which forbids processes, threads, native code and writing, and knows nothing of sockets.
 * What was tried counts also where the code around it catches the error: it is printed at the end and sets the exit code.
 */

import childProcess from 'node:child_process'
import datagram from 'node:dgram'
import names from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { Server, Socket } from 'node:net'
import threads from 'node:worker_threads'

const tried: string[] = []

function forbid(holder: object, members: readonly string[], what: string): void {
  for (const member of members) {
    if (!(member in holder)) throw new Error(`there is no ${member} to forbid`)
    Object.defineProperty(holder, member, {
      value: () => {
        tried.push(`${what} by ${member}`)
        throw new Error(`${what} by ${member}`)
      },
    })
  }
}

forbid(
  childProcess,
  ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  'a process started',
)
forbid(childProcess.ChildProcess.prototype, ['spawn'], 'a process started')
forbid(threads, ['Worker'], 'a thread started')
forbid(Socket.prototype, ['connect'], 'a socket opened')
forbid(Server.prototype, ['listen'], 'a socket opened')
forbid(datagram, ['createSocket'], 'a socket opened')
forbid(names, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'], 'a name looked up')
forbid(names.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'], 'a name looked up')
syncBuiltinESMExports()

process.on('exit', () => {
  if (tried.length === 0) return
  process.stderr.write(`forbidden: ${tried.join(', ')}\n`)
  process.exitCode = 86
})

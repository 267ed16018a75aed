/** Runs the command as a whole process and tells how long it took and how much memory it reached. */

import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type ProcessRun = {
  readonly exitCode: number
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly peakMebibytes: number
  readonly stdout: string
  readonly stderr: string
}

export const commandEntry = join(import.meta.dirname, '..', 'bin', 'headwater.js')

/** The peak and the processor time are what the process itself says at its end, through a small preloaded reporter. */
export async function runHeadwater(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ProcessRun> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'report-usage.ts'), commandEntry, ...args],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  )
  const [stdout, stderr, usage] = await Promise.all(
    [1, 2, 3].map((number) => textOf(child.stdio[number] as NodeJS.ReadableStream)),
  )
  const exitCode =
    child.exitCode ?? (await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1))))
  const {
    maxRSS = 0,
    userCPUTime = 0,
    systemCPUTime = 0,
  } = usage === '' ? {} : (JSON.parse(usage ?? '{}') as NodeJS.ResourceUsage)
  return {
    exitCode,
    wallSeconds: (performance.now() - started) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMebibytes: maxRSS / 1024,
    stdout: stdout ?? '',
    stderr: stderr ?? '',
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString('utf8')
}

/** What a running server holds, as it tells itself. */
export async function residentMebibytes(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1024 / 1024
}

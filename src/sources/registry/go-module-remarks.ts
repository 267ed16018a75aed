/** What the newest `go.mod` of a module says about the module: that it is deprecated, and which versions were retracted. */

import { versionOrder } from '#ecosystems/versions.ts'

/** A line each: `deprecated: TEXT`, `retract VERSION` or `retract FROM TO`. */
export function moduleRemarks(goMod: string): string {
  const remarks: string[] = []
  const lines = goMod.split(/\r?\n/)
  const module = lines.findIndex((line) => /^\s*module\s/.test(line))
  for (let index = module - 1; index >= 0 && /^\s*\/\//.test(lines[index] ?? ''); index -= 1) {
    const reason = /^\s*\/\/\s*Deprecated:\s*(.*)$/.exec(lines[index] ?? '')?.[1]
    if (reason !== undefined) remarks.push(`deprecated: ${reason.trim()}`)
  }
  let isRetracting = false
  for (const line of lines) {
    const text = line.replace(/\/\/.*$/, '').trim()
    if (/^retract\s*\($/.test(text)) isRetracting = true
    else if (isRetracting && text === ')') isRetracting = false
    const what = isRetracting ? text : (/^retract\s+(.*)$/.exec(text)?.[1] ?? '')
    const [from, to] = what.match(/v[^\s,[\]()]+/g) ?? []
    if (from !== undefined) remarks.push(to === undefined ? `retract ${from}` : `retract ${from} ${to}`)
  }
  return remarks.join('\n')
}

export function isRetracted(remarks: string, version: string): boolean {
  const order = versionOrder('golang')
  return remarks.split('\n').some((line) => {
    const match = /^retract (\S+)(?: (\S+))?$/.exec(line)
    const from = match?.[1]
    if (from === undefined || order === undefined) return false
    return order.compare(from, version) <= 0 && order.compare(version, match?.[2] ?? from) <= 0
  })
}

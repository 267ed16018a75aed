/**
 * Where pip would look: the environment, the user's and the machine's `pip.conf`, and what pip's own help names as its
 * default where none of these says it.
 */

import { join } from 'node:path'
import type { RegistryAccess } from './registry.ts'
import { accessTo, baseOf, textOf, type Surroundings } from './surroundings.ts'

export async function readPipConfig(surroundings: Surroundings): Promise<RegistryAccess> {
  const { env, home, machine } = surroundings
  const files =
    env['PIP_CONFIG_FILE'] === undefined
      ? [
          join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'pip', 'pip.conf'),
          join(home, '.pip', 'pip.conf'),
          join(machine, 'pip.conf'),
        ]
      : [env['PIP_CONFIG_FILE']]
  const setting = (name: string): string | undefined =>
    env[`PIP_${name.toUpperCase().replaceAll('-', '_')}`] ??
    files.map((file) => settingIn(textOf(file) ?? '', name)).find((value) => value !== undefined)
  const main = setting('index-url') ?? (await defaultIndex(surroundings))
  const extra = (setting('extra-index-url') ?? '').split(/\s+/)
  return accessTo([main, ...extra].flatMap((text) => baseOf(text) ?? []))
}

/** A key of the sections that pip reads for installing; a value may go on in indented lines. */
function settingIn(text: string, name: string): string | undefined {
  let isRead = false
  const lines = text.split(/\r?\n/)
  for (const [index, line] of lines.entries()) {
    const section = /^\[(.+)\]\s*$/.exec(line)?.[1]
    if (section !== undefined) isRead = ['global', 'install', 'download'].includes(section)
    const match = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(line)
    if (!isRead || match === null || match[1]?.replaceAll('_', '-') !== name) continue
    const more: string[] = []
    for (const next of lines.slice(index + 1)) {
      if (!/^\s+\S/.test(next)) break
      more.push(next.trim())
    }
    return [match[2] ?? '', ...more].join(' ').trim()
  }
  return undefined
}

async function defaultIndex({ run }: Surroundings): Promise<string | undefined> {
  const help = (await run('pip', ['help', 'download'])) ?? (await run('python3', ['-m', 'pip', 'help', 'download']))
  return /--index-url[^(]*\(default:?\s+(https?:\/\/\S+?)\)/.exec(help ?? '')?.[1]
}

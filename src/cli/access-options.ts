/** What the commands about accounts and keys share. */

import type { Words } from '#text/words.ts'
import { roles, type Grant } from '#domain/access.ts'
import { fail } from '#domain/problem.ts'
import type { CommandContext, CommandInput } from './command.ts'
import { textOption } from './options.ts'

/** `ROLE` or `ROLE:UNIT`. Throws `usage`. */
export function readGrant(text: string | undefined, words: Words): Grant {
  const [name = '', ...rest] = (text ?? '').split(':')
  const role = roles.find((known) => known === name)
  const unit = rest.join(':')
  return role === undefined || (rest.length > 0 && unit === '')
    ? fail({ code: 'usage', what: words.access.roleNeeded(roles.join(', ')) })
    : { role, unit: rest.length === 0 ? null : unit }
}

export function grantText({ role, unit }: Grant, { access }: Words): string {
  return unit === null ? access.roles[role] : access.inUnit(access.roles[role], unit)
}

/** Where the portal is reached, for a link that a person opens. Throws `usage`. */
export function originOption(input: CommandInput, environment: CommandContext['environment']): string {
  const text = textOption(input, 'origin') ?? environment['HEADWATER_PUBLIC_URL'] ?? 'http://localhost:4680'
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol)
    ? url.origin
    : fail({ code: 'usage', what: `--origin ${text}: an address such as https://headwater.example is needed` })
}

/** The first line of standard input: an argument could be read by everybody who lists processes. */
export async function passwordFromInput({ input }: CommandContext['terminal']): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array | string))
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
}

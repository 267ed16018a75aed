/** Accounts that are no people; `methods.md` 4.3 step 4. */

import type { Signature } from '#domain/contribution.ts'

const named = /dependabot|renovate|greenkeeper|github-actions|snyk-bot/i
/** `bot` as a word of its own, also between digits and underscores: `ci-bot`, `k8s_robot`; not Abbott, not robotics. */
const word = /(?:^|[^a-z])(?:bot|robot)(?:[^a-z]|$)/i

/** `[bot]` at the end of a name or login is one of the words that `bot` bounds. */
export function isBot({ name, email }: Signature): boolean {
  return isBotName(name) || isBotName(email)
}

function isBotName(text: string): boolean {
  return named.test(text) || word.test(text)
}

/**
 * An invented organization of many identities whose truth is known: people who join, leave, come back and change employers;
 * several addresses, forge logins, free mail, names written in several ways, names that two people share, a domain of an
 * earlier name, contractors on no list, and addresses that nobody told of. The same seed gives the same organization.
 */

import type { AffiliationFacts, Employment } from '#measure/activity/affiliation.ts'

export type TrueCommit = {
  readonly project: number
  readonly name: string
  readonly address: string
  readonly day: string
  /** The person of the list who wrote it for the organization on that day; `unlisted` for its contractors; null for others. */
  readonly truth: string | null
  /** What makes it hard. */
  readonly kind: 'plain' | 'private' | 'login' | 'hidden' | 'homonym' | 'outsider' | 'contractor' | 'left'
}

export type SyntheticOrganization = {
  readonly facts: AffiliationFacts
  readonly commits: readonly TrueCommit[]
  readonly identities: number
}

export const unlisted = 'unlisted'
const employers = ['riverton.example', 'lake.example', 'uni.example', 'foundry.example'] as const
const freeMail = ['gmail.com', 'posteo.de', 'outlook.com', 'qq.com'] as const

/** @param identities how many addresses at least */
export function syntheticOrganization(identities: number, seed: number): SyntheticOrganization {
  const dice = new Dice(seed)
  const employments: Employment[] = []
  const commits: TrueCommit[] = []
  const addressesUsed = new Set<string>()
  for (let person = 0; addressesUsed.size < identities; person += 1) {
    const isOurs = dice.chance(0.45)
    const made = isOurs ? ownPerson(dice, person) : outsider(dice, person)
    employments.push(...made.employments)
    commits.push(...made.commits)
    for (const { address } of made.commits) addressesUsed.add(address.toLowerCase().replace(/^\d+\+/, ''))
  }
  const contractors = Array.from({ length: 60 }, (_, at): TrueCommit => {
    const day = dice.day(2019, 2021)
    const domain = at % 2 === 0 ? 'harbor.example' : 'old-harbor.example'
    return {
      project: dice.project(),
      name: dice.name(),
      address: `guest${at}@${domain}`,
      day,
      truth: unlisted,
      kind: 'contractor',
    }
  })
  return {
    facts: {
      employments,
      domains: [
        { domain: 'harbor.example', organization: 'harbor', from: null, to: null },
        { domain: 'old-harbor.example', organization: 'harbor', from: null, to: '2021-12-31' },
      ],
    },
    commits: [...commits, ...contractors],
    identities: addressesUsed.size + contractors.length,
  }
}

type Made = { readonly employments: readonly Employment[]; readonly commits: readonly TrueCommit[] }

function ownPerson(dice: Dice, number: number): Made {
  const id = `p-${number}`
  const name = dice.name()
  const work = `${id}@${dice.chance(0.2) ? 'old-harbor.example' : 'harbor.example'}`
  const hidden = `${id}.private@${dice.pick(freeMail)}`
  const private_ = `${id}@${dice.pick(freeMail)}`
  const login = `${number}+${id}@users.noreply.github.com`
  const listed = [work, ...(dice.chance(0.5) ? [private_] : []), ...(dice.chance(0.4) ? [login] : [])]
  const from = dice.day(2018, 2020)
  const to = dice.chance(0.4) ? dice.day(2022, 2022) : null
  const back = to !== null && dice.chance(0.25) ? dice.day(2024, 2024) : null
  const periods = [{ from, to }, ...(back === null ? [] : [{ from: back, to: null }])]
  const employments = periods.map((period) => ({ person: id, organization: 'harbor', addresses: listed, ...period }))
  // Some are on the list of another employer too, as an export of a foundation would have it.
  const other: Employment[] =
    to !== null && back === null && dice.chance(0.5)
      ? [{ person: id, organization: 'riverton', addresses: listed, from: dayAfter(to), to: null }]
      : []
  const isThere = (day: string): boolean =>
    (from <= day && (to === null || day <= to)) || (back !== null && back <= day)
  const projects = [dice.project(), dice.project()]
  const addresses = dice.chance(0.02) ? [...listed, hidden] : listed
  const commits = addresses.flatMap((address) =>
    Array.from({ length: 3 }, (): TrueCommit => {
      const day = dice.day(2017, 2025)
      const kind =
        address === hidden
          ? 'hidden'
          : !isThere(day)
            ? 'left'
            : address === work
              ? 'plain'
              : address === login
                ? 'login'
                : 'private'
      return {
        project: dice.pick(projects),
        name: address === hidden ? name : dice.spelled(name, id),
        address: dice.chance(0.3) ? address.replace(/^\d+\+/, '').toUpperCase() : address,
        day,
        truth: isThere(day) ? id : null,
        kind,
      }
    }),
  )
  // Somebody else of the same name in the same project.
  const homonym = `other${number}@${dice.pick(freeMail)}`
  const others: TrueCommit[] = dice.chance(0.002)
    ? [{ project: projects[0] ?? 0, name, address: homonym, day: dice.day(2019, 2021), truth: null, kind: 'homonym' }]
    : []
  return { employments: [...employments, ...other], commits: [...commits, ...others] }
}

function outsider(dice: Dice, number: number): Made {
  const id = `x-${number}`
  const name = dice.name()
  const all = [
    `${id}@${dice.pick(employers)}`,
    `${id}@${dice.pick(freeMail)}`,
    `${number}+${id}@users.noreply.github.com`,
  ]
  const addresses = all.slice(0, 1 + dice.below(3))
  const project = dice.project()
  return {
    employments: [],
    commits: addresses.flatMap((address) =>
      Array.from({ length: 2 }, (): TrueCommit => ({
        project,
        name: dice.spelled(name, id),
        address,
        day: dice.day(2017, 2025),
        truth: null,
        kind: 'outsider',
      })),
    ),
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Chance of our own (mulberry32), so that every run sees the same organization. */
class Dice {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  below(most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let value = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4_294_967_296) * most)
  }

  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000
  }

  pick<T>(all: readonly T[]): T {
    const found = all[this.below(all.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  day(first: number, last: number): string {
    const year = first + this.below(last - first + 1)
    return `${year}-${String(1 + this.below(12)).padStart(2, '0')}-${String(1 + this.below(28)).padStart(2, '0')}`
  }

  project(): number {
    return this.below(400)
  }

  /** Two of some hundred syllables each: a few names are carried twice. */
  name(): string {
    const word = (count: number): string => {
      const text = Array.from({ length: count }, () => this.pick(syllables)).join('')
      return text.slice(0, 1).toUpperCase() + text.slice(1)
    }
    return `${word(2)} ${word(2)}`
  }

  /** As people write themselves: in full, in small letters, by initial, by login. */
  spelled(name: string, login: string): string {
    const [first = '', last = ''] = name.split(' ')
    return this.pick([name, name, name.toLowerCase(), `${first.slice(0, 1)}. ${last}`, login])
  }
}

const syllables = [
  'ba',
  'cor',
  'del',
  'fin',
  'gar',
  'hul',
  'is',
  'jor',
  'kel',
  'lun',
  'mar',
  'nim',
  'os',
  'pel',
  'quin',
  'ros',
  'sel',
  'tam',
  'ul',
  'ven',
  'wil',
  'yor',
  'zan',
]

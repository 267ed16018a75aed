/**
 * The examples of CHAOSS' definitions, and the concentrations measured on four public repositories (`methods.md` 4.1, 4.2).
 * The measured ones need clones in the folder that `HEADWATER_CLONES` names (`OWNER__NAME`) that hold the commit.
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { affiliationsBy } from '#measure/activity/affiliation.ts'
import { authoredPaths } from '#measure/activity/authored-paths.ts'
import { isBot } from '#measure/activity/bots.ts'
import { absenceFactor, diversity, elephantFactor } from '#measure/activity/concentration.ts'
import { openGitHistory } from '#sources/git-history.ts'
import type { Miss, SuiteResult } from './suite.ts'
import { tally } from './tally.ts'

export async function run(): Promise<readonly SuiteResult[]> {
  return [tally('chaoss: examples', examples()), tally('chaoss: measured repositories', await measured())]
}

function examples(): Miss[] {
  const published = [1000, 202, 90, 33, 332, 343, 42, 433]
  const eighths = Array.from({ length: 8 }, () => 125)
  const factor = (counts: readonly number[], unattributed = 0): string => {
    const found = elephantFactor(counts, unattributed)
    return found.known ? String(found.factor) : 'withheld'
  }
  return [
    { case: 'absence factor of the published example', expected: '2', got: String(absenceFactor(published)) },
    { case: 'absence factor of nothing', expected: 'null', got: String(absenceFactor([])) },
    { case: 'elephant factor of the published example', expected: '2', got: factor(published) },
    { case: 'elephant factor of eight equal organizations', expected: '4', got: factor(eighths) },
    { case: 'elephant factor with one half', expected: '1', got: factor([500, 100, 100, 100, 100, 100]) },
    { case: 'elephant factor with 17 % attributable', expected: 'withheld', got: factor([226], 1123) },
    { case: 'elephant factor with 60 % attributable', expected: '1', got: factor([60], 40) },
    { case: 'diversity of one', expected: '0', got: String(diversity([7])) },
    { case: 'diversity of four equals', expected: '0.75', got: String(diversity([5, 5, 5, 5])) },
  ]
}

/** Commits without merges, those of people, days on which a person committed, absence factor; persons by name. */
const table = [
  {
    name: 'ossf__criticality_score',
    revision: '47238f446aac2e6ce83b2597c8feb58f156a9bb1',
    printed: [391, 269, 151, 2],
  },
  { name: 'boyter__scc', revision: 'd8eda2b06baae8288dc71652b4b7317069db7ee7', printed: [1496, 1489, 641, 1] },
  { name: 'axios__axios', revision: '23a25af0688d1db2c396deb09229d2271cc24f6c', printed: [1430, 1349, 887, 6] },
  { name: 'expressjs__express', revision: 'a3714473feb3d2908add734d340e7755fd85e0a3', printed: [5673, 5626, 1528, 2] },
] as const
const columns = ['commits', 'of people', 'author-days', 'absence factor']

async function measured(): Promise<Miss[]> {
  const clones = process.env['HEADWATER_CLONES']
  if (clones === undefined) return []
  const cache = mkdtempSync(join(tmpdir(), 'headwater-chaoss-'))
  try {
    const answers: Miss[] = []
    for (const { name, revision, printed } of table) {
      const clone = join(clones, name)
      if (!existsSync(clone)) continue
      const opened = await openGitHistory(clone, { cache, authored: authoredPaths, concealment: undefined, revision })
      if (!opened.ok) {
        answers.push({ case: name, expected: revision, got: opened.issue.code })
        continue
      }
      const byName = new Map<string, number>()
      const days = new Set<string>()
      const organizations = new Map<string, number>()
      const affiliate = affiliationsBy({ employments: [], domains: [], domainsStandForOrganizations: true })
      let commits = 0
      for await (const { parents, author, authoredAt } of opened.history.commits()) {
        if (parents.length > 1) continue
        commits += 1
        if (isBot(author)) continue
        byName.set(author.name, (byName.get(author.name) ?? 0) + 1)
        days.add(`${author.name} ${authoredAt.slice(0, 10)}`)
        const { organization } = affiliate(author.email, authoredAt.slice(0, 10))
        if (organization !== null) organizations.set(organization, (organizations.get(organization) ?? 0) + 1)
      }
      const people = [...byName.values()].reduce((sum, count) => sum + count, 0)
      const got = [commits, people, days.size, absenceFactor([...byName.values()])]
      answers.push(
        ...columns.map((column, at) => ({
          case: `${name} ${column}`,
          expected: String(printed[at]),
          got: String(got[at]),
        })),
      )
      if (name === 'ossf__criticality_score') {
        const counts = [...organizations.values()]
        const attributed = counts.reduce((sum, count) => sum + count, 0)
        const elephant = elephantFactor(counts, people - attributed)
        const factor = elephant.known ? String(elephant.factor) : 'withheld'
        answers.push({ case: `${name} elephant factor, families folded`, expected: '1', got: factor })
      }
      if (name === 'expressjs__express') {
        // The first author under two names.
        const merged = new Map(byName)
        const both = (merged.get('visionmedia') ?? 0) + (merged.get('Tj Holowaychuk') ?? 0)
        merged.delete('visionmedia')
        merged.set('Tj Holowaychuk', both)
        answers.push({ case: `${name} of the first author`, expected: '2969', got: String(both) })
        answers.push({
          case: `${name} absence factor, names merged`,
          expected: '1',
          got: String(absenceFactor([...merged.values()])),
        })
      }
    }
    return answers
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

/**
 * Collects what clones of real projects tell, for the example: `node tools/example/collect-projects.ts LIST > FILE`. LIST has a
 * line for each clone: its folder, the project, and the day up to which the clone is complete. Only counts and days are
 * kept; no name, no address and no text of anybody's.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readProject } from '#app/read-project.ts'
import { monthsUpTo } from '#domain/activity-window.ts'
import { fundingLinksOf } from '#health/funding/links.ts'

/** What is older tells nothing that an indicator asks for. */
const keptMonths = 60

const home = mkdtempSync(join(tmpdir(), 'headwater-projects-'))
const projects: unknown[] = []
try {
  for (const line of readFileSync(process.argv[2] ?? '', 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const [location = '', project = '', asOf = ''] = line.split(' ')
    const read = await readProject(
      { path: project, location, project },
      { asOf, home, progress: { report: () => undefined, finish: () => undefined }, concealment: undefined },
    )
    if (!read.ok) throw new Error(`${project}: ${read.issue.code}`)
    const { from } = monthsUpTo(asOf, keptMonths)
    const { extract } = read
    process.stderr.write(`${project} ${asOf}\n`)
    projects.push({
      facts: {
        ...extract,
        byMonth: extract.byMonth.filter(({ month }) => month >= from.slice(0, 7)),
        tags: extract.tags.filter((tag) => tag.on >= from),
        files: { ...extract.files, texts: undefined },
        fundingLinks: fundingLinksOf(extract.files.texts, project).links.map(({ url }) => url),
      },
    })
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
const lines = projects.map((one) => JSON.stringify(one)).join(',\n')
process.stdout.write(`{"schemaVersion":1,"projects":[\n${lines}\n]}\n`)

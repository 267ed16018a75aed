/** What `contrib collect` prints for a person. */

import type { Collection } from '#app/collect-contributions.ts'
import type { Words } from '#text/words.ts'
import { alignedTable, type Cell } from './table.ts'

export function contributionText({ repositories }: Collection, words: Words): string {
  const labels = words.cli.contributions
  const hasOwn = repositories.some(({ organization }) => organization !== null)
  const table = alignedTable(
    [
      labels.repository,
      labels.commits,
      labels.merges,
      labels.bots,
      labels.plain,
      labels.authors,
      labels.absenceFactor,
      labels.topAuthorShare,
      ...(hasOwn ? [labels.own, labels.activeDays] : []),
    ],
    repositories.map((one): Cell[] => [
      one.path,
      one.commits,
      one.merges,
      one.bots,
      one.plainCommits,
      one.authors,
      one.absenceFactor ?? '–',
      one.topAuthorShare === null ? '–' : `${(one.topAuthorShare * 100).toFixed(1)} %`,
      ...(one.organization === null
        ? []
        : [one.organization.commits, one.organization.activeDays ?? labels.smallGroup]),
    ]),
  )
  const names = repositories.flatMap(({ path, names: authors }) =>
    authors === undefined
      ? []
      : [
          `\n${path}\n${alignedTable(
            [],
            authors.map(({ name, commits }): Cell[] => [name ?? '–', commits]),
          )}`,
        ],
  )
  return table + names.join('')
}

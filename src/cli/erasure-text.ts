/** What `admin erase-person` prints; never the name. */

import type { Erasure } from '#app/erase-person.ts'
import type { Words } from '#text/words.ts'

export function erasureText(erasure: Erasure, { contributions: { erasure: labels } }: Words): string {
  const { person, addresses, isDone, originals, files, mentions } = erasure
  const lines = [
    isDone ? labels.done(person, addresses) : labels.would(person, addresses),
    ...files.map(isDone ? labels.file : labels.fileWould),
    ...originals.map(({ id, name, isDeleted }) =>
      isDeleted ? labels.originalGone(name, id) : labels.original(name, id),
    ),
    ...mentions.map(({ table, rows }) => labels.mention(table, rows)),
    ...(isDone ? [labels.removeThere, labels.backups] : []),
  ]
  return `${lines.join('\n')}\n`
}

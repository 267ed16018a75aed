/** What `license explain` prints for a person. */

import type { ExplainedLicense } from '#app/answers/license.ts'
import { dutyWords, familyWords } from '#text/license-label.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

type Term = ExplainedLicense['terms'][number]

export function licenseText({ text, expression, guessedBy, whole, terms }: ExplainedLicense, words: Words): string {
  const labels = words.license
  if (expression === null) return `${labels.notRead(text)}\n`
  const rows: (readonly [string, string])[] = [[labels.expression, expression]]
  if (guessedBy !== null) rows.push([labels.guessed, labels.guessedBy(text, guessedBy)])
  if (whole?.isChoice === true) rows.push([labels.chosen, whole.chosen.join(' AND ')])
  rows.push([labels.opennessHead, labels.openness[whole?.openness ?? 'unknown']])
  rows.push([labels.reciprocityHead, labels.reciprocity[whole?.reciprocity ?? 'unknown']])
  if (whole?.network === true) rows.push([labels.networkHead, labels.network])
  return [alignedTable([], rows), ...terms.map((term) => termText(term, words)), `${labels.noAdvice}\n`].join('\n')
}

function termText(
  { term, name, isOsiApproved, isFsfLibre, isDeprecated, family, dutiesInWords }: Term,
  words: Words,
): string {
  const labels = words.license
  const marks = [
    isOsiApproved ? labels.osi : null,
    isFsfLibre ? labels.fsf : null,
    isDeprecated ? labels.deprecated : null,
  ].filter((mark) => mark !== null)
  const head = `${term}${name === null ? '' : `: ${name}`}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`
  if (family === null) return `${head}\n  ${labels.noFamily}\n`
  const duties = dutiesInWords.map((duty) => {
    const { label, text } = dutyWords(duty, words)
    return [`  ${label}`, text] as const
  })
  const { label, note } = familyWords(family, words)
  return `${head}\n  ${label}: ${note}\n${alignedTable([], duties)}  ${labels.source(family.source)}\n`
}

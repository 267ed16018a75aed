/** The sheet that `sbom quality` prints for somebody who buys software. */

import { requestOf, stateOf, type QualityOfFile } from '#app/quality-of-file.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

export function qualityText(quality: QualityOfFile, words: Words): string {
  return [
    heading(quality, words),
    ...profiles(quality, words),
    identifiers(quality, words),
    agreement(quality, words),
    score(quality, words),
    requests(quality, words),
    `${words.quality.noConformity}\n`,
  ]
    .filter((section) => section !== '')
    .join('\n')
}

function heading({ file, format, specVersion, subject, counts }: QualityOfFile, { quality }: Words): string {
  const about = subject === null ? quality.noSubject : [subject.name, subject.version ?? ''].join(' ').trim()
  const kind = specVersion === null ? format : `${format} ${specVersion}`
  return alignedTable(
    [],
    [
      [quality.file, file],
      [quality.about, about],
      [quality.format, kind],
      [quality.parts, counts.taken],
    ],
  )
}

function profiles({ assessment }: QualityOfFile, { quality }: Words): string[] {
  return assessment.profiles.map(({ profile, fields, required, isMet }) => {
    const { figure } = isMet
    const isOpen = !figure.known
    const met = required.figure.figure.known ? required.figure.figure.value : 0
    const verdict = isOpen
      ? quality.profileOpen(met, required.coverage.of)
      : figure.value
        ? quality.profileMet(required.coverage.of)
        : quality.profileMissed(met, required.coverage.of)
    const rows = fields.map((result) => {
      const { field, coverage, of } = result
      const label = quality.checks[field.check as keyof typeof quality.checks].label
      const state = stateOf(result)
      const share = state === 'unknown' || of === 'document' ? '' : quality.ofParts(coverage.known, coverage.of)
      return [`  ${field.term}`, label, quality.needs[field.need], quality.states[state], share]
    })
    const head = [`  ${quality.field}`, quality.meaning, quality.need, quality.state, quality.coverage]
    const draft = profile.status === 'draft' ? ` ${quality.draft}` : ''
    return `${profile.name}${draft}\n${verdict}\n${alignedTable(head, rows)}`
  })
}

function identifiers({ assessment: { purls } }: QualityOfFile, { quality }: Words): string {
  const { figure } = purls.resolved.figure
  const lines = [
    quality.purlsValid(purls.valid.known, purls.valid.of),
    quality.purlsExact(purls.exact.known, purls.exact.of),
    figure.known
      ? quality.purlsResolved(Math.round(figure.value * 100), purls.resolved.coverage.known)
      : quality.purlsNotAsked,
    ...purls.examples.slice(0, 3).map(({ name, why }) => `${name}: ${quality.purlFaults[why]}`),
  ]
  return `${quality.identifiers}\n${indented(lines)}`
}

function agreement({ assessment }: QualityOfFile, { quality }: Words): string {
  if (assessment.agreement === null) return ''
  const { precision, recall, both, onlyInSbom, onlyInLockfile } = assessment.agreement
  const percent = (share: { readonly known: boolean; readonly value?: number }): string =>
    share.known ? `${Math.round((share.value ?? 0) * 100)} %` : quality.states.unknown
  const lines = [
    quality.agreeBoth(both),
    quality.agreeRecall(percent(recall.figure), onlyInLockfile.length),
    ...onlyInLockfile.slice(0, 3).map((name) => `  ${name}`),
    quality.agreePrecision(percent(precision.figure), onlyInSbom.length),
    ...onlyInSbom.slice(0, 3).map((name) => `  ${name}`),
  ]
  return `${quality.agreement}\n${indented(lines)}`
}

function score({ assessment: { sbomqs } }: QualityOfFile, { quality }: Words): string {
  if (sbomqs.score === null || sbomqs.grade === null) return ''
  return `${quality.sbomqs(sbomqs.score.toFixed(1), sbomqs.grade)}\n`
}

function requests({ assessment: { gaps } }: QualityOfFile, words: Words): string {
  const { quality } = words
  if (gaps.length === 0) return ''
  return `${quality.requests}\n${indented(gaps.map((gap) => `- ${requestOf(gap, words)}`))}`
}

function indented(lines: readonly string[]): string {
  // Names come from foreign files: a control character must not move the cursor.
  return lines.map((line) => `  ${line.replaceAll(/\p{Cc}/gu, '�')}\n`).join('')
}

/** What `check` prints for a person. */

import type { Checked } from '#app/check-policy.ts'
import type { CheckFinding, PolicyAnswer, WayOut } from '#domain/assessment/policy-check.ts'
import { policyStates } from '#domain/policy.ts'
import { formatsFor } from '#text/formats.ts'
import type { Language } from '#text/language.ts'
import type { Words } from '#text/words.ts'
import { alignedTable } from './table.ts'

type Shown = { readonly words: Words; readonly language: Language }

export function checkText(shown: Shown, { check }: Checked): string {
  const { words } = shown
  const labels = words.policy
  const { findings, waived, notJudged, parts } = check
  const denied = findings.filter(({ outcome }) => outcome === 'deny').length
  const unlooked = notJudged.some(({ aspect }) => aspect === 'vulnerability')
  return [
    findings.map((finding) => findingText(shown, finding)).join('\n'),
    waived.length === 0
      ? ''
      : `${labels.waivedHead}\n${waived
          .map(
            (one) =>
              `  ${labels.waivedUntil(headOf(shown, one), one.waiver.id, one.waiver.until === null ? null : formatsFor(shown.language).date(one.waiver.until))}\n`,
          )
          .join('')}`,
    [
      ...notJudged.map((one) => labels.notJudged(labels.aspects[one.aspect], one.parts, one.of)),
      ...(unlooked ? [labels.importHint] : []),
      findings.length === 0
        ? labels.clean(parts)
        : labels.summary(denied, findings.length - denied, waived.length, parts),
      labels.by(check.policy === 'default' ? labels.defaultName : check.policy),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

function findingText(shown: Shown, finding: CheckFinding): string {
  const labels = shown.words.policy
  const [first, ...more] = finding.wayOut.map((way) => wayText(shown, way))
  const place = [finding.file, finding.at]
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(/#sha256=[0-9a-f]+/g, '')
  const rows = [
    [`  ${labels.reason}`, finding.reason],
    [`  ${labels.rule}`, finding.rule],
    ...(place === '' ? [] : [[`  ${labels.place}`, place]]),
    ...(finding.products.length === 0 ? [] : [[`  ${labels.usedBy}`, finding.products.join(', ')]]),
    ...(first === undefined ? [] : [[`  ${labels.wayOut}`, first]]),
    ...more.map((text) => ['', text]),
  ]
  return `${labels.outcomes[finding.outcome]}: ${headOf(shown, finding)}\n${alignedTable([], rows)}`
}

function headOf({ words }: Shown, { purl, name, version, what, severity, aspect }: CheckFinding): string {
  const { policy, severities } = words
  const state = policyStates.find((one) => one === what)
  const shown =
    aspect === 'health' && state !== undefined
      ? policy.states[state]
      : aspect === 'license' && what === 'unknown'
        ? policy.unknownTerms
        : what
  const graded = severity === null ? shown : `${shown}, ${severities[severity]}`
  return `${purl ?? [name, version].filter((text) => text !== null).join(' ')} (${graded})`
}

function wayText({ words, language }: Shown, way: WayOut): string {
  const { wayOuts } = words.policy
  switch (way.code) {
    case 'own-words':
      return way.text
    case 'upgrade':
      return wayOuts.upgrade(way.version)
    case 'no-fix-known':
      return wayOuts.noFix
    case 'replace':
      return wayOuts.replace(way.by)
    case 'state-license':
      return wayOuts.stateLicense
    case 'ask-exception':
      return wayOuts.askException(way.rule, way.part)
    case 'meet-conditions':
      return wayOuts.meetConditions(formatsFor(language).list(way.conditions))
    case 'engage':
      return wayOuts.engage(way.part)
  }
}

export function answerText(shown: Shown, answer: PolicyAnswer): string {
  const { words, language } = shown
  const labels = words.policy
  const rows: (readonly string[])[] = [[labels.rule, answer.rule ?? labels.noRule]]
  if (answer.reason !== null) rows.push([labels.reason, answer.reason])
  for (const condition of answer.conditions) rows.push([labels.conditions, condition])
  if (answer.until !== null) rows.push([labels.until, formatsFor(language).date(answer.until)])
  if (answer.lane !== null) rows.push([labels.lane, words.engagement.lanes[answer.lane]])
  for (const way of answer.wayOut) if (way.code !== 'meet-conditions') rows.push([labels.wayOut, wayText(shown, way)])
  return [
    `${labels.outcomes[answer.outcome]}: ${answer.part}\n`,
    alignedTable([], rows),
    answer.about === 'contribute' || answer.findings.length < 2
      ? ''
      : `\n${answer.findings.map((one) => `  ${labels.outcomes[one.outcome]}: ${headOf(shown, one)}, ${one.rule}\n`).join('')}`,
  ].join('')
}

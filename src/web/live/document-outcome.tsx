/** What came of a document that was handed in: what of it was taken, or why none of it. */

import type { ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'

type Place = { readonly where: string; readonly code: string; readonly detail?: string }

export type Result = {
  readonly state: 'received' | 'recorded' | 'analyzed' | 'failed'
  readonly product: string
  readonly code: string | null
  readonly document: {
    readonly format: string
    readonly specVersion: string | null
    readonly counts: { readonly found: number; readonly taken: number; readonly refused: number }
    readonly refused: readonly Place[]
    readonly issues: readonly Place[]
  } | null
  readonly found: {
    readonly packages: { readonly value: number | null }
    readonly findings: { readonly value: number | null }
  } | null
}

export const uploadMarks = {
  received: 'plain',
  recorded: 'plain',
  analyzed: 'good',
  failed: 'act',
} as const

export function DocumentOutcome({
  name,
  result,
  product,
}: {
  readonly name: string
  readonly result: Pick<Result, 'state' | 'code' | 'document'>
  readonly product: string
}): ReactNode {
  const { words, formats } = useSpeech()
  const { upload } = words.live
  const meaning = (code: string): string =>
    (words.issues as Readonly<Record<string, string>>)[code] ??
    (words.cli.problemCodes as Readonly<Record<string, string>>)[code] ??
    code
  const { document } = result
  if (result.state === 'failed')
    return (
      <div role="alert">
        <p>{upload.refused(name, product)}</p>
        <p>{result.code === null ? null : meaning(result.code)}</p>
        <p>{upload.next}</p>
        <p className="note">
          {words.portal.problem.code}: <code>{result.code}</code>
        </p>
      </div>
    )
  const places = [...(document?.refused ?? []), ...(document?.issues ?? [])]
  return (
    <>
      {document === null ? null : (
        <p className="muted">
          {document.format} {document.specVersion} ·{' '}
          {upload.counts(
            formats.count(document.counts.found),
            formats.count(document.counts.taken),
            formats.count(document.counts.refused),
          )}
        </p>
      )}
      {places.length === 0 ? null : (
        <details>
          <summary>
            {upload.places} ({formats.count(places.length)})
          </summary>
          <ul>
            {places.map(({ where, code, detail }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- places repeat, and the list never changes
              <li key={index}>
                <code>{where}</code> {meaning(code)} {detail === undefined ? null : <code>{detail}</code>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

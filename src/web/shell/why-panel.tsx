/** Why this number: its method, what it was computed from, and the original bytes it rests on. */

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { assumptionLabel } from '#text/assumption-label.ts'
import { methodWords } from '#text/method-label.ts'
import { getJson, figureAddress } from '#web/api.ts'
import { Loaded } from '#web/components/loaded.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { valueText, type FigureValue } from '#web/figure.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech, type Speech } from '#web/speech.tsx'
import { SidePanel } from './side-panel.tsx'

type Chain = {
  readonly figure: string
  readonly known: boolean
  readonly value: unknown
  readonly why: keyof Speech['words']['unknownReasons'] | null
  readonly method: string | null
  readonly version: number | null
  readonly formula: string | null
  readonly formulaSource: string | null
  readonly inputs: readonly Chain[]
  readonly moreInputs: number
  /** For who sees some units. */
  readonly withheldInputs: number
  readonly isOwnEvidenceOnly: boolean
  readonly evidence: readonly {
    readonly sha256: string
    readonly at: string | null
    readonly source: string
    readonly retrieved: string
    readonly line: number | null
    readonly excerpt: string
  }[]
  readonly declared: readonly { readonly by: string; readonly on: string; readonly note: string }[]
  readonly assumptions: readonly string[]
  /** What they are called, in the same order. */
  readonly assumptionLabels: readonly string[]
}

type Swings = {
  /** Not for who sees a part of the organization. */
  readonly sensitivity?: readonly {
    readonly assumption: string
    readonly swing: {
      readonly value: { readonly low: number; readonly high: number; readonly currency: string } | null
    }
  }[]
}

export function WhyPanel(): ReactNode {
  const { words } = useSpeech()
  const [{ why, about }, setSearch] = useSearchState()
  return (
    <SidePanel
      title={words.report.why}
      isOpen={why !== undefined}
      close={() => setSearch({ why: undefined, about: undefined })}
    >
      {why === undefined ? null : <Working id={why} about={about} />}
    </SidePanel>
  )
}

function Working({ id, about }: { readonly id: string; readonly about: string | undefined }): ReactNode {
  const { words } = useSpeech()
  const query = useQuery({
    queryKey: ['figure', id],
    queryFn: ({ signal }) => getJson<Chain>(figureAddress(id), {}, signal),
  })
  return (
    <>
      {about === undefined ? null : <p className="about">{about}</p>}
      <Loaded query={query}>{(chain) => <ChainView chain={chain} isFirst />}</Loaded>
      {id.startsWith('value/usage') ? <MovesMost /> : null}
      <p className="note">{words.report.onTheCommandLine}</p>
      <pre tabIndex={0}>headwater explain {id}</pre>
    </>
  )
}

function ChainView({ chain, isFirst = false }: { readonly chain: Chain; readonly isFirst?: boolean }): ReactNode {
  const speech = useSpeech()
  const { words, formats } = speech
  const { report } = words
  const told = chain.method === null ? undefined : methodWords(chain.method, words)
  const kind =
    chain.assumptions.length > 0 && chain.method === null
      ? words.portal.why.assumed
      : chain.method !== null
        ? words.methodStates.computed
        : chain.declared.length > 0
          ? words.methodStates.declared
          : words.methodStates.measured
  return (
    <dl className={isFirst ? 'chain first' : 'chain'}>
      <dt>{report.figure}</dt>
      <dd>
        <strong>
          {chain.known ? (
            chainValue(chain.value, speech)
          ) : (
            <span className="not-known">{words.unknownReasons[chain.why ?? 'not-collected']}</span>
          )}
        </strong>{' '}
        <code>{chain.figure}</code>
      </dd>
      <dt>{report.origin}</dt>
      <dd>{kind}</dd>
      {chain.method === null ? null : (
        <>
          <dt>{report.method}</dt>
          <dd>
            {told === undefined ? null : `${told.name} `}
            <code>{chain.method}</code> ({report.version} {chain.version})
            {told === undefined ? null : <p>{told.meaning}</p>}
            {chain.formula === null ? null : <p className="formula">{chain.formula}</p>}
            {chain.formulaSource === null ? null : <p className="note">{chain.formulaSource}</p>}
          </dd>
        </>
      )}
      {chain.assumptions.length === 0 ? null : (
        <>
          <dt>{report.assumptions}</dt>
          <dd>
            {chain.assumptions.map((id, index) => (
              <div key={id}>
                <code>{id}</code> {chain.assumptionLabels[index]}
              </div>
            ))}
          </dd>
        </>
      )}
      {chain.declared.map(({ by, on, note }) => (
        <div key={`${by} ${on} ${note}`} className="contents">
          <dt>{words.methodStates.declared}</dt>
          <dd>
            {report.declaredOn(formats.date(on))} <code>{by}</code>
            {note === '' ? null : <p className="note">{note}</p>}
          </dd>
        </div>
      ))}
      {chain.evidence.length === 0 && !chain.isOwnEvidenceOnly ? null : (
        <>
          <dt>{report.evidence}</dt>
          <dd>
            {chain.evidence.map((one) => (
              <div key={`${one.sha256} ${one.at}`} className="evidence">
                <code>{one.source}</code>
                {one.at === null ? null : <code> {one.at}</code>}
                <p className="note">
                  {words.portal.why.retrieved(formats.time(one.retrieved))}
                  {one.line === null ? null : ` · ${words.portal.why.line(formats.count(one.line))}`}
                </p>
                <pre tabIndex={0}>{one.excerpt}</pre>
                <p className="note">
                  <StateMark state="good" word={words.cli.chain.verified} /> <code className="hash">{one.sha256}</code>
                </p>
              </div>
            ))}
            {chain.isOwnEvidenceOnly ? <p className="note not-known">{words.portal.why.ownEvidence}</p> : null}
          </dd>
        </>
      )}
      {chain.inputs.length + chain.withheldInputs === 0 ? null : (
        <>
          <dt>{report.inputs}</dt>
          <dd className="inputs">
            {chain.inputs.map((input) => (
              <details key={input.figure}>
                <summary>
                  {input.known ? chainValue(input.value, speech) : words.unknownReasons[input.why ?? 'not-collected']}{' '}
                  <code>{input.figure}</code>
                </summary>
                <ChainView chain={input} />
              </details>
            ))}
            {chain.withheldInputs === 0 ? null : (
              <p className="note not-known">{words.portal.why.withheldInputs(chain.withheldInputs)}</p>
            )}
            {chain.moreInputs === 0 ? null : <p className="note">{report.andMore(formats.count(chain.moreInputs))}</p>}
          </dd>
        </>
      )}
    </dl>
  )
}

/** Inputs may be anything that was measured: a number, a band, a text or a small record. */
function chainValue(value: unknown, speech: Speech): string {
  if (typeof value === 'number') return speech.formats.exact(value)
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? speech.words.portal.yes : speech.words.portal.no
  if (typeof value === 'object' && value !== null) {
    if ('low' in value && 'central' in value && 'high' in value)
      return valueText(value as FigureValue, 'person-months', speech)
    return Object.entries(value)
      .filter(([, one]) => typeof one === 'number' || typeof one === 'string')
      .slice(0, 4)
      .map(([key, one]) => `${key}: ${typeof one === 'number' ? speech.formats.exact(one) : String(one)}`)
      .join(' · ')
  }
  return speech.words.portal.why.record
}

/** Of the assumptions of the value, the one whose readings move the total furthest. */
function MovesMost(): ReactNode {
  const { words, formats, language } = useSpeech()
  const { data } = useQuery({
    queryKey: ['value', 'swings'],
    queryFn: async ({ signal }) => (await getJson<{ readonly area: Swings }>('/api/v1/value', {}, signal)).area,
  })
  const first = data?.sensitivity?.[0]
  const swing = first?.swing.value
  if (first === undefined || swing === null || swing === undefined) return null
  return (
    <p className="callout">
      <strong>{words.worth.sensitivity}:</strong> {assumptionLabel({ id: first.assumption }, words, language)} (
      <code>{first.assumption}</code>), {formats.money(swing.low, swing.currency)} –{' '}
      {formats.money(swing.high, swing.currency)}
    </p>
  )
}

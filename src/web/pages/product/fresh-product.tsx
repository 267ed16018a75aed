/** A product that the last assessment does not hold: what was handed in, how far it is, and what it holds by itself. */

import { useMemo, type ReactNode } from 'react'
import { severityStates } from '#charts/state.ts'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { Fact, Facts, Section } from '#web/components/page.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { AssessAgain } from '#web/live/assess-again.tsx'
import { DocumentOutcome, uploadMarks } from '#web/live/document-outcome.tsx'
import { isOpen, useJobs } from '#web/live/jobs.ts'
import { useSpeech } from '#web/speech.tsx'
import type { FoundFinding, FoundPart, HandedDocument, ProductDocuments } from './data.ts'

export function FreshProduct({ known }: { readonly known: ProductDocuments }): ReactNode {
  const { words, formats } = useSpeech()
  const { fresh } = words.live
  const { product, documents, found } = known
  const isBusy = documents.some(({ state }) => state === 'received' || state === 'recorded')
  const last = documents.find((one) => one.analyzedAt === found?.analyzedAt)
  return (
    <>
      <Facts>
        <Fact label={words.portal.unit}>{product.unit?.name ?? words.position.noUnit}</Fact>
        <Fact label={words.inventory.origin}>{words.inventory.origins[product.origin]}</Fact>
      </Facts>
      <section className="callout ask" role="status">
        <p>{isBusy ? fresh.busy : found === null ? fresh.nothing : fresh.waiting}</p>
        <Progress product={product.id} />
      </section>
      {found === null || isBusy ? null : <AssessAgain />}
      <Section title={words.live.upload.list}>
        <ul className="live-list">
          {documents.map((document) => (
            <DocumentLine key={document.token} document={document} product={product.name} />
          ))}
        </ul>
      </Section>
      {found === null ? null : (
        <>
          <Section title={words.vulnerabilities.findings} note={fresh.alone(formats.time(found.analyzedAt))}>
            {last?.found?.findings.value === null ? (
              <p className="not-known">{words.live.upload.findingsUnknown}</p>
            ) : (
              <Findings rows={found.findings} all={last?.found?.findings.value ?? found.findings.length} />
            )}
            {last === undefined || last.found === null || last.found.undecided === 0 ? null : (
              <p className="note">{fresh.undecided(last.found.undecided)}</p>
            )}
          </Section>
          <Section title={words.portal.product.parts}>
            <Parts rows={found.parts} all={last?.found?.packages.value ?? found.parts.length} />
          </Section>
        </>
      )}
    </>
  )
}

/** What goes on with the product, or with the whole, as it is told. */
function Progress({ product }: { readonly product: string }): ReactNode {
  const { words } = useSpeech()
  const { jobs } = words.live
  const running = useJobs().jobs.find((job) => isOpen(job) && (job.subject === product || job.subject === null))
  if (running === undefined) return null
  const kinds: Readonly<Record<string, string>> = jobs.kinds
  const steps: Readonly<Record<string, string>> = words.cli.steps
  const { progress } = running
  return (
    <p>
      {kinds[running.kind] ?? running.kind}: {jobs.states[running.state]}
      {progress === null ? '' : ` · ${steps[progress.step] ?? progress.step}`}
    </p>
  )
}

function DocumentLine({
  document,
  product,
}: {
  readonly document: HandedDocument
  readonly product: string
}): ReactNode {
  const { words, formats } = useSpeech()
  const { upload } = words.live
  const { path, state, receivedAt } = document
  return (
    <li>
      <p>
        <strong>{path}</strong> <StateMark state={uploadMarks[state]} word={upload.states[state]} />{' '}
        <span className="muted">{formats.time(receivedAt)}</span>
      </p>
      {state === 'received' || state === 'recorded' ? <progress aria-label={upload.progress(path)} /> : null}
      <DocumentOutcome name={path} result={document} product={product} />
    </li>
  )
}

function nameOf({ purl, name, version }: FoundPart): string {
  return purl ?? `${name}@${version ?? ''}`
}

function Findings({ rows, all }: { readonly rows: readonly FoundFinding[]; readonly all: number }): ReactNode {
  const { words, formats } = useSpeech()
  const { vulnerabilities, severities } = words
  const columns = useMemo(
    (): readonly Column<FoundFinding>[] => [
      { id: 'id', head: vulnerabilities.id, cell: ({ id }) => <code>{id}</code>, value: ({ id }) => id },
      {
        id: 'severity',
        head: vulnerabilities.severity,
        cell: ({ severity, score }) => (
          <StateMark
            state={severityStates[severity]}
            word={score === null ? severities[severity] : `${severities[severity]} ${formats.score(score)}`}
          />
        ),
        value: ({ score }) => score,
      },
      {
        id: 'part',
        head: vulnerabilities.part,
        cell: ({ name, version }) => `${name} ${version ?? ''}`,
        value: ({ name }) => name,
      },
      {
        id: 'fixed',
        head: vulnerabilities.fixed,
        cell: ({ fixed }) => (fixed.length === 0 ? vulnerabilities.noFix : <code>{fixed.join(', ')}</code>),
        value: ({ fixed }) => fixed.join(' '),
      },
      {
        id: 'about',
        head: vulnerabilities.about,
        cell: ({ summary }) => summary,
        value: ({ summary }) => summary,
        wide: true,
      },
    ],
    [vulnerabilities, severities, formats],
  )
  return (
    <DataTable
      id="fresh-findings"
      caption={vulnerabilities.findings}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.id} ${nameOf(row)}`}
      total={words.portal.table.of(formats.count(rows.length), formats.count(all))}
    />
  )
}

function Parts({ rows, all }: { readonly rows: readonly FoundPart[]; readonly all: number }): ReactNode {
  const { words, formats } = useSpeech()
  const columns = useMemo(
    (): readonly Column<FoundPart>[] => [
      {
        id: 'part',
        head: words.vulnerabilities.part,
        cell: ({ name, version }) => `${name} ${version ?? ''}`,
        value: ({ name }) => name,
      },
      { id: 'purl', head: 'Package URL', cell: ({ purl }) => <code>{purl}</code>, value: ({ purl }) => purl },
    ],
    [words],
  )
  return (
    <DataTable
      id="fresh-parts"
      caption={words.portal.product.parts}
      columns={columns}
      rows={rows}
      rowKey={nameOf}
      total={words.portal.table.of(formats.count(rows.length), formats.count(Math.max(all, rows.length)))}
    />
  )
}

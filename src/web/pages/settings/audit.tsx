import { useMemo, type ReactNode } from 'react'
import { auditActs } from '#api/rights.ts'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Section } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useList } from '#web/load.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSession, useUnits } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { useAuditState, useKeys, usePeople, type AuditRow } from './data.ts'
import { nameOf } from './grant-fields.tsx'

export function Audit(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings, table } = words.portal
  const { audit } = words.accounts
  const [{ act }, setSearch] = useSearchState()
  const session = useSession().data?.actor
  const { data: people } = usePeople(session?.permissions.includes('administer') === true)
  const { data: keys } = useKeys()
  const { data: units } = useUnits()
  const list = useList<AuditRow>('/api/v1/audit', { act })
  const isWhole = session?.grants.some(({ role, unit }) => unit === null && (role === 'admin' || role === 'auditor'))
  const columns = useMemo((): readonly Column<AuditRow>[] => {
    // The log has pseudonyms alone; who may see the names reads them here.
    const called = (id: string) =>
      people?.find(({ person }) => person === id)?.name ??
      keys?.find((key) => key.id === id)?.label ?? <code>{id}</code>
    return [
      { id: 'at', head: settings.at, cell: (row) => formats.time(row.at) },
      { id: 'act', head: settings.act, cell: (row) => words.access.acts[row.act] },
      {
        id: 'actor',
        head: settings.actor,
        cell: (row) =>
          row.actorKind === 'nobody' ? (
            <span className="muted">{audit.nobody}</span>
          ) : row.actorKind === 'loopback' ? (
            words.portal.thisMachine
          ) : (
            called(row.actor)
          ),
      },
      { id: 'subject', head: settings.subject, cell: (row) => called(row.subject) },
      {
        id: 'unit',
        head: words.portal.unit,
        cell: (row) => (row.unit === null ? words.portal.everything : nameOf(units ?? [], row.unit)),
        from: 'office',
      },
      {
        id: 'result',
        head: settings.result,
        cell: (row) => (
          <StateMark state={row.result === 'done' ? 'good' : 'watch'} word={settings.results[row.result]} />
        ),
      },
    ]
  }, [words, settings, audit, formats, people, keys, units])
  const shown =
    list.total === null ? {} : { total: table.of(formats.count(list.rows.length), formats.count(list.total.count)) }
  return (
    <Section title={settings.audit}>
      {isWhole === true ? <Chain /> : null}
      <form className="filters" role="search" aria-label={settings.audit} onSubmit={(event) => event.preventDefault()}>
        <label>
          {settings.act}
          <select value={act ?? ''} onChange={(event) => setSearch({ act: event.currentTarget.value || undefined })}>
            <option value="">{table.all}</option>
            {auditActs.map((one) => (
              <option key={one} value={one}>
                {words.access.acts[one]}
              </option>
            ))}
          </select>
        </label>
      </form>
      {list.error !== null ? (
        <ProblemNotice error={list.error} retry={list.retry} />
      ) : list.isLoading ? (
        <p className="loading" role="status">
          {words.portal.loading}
        </p>
      ) : list.rows.length === 0 && act === undefined ? (
        <p className="muted">{audit.none}</p>
      ) : (
        <DataTable
          id="audit"
          caption={settings.audit}
          columns={columns}
          rows={list.rows}
          rowKey={({ sequence }) => String(sequence)}
          more={list.more}
          downloads={[{ label: 'CSV', href: '/api/v1/audit/export?format=csv' }]}
          isServerSorted
          {...shown}
        />
      )}
    </Section>
  )
}

/** Whether the log is as it was written; from its end, noted elsewhere, that can be shown later. */
function Chain(): ReactNode {
  const { words } = useSpeech()
  const { audit } = words.accounts
  return (
    <Loaded query={useAuditState()}>
      {({ entries, head, breaks }) => (
        <div className="audit-chain">
          <p>
            {breaks.length === 0 ? (
              <StateMark state="good" word={audit.chain(entries)} />
            ) : (
              <StateMark state="act" word={audit.broken(breaks.length)} />
            )}
          </p>
          {breaks.slice(0, 20).map(({ sequence, why }) => (
            <p key={`${sequence} ${why}`}>{words.access.broken(sequence, words.access.breaks[why])}</p>
          ))}
          {entries === 0 ? null : (
            <p className="note">
              {audit.head} <code className="hash">{`${head.sequence}:${head.hash}`}</code>
            </p>
          )}
        </div>
      )}
    </Loaded>
  )
}

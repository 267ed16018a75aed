import { useMemo, type ReactNode } from 'react'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useUnits, type UnitRow } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { useItems, type AuditRow, type KeyRow, type PersonRow } from './data.ts'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { settings } = words.portal
  const query = useUnits()
  const units = useMemo(
    (): readonly Column<UnitRow>[] => [
      { id: 'name', head: words.portal.unit, cell: (row) => row.name, value: (row) => row.name },
      { id: 'id', head: settings.id, cell: (row) => <code>{row.id}</code>, value: (row) => row.id },
      {
        id: 'parent',
        head: settings.parent,
        cell: (row) => (row.parent === null ? null : <code>{row.parent}</code>),
        value: (row) => row.parent,
      },
    ],
    [words, settings],
  )
  return (
    <PageFrame title={words.portal.pages.settings} lead={settings.lead}>
      <Section title={settings.units}>
        <Loaded query={query}>
          {(rows) => (
            <DataTable id="units" caption={settings.units} columns={units} rows={rows} rowKey={({ id }) => id} />
          )}
        </Loaded>
      </Section>
      <People />
      <Keys />
      <Audit />
    </PageFrame>
  )
}

function People(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings } = words.portal
  const { data } = useItems<PersonRow>('/api/v1/people')
  const columns = useMemo(
    (): readonly Column<PersonRow>[] => [
      { id: 'name', head: settings.name, cell: (row) => row.name, value: (row) => row.name },
      { id: 'login', head: words.portal.signIn.name, cell: (row) => row.login, value: (row) => row.login },
      {
        id: 'grants',
        head: settings.grants,
        cell: (row) =>
          formats.list(
            row.grants.map(({ role, unit }) => `${settings.roles[role]} (${unit ?? words.portal.everything})`),
          ),
        value: (row) => row.grants.map(({ role, unit }) => `${role} ${unit ?? ''}`).join(', '),
        wide: true,
      },
      {
        id: 'passkeys',
        head: settings.passkeys,
        cell: (row) => formats.count(row.passkeys),
        value: (row) => row.passkeys,
        align: 'number',
      },
    ],
    [words, settings, formats],
  )
  if (data === undefined || data === null || data.length === 0) return null
  return (
    <Section title={settings.people}>
      <DataTable id="people" caption={settings.people} columns={columns} rows={data} rowKey={({ person }) => person} />
    </Section>
  )
}

function Keys(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings } = words.portal
  const { data } = useItems<KeyRow>('/api/v1/keys')
  const columns = useMemo(
    (): readonly Column<KeyRow>[] => [
      { id: 'label', head: settings.name, cell: (row) => row.label, value: (row) => row.label },
      {
        id: 'permissions',
        head: settings.grants,
        cell: (row) => <code>{row.permissions.join(' ')}</code>,
        value: (row) => row.permissions.join(' '),
      },
      {
        id: 'expires',
        head: settings.expires,
        cell: (row) =>
          row.revokedAt === null ? (
            formats.date(row.expiresAt)
          ) : (
            <StateMark state="watch" word={settings.revoked(formats.date(row.revokedAt))} />
          ),
        value: (row) => row.expiresAt,
      },
      {
        id: 'used',
        head: settings.lastUsed,
        cell: (row) => (row.lastUsedAt === null ? settings.never : formats.time(row.lastUsedAt)),
        value: (row) => row.lastUsedAt,
      },
    ],
    [settings, formats],
  )
  if (data === undefined || data === null || data.length === 0) return null
  return (
    <Section title={settings.keys}>
      <DataTable id="keys" caption={settings.keys} columns={columns} rows={data} rowKey={({ id }) => id} />
    </Section>
  )
}

function Audit(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings } = words.portal
  const { data } = useItems<AuditRow>('/api/v1/audit')
  const columns = useMemo(
    (): readonly Column<AuditRow>[] => [
      { id: 'at', head: settings.at, cell: (row) => formats.time(row.at), value: (row) => row.at },
      { id: 'act', head: settings.act, cell: (row) => <code>{row.act}</code>, value: (row) => row.act },
      { id: 'actor', head: settings.actor, cell: (row) => <code>{row.actor}</code>, value: (row) => row.actor },
      { id: 'subject', head: settings.subject, cell: (row) => <code>{row.subject}</code>, value: (row) => row.subject },
      {
        id: 'result',
        head: settings.result,
        cell: (row) => (
          <StateMark state={row.result === 'done' ? 'good' : 'watch'} word={settings.results[row.result]} />
        ),
        value: (row) => row.result,
      },
    ],
    [settings, formats],
  )
  if (data === undefined || data === null || data.length === 0) return null
  return (
    <Section title={settings.audit}>
      <DataTable
        id="audit"
        caption={settings.audit}
        columns={columns}
        rows={data}
        rowKey={({ sequence }) => String(sequence)}
        downloads={[{ label: 'CSV', href: '/api/v1/audit/export?format=csv' }]}
      />
    </Section>
  )
}

import { useMemo, type ReactNode } from 'react'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { useSession, useUnits, type UnitRow } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { OwnAccountSection } from './account.tsx'
import { Audit } from './audit.tsx'
import { Keys } from './keys.tsx'
import { Passkeys } from './passkeys.tsx'
import { People } from './people.tsx'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { settings } = words.portal
  const { people } = words.accounts
  const actor = useSession().data?.actor
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
      {actor?.kind === 'person' ? (
        <>
          <OwnAccountSection />
          <Passkeys />
        </>
      ) : null}
      {actor?.kind === 'loopback' ? (
        <EmptyState
          title={people.none}
          body={people.noneBody}
          command="headwater admin user add LOGIN --role admin --name NAME"
        />
      ) : actor?.permissions.includes('administer') === true ? (
        <People />
      ) : null}
      {actor == null ? null : <Keys />}
      {actor?.permissions.includes('audit') === true ? <Audit /> : null}
      <Section title={settings.units}>
        <Loaded query={query}>
          {(rows) => (
            <DataTable id="units" caption={settings.units} columns={units} rows={rows} rowKey={({ id }) => id} />
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

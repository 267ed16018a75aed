import { useMemo, useState, type ReactNode } from 'react'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { OnceShown } from '#web/components/once-shown.tsx'
import { Section } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { textOf } from '#web/form-text.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useAccountChanges, usePeople, type PersonRow } from './data.ts'
import { grantOf, GrantFields, useGrantText } from './grant-fields.tsx'
import { PersonPanel } from './person-panel.tsx'
import { useAttempt } from './use-attempt.ts'

export function People(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings } = words.portal
  const { people } = words.accounts
  const query = usePeople()
  const grantText = useGrantText()
  const [isAdding, setAdding] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const columns = useMemo(
    (): readonly Column<PersonRow>[] => [
      { id: 'name', head: settings.name, cell: (row) => row.name, value: (row) => row.name },
      { id: 'login', head: people.login, cell: (row) => row.login, value: (row) => row.login },
      {
        id: 'grants',
        head: people.grants,
        cell: (row) => (row.grants.length === 0 ? people.noGrants : formats.list(row.grants.map(grantText))),
        value: (row) => row.grants.map(grantText).join(', '),
        wide: true,
      },
      {
        id: 'state',
        head: people.state,
        cell: (row) =>
          row.closedAt !== null ? (
            <StateMark state="plain" word={people.closed(formats.date(row.closedAt))} />
          ) : row.hasPassword || row.passkeys > 0 || row.hasProvider ? (
            <StateMark state="good" word={people.active} />
          ) : (
            <StateMark state="watch" word={people.noPassword} />
          ),
        value: (row) => row.closedAt,
      },
      {
        id: 'passkeys',
        head: settings.passkeys,
        cell: (row) => formats.count(row.passkeys),
        value: (row) => row.passkeys,
        align: 'number',
        from: 'office',
      },
      {
        id: 'manage',
        head: people.manage,
        cell: (row) => (
          <button type="button" className="link" aria-label={people.open(row.name)} onClick={() => setOpen(row.person)}>
            {people.manage}
          </button>
        ),
      },
    ],
    [settings, people, formats, grantText],
  )
  return (
    <Section title={settings.people}>
      <p className="choices">
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {people.add}
        </button>
      </p>
      <Loaded query={query}>
        {(rows) => {
          const opened = rows.find(({ person }) => person === open)
          return (
            <>
              <DataTable
                id="people"
                caption={settings.people}
                columns={columns}
                rows={rows}
                rowKey={({ person }) => person}
              />
              <SidePanel title={opened?.name ?? ''} isOpen={opened !== undefined} close={() => setOpen(null)}>
                {opened === undefined ? null : <PersonPanel person={opened} close={() => setOpen(null)} />}
              </SidePanel>
            </>
          )
        }}
      </Loaded>
      <SidePanel title={people.add} isOpen={isAdding} close={() => setAdding(false)}>
        <AddPerson close={() => setAdding(false)} />
      </SidePanel>
    </Section>
  )
}

function AddPerson({ close }: { readonly close: () => void }): ReactNode {
  const { words } = useSpeech()
  const { people, handOver } = words.accounts
  const { addPerson } = useAccountChanges()
  const { isBusy, error, attempt } = useAttempt()
  const [made, setMade] = useState<{ readonly name: string; readonly link: string } | null>(null)

  async function add(form: FormData): Promise<void> {
    const name = textOf(form, 'name').trim()
    const { link } = await addPerson({ login: textOf(form, 'login').trim(), name, grants: [grantOf(form)] })
    if (link === null) close()
    else setMade({ name, link })
  }

  if (made !== null)
    return <OnceShown title={handOver.link} note={handOver.linkNote(made.name)} secret={made.link} close={close} />
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        void attempt(() => add(form))
      }}
    >
      {error === null ? null : <ProblemNotice error={error} />}
      <label>
        {people.name}
        <input name="name" maxLength={200} required autoComplete="off" />
      </label>
      <label>
        {people.login}
        <input name="login" maxLength={254} required autoComplete="off" />
      </label>
      <GrantFields />
      <p className="choices">
        <button type="submit" className="button primary" disabled={isBusy}>
          {people.addGo}
        </button>
      </p>
    </form>
  )
}

import { useMemo, useState, type ReactNode } from 'react'
import { permissions } from '#api/rights.ts'
import { ConfirmButton } from '#web/components/confirm.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { OnceShown } from '#web/components/once-shown.tsx'
import { Section } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { textOf } from '#web/form-text.ts'
import { useSession, useUnits } from '#web/session.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useAccountChanges, useKeys, type KeyRow } from './data.ts'
import { nameOf } from './grant-fields.tsx'
import { useAttempt } from './use-attempt.ts'

export function Keys(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings } = words.portal
  const { keys } = words.accounts
  const query = useKeys()
  const { data: units } = useUnits()
  const { revokeKey } = useAccountChanges()
  const [isAdding, setAdding] = useState(false)
  const columns = useMemo((): readonly Column<KeyRow>[] => {
    const may = (row: KeyRow) => formats.list(row.permissions.map((one) => words.access.permissions[one]))
    const reach = (row: KeyRow) =>
      row.units === null ? keys.everything : formats.list(row.units.map((unit) => nameOf(units ?? [], unit)))
    const isPast = (row: KeyRow) => Date.parse(row.expiresAt) < Date.now()
    return [
      { id: 'label', head: settings.name, cell: (row) => row.label, value: (row) => row.label },
      {
        id: 'owner',
        head: keys.owner,
        cell: (row) => row.login ?? keys.machine,
        value: (row) => row.login,
        from: 'office',
      },
      { id: 'permissions', head: settings.grants, cell: may, value: may, wide: true },
      { id: 'units', head: words.portal.unit, cell: reach, value: reach },
      {
        id: 'expires',
        head: settings.expires,
        cell: (row) =>
          row.revokedAt !== null ? (
            <StateMark state="plain" word={settings.revoked(formats.date(row.revokedAt))} />
          ) : isPast(row) ? (
            <StateMark state="plain" word={keys.past(formats.date(row.expiresAt))} />
          ) : (
            <StateMark state="good" word={keys.counts(formats.date(row.expiresAt))} />
          ),
        value: (row) => row.expiresAt,
      },
      {
        id: 'used',
        head: settings.lastUsed,
        cell: (row) => (row.lastUsedAt === null ? settings.never : formats.time(row.lastUsedAt)),
        value: (row) => row.lastUsedAt,
      },
      {
        id: 'revoke',
        head: keys.revoke,
        cell: (row) =>
          row.revokedAt !== null || isPast(row) ? null : (
            <ConfirmButton
              label={keys.revoke}
              name={keys.revokeOf(row.label)}
              title={keys.revokeTitle(row.label)}
              body={keys.revokeBody}
              run={async () => {
                await revokeKey(row.id)
              }}
            />
          ),
      },
    ]
  }, [words, settings, keys, formats, units, revokeKey])
  return (
    <Section title={settings.keys} note={keys.note}>
      <p className="choices">
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {keys.add}
        </button>
      </p>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{keys.none}</p>
          ) : (
            <DataTable id="keys" caption={settings.keys} columns={columns} rows={rows} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      <SidePanel title={keys.add} isOpen={isAdding} close={() => setAdding(false)}>
        <MakeKey close={() => setAdding(false)} />
      </SidePanel>
    </Section>
  )
}

function MakeKey({ close }: { readonly close: () => void }): ReactNode {
  const { words } = useSpeech()
  const { keys, handOver } = words.accounts
  const { data: units = [] } = useUnits()
  const own = useSession().data?.actor?.permissions ?? []
  const { makeKey } = useAccountChanges()
  const { isBusy, error, attempt } = useAttempt()
  const [isLacking, setLacking] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)

  function send(form: FormData): void {
    const asked = permissions.filter((one) => form.getAll('may').includes(one))
    setLacking(asked.length === 0)
    if (asked.length === 0) return
    const only = units.map(({ id }) => id).filter((id) => form.getAll('unit').includes(id))
    void attempt(async () => {
      const made = await makeKey({
        label: textOf(form, 'label').trim(),
        permissions: asked,
        units: only.length === 0 ? null : only,
        days: Number(textOf(form, 'days')),
      })
      setSecret(made.secret)
    })
  }

  if (secret !== null) return <OnceShown title={handOver.key} note={handOver.keyNote} secret={secret} close={close} />
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      {error === null ? null : <ProblemNotice error={error} />}
      <label>
        {keys.label}
        <input name="label" maxLength={100} required autoComplete="off" />
      </label>
      <fieldset>
        <legend>{keys.may}</legend>
        {own.map((one) => (
          <label key={one} className="check">
            <input type="checkbox" name="may" value={one} defaultChecked={one === 'read'} />
            {words.access.permissions[one]}
          </label>
        ))}
        {isLacking ? (
          <p role="alert">
            <StateMark state="act" word={keys.mayNothing} />
          </p>
        ) : null}
      </fieldset>
      {units.length === 0 ? null : (
        <fieldset>
          <legend>{keys.units}</legend>
          <p className="note">{keys.unitsNote}</p>
          {units.map(({ id, name }) => (
            <label key={id} className="check">
              <input type="checkbox" name="unit" value={id} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <label>
        {keys.days}
        <input name="days" type="number" min={1} max={366} defaultValue={90} required />
      </label>
      <p className="choices">
        <button type="submit" className="button primary" disabled={isBusy}>
          {keys.add}
        </button>
      </p>
    </form>
  )
}

import { useId, useState, type ReactNode } from 'react'
import { permissionsOf, roles, type Grant, type Role } from '#api/rights.ts'
import { textOf } from '#web/form-text.ts'
import { useSession, useUnits, type UnitRow } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'

/** Role and unit of a form; `grantOf` reads them. The whole organization is offered to who administers it. */
export function GrantFields(): ReactNode {
  const { words, formats } = useSpeech()
  const { people } = words.accounts
  const [role, setRole] = useState<Role>('viewer')
  const { data: units = [] } = useUnits()
  const grants = useSession().data?.actor?.grants ?? []
  const isForWhole = grants.some((one) => one.role === 'admin' && one.unit === null)
  const id = useId()
  return (
    <>
      <label>
        {people.role}
        <select
          name="role"
          value={role}
          aria-describedby={id}
          onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? 'viewer')}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.access.roles[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {people.unit}
        <select name="unit">
          {isForWhole ? <option value="">{words.portal.everything}</option> : null}
          {units.map(({ id: unit, name }) => (
            <option key={unit} value={unit}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="note" id={id}>
        {people.may(formats.list(permissionsOf[role].map((one) => words.access.permissions[one])))}
      </p>
    </>
  )
}

export function grantOf(form: FormData): Grant {
  const role = roles.find((one) => one === textOf(form, 'role')) ?? 'viewer'
  return { role, unit: textOf(form, 'unit') || null }
}

/** A grant in words; a unit that is out of sight goes by its id. */
export function useGrantText(): (grant: Grant) => string {
  const { words } = useSpeech()
  const { data: units = [] } = useUnits()
  return ({ role, unit }) =>
    unit === null
      ? `${words.access.roles[role]} · ${words.portal.everything}`
      : words.access.inUnit(words.access.roles[role], nameOf(units, unit))
}

export function nameOf(units: readonly UnitRow[], unit: string): string {
  return units.find(({ id }) => id === unit)?.name ?? unit
}

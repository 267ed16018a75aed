import type { ReactNode } from 'react'
import { useSearchState } from '#web/search-state.ts'
import { useUnits, type UnitRow } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'

/** The unit whose things the pages show, with those below it. */
export function UnitSelector(): ReactNode {
  const { words } = useSpeech()
  const { data } = useUnits()
  const [search, setSearch] = useSearchState()
  if (data === undefined || data.length === 0) return null
  return (
    <label className="unit-selector">
      <span className="visually-hidden">{words.portal.unit}</span>
      <select
        value={search['unit'] ?? ''}
        onChange={(event) => setSearch({ unit: event.currentTarget.value || undefined })}
      >
        <option value="">{words.portal.everything}</option>
        {ordered(data).map(({ unit, depth }) => (
          <option key={unit.id} value={unit.id}>
            {`${'\u2003'.repeat(depth)}${unit.name}`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Each unit below the one it belongs to. One whose parent is out of reach stands at the top. */
function ordered(
  units: readonly UnitRow[],
  parent: string | null = null,
  depth = 0,
): readonly { readonly unit: UnitRow; readonly depth: number }[] {
  const ids = new Set(units.map(({ id }) => id))
  return units
    .filter((unit) => (parent === null ? unit.parent === null || !ids.has(unit.parent) : unit.parent === parent))
    .flatMap((unit) => [{ unit, depth }, ...(depth > 20 ? [] : ordered(units, unit.id, depth + 1))])
}

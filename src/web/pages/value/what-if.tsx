/** Moves assumptions and lets the server compute; what is tried stands in the address, so that it can be shown to others. */

import { useDebouncedValue } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { assumptionLabel } from '#text/assumption-label.ts'
import { Band } from '#web/components/band.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { useSearchState } from '#web/search-state.ts'
import type { ValueSection } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { useWhatIf, type ValueAnswer } from './data.ts'

export function WhatIf({
  assumptions,
  bounds,
}: Pick<ValueSection, 'assumptions'> & Pick<ValueAnswer, 'bounds'>): ReactNode {
  const { words, formats, language } = useSpeech()
  const { value } = words.portal
  const { whatIf } = words.statusPage
  const [search, setSearch] = useSearchState()
  const numeric = assumptions.flatMap((assumption) => {
    const { low, central, high } = assumption.values
    return typeof low === 'number' && typeof central === 'number' && typeof high === 'number'
      ? [{ ...assumption, low, central, high }]
      : []
  })
  const [tried, setTried] = useState<ReadonlyMap<string, number>>(() => readTried(search['assume'] ?? ''))
  const [asked] = useDebouncedValue([...tried].map(([id, number]) => `${id}=${number}`).join(','), 250)
  const assume = asked === '' ? [] : asked.split(',')
  const query = useWhatIf(assume)

  function change(id: string, number: number | null): void {
    const next = new Map(tried)
    if (number === null) next.delete(id)
    else next.set(id, number)
    setTried(next)
    setSearch({ assume: [...next].map(([key, one]) => `${key}=${one}`).join(',') || undefined })
  }

  return (
    <section className="callout ask">
      <h2>{value.whatIf}</h2>
      <p className="muted">{value.whatIfNote}</p>
      <div className="what-if">
        {numeric.map((assumption) => {
          const { id, low, central, high } = assumption
          const { least, most, step } = rangeOf(low, central, high, bounds[id])
          const now = tried.get(id) ?? central
          return (
            <label key={id}>
              <span id={`what-if-${id}`}>
                {assumptionLabel(assumption, words, language)} <code>{id}</code>
              </span>
              <output className="reading">{formats.exact(now)}</output>
              <input
                type="range"
                // The label would go to the reading, which is the first that one can label.
                aria-labelledby={`what-if-${id}`}
                min={least}
                max={most}
                step={step}
                value={now}
                onChange={(event) => change(id, event.currentTarget.valueAsNumber)}
              />
            </label>
          )
        })}
      </div>
      {tried.size === 0 ? null : (
        <>
          <div aria-live="polite">
            <Loaded query={query}>
              {({ before, after }) => (
                <>
                  <Band label={`${words.value.money}: ${whatIf.now}`} figure={before} unit="money" />
                  <Band label={`${words.value.money}: ${value.tried}`} figure={after} unit="money" />
                  {before.value === null || after.value === null ? null : (
                    <p>
                      {whatIf.change}:{' '}
                      <strong className="difference">
                        {signed(after.value.central - before.value.central, (amount) =>
                          formats.money(amount, before.value?.currency ?? ''),
                        )}
                      </strong>
                    </p>
                  )}
                </>
              )}
            </Loaded>
          </div>
          <button
            type="button"
            className="button"
            onClick={() => {
              setTried(new Map())
              setSearch({ assume: undefined })
            }}
          >
            {value.reset}
          </button>
        </>
      )}
    </section>
  )
}

/** More and less are told by their sign. */
function signed(amount: number, show: (amount: number) => string): string {
  return amount > 0 ? `+${show(amount)}` : amount < 0 ? `−${show(-amount)}` : show(0)
}

function readTried(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split(',').flatMap((one) => {
      const [id = '', number = ''] = one.split('=')
      const parsed = Number(number)
      return id === '' || number === '' || Number.isNaN(parsed) ? [] : [[id, parsed] as const]
    }),
  )
}

/** How far a slider goes: over the readings that are stated, with as much room again beside them, as far as it may. */
function rangeOf(
  low: number,
  central: number,
  high: number,
  bounds: ValueAnswer['bounds'][string] | undefined,
): { readonly least: number; readonly most: number; readonly step: number } {
  const [bottom, top] = [Math.min(low, central, high), Math.max(low, central, high)]
  const room = top - bottom || Math.abs(central) / 2 || 1
  const isShare = bottom >= 0 && top <= 1
  const least = Math.max(0, bottom - room / 2)
  const most = isShare ? 1 : top + room / 2
  const step = 10 ** Math.floor(Math.log10((most - least) / 50 || 1))
  return {
    least: Math.max(bounds?.least ?? 0, Math.floor(least / step) * step),
    most: Math.min(bounds?.most ?? Infinity, Math.ceil(most / step) * step),
    step,
  }
}

import type { ReactNode } from 'react'
import { drawValueBand } from '#charts/value-band.ts'
import { valueText, type Band as Bounds, type FigureBody, type MoneyBand, type Unit } from '#web/figure.ts'
import { useSpeech } from '#web/speech.tsx'
import { CoverageMeter } from './coverage-meter.tsx'
import { FigureView } from './figure-view.tsx'
import { Picture } from './picture.tsx'

/** Money or work as a range with its middle marked; never one bare number. */
export function Band({
  label,
  figure,
  unit,
  reason,
}: {
  readonly label: string
  readonly figure: FigureBody<Bounds | MoneyBand>
  readonly unit: Unit
  readonly reason?: string
}): ReactNode {
  const speech = useSpeech()
  const { value, coverage } = figure
  const show = (amount: number) =>
    value !== null && 'currency' in value
      ? speech.formats.money(amount, value.currency)
      : valueText(amount, unit, speech)
  return (
    <div className="band">
      <p className="label">{label}</p>
      <p className="value">
        <FigureView figure={figure} unit={unit} label={label} {...(reason === undefined ? {} : { reason })} />
        {value !== null && !('currency' in value) ? (
          <span className="unit"> {speech.words.report.personMonths}</span>
        ) : null}
      </p>
      {value === null ? null : (
        <Picture
          draw={(id) =>
            drawValueBand(
              id,
              label,
              value,
              coverage ?? undefined,
              { low: show(value.low), central: show(value.central), high: show(value.high) },
              440,
            )
          }
        />
      )}
      {coverage === undefined || coverage === null ? null : (
        <p>
          <CoverageMeter coverage={coverage} figure={figure.id} />
        </p>
      )}
    </div>
  )
}

import { useEffect, useRef, type ReactNode } from 'react'
import { Name, Said } from '#web/components/counted.tsx'
import { NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { useSpeech, type Speech } from '#web/speech.tsx'
import type { Recommended } from './data.ts'

type Signal = Recommended['signals'][number]

/** One recommendation: what shows it, what to do, what it costs, what should change, and when that is looked at. */
export function Recommendation({
  item,
  isOpened,
  onPutAside,
}: {
  readonly item: Recommended
  /** Somebody came here for this one. */
  readonly isOpened: boolean
  /** Null for who may not. */
  readonly onPutAside: (() => void) | null
}): ReactNode {
  const speech = useSpeech()
  const { words, formats } = speech
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isOpened) head.current?.focus()
  }, [isOpened])
  const { advicePage, advice, maturity } = words
  const { low, high } = item.effortDays
  const effect = item.effect.direction === 'up' ? advice.effectUp : advice.effectDown
  return (
    <li className={isOpened ? 'recommendation is-opened' : 'recommendation'}>
      <h3 ref={head} tabIndex={-1}>
        {item.label}
      </h3>
      <dl>
        <dt>{advicePage.signal}</dt>
        <dd>
          <ul>
            {item.signals.map((signal) => (
              <li key={signal.id}>
                {signal.label}: <SignalValue signal={signal} />
                {signal.limit === null ? null : (
                  <span className="note">
                    {' '}
                    (
                    <WhyButton id={signal.figure.id} label={signal.label}>
                      {advicePage[signal.limit.when](numberText(signal.limit.value, signal, speech))}
                    </WhyButton>
                    )
                  </span>
                )}
                {signal.examples.length === 0 ? null : (
                  <span className="note">
                    {' '}
                    <Name>{formats.list(signal.examples)}</Name>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{advicePage.steps}</dt>
        <dd>
          <ol>
            {item.steps.map((step) => (
              <li key={step}>
                <Said>{step}</Said>
              </li>
            ))}
          </ol>
        </dd>
        <dt>{advicePage.cost}</dt>
        <dd>
          {maturity.costs[item.cost]}, <Said>{advicePage.days(formats.count(low), formats.count(high))}</Said>
        </dd>
        <dt>{advicePage.effect}</dt>
        <dd>
          <WhyButton id={item.effect.figure} label={item.effect.label}>
            {effect(item.effect.label, item.effect.withinMonths)}
          </WhyButton>
        </dd>
        <dt>{advicePage.check}</dt>
        <dd>{formats.date(item.checkOn)}</dd>
      </dl>
      {onPutAside === null ? null : (
        <button type="button" className="button" data-put-aside={item.scenario} onClick={onPutAside}>
          {advicePage.putAside}
          <span className="visually-hidden">: {item.label}</span>
        </button>
      )}
    </li>
  )
}

function SignalValue({ signal }: { readonly signal: Signal }): ReactNode {
  const speech = useSpeech()
  const { figure, label } = signal
  if (figure.value === null) return <NotKnown reason={speech.words.unknownReasons[figure.why ?? 'not-collected']} />
  const text =
    typeof figure.value === 'boolean'
      ? speech.words.portal[figure.value ? 'yes' : 'no']
      : numberText(figure.value, signal, speech)
  return (
    <WhyButton id={figure.id} label={label}>
      {text}
    </WhyButton>
  )
}

function numberText(value: number, { unit }: Pick<Signal, 'unit'>, { formats, words }: Speech): string {
  if (unit === 'share') return formats.percent(value)
  if (unit === 'days' || unit === 'minutes')
    return `${formats.exact(value)} ${unit === 'minutes' ? words.advicePage.minutes : words.advicePage.daysUnit}`
  return formats.exact(value)
}

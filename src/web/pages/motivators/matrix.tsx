import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'
import type { Bar, Editing, Matrix, Span } from './data.ts'
import { MotivatorMark } from './mark.tsx'

type Handle = 'move' | 'start' | 'end'
type Drag = { readonly motivator: string; readonly span: Span }

/** Kinds of value down, levels across; a motivator is a bar over the levels it speaks to, moved by keys or by dragging. */
export function MatrixGrid({
  data,
  editing,
  open,
}: {
  readonly data: Matrix
  readonly editing: Editing
  readonly open: (motivator: string) => void
}): ReactNode {
  const { words } = useSpeech()
  const { motivatorsPage } = words
  const grid = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const bars = data.rows.flatMap((row) => row.bars)
  const reachable = bars.some(({ motivator }) => motivator === current) ? current : (bars[0]?.motivator ?? null)
  const spanOf = (bar: Bar): Span =>
    drag?.motivator === bar.motivator ? drag.span : (editing.pending[bar.motivator] ?? { from: bar.from, to: bar.to })
  const levelName = (level: number): string => data.levels[level] ?? String(level)

  const put = (bar: Bar, span: Span): void => {
    const before = spanOf(bar)
    if (!bar.isEditable) editing.say(motivatorsPage.notYours(bar.statement))
    else if (span.from < 0 || span.to >= data.levels.length || span.from > span.to)
      editing.say(motivatorsPage.edge(bar.statement))
    else if (span.from !== before.from || span.to !== before.to || drag !== null)
      editing.move(bar, span, motivatorsPage.moved(bar.statement, levelName(span.from), levelName(span.to)))
  }

  const onKey = (event: KeyboardEvent, bar: Bar): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    const { from, to } = spanOf(bar)
    if (step !== 0 && event.shiftKey && !event.altKey) put(bar, { from: from + step, to: to + step })
    else if (step !== 0 && event.altKey && event.shiftKey) put(bar, { from: from + step, to })
    else if (step !== 0 && event.altKey) put(bar, { from, to: to + step })
    else if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return
    else {
      const at = bars.indexOf(bar)
      const next = {
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        Home: 0,
        End: bars.length - 1,
      }[event.key]
      const target = next === undefined ? undefined : bars[next]
      if (next === undefined) return
      if (target !== undefined) {
        setCurrent(target.motivator)
        const element = grid.current?.querySelector(`[data-motivator="${CSS.escape(target.motivator)}"]`)
        if (element instanceof HTMLElement) element.focus()
      }
    }
    event.preventDefault()
  }

  /** From a handle of a bar until the pointer is let go; a pointer that stays on its level opens the bar. */
  const onPointer = (event: PointerEvent<HTMLButtonElement>, bar: Bar): void => {
    const lane = event.currentTarget.parentElement
    if (event.button !== 0 || lane === null || !bar.isEditable) return
    const button = event.currentTarget
    const box = button.getBoundingClientRect()
    const edge = Math.min(12, box.width / 4)
    const handle: Handle = event.clientX - box.left < edge ? 'start' : box.right - event.clientX < edge ? 'end' : 'move'
    const width = lane.getBoundingClientRect().width / data.levels.length
    const origin = event.clientX
    const { from, to } = spanOf(bar)
    const last = data.levels.length - 1
    let span: Span = { from, to }
    const follow = (moved: globalThis.PointerEvent): void => {
      const step = Math.round((moved.clientX - origin) / width)
      const bounded = Math.min(Math.max(step, -from), last - to)
      span =
        handle === 'start'
          ? { from: Math.min(Math.max(from + step, 0), to), to }
          : handle === 'end'
            ? { from, to: Math.max(Math.min(to + step, last), from) }
            : { from: from + bounded, to: to + bounded }
      setDrag({ motivator: bar.motivator, span })
    }
    const stop = (): void => {
      button.removeEventListener('pointermove', follow)
      button.removeEventListener('pointerup', finish)
      button.removeEventListener('pointercancel', stop)
      setDrag(null)
    }
    const finish = (): void => {
      stop()
      if (span.from !== from || span.to !== to) {
        // The click that follows belongs to the drag.
        button.addEventListener('click', (click) => click.stopPropagation(), { once: true, capture: true })
        put(bar, span)
      }
    }
    button.setPointerCapture(event.pointerId)
    button.addEventListener('pointermove', follow)
    button.addEventListener('pointerup', finish)
    button.addEventListener('pointercancel', stop)
  }

  return (
    <div
      ref={grid}
      className="motivator-grid"
      role="group"
      aria-label={words.portal.motivators.matrix}
      aria-busy={Object.keys(editing.pending).length > 0}
      style={{ '--levels': data.levels.length } as object}
    >
      <div className="motivator-head" aria-hidden="true">
        <span>{words.portal.motivators.kind}</span>
        <ol>
          {data.levels.map((level) => (
            <li key={level}>{level}</li>
          ))}
        </ol>
      </div>
      {data.rows.map(({ kind, label, bars: own }) => (
        <section key={kind} className="motivator-row" aria-label={label}>
          <h2>{label}</h2>
          {own.length === 0 ? (
            <p className="motivator-none">{motivatorsPage.none}</p>
          ) : (
            <ul>
              {own.map((bar) => {
                const { from, to } = spanOf(bar)
                return (
                  <li key={bar.motivator} className="lane">
                    <button
                      type="button"
                      className={`motivator-bar ${bar.state}${bar.isEditable ? ' editable' : ''}`}
                      data-motivator={bar.motivator}
                      data-span={`${from}-${to}`}
                      tabIndex={bar.motivator === reachable ? 0 : -1}
                      style={{ '--from': from, '--to': to } as object}
                      onFocus={() => setCurrent(bar.motivator)}
                      onKeyDown={(event) => onKey(event, bar)}
                      onPointerDown={(event) => onPointer(event, bar)}
                      onClick={() => open(bar.motivator)}
                    >
                      <span className="strip" aria-hidden="true" />
                      <span className="statement">{bar.statement}</span>
                      <span className="visually-hidden">
                        , {motivatorsPage.spans(levelName(from), levelName(to))},{' '}
                      </span>
                      <span className="note">
                        <MotivatorMark state={bar.state} />
                        {bar.edits.length === 0 ? null : (
                          <> · {bar.edits[0]?.kind === 'added' ? motivatorsPage.added : motivatorsPage.edited}</>
                        )}
                        {bar.isFollowUpOpen ? <> · {motivatorsPage.followUpOpen}</> : null}
                      </span>
                    </button>
                  </li>
                )
              })}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

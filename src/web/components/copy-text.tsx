import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'

/**
 * The one way to copy a text. Where the browser does not let the page, as without HTTPS, the text stands there marked, to be
 * copied by keyboard.
 */
export function CopyText({
  text,
  label,
  labelledBy,
  isPrimary = false,
}: {
  readonly text: string
  /** On the button; "Copy" when nothing is said. */
  readonly label?: string
  /** The heading of a text that is shown from the start, and takes the focus. */
  readonly labelledBy?: string
  readonly isPrimary?: boolean
}): ReactNode {
  const { accounts } = useSpeech().words
  // An object of its own for each press: the text is marked again.
  const [outcome, setOutcome] = useState<{ readonly isCopied: boolean } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (outcome?.isCopied === false) field.current?.focus()
    if (outcome?.isCopied === false) field.current?.select()
  }, [outcome])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome({ isCopied: true })
    } catch {
      setOutcome({ isCopied: false })
    }
  }

  const isShown = labelledBy !== undefined || outcome?.isCopied === false
  return (
    <div className="copy-text">
      <p className="copy-line">
        {isShown ? (
          <textarea
            ref={field}
            readOnly
            rows={labelledBy === undefined ? 8 : 2}
            autoFocus={labelledBy !== undefined}
            value={text}
            {...(labelledBy === undefined ? { 'aria-label': accounts.copyText } : { 'aria-labelledby': labelledBy })}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
        ) : null}
        <button type="button" className={isPrimary ? 'button primary' : 'button'} onClick={() => void copy()}>
          {label ?? accounts.copy}
        </button>
      </p>
      <p className="note" role="status">
        {outcome === null ? '' : outcome.isCopied ? accounts.copied : accounts.notCopied}
      </p>
    </div>
  )
}

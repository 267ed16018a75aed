import { useId, useRef, useState, type ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'

/** A secret that is shown this once: to copy, and to hide when that is done. It takes the focus. */
export function OnceShown({
  title,
  note,
  secret,
  close,
}: {
  readonly title: string
  readonly note: string
  readonly secret: string
  readonly close: () => void
}): ReactNode {
  const { words } = useSpeech()
  const { accounts } = words
  const [copied, setCopied] = useState<boolean | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // Browsers forbid it where a page is not secure, or where a person said no.
      setCopied(false)
      field.current?.select()
    }
  }

  return (
    <section className="callout ask once-shown" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{note}</p>
      <p className="secret">
        <textarea
          ref={field}
          readOnly
          rows={2}
          autoFocus
          value={secret}
          aria-labelledby={id}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className="button primary" onClick={() => void copy()}>
          {accounts.copy}
        </button>
      </p>
      <p className="note" role="status">
        {copied === null ? '' : copied ? accounts.copied : accounts.notCopied}
      </p>
      <button type="button" className="button" onClick={close}>
        {accounts.handOver.close}
      </button>
    </section>
  )
}

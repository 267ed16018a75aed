import { useId, type ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'
import { CopyText } from './copy-text.tsx'

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
  const { accounts } = useSpeech().words
  const id = useId()
  return (
    <section className="callout ask" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{note}</p>
      <CopyText key={secret} text={secret} labelledBy={id} isPrimary />
      <button type="button" className="button" onClick={close}>
        {accounts.handOver.close}
      </button>
    </section>
  )
}

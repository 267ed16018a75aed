import { Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useSpeech } from '#web/speech.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** A button for what cannot be taken back: it asks first, and says what will be. */
export function ConfirmButton({
  label,
  name,
  title,
  body,
  typed,
  run,
}: {
  readonly label: string
  /** For who hears the button and not the row it stands in. */
  readonly name?: string
  readonly title: string
  readonly body: string
  /** What has to be typed before it can be done, and how it is asked for. */
  readonly typed?: { readonly label: string; readonly text: string }
  /** Throws `ApiProblem`, which is shown. */
  readonly run: () => Promise<void>
}): ReactNode {
  const { words } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [written, setWritten] = useState('')

  const isConfirmed = typed === undefined || written.trim() === typed.text.trim()

  async function go(): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await run()
      setOpen(false)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <button type="button" className="button" aria-label={name} onClick={() => setOpen(true)}>
        {label}
      </button>
      <Modal
        opened={isOpen}
        onClose={() => {
          setOpen(false)
          setWritten('')
        }}
        title={title}
        centered
        lockScroll={false}
        transitionProps={{ duration: 120 }}
        overlayProps={{ backgroundOpacity: 0.2 }}
        closeButtonProps={{ 'aria-label': words.report.close }}
        classNames={{ title: 'side-title' }}
      >
        <p>{body}</p>
        {typed === undefined ? null : (
          <label className="typed">
            {typed.label}
            <input
              autoComplete="off"
              spellCheck={false}
              value={written}
              onChange={(event) => setWritten(event.currentTarget.value)}
            />
          </label>
        )}
        {error === null ? null : <ProblemNotice error={error} />}
        <p className="choices">
          <button type="button" className="button primary" disabled={isBusy || !isConfirmed} onClick={() => void go()}>
            {label}
          </button>
          <button type="button" className="button" data-autofocus onClick={() => setOpen(false)}>
            {words.accounts.cancel}
          </button>
        </p>
      </Modal>
    </>
  )
}

import { useId, useRef, useState, type ReactNode } from 'react'
import { StateMark } from './state-mark.tsx'
import { textOf } from '#web/form-text.ts'
import { useSpeech } from '#web/speech.tsx'

/** A new password, written twice. `isRepeated` tells whether both are the same, and shows it where they are not. */
export function useNewPassword({
  labels,
  leastLength,
}: {
  readonly labels: { readonly newPassword: string; readonly repeat: string }
  readonly leastLength: number
}): { readonly fields: ReactNode; readonly isRepeated: (form: FormData) => boolean } {
  const { link } = useSpeech().words.accounts
  const [isDifferent, setDifferent] = useState(false)
  const repeat = useRef<HTMLInputElement>(null)
  const id = useId()
  const field = { type: 'password', autoComplete: 'new-password', maxLength: 1000, required: true } as const
  return {
    isRepeated: (form) => {
      const isSame = textOf(form, 'password') === textOf(form, 'repeat')
      setDifferent(!isSame)
      if (!isSame) repeat.current?.focus()
      return isSame
    },
    fields: (
      <>
        <label>
          {labels.newPassword}
          <input name="password" {...field} aria-describedby={`${id}-password`} />
        </label>
        <p className="note" id={`${id}-password`}>
          {link.passwordNote(leastLength)}
        </p>
        <label>
          {labels.repeat}
          <input
            ref={repeat}
            name="repeat"
            {...field}
            aria-invalid={isDifferent}
            aria-describedby={isDifferent ? `${id}-repeat` : undefined}
          />
        </label>
        {isDifferent ? (
          <p id={`${id}-repeat`} role="alert">
            <StateMark state="act" word={link.different} />
          </p>
        ) : null}
      </>
    ),
  }
}

import { useEffect, useRef, type ReactNode } from 'react'

/** What was just done, with the way back; takes the focus, since what was used to do it is often gone. */
export function DoneNotice({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After a panel that closes has given its focus back.
    const waiting = setTimeout(() => place.current?.focus(), 50)
    return () => clearTimeout(waiting)
  }, [text])
  return (
    <div className="callout good done-notice" role="status" tabIndex={-1} ref={place}>
      <p>{text}</p>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'

/** Nothing here yet: says why, and the first step with its command. */
export function EmptyState({
  title,
  body,
  command,
}: {
  readonly title: string
  readonly body: string
  readonly command?: string
}): ReactNode {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p>{body}</p>
      {command === undefined ? null : <pre tabIndex={0}>{command}</pre>}
    </section>
  )
}

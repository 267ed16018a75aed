import type { ReactNode } from 'react'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame } from '#web/components/page.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useAdvice } from './data.ts'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { advice } = words.portal
  const query = useAdvice()
  return (
    <PageFrame title={words.portal.pages.advice} lead={advice.lead}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={advice.none} body={advice.noneBody} />
          ) : (
            <ul className="todo">
              {items.map(({ id, title, why, command }) => (
                <li key={id}>
                  <div className="what">
                    <h2>{title}</h2>
                    <p className="muted">{why}</p>
                    {command === null ? null : <pre tabIndex={0}>{command}</pre>}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

import type { ReactNode } from 'react'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame } from '#web/components/page.tsx'
import { useSpeech } from '#web/speech.tsx'
import { useReports } from './data.ts'

export function Page(): ReactNode {
  const { words, formats } = useSpeech()
  const { reports } = words.portal
  const query = useReports()
  return (
    <PageFrame title={words.portal.pages.reports} lead={reports.lead}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={reports.none} body={words.cli.noReport} command="headwater assess PATH -o html=report.html" />
          ) : (
            <ul className="todo">
              {items.map(({ id, title, writtenAt, href }) => (
                <li key={id}>
                  <span className="what">
                    <a href={href}>{title}</a>
                  </span>
                  <span className="note">{formats.time(writtenAt)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

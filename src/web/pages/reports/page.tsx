import { useMemo, type ReactNode } from 'react'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import { useSpeech } from '#web/speech.tsx'
import { newestReport, useReports, type Reports } from './data.ts'

export function Page(): ReactNode {
  const { words, formats } = useSpeech()
  const { reports } = words.portal
  const query = useReports()
  const columns = useMemo(
    (): readonly Column<Reports['items'][number]>[] => [
      { id: 'asOf', head: words.report.asOf, cell: (row) => formats.date(row.asOf), value: (row) => row.asOf },
      { id: 'knownAt', head: reports.knownAt, cell: (row) => formats.time(row.knownAt), value: (row) => row.knownAt },
      {
        id: 'id',
        head: words.portal.settings.id,
        cell: (row) => <code>{row.id}</code>,
        value: (row) => row.id,
        from: 'engineer',
      },
    ],
    [words, reports, formats],
  )
  return (
    <PageFrame title={words.portal.pages.reports} lead={reports.lead}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={reports.none}
              body={words.cli.noReport}
              command="headwater assess PATH -o html=report.html"
            />
          ) : (
            <>
              <p>
                <a className="button primary" href={newestReport}>
                  {reports.newest}
                </a>
              </p>
              <Section title={reports.assessments}>
                <DataTable
                  id="assessments"
                  caption={reports.assessments}
                  columns={columns}
                  rows={items}
                  rowKey={({ id }) => id}
                />
              </Section>
            </>
          )
        }
      </Loaded>
    </PageFrame>
  )
}

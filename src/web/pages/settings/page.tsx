import { useMemo, type ReactNode } from 'react'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame, Section } from '#web/components/page.tsx'
import type { InventorySection, VulnerabilitySection } from '#web/sections.ts'
import { useUnits, type UnitRow } from '#web/session.ts'
import { useSpeech } from '#web/speech.tsx'
import { useInventory, useVulnerabilities } from './data.ts'

export function Page(): ReactNode {
  const { words, formats } = useSpeech()
  const { settings } = words.portal
  const unitRows = useUnits()
  const inventory = useInventory()
  const vulnerabilities = useVulnerabilities()
  const units = useMemo(
    (): readonly Column<UnitRow>[] => [
      { id: 'name', head: words.portal.unit, cell: (row) => row.name, value: (row) => row.name },
      { id: 'id', head: settings.id, cell: (row) => <code>{row.id}</code>, value: (row) => row.id },
      { id: 'parent', head: settings.parent, cell: (row) => (row.parent === null ? null : <code>{row.parent}</code>), value: (row) => row.parent },
    ],
    [words, settings],
  )
  const sources = useMemo(
    (): readonly Column<VulnerabilitySection['advisories'][number]>[] => [
      { id: 'ecosystem', head: words.coverage.ecosystem, cell: (row) => row.ecosystem, value: (row) => row.ecosystem },
      { id: 'records', head: words.coverage.records, cell: (row) => formats.count(row.advisories), value: (row) => row.advisories, align: 'number' },
      { id: 'imported', head: words.coverage.imported, cell: (row) => formats.time(row.importedAt), value: (row) => row.importedAt },
    ],
    [words, formats],
  )
  const oddities = useMemo(
    (): readonly Column<InventorySection['issues'][number]>[] => [
      { id: 'file', head: words.coverage.file, cell: (row) => <code>{row.path}</code>, value: (row) => row.path },
      { id: 'where', head: words.coverage.where, cell: (row) => <code>{row.issue.where}</code>, value: (row) => row.issue.where },
      {
        id: 'what',
        head: words.coverage.issues,
        cell: (row) => words.issues[row.issue.code as keyof typeof words.issues] ?? row.issue.code,
        value: (row) => row.issue.code,
        wide: true,
      },
    ],
    [words],
  )
  return (
    <PageFrame title={words.portal.pages.settings} lead={settings.lead}>
      <Section title={settings.units}>
        <Loaded query={unitRows}>
          {(data) => <DataTable id="units" caption={settings.units} columns={units} rows={data} rowKey={({ id }) => id} />}
        </Loaded>
      </Section>
      <Section title={settings.sources} note={settings.sourcesNote}>
        <Loaded query={vulnerabilities}>
          {(data) => <DataTable id="sources" caption={settings.sources} columns={sources} rows={data.advisories} rowKey={({ ecosystem }) => ecosystem} />}
        </Loaded>
      </Section>
      <Section title={settings.oddities}>
        <Loaded query={inventory}>
          {(data) => (
            <DataTable
              id="oddities"
              caption={settings.oddities}
              columns={oddities}
              rows={data.issues}
              rowKey={({ path, issue }) => `${path} ${issue.where} ${issue.code}`}
            />
          )}
        </Loaded>
      </Section>
    </PageFrame>
  )
}

import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { Dealing } from '#web/pages/advice/dealing.tsx'
import { useWatershed } from '#web/pages/home/data.ts'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { useFindingColumns } from '#web/components/finding-columns.tsx'
import { ListTable } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PathTree, type TreeNode } from '#web/components/path-tree.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { WatershedView } from '#web/components/watershed-view.tsx'
import type { FindingRow, PackageRow, Use } from '#web/rows.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { findingsPath, usePackage, useWhereUsed } from './data.ts'

export function Page(): ReactNode {
  const [search] = useSearchState()
  const key = search['purl'] ?? ''
  const query = usePackage(key)
  const streams = useWatershed({ package: key })
  const { words } = useSpeech()
  const columns = useFindingColumns()
  return (
    <PageFrame title={query.data?.package.name ?? key} lead={key}>
      <Loaded query={query}>{(answer) => <Summary row={answer.package} />}</Loaded>
      <div className="section">
        <Loaded query={streams}>{(watershed) => <WatershedView watershed={watershed} />}</Loaded>
      </div>
      <Section title={words.advicePage.deal}>
        <Dealing subject={key} />
      </Section>
      <WhereUsed id={key} />
      <Section title={words.vulnerabilities.findings}>
        <ListTable<FindingRow>
          id="component-findings"
          path={findingsPath}
          caption={words.vulnerabilities.findings}
          columns={columns}
          filters={[]}
          fixed={{ package: key }}
          rowKey={({ id, purl }) => `${id} ${purl}`}
          empty={<p>{words.vulnerabilities.none}</p>}
        />
      </Section>
    </PageFrame>
  )
}

function Summary({ row }: { readonly row: PackageRow }): ReactNode {
  const { words, formats } = useSpeech()
  const { sustain } = words
  return (
    <Facts>
      <Fact label={words.inventory.products}>{formats.count(row.products)}</Fact>
      <Fact label={words.inventory.versions}>{formats.count(row.versions)}</Fact>
      <Fact label={words.vulnerabilities.findings}>
        {row.findings === null ? (
          <NotKnown reason={words.unknownReasons['not-collected']} />
        ) : (
          formats.count(row.findings)
        )}
      </Fact>
      <Fact label={sustain.health} note={row.subject === null ? undefined : <code>{row.subject}</code>}>
        {row.level === null || row.health === null ? (
          <NotKnown reason={sustain.levels.withheld} />
        ) : (
          <WhyButton id={`health/score/${row.subject}`}>
            {formats.index(row.health)} ({sustain.levels[row.level]})
          </WhyButton>
        )}
      </Fact>
      <Fact label={sustain.criticality}>
        {row.subject === null ? (
          formats.index(row.criticality)
        ) : (
          <WhyButton id={`health/criticality/${row.subject}`}>{formats.index(row.criticality)}</WhyButton>
        )}
      </Fact>
      <Fact label={words.value.money}>
        {row.value === null || row.valueFigure === null ? (
          <NotKnown reason={words.notMeasured.plain} />
        ) : (
          <WhyButton id={row.valueFigure}>{formats.moneyRange(row.value)}</WhyButton>
        )}
      </Fact>
      <Fact label={words.licenses.license}>
        {row.licenses.length === 0 ? <NotKnown reason={words.licenses.opennesses.unknown} /> : row.licenses.join(', ')}
      </Fact>
      {row.warnings.length === 0 ? null : (
        <Fact label={sustain.attention}>
          {row.warnings.map((warning) => (
            <StateMark key={warning} state="watch" word={sustain.warnings[warning]} />
          ))}
        </Fact>
      )}
    </Facts>
  )
}

function WhereUsed({ id }: { readonly id: string }): ReactNode {
  const { words, formats } = useSpeech()
  const { component } = words.portal
  const [search, setSearch] = useSearchState()
  const query = useWhereUsed(id, search['below'])
  const columns = useMemo(
    (): readonly Column<Use>[] => [
      {
        id: 'product',
        head: words.inventory.product,
        cell: (row) => (
          <Link to="/products/$product" params={{ product: row.product }}>
            {row.name}
          </Link>
        ),
        value: (row) => row.name,
      },
      {
        id: 'versions',
        head: words.inventory.versions,
        cell: (row) => <code>{versionsOf(row, words.inventory.notStated)}</code>,
        value: (row) => versionsOf(row, ''),
      },
      {
        id: 'path',
        head: component.path,
        cell: (row) => pathOf(row, words.cli.inventory.noPath),
        value: (row) => pathOf(row, ''),
        wide: true,
      },
      {
        id: 'directness',
        head: words.cli.scan.directness,
        cell: (row) => words.directness[row.directness],
        value: (row) => words.directness[row.directness],
      },
      {
        id: 'unit',
        head: words.portal.unit,
        cell: (row) => row.unit?.name ?? words.position.noUnit,
        value: (row) => row.unit?.name ?? null,
      },
      {
        id: 'owner',
        head: component.owner,
        cell: (row) => row.owner ?? <NotKnown reason={words.inventory.notDeclared} />,
        value: (row) => row.owner,
      },
      {
        id: 'scope',
        head: words.value.scope,
        cell: (row) => words.scopes[row.scope],
        value: (row) => words.scopes[row.scope],
        from: 'engineer',
      },
    ],
    [words, component],
  )
  return (
    <Section title={component.whereUsed}>
      <form
        className="filters"
        role="search"
        aria-label={`${words.report.filter}: ${component.whereUsed}`}
        onSubmit={(event) => event.preventDefault()}
      >
        <label>
          {component.below}
          <input
            type="search"
            value={search['below'] ?? ''}
            onChange={(event) => setSearch({ below: event.currentTarget.value || undefined })}
          />
        </label>
      </form>
      <Loaded query={query}>
        {({ products: { items }, unordered }) => (
          <>
            <DataTable
              id="where-used"
              caption={component.whereUsed}
              columns={columns}
              rows={items}
              rowKey={({ product }) => product}
              total={words.portal.table.rows(items.length)}
            />
            {items.some(({ path }) => path.length > 1) ? (
              <details className="twin">
                <summary>{component.tree}</summary>
                <PathTree label={component.tree} nodes={pathsOf(items)} depthOpen={9} />
              </details>
            ) : null}
            {unordered === 0 ? null : <p className="note">{component.unordered(formats.count(unordered))}</p>}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function versionsOf({ versions }: Use, unknown: string): string {
  return versions.map((version) => version ?? unknown).join(', ')
}

function pathOf({ path }: Use, unknown: string): string {
  return path.length === 0 ? unknown : path.map(({ name }) => name).join(' → ')
}

function pathsOf(uses: readonly Use[]): readonly TreeNode[] {
  return uses.map(({ product, name, path }) => ({
    id: product,
    label: <strong>{name}</strong>,
    children: path.reduceRight<readonly TreeNode[]>(
      (below, step) => [
        {
          id: `${product} ${step.package}`,
          label: (
            <>
              {step.name} <code>{step.version}</code>
            </>
          ),
          children: below,
        },
      ],
      [],
    ),
  }))
}

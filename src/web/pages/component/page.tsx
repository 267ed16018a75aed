import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { Dealing } from '#web/pages/advice/dealing.tsx'
import { useWatershed } from '#web/pages/home/data.ts'
import { Counted, CountedIfKnown, Name } from '#web/components/counted.tsx'
import { CriticalityOf } from '#web/components/criticality-of.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { NotKnown, WhyButton } from '#web/components/figure-view.tsx'
import { useFindingColumns } from '#web/components/finding-columns.tsx'
import { ListTable } from '#web/components/list-table.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PathTree, type TreeNode } from '#web/components/path-tree.tsx'
import { breakable } from '#web/components/breakable.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { WatershedView } from '#web/components/watershed-view.tsx'
import { findingsOf, findingsOfPart, usesOf, versionsOf } from '#web/places.ts'
import type { FindingRow, PackageRow, Use } from '#web/rows.ts'
import { useSearchState } from '#web/search-state.ts'
import { useSpeech } from '#web/speech.tsx'
import { findingsPath, usePackage, useWhereUsed, type PackageVersion } from './data.ts'

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
      <WhereUsed id={key} versions={query.data?.versions.flatMap(({ version }) => version ?? []) ?? []} />
      <Section title={words.inventory.versions}>
        <Loaded query={query}>{(answer) => <Versions id={key} versions={answer.versions} />}</Loaded>
      </Section>
      <Section title={words.vulnerabilities.findings}>
        <ListTable<FindingRow>
          id="component-findings"
          path={findingsPath}
          caption={words.vulnerabilities.findings}
          columns={columns}
          filters={[]}
          fixed={{ package: key }}
          rowKey={({ id, purl }) => `${id} ${purl}`}
          empty={
            <p>
              {query.data?.package.findings === null ? words.portal.inventory.notLookedUp : words.vulnerabilities.none}
            </p>
          }
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
      <Fact label={words.inventory.products}>
        <Counted place={usesOf(row.key)}>{formats.count(row.products)}</Counted>
      </Fact>
      <Fact label={words.inventory.versions}>
        <Counted place={versionsOf(row.key)}>{formats.count(row.versions)}</Counted>
      </Fact>
      <Fact label={words.vulnerabilities.findings}>
        <CountedIfKnown count={row.findings} place={findingsOf(row.key)} />
      </Fact>
      <Fact label={sustain.health} note={row.subject === null ? undefined : <code>{breakable(row.subject)}</code>}>
        {row.level === null || row.health === null ? (
          <NotKnown reason={sustain.levels.withheld} />
        ) : (
          <WhyButton id={`health/score/${row.subject}`}>
            {formats.index(row.health)} ({sustain.levels[row.level]})
          </WhyButton>
        )}
      </Fact>
      <Fact label={sustain.criticality}>
        <CriticalityOf row={row} />
      </Fact>
      <Fact label={words.value.money}>
        {row.value === null || row.valueFigure === null ? (
          <NotKnown reason={words.notMeasured.plain} />
        ) : (
          <WhyButton id={row.valueFigure}>{formats.moneyRange(row.value)}</WhyButton>
        )}
      </Fact>
      <Fact label={words.licenses.license}>
        {row.licenses.length === 0 ? (
          <NotKnown reason={words.licenses.opennesses.unknown} />
        ) : (
          <Name>{row.licenses.join(', ')}</Name>
        )}
      </Fact>
      {row.warnings.length === 0 ? null : (
        <Fact label={sustain.attention}>
          <ul className="fact-list">
            {row.warnings.map((warning) => (
              <li key={warning}>
                <StateMark state="watch" word={sustain.warnings[warning]} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </Facts>
  )
}

function Versions({ id, versions }: { readonly id: string; readonly versions: readonly PackageVersion[] }): ReactNode {
  const { words, formats } = useSpeech()
  const { inventory, vulnerabilities, licenses, report } = words
  const columns = useMemo(
    (): readonly Column<PackageVersion>[] => [
      {
        id: 'version',
        head: report.version,
        cell: ({ version }) => (version === null ? <NotKnown reason={inventory.notStated} /> : <code>{version}</code>),
        value: ({ version }) => version,
      },
      {
        id: 'products',
        head: inventory.products,
        cell: (row) => <Counted place={usesOf(id, row.version)}>{formats.count(row.products)}</Counted>,
        value: (row) => row.products,
        align: 'number',
      },
      {
        id: 'findings',
        head: vulnerabilities.findings,
        cell: (row) => (
          <CountedIfKnown count={row.findings} place={row.purl === null ? findingsOf(id) : findingsOfPart(row.purl)} />
        ),
        value: (row) => row.findings,
        align: 'number',
      },
      {
        id: 'remedy',
        head: vulnerabilities.fixed,
        cell: ({ remedy }) => (remedy === null ? null : <code>{remedy}</code>),
        value: ({ remedy }) => remedy,
      },
      {
        id: 'license',
        head: licenses.license,
        cell: ({ license }) =>
          license === null ? <NotKnown reason={licenses.opennesses.unknown} /> : <code>{license}</code>,
        value: ({ license }) => license,
      },
    ],
    [inventory, vulnerabilities, licenses, report, formats, id],
  )
  return (
    <DataTable
      id="versions"
      caption={inventory.versions}
      columns={columns}
      rows={versions}
      rowKey={({ purl, version }) => purl ?? String(version)}
    />
  )
}

function WhereUsed({ id, versions }: { readonly id: string; readonly versions: readonly string[] }): ReactNode {
  const { words, formats } = useSpeech()
  const { component } = words.portal
  const [search, setSearch] = useSearchState()
  const query = useWhereUsed(id, { below: search['below'], version: search['version'] })
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
        cell: (row) => <code>{versionsIn(row, words.inventory.notStated)}</code>,
        value: (row) => versionsIn(row, ''),
      },
      {
        id: 'path',
        head: component.path,
        cell: (row) => <Name>{pathOf(row, words.cli.inventory.noPath)}</Name>,
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
        id: 'criticality',
        head: words.inventory.criticality,
        cell: (row) =>
          row.criticality === null ? (
            <NotKnown reason={words.inventory.notDeclared} />
          ) : (
            words.inventory.criticalities[row.criticality]
          ),
        value: (row) => (row.criticality === null ? null : words.inventory.criticalities[row.criticality]),
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
        cell: (row) =>
          row.owner === null ? <NotKnown reason={words.inventory.notDeclared} /> : <Name>{row.owner}</Name>,
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
        <label>
          {words.report.version}
          <select
            value={search['version'] ?? ''}
            onChange={(event) => setSearch({ version: event.currentTarget.value || undefined })}
          >
            <option value="">{words.portal.table.all}</option>
            {versions.map((version) => (
              <option key={version} value={version}>
                {version}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p className="note scale">{component.criticalityTerms}</p>
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

function versionsIn({ versions }: Use, unknown: string): string {
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

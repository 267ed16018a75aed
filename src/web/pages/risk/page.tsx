import { useMemo, type ReactNode } from 'react'
import { drawRiskQuadrant, type QuadrantDot } from '#charts/risk-quadrant.ts'
import type { State } from '#charts/state.ts'
import { CoverageMeter } from '#web/components/coverage-meter.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Fact, Facts, PageFrame, Section } from '#web/components/page.tsx'
import { PartLink } from '#web/components/part-link.tsx'
import { ChartWithTwin } from '#web/components/picture.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useSearchState } from '#web/search-state.ts'
import type { HealthSection, HealthSubject } from '#web/sections.ts'
import { useSpeech } from '#web/speech.tsx'
import { useHealth } from './data.ts'

const levelStates = {
  good: 'good',
  fair: 'watch',
  weak: 'act',
  withheld: 'unknown',
} as const satisfies Record<HealthSubject['level'], State>

/** Dots beyond these would hide one another; the table twin lists as many. */
const mostDots = 60
const mostUnknown = 12
const mostNamed = 10

export function Page(): ReactNode {
  const { words } = useSpeech()
  const query = useHealth()
  return (
    <PageFrame title={words.portal.pages.risk} lead={words.sustain.explanation}>
      <Loaded query={query}>
        {(data) =>
          data.subjects.length === 0 ? (
            <EmptyState
              title={words.sustain.nothingCollected}
              body={words.sustain.nothingCollectedBody}
              command="headwater assess PATH --clones DIR"
            />
          ) : (
            <Risk data={data} />
          )
        }
      </Loaded>
    </PageFrame>
  )
}

function Risk({ data }: { readonly data: HealthSection }): ReactNode {
  const { words, formats } = useSpeech()
  const { sustain } = words
  const [search, setSearch] = useSearchState()
  const placed = useMemo(() => {
    const withK = data.subjects.filter(({ criticality }) => criticality.value !== null)
    const known = withK.filter(({ health }) => health.value !== null).slice(0, mostDots)
    const unknown = withK.filter(({ health }) => health.value === null)
    return [...known, ...unknown.slice(0, known.length === 0 ? mostDots : mostUnknown)]
  }, [data])
  const dots = placed.map((subject, index): QuadrantDot => ({
    label: nameOf(subject),
    criticality: subject.criticality.value ?? 0,
    health: subject.health.value,
    state: levelStates[subject.level],
    isNamed: index < mostNamed,
  }))
  const axis = {
    criticality: sustain.axisCriticality,
    weakness: sustain.axisWeakness,
    unknown: sustain.axisUnknown,
    help: sustain.help,
  }
  const columns = useSubjectColumns()
  const help = new Set(data.whereToHelp)
  const [asked, level] = [search['q']?.toLowerCase() ?? '', search['level'] ?? '']
  const found = data.subjects.filter(
    (subject) =>
      (asked === '' || [subject.subject, ...subject.packages].some((text) => text.toLowerCase().includes(asked))) &&
      (level === '' || subject.level === level),
  )
  return (
    <>
      <Facts>
        <Fact label={sustain.leaning}>
          <FigureView figure={data.leaningOnOne} label={sustain.leaning} />
        </Fact>
        <Fact label={sustain.unsupported}>
          <FigureView figure={data.unsupported} label={sustain.unsupported} />
        </Fact>
        <Fact label={sustain.helpQuestion}>
          <FigureView figure={data.toHelp} label={sustain.helpQuestion} />
        </Fact>
        <Fact
          label={sustain.assessed}
          note={data.assessed.coverage ? <CoverageMeter coverage={data.assessed.coverage} /> : undefined}
        >
          <FigureView figure={data.assessed} label={sustain.assessed} />
        </Fact>
      </Facts>
      <div className="section small">
        <ChartWithTwin
          title={sustain.quadrant}
          explanation={sustain.quadrantExplanation}
          wide={(id) => drawRiskQuadrant(id, sustain.quadrant, dots, axis, 720)}
          narrow={(id) => drawRiskQuadrant(id, sustain.quadrant, dots, axis, 350)}
          legend={(['good', 'fair', 'weak', 'withheld'] as const).map((one) => ({
            state: levelStates[one],
            word: sustain.levels[one],
          }))}
        >
          <DataTable id="quadrant" caption={sustain.quadrantTable} columns={columns} rows={placed} rowKey={subjectKey} />
        </ChartWithTwin>
      </div>
      <Section title={sustain.whereToHelp} note={sustain.whereToHelpNote}>
        {help.size === 0 ? (
          <p>{data.assessed.value === 0 ? sustain.helpUnknown : sustain.helpNone}</p>
        ) : (
          <DataTable
            id="where-to-help"
            caption={sustain.whereToHelp}
            columns={columns}
            rows={data.subjects.filter(({ subject }) => help.has(subject))}
            rowKey={subjectKey}
          />
        )}
        <p className="note">{sustain.helpCommand}</p>
      </Section>
      <Section title={words.portal.risk.all} from="office">
        <form className="filters" role="search" aria-label={words.report.filter} onSubmit={(event) => event.preventDefault()}>
          <label>
            {words.portal.table.text}
            <input type="search" value={search['q'] ?? ''} onChange={(event) => setSearch({ q: event.currentTarget.value || undefined })} />
          </label>
          <label>
            {sustain.byLevel}
            <select value={level} onChange={(event) => setSearch({ level: event.currentTarget.value || undefined })}>
              <option value="">{words.portal.table.all}</option>
              {(Object.keys(levelStates) as (keyof typeof levelStates)[]).map((one) => (
                <option key={one} value={one}>
                  {sustain.levels[one]}
                </option>
              ))}
            </select>
          </label>
        </form>
        <DataTable
          id="subjects"
          caption={words.portal.risk.all}
          columns={columns}
          rows={found}
          rowKey={subjectKey}
          total={words.portal.table.of(formats.count(found.length), formats.count(data.subjects.length))}
        />
      </Section>
    </>
  )
}

function useSubjectColumns(): readonly Column<HealthSubject>[] {
  const { words, formats } = useSpeech()
  const { sustain } = words
  return useMemo(
    (): readonly Column<HealthSubject>[] => [
      { id: 'project', head: sustain.project, cell: (row) => <code>{nameOf(row)}</code>, value: nameOf },
      {
        id: 'health',
        head: sustain.health,
        cell: (row) => <FigureView figure={row.health} unit="index" label={`${sustain.health}: ${nameOf(row)}`} {...(row.level === 'withheld' ? { reason: sustain.levels.withheld } : {})} />,
        value: (row) => row.health.value,
        align: 'number',
      },
      {
        id: 'level',
        head: sustain.byLevel,
        cell: (row) => <StateMark state={levelStates[row.level]} word={sustain.levels[row.level]} />,
        value: (row) => sustain.levels[row.level],
      },
      {
        id: 'criticality',
        head: sustain.criticality,
        cell: (row) => <FigureView figure={row.criticality} unit="index" label={`${sustain.criticality}: ${nameOf(row)}`} />,
        value: (row) => row.criticality.value,
        align: 'number',
      },
      { id: 'products', head: sustain.products, cell: (row) => formats.count(row.products), value: (row) => row.products, align: 'number' },
      {
        id: 'absence',
        head: sustain.absenceFactor,
        cell: (row) => <FigureView figure={row.absenceFactor} label={`${sustain.absenceFactor}: ${nameOf(row)}`} />,
        value: (row) => row.absenceFactor.value,
        align: 'number',
      },
      {
        id: 'activity',
        head: sustain.activity,
        cell: (row) => sustain.states[row.state.value ?? 'unknown'],
        value: (row) => sustain.states[row.state.value ?? 'unknown'],
      },
      {
        id: 'attention',
        head: sustain.attention,
        cell: (row) => formats.list(row.warnings.map(({ id }) => sustain.warnings[id])),
        value: (row) => formats.list(row.warnings.map(({ id }) => sustain.warnings[id])),
        wide: true,
        from: 'office',
      },
      {
        id: 'packages',
        head: sustain.packages,
        cell: (row) => {
          const [first = ''] = row.packages
          return (
            <>
              <PartLink purl={first} name={first} />
              {row.packages.length < 2 ? null : ` ${words.report.andMore(formats.count(row.packages.length - 1))}`}
            </>
          )
        },
        value: (row) => row.packages.join(' '),
        from: 'engineer',
      },
    ],
    [words, sustain, formats],
  )
}

function nameOf({ project, subject }: HealthSubject): string {
  return project ?? subject
}

function subjectKey({ subject }: HealthSubject): string {
  return subject
}

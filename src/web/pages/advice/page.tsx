import { useMutation } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { sendJson } from '#web/api.ts'
import { Name, Said } from '#web/components/counted.tsx'
import { DataTable, type Column } from '#web/components/data-table.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { FigureView } from '#web/components/figure-view.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { useMadeBy } from '#web/components/made-by.ts'
import { PageFrame, Section, Withheld } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { StateMark } from '#web/components/state-mark.tsx'
import { useSearchState } from '#web/search-state.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { advicePath, useAdvice, useMayDecide, useRefresh, type Advice, type Aside, type Recommended } from './data.ts'
import { DoneNotice } from './done-notice.tsx'
import { Parts } from './parts.tsx'
import { PutAsideForm } from './put-aside-form.tsx'
import { Recommendation } from './recommendation.tsx'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const { advicePage } = words
  const query = useAdvice()
  return (
    <PageFrame title={words.portal.pages.advice} lead={advicePage.lead}>
      <Loaded query={query}>
        {(data) => (
          <Section title={advicePage.recommendations}>
            {data.recommendations === null ? (
              <Withheld />
            ) : (
              <Recommendations items={data.recommendations} aside={data.putAside ?? []} />
            )}
          </Section>
        )}
      </Loaded>
      <Parts />
      <Loaded query={query}>
        {(data) => (
          <>
            <Unclear data={data} />
            {data.roles === null ? null : (
              <Section title={advicePage.roles}>
                <Roles roles={data.roles} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

type Done =
  | { readonly kind: 'aside'; readonly item: Recommended; readonly until: string }
  | { readonly kind: 'back'; readonly item: Aside }

function Recommendations({
  items,
  aside,
}: {
  readonly items: readonly Recommended[]
  readonly aside: readonly Aside[]
}): ReactNode {
  const madeBy = useMadeBy()
  const { words, formats } = useSpeech()
  const { advicePage } = words
  const mayDecide = useMayDecide()
  const [search] = useSearchState()
  const [open, setOpen] = useState<Recommended | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const refresh = useRefresh(advicePath)
  const back = useMutation({
    mutationFn: async (item: Pick<Aside, 'scenario' | 'label'>) => {
      await sendJson('DELETE', `${advicePath}/put-aside/${encodeURIComponent(item.scenario)}`)
      await refresh()
    },
  })
  const bringBack = (item: Aside) => back.mutate(item, { onSuccess: () => setDone({ kind: 'back', item }) })
  return (
    <>
      {done === null ? null : done.kind === 'back' ? (
        <DoneNotice text={advicePage.wasBroughtBack(done.item.label)} />
      ) : (
        <DoneNotice text={advicePage.wasPutAside(formats.date(done.until), done.item.label)}>
          <button
            type="button"
            className="button"
            disabled={back.isPending}
            onClick={() => {
              const item = aside.find(({ scenario }) => scenario === done.item.scenario)
              if (item !== undefined) bringBack(item)
            }}
          >
            {advicePage.bringBack}
          </button>
        </DoneNotice>
      )}
      {back.isError ? <ProblemNotice error={back.error} /> : null}
      {items.length === 0 ? (
        <EmptyState title={advicePage.none} body={advicePage.noneBody} />
      ) : (
        <>
          <p className="muted section-note">{advicePage.ours}</p>
          <ol className="recommendations">
            {items.map((item) => (
              <Recommendation
                key={item.scenario}
                item={item}
                isOpened={item.scenario === search['open']}
                onPutAside={mayDecide ? () => setOpen(item) : null}
              />
            ))}
          </ol>
        </>
      )}
      {aside.length === 0 ? null : (
        <details className="twin">
          <summary>{advicePage.asideHead(formats.count(aside.length))}</summary>
          <ul className="todo">
            {aside.map((item) => (
              <li key={`${item.scenario} ${item.on} ${item.by}`}>
                <span className="what">
                  {item.label}: <Said>{item.reason}</Said>
                  <span className="note">
                    {' '}
                    <Name>
                      {advicePage.untilDay(formats.date(item.until))} · {madeBy(item.by, formats.date(item.on))}
                    </Name>
                    {' · '}
                    {item.wouldFire ? advicePage.wouldFire : advicePage.noLonger}
                  </span>
                </span>
                {!item.isKeptHere ? (
                  <span className="note">{advicePage.inFile}</span>
                ) : mayDecide ? (
                  <button type="button" className="button" disabled={back.isPending} onClick={() => bringBack(item)}>
                    {advicePage.bringBack}
                    <span className="visually-hidden">: {item.label}</span>
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      )}
      <SidePanel
        title={open === null ? '' : advicePage.putAsideTitle(open.label)}
        isOpen={open !== null}
        close={() => setOpen(null)}
      >
        {open === null ? null : (
          <PutAsideForm
            item={open}
            onCancel={() => setOpen(null)}
            onDone={(until) => {
              setDone({ kind: 'aside', item: open, until })
              setOpen(null)
            }}
          />
        )}
      </SidePanel>
    </>
  )
}

function Unclear({ data: { unclear, checks } }: { readonly data: Advice }): ReactNode {
  const { words, formats } = useSpeech()
  const { advicePage, advice } = words
  return (
    <>
      {checks === null || checks.length === 0 ? null : (
        <Section title={advicePage.checks}>
          <ul className="todo">
            {checks.map(({ scenario, label, givenOn, checkOn, isDue, result }) => (
              <li key={scenario}>
                <span className="what">
                  {label} <span className="note">{advicePage.given(formats.date(givenOn))}</span>
                </span>
                <StateMark
                  state={result === 'improved' ? 'good' : result === 'not' && isDue ? 'watch' : 'unknown'}
                  word={isDue ? advice.results[result] : advicePage.notDue(formats.date(checkOn))}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {unclear === null || unclear.length === 0 ? null : (
        <section className="section">
          <h2>{advicePage.unclear}</h2>
          <details className="twin">
            <summary>{words.portal.table.rows(unclear.length)}</summary>
            <ul className="todo">
              {unclear.map(({ scenario, label, missing }) => (
                <li key={scenario}>
                  <span className="what">{label}</span>
                  <span className="note">{advicePage.missing(formats.list(missing))}</span>
                </li>
              ))}
            </ul>
          </details>
        </section>
      )}
    </>
  )
}

type Role = NonNullable<Advice['roles']>[number]

function Roles({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const { words, formats } = useSpeech()
  const { advicePage } = words
  const columns = useMemo(
    (): readonly Column<Role>[] => [
      { id: 'role', head: advicePage.role, cell: ({ label }) => label, value: ({ label }) => label },
      {
        id: 'last',
        head: advicePage.last,
        cell: ({ outputs }) =>
          outputs.length === 0 ? (
            <span className="not-known">{advicePage.nothing}</span>
          ) : (
            <ul className="plain">
              {outputs.map(({ id, on, title }) => (
                <li key={id}>
                  <Said>{title}</Said> <span className="note">{formats.date(on)}</span>
                </li>
              ))}
            </ul>
          ),
        value: ({ outputs }) => outputs[0]?.on ?? null,
        wide: true,
      },
      {
        id: 'lately',
        head: advicePage.lately,
        cell: ({ label, recent, isEmpty }) => (
          <>
            <FigureView figure={recent} label={label} />{' '}
            <StateMark
              state={isEmpty === null ? 'unknown' : isEmpty ? 'watch' : 'good'}
              word={isEmpty === null ? advicePage.unknownRole : isEmpty ? advicePage.emptyRole : advicePage.delivered}
            />
          </>
        ),
        value: ({ recent }) => recent.value,
      },
    ],
    [advicePage, formats],
  )
  return <DataTable id="roles" caption={advicePage.roles} columns={columns} rows={roles} rowKey={({ role }) => role} />
}

import { useState, type ReactNode } from 'react'
import { EmptyState } from '#web/components/empty-state.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { PageFrame } from '#web/components/page.tsx'
import { ProblemNotice } from '#web/components/problem-notice.tsx'
import { useSearchState } from '#web/search-state.ts'
import { SidePanel } from '#web/shell/side-panel.tsx'
import { useSpeech } from '#web/speech.tsx'
import { Beside } from './beside.tsx'
import { useEditing, useMatrix, type Editing, type Matrix } from './data.ts'
import { MotivatorDetail } from './detail.tsx'
import { MatrixGrid } from './matrix.tsx'
import { SaidForm } from './said-form.tsx'

export function Page(): ReactNode {
  const { words } = useSpeech()
  const [search] = useSearchState()
  const editing = useEditing()
  return (
    <PageFrame title={words.portal.pages.motivators} lead={words.portal.motivators.lead}>
      <Loaded query={useMatrix(search['area'])}>{(data) => <Motivators data={data} editing={editing} />}</Loaded>
    </PageFrame>
  )
}

function Motivators({ data, editing }: { readonly data: Matrix; readonly editing: Editing }): ReactNode {
  const { words } = useSpeech()
  const { motivatorsPage } = words
  const { motivators } = words.portal
  const [search, setSearch] = useSearchState()
  const [isAdding, setAdding] = useState(false)
  const area = search['area']
  const opened = search['motivator']
  const bars = data.rows.flatMap((row) => row.bars)
  const bar = bars.find(({ motivator }) => motivator === opened)
  const close = (): void => setSearch({ motivator: undefined })
  return (
    <>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        {data.areas.length < 2 ? null : (
          <label>
            {motivators.area}
            <select
              value={data.area ?? ''}
              onChange={(event) => setSearch({ area: event.currentTarget.value || undefined })}
            >
              {data.areas.map(({ id, name }) => (
                <option key={id} value={id ?? ''}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {data.isAddable ? (
          <>
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {motivatorsPage.add}
            </button>
            <a className="button" href="/api/v1/motivators/edits" download title={motivatorsPage.exportNote}>
              {motivatorsPage.export}
            </a>
          </>
        ) : null}
      </form>
      {bars.length === 0 ? (
        <EmptyState title={motivators.none} body={motivators.noneBody} command="headwater motivators template" />
      ) : (
        <>
          <p className="note">
            {bars.some(({ isEditable }) => isEditable) ? motivatorsPage.keys : motivatorsPage.reading}
          </p>
          <MatrixGrid data={data} editing={editing} open={(motivator) => setSearch({ motivator }, { push: true })} />
        </>
      )}
      <div className={editing.last === null && editing.message === '' ? '' : 'edit-news'}>
        <p role="status" aria-live="polite">
          {editing.message}
        </p>
        {editing.last === null ? null : (
          <button
            type="button"
            className="button"
            onClick={() =>
              editing.last === null
                ? undefined
                : editing.takeBack(editing.last.edit, motivatorsPage.undone(editing.last.statement))
            }
          >
            {motivatorsPage.undo}
          </button>
        )}
      </div>
      {editing.error === null ? null : <ProblemNotice error={editing.error} />}
      {data.isWithholding ? <p className="note">{motivators.withheld}</p> : null}
      <Beside area={area} editing={editing} />
      <SidePanel title={bar?.statement ?? ''} isOpen={bar !== undefined} close={close}>
        {bar === undefined ? null : (
          <MotivatorDetail
            motivator={bar.motivator}
            area={data.area ?? undefined}
            levels={data.levels}
            editing={editing}
            close={close}
          />
        )}
      </SidePanel>
      <SidePanel title={motivatorsPage.form.title} isOpen={isAdding} close={() => setAdding(false)}>
        <SaidForm editing={editing} close={() => setAdding(false)} />
        {editing.error === null ? null : <ProblemNotice error={editing.error} />}
      </SidePanel>
    </>
  )
}

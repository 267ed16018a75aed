import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sendJson } from '#web/api.ts'
import { ConfirmButton } from '#web/components/confirm.tsx'
import { lookAtJobs } from '#web/live/jobs.ts'
import { useSpeech } from '#web/speech.tsx'
import type { ProductDocuments } from './data.ts'

/** For those who may: a product that was made when a document was handed in is removed here, others in their file. */
export function RemoveProduct({
  product: { id, name, isHandedIn, mayRemove },
}: {
  readonly product: ProductDocuments['product']
}): ReactNode {
  const { words } = useSpeech()
  const { removal } = words.live
  const navigate = useNavigate()
  if (!mayRemove) return null
  return (
    <details className="section">
      <summary>{removal.title}</summary>
      {isHandedIn ? (
        <>
          <p className="section-note">{removal.kept}</p>
          <ConfirmButton
            label={removal.remove}
            title={removal.asks(name)}
            body={removal.kept}
            typed={{ label: removal.typeName(name), text: name }}
            run={async () => {
              await sendJson('DELETE', `/api/v1/products/${encodeURIComponent(id)}`)
              lookAtJobs()
              await navigate({ to: '/inventory', state: { removed: name } })
            }}
          />
        </>
      ) : (
        <p>{removal.declared}</p>
      )}
    </details>
  )
}

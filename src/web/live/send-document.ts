/** Hands one file in. With a request of the older kind, since it alone tells how much has been sent. */

import { addressOf, ApiProblem, csrfToken, problemIn } from '#web/api.ts'

export type Destination = {
  /** Id, or the name of a new one. */
  readonly product: string
  /** Null for one that is there. */
  readonly create: { readonly unit: string; readonly origin: 'made' | 'bought' } | null
}

export type Sent = { readonly token: string; readonly product: string; readonly isNew: boolean }

/** @param key the same for every try of the same file. Throws `ApiProblem`. */
export async function sendDocument(
  file: File,
  { product, create }: Destination,
  key: string,
  onProgress: (share: number) => void,
): Promise<Sent> {
  const token = await csrfToken()
  const address = addressOf('/api/v1/documents', {
    product,
    path: file.webkitRelativePath || file.name,
    ...(create === null ? {} : { create: 'true', unit: create.unit, origin: create.origin }),
  })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', key)
    request.setRequestHeader('x-headwater-csrf', token)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total))
    request.addEventListener('error', () => reject(new ApiProblem(0, null)))
    request.addEventListener('load', () => {
      const { status, responseText } = request
      if (status !== 200 && status !== 202) return reject(new ApiProblem(status, problemIn(responseText)))
      const answer = JSON.parse(responseText) as { readonly token: string; readonly product: string }
      resolve({ ...answer, isNew: status === 202 })
    })
    request.send(file)
  })
}

/** How a message leaves the house. */

export type SendFailure =
  | 'address-not-allowed'
  | 'redirected'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'not-configured'
  | 'no-address'

export type SendAnswer =
  | { readonly kind: 'sent'; readonly status: number | null }
  /** `isFinal`: trying again later cannot help. */
  | { readonly kind: 'failed'; readonly why: SendFailure; readonly status: number | null; readonly isFinal: boolean }

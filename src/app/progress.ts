/** How a long use case tells what it is doing. */

export type Step =
  | 'discovering'
  | 'reading'
  | 'recording'
  | 'loading'
  | 'importing'
  | 'packing'
  | 'matching'
  | 'measuring'
  | 'asking'
  | 'assessing'
  | 'saving'
  | 'writing'

export type Progress = {
  readonly report: (event: { readonly step: Step; readonly done?: number; readonly total?: number }) => void
  /** Clears what is drawn; may be called more than once. */
  readonly finish: () => void
}

export const silent: Progress = { report: () => undefined, finish: () => undefined }

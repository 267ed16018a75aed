/** What looking after Headwater itself found. */

/** Good: nothing to do · watch: works, and may not for long · act: something is wrong. */
export type DoctorState = 'good' | 'watch' | 'act'

export type DoctorCheck =
  | 'schema'
  | 'database'
  | 'originals'
  | 'loose-ends'
  | 'clock'
  | 'disk-space'
  | 'permissions'
  | 'cache'
  | 'git'
  | 'browser'

export type Diagnosis = {
  readonly check: DoctorCheck
  readonly state: DoctorState
  /** What was found: numbers, names and paths; sentences are made at the edge. */
  readonly found: string
}

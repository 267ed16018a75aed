/** What the organization wrote itself, counted in the folders of its products with the policy that packages are counted by. */

import type { ProductId } from './organization.ts'
import type { FactOrigin } from './upstream.ts'

export type OwnCode = FactOrigin & {
  readonly product: ProductId
  /** Lines of code that people wrote, each once, without tests, documentation, generated and vendored files. */
  readonly deduplicated: number
  /** Lines of all programs in the folders. */
  readonly raw: number
  /** Files behind `deduplicated`. */
  readonly files: number
}

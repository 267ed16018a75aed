/** The picture as a matrix: its boxes where they were drawn, or where the organization moved them. */

import {
  valueKinds,
  type KeptHeard,
  type LevelSpan,
  type MotivatorContent,
  type ValueKind,
} from '#domain/motivators.ts'

export type TemplateBar = LevelSpan & {
  readonly box: string
  readonly motivator: string
  readonly kind: ValueKind
  readonly touches: ValueKind | null
  readonly isMoved: boolean
}

export type TemplateRow = { readonly kind: ValueKind; readonly bars: readonly TemplateBar[] }

/** An entry of one's own with the same id of the catalog says where its box lies. */
export function templateRows(
  { template }: MotivatorContent,
  { motivators }: Pick<KeptHeard, 'motivators'>,
): readonly TemplateRow[] {
  const bars = template.boxes.map((box): TemplateBar => {
    const own = motivators.find(({ catalog }) => catalog === box.motivator)
    const { from, to } = own ?? box
    const kind = own?.kind ?? box.kind
    return {
      box: box.id,
      motivator: box.motivator,
      kind,
      touches: box.touches,
      from,
      to,
      isMoved: from !== box.from || to !== box.to || kind !== box.kind,
    }
  })
  return valueKinds
    .filter((kind) => template.rows.includes(kind) || bars.some((bar) => bar.kind === kind))
    .map((kind) => ({ kind, bars: bars.filter((bar) => bar.kind === kind) }))
}

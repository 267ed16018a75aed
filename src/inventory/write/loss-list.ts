import type { Loss, LossKind } from './target.ts'

const longestDetail = 200

/** Collects what a target cannot hold. */
export class LossList {
  private readonly losses: Loss[] = []

  add(where: string, what: LossKind, detail?: string): void {
    this.losses.push(detail === undefined ? { where, what } : { where, what, detail: shorten(detail) })
  }

  finish(): readonly Loss[] {
    return this.losses
  }
}

function shorten(text: string): string {
  return text.length > longestDetail ? `${text.slice(0, longestDetail - 1)}…` : text
}

import type { Aggregate, FigureId } from '#domain/figure.ts'

/** A total under its id, with its coverage. */
export type NamedAggregate<T> = { readonly id: FigureId } & Aggregate<T>

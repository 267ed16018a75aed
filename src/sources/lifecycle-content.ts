/** The names under which products occur, from `content/lifecycle`. */

import { z } from 'zod'
import type { LifecycleNames } from '#domain/lifecycle.ts'
import { entryFields, packFields, readContent } from './content.ts'

let loaded: LifecycleNames | undefined

/** Reads the names on the first call; they do not change while the program runs. */
export function loadLifecycleNames(): LifecycleNames {
  loaded ??= readLifecycleNames()
  return loaded
}

function readLifecycleNames(): LifecycleNames {
  const { products, distributions } = readContent('lifecycle/products.yaml', schema)
  return {
    products: products.map(({ id, packages }) => ({ product: id, packages })),
    distributions: distributions.map(({ id, packages, prefixes, images, codenames }) => ({
      product: id,
      packages,
      prefixes,
      images,
      codenames,
    })),
  }
}

const purl = z.string().regex(/^pkg:[a-z][a-z0-9.+-]*\/[^@?#]+$/)

const schema = z.strictObject({
  ...packFields,
  products: z.array(z.strictObject({ ...entryFields, packages: z.array(purl).min(1) })),
  distributions: z.array(
    z.strictObject({
      ...entryFields,
      packages: z.string().regex(/^[a-z]+\/[a-z]+$/),
      prefixes: z.array(z.string()).min(1),
      images: z.array(purl),
      codenames: z.record(z.string(), z.string()),
    }),
  ),
})

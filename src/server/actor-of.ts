import type { Actor } from '#domain/access.ts'
import type { RequestContext } from './route.ts'

/** Who asks, on a route that lets nobody in who is not known. */
export function actorOf({ actor }: RequestContext): Actor {
  if (actor === null) throw new Error('a route without a known asker needs one')
  return actor
}

/** Who was erased, for commands that work without the store: one is opened only where there is one. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { erasedSignatures, type Concealment } from '#store/people.ts'
import { withStore, type HomeOptions } from './home.ts'

export async function erasedSignaturesOf(
  home: string,
  environment: HomeOptions['environment'],
): Promise<Concealment | undefined> {
  const isThere = Boolean(environment['DATABASE_URL']) || existsSync(join(home, 'headwater.db'))
  return isThere ? withStore({ home, environment }, erasedSignatures) : undefined
}

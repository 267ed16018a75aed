/** What every test may count on. Built here, once: a build empties the folder, under pages that another test has open. */

import { buildWebIfStale } from '#tools/build-web.ts'

export default buildWebIfStale

// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2

import { addHours, differenceInHours } from 'date-fns'
import _ from 'lodash'
import { z } from 'zod'

export const pilotSchema = z.object({ id: z.string(), lastDutyEnded: z.coerce.date(), maxDraft: z.number().positive() })
export const callSchema = z.object({ ship: z.string(), at: z.coerce.date(), draft: z.number().positive() })

/** Pilots rest eleven hours between two duties. */
const restHours = 11
const dutyHours = 4

/** Gives each call to the rested pilot who has waited longest; calls that nobody may take come back apart. */
export function makeRoster(pilots, calls) {
  const ready = new Map(pilots.map((pilot) => [pilot.id, pilot.lastDutyEnded]))
  const duties = []
  const open = []
  for (const call of _.sortBy(calls, 'at')) {
    const able = pilots.filter(
      (pilot) => pilot.maxDraft >= call.draft && differenceInHours(call.at, ready.get(pilot.id)) >= restHours,
    )
    const chosen = _.minBy(able, (pilot) => ready.get(pilot.id).getTime())
    if (chosen === undefined) {
      open.push(call)
      continue
    }
    ready.set(chosen.id, addHours(call.at, dutyHours))
    duties.push({ ship: call.ship, pilot: chosen.id, at: call.at })
  }
  return { duties, open }
}

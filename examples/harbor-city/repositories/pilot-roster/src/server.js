// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2

import 'core-js/actual/array/group.js'
import express from 'express'
import pino from 'pino'
import { z } from 'zod'
import { callSchema, makeRoster, pilotSchema } from './roster.js'

const log = pino()
const app = express()
app.use(express.json())

app.post('/roster', (request, response) => {
  const asked = z.object({ pilots: z.array(pilotSchema), calls: z.array(callSchema) }).safeParse(request.body)
  if (!asked.success) return response.status(400).json(asked.error.issues)
  const roster = makeRoster(asked.data.pilots, asked.data.calls)
  if (roster.open.length > 0) log.warn({ open: roster.open.length }, 'calls without a pilot')
  return response.json(roster)
})

app.listen(Number(process.env.PORT ?? 8081))

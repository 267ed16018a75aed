// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
'use strict'

require('core-js/features/array/flat')
const express = require('express')
const bodyParser = require('body-parser')
const winston = require('winston')
const { BerthBook } = require('./berths')
const { readNotices, renderNotices } = require('./notices')
const { heightAt, turningPoints } = require('./tides')

const log = winston.createLogger({ transports: [new winston.transports.Console()] })

function portal({ book = new BerthBook(), noticesAddress = 'http://notices.harbor-city.example/today.json' } = {}) {
  const app = express()
  app.use(bodyParser.json({ limit: '10kb' }))

  app.get('/tides/:day', (request, response) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(request.params.day)) return response.status(400).json({ error: 'day: YYYY-MM-DD' })
    return response.json(turningPoints(request.params.day))
  })

  app.get('/level', (request, response) => response.json({ meters: heightAt(new Date()) }))

  app.post('/berths', (request, response) => {
    const { from, to, boat, wishes } = request.body
    if (!(from < to) || !boat) return response.status(400).json({ error: 'from, to, boat' })
    const booking = book.book(from, to, boat, wishes)
    return booking ? response.status(201).json(booking) : response.status(409).json({ error: 'no berth is free' })
  })

  app.get('/notices', async (request, response) => {
    try {
      response.send(renderNotices(await readNotices(noticesAddress)))
    } catch (error) {
      log.error(error.message)
      response.status(502).send('Notices cannot be had at the moment.')
    }
  })

  return app
}

if (require.main === module) {
  const port = Number(process.env.PORT || 8080)
  portal().listen(port, () => log.info(`tide portal listens on ${port}`))
}

module.exports = { portal }

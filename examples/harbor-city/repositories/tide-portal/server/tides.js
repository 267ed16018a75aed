// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
'use strict'

const moment = require('moment')

/** The largest tidal constituents at the old lighthouse: amplitude in meters, speed in degrees an hour, phase in degrees. */
const constituents = [
  { name: 'M2', amplitude: 1.42, speed: 28.984104, phase: 211.4 },
  { name: 'S2', amplitude: 0.47, speed: 30.0, phase: 254.9 },
  { name: 'N2', amplitude: 0.28, speed: 28.43973, phase: 190.2 },
  { name: 'K1', amplitude: 0.11, speed: 15.041069, phase: 98.0 },
  { name: 'O1', amplitude: 0.09, speed: 13.943036, phase: 341.6 },
]

/** Mean water level above chart datum, in meters. */
const meanLevel = 1.93

const epoch = moment.utc('2020-01-01T00:00:00Z')

function heightAt(time) {
  const hours = moment.utc(time).diff(epoch, 'hours', true)
  return constituents.reduce((height, { amplitude, speed, phase }) => {
    const angle = ((speed * hours - phase) * Math.PI) / 180
    return height + amplitude * Math.cos(angle)
  }, meanLevel)
}

/** High and low waters of a day, found where the slope changes its sign; steps of six minutes are exact enough for a table. */
function turningPoints(day) {
  const start = moment.utc(day).startOf('day')
  const points = []
  let before = heightAt(start.clone().subtract(6, 'minutes'))
  let here = heightAt(start)
  for (let minute = 0; minute < 24 * 60; minute += 6) {
    const time = start.clone().add(minute, 'minutes')
    const after = heightAt(time.clone().add(6, 'minutes'))
    if (here > before && here >= after) points.push({ kind: 'high', time: time.toISOString(), height: round(here) })
    if (here < before && here <= after) points.push({ kind: 'low', time: time.toISOString(), height: round(here) })
    before = here
    here = after
  }
  return points
}

function round(meters) {
  return Math.round(meters * 100) / 100
}

module.exports = { heightAt, turningPoints }

// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
'use strict'

const _ = require('lodash')

/** Guest berths that the public may book: length in meters, draft in meters at mean low water. */
const berths = [
  { id: 'west-1', length: 12, draft: 2.1, power: true },
  { id: 'west-2', length: 12, draft: 2.1, power: true },
  { id: 'west-3', length: 15, draft: 2.4, power: false },
  { id: 'mole-1', length: 24, draft: 3.6, power: true },
]

class BerthBook {
  constructor() {
    this.bookings = []
  }

  free(from, to, boat) {
    const taken = this.bookings.filter((booking) => booking.from < to && from < booking.to).map((booking) => booking.berth)
    return _.sortBy(
      berths.filter(({ id, length, draft }) => !taken.includes(id) && length >= boat.length && draft >= boat.draft),
      ['length', 'id'],
    )
  }

  book(from, to, boat, wishes) {
    const wanted = _.merge({ power: false }, wishes)
    const berth = this.free(from, to, boat).find(({ power }) => power || !wanted.power)
    if (!berth) return undefined
    const booking = { berth: berth.id, from, to, boat: boat.name }
    this.bookings.push(booking)
    return booking
  }
}

module.exports = { BerthBook, berths }

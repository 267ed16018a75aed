// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
'use strict'

const assert = require('assert')
const request = require('supertest')
const { portal } = require('../server')
const { turningPoints } = require('../server/tides')

describe('tides', () => {
  it('alternate between high and low', () => {
    const kinds = turningPoints('2026-03-01').map(({ kind }) => kind)
    kinds.forEach((kind, index) => index > 0 && assert.notStrictEqual(kind, kinds[index - 1]))
  })

  it('are refused for something that is no day', () => request(portal()).get('/tides/tomorrow').expect(400))
})

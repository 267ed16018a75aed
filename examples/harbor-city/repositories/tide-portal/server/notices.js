// SPDX-FileCopyrightText: City of Harbor City
// SPDX-License-Identifier: EUPL-1.2
'use strict'

const Handlebars = require('handlebars')
const fetch = require('node-fetch')

const page = Handlebars.compile(`
<h2>Notices to mariners</h2>
<ul>
{{#each notices}}
  <li><time>{{day}}</time> {{text}}{{#if depth}} ({{depth}} m){{/if}}</li>
{{else}}
  <li>No notices today.</li>
{{/each}}
</ul>`)

async function readNotices(address) {
  const answer = await fetch(address, { timeout: 5000, size: 200000 })
  if (!answer.ok) throw new Error(`notices answered ${answer.status}`)
  const notices = await answer.json()
  return notices.filter(({ text }) => typeof text === 'string')
}

function renderNotices(notices) {
  return page({ notices })
}

module.exports = { readNotices, renderNotices }

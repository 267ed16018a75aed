import type { RouteSamples } from '#test/route-sample.ts'

const unknown = '00000000-0000-4000-8000-0000000000ff'
const isSameForAll = 'a token of another unit is as unknown as one that never was; see documents'

const bom = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components: [] })
const boundary = 'harbor-boundary'
const field = (name: string, value: string): string =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = `--${boundary}\r\ncontent-disposition: form-data; name="bom"; filename="bom.json"\r\n\r\n${bom}\r\n`

export const samples: RouteSamples = {
  'PUT /api/v1/bom': {
    foreign: { body: { project: 'dock-gate', bom: Buffer.from(bom).toString('base64') } },
  },
  'POST /api/v1/bom': {
    foreign: {
      body: `${field('project', 'dock-gate')}${file}--${boundary}--\r\n`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    },
  },
  'GET /api/v1/bom/token/:uuid': { url: `/api/v1/bom/token/${unknown}`, isSameForAll },
  'GET /api/v1/event/token/:uuid': { url: `/api/v1/event/token/${unknown}`, isSameForAll },
}

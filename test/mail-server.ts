/** An SMTP server for tests: takes every message on a free port of the loopback address, or refuses as it is told. */

import { createServer, type Server } from 'node:net'

export type TakenMail = { readonly from: string; readonly to: readonly string[]; readonly text: string }

export type MailReceiver = {
  readonly url: string
  readonly mails: readonly TakenMail[]
  /** The answer to the next recipients instead of `250`; undefined takes them. */
  refusal: string | undefined
  readonly close: () => Promise<void>
}

export async function startMailServer(): Promise<MailReceiver> {
  const mails: TakenMail[] = []
  const receiver: { refusal: string | undefined } = { refusal: undefined }
  const server = createServer((socket) => {
    let rest = ''
    let from = ''
    let to: string[] = []
    let text: string | undefined
    const say = (line: string): boolean => socket.write(`${line}\r\n`)
    say('220 mail.example')
    socket.on('error', () => undefined)
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      rest += chunk
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (text !== undefined) {
          if (line !== '.') text += `${line}\n`
          else {
            mails.push({ from, to, text })
            text = undefined
            say('250 taken')
          }
        } else if (/^EHLO/i.test(line)) say('250 mail.example')
        else if (/^MAIL FROM:/i.test(line)) {
          from = line.slice(10)
          to = []
          say('250 ok')
        } else if (/^RCPT TO:/i.test(line)) {
          if (receiver.refusal === undefined) to.push(/<(.*)>/.exec(line)?.[1] ?? '')
          say(receiver.refusal ?? '250 ok')
        } else if (/^DATA/i.test(line)) {
          text = ''
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
  })
  const port = await listen(server)
  return Object.assign(receiver, {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

/** Mail through the SMTP server that the configuration names. */

import { createTransport } from 'nodemailer'
import { addressOf, type Inside } from '#sources/http.ts'
import type { SendAnswer } from './sender.ts'

export type MailServer = {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  readonly url: string
  readonly from: string
  readonly inside: Inside
  readonly timeoutMs?: number
}

export type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for every attempt. */
  readonly id: string
  readonly date: Date
}

export async function sendMail({ url, from, inside, timeoutMs = 20_000 }: MailServer, mail: Mail): Promise<SendAnswer> {
  const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const server = URL.parse(url)
  if (server === null || !/^smtps?:$/.test(server.protocol))
    return { kind: 'failed', why: 'not-configured', status: null, isFinal: false }
  const isSecure = server.protocol === 'smtps:'
  const host = server.hostname.replace(/^\[|\]$/g, '')
  const found = await addressOf(host, inside)
  if (typeof found === 'string') return { kind: 'failed', why: found, status: null, isFinal: false }
  const transport = createTransport({
    // The address that was checked; the certificate has to be of the name all the same.
    host: found.address,
    tls: { servername: host },
    port: Number(server.port || (isSecure ? 465 : 587)),
    secure: isSecure,
    ...(server.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    // What stands in a message never makes the program read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...limits,
  })
  try {
    await transport.sendMail({
      from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@headwater.invalid>`,
      date: mail.date,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { kind: 'sent', status: null }
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string }
    // 5yz: the server will not take this message however often it is asked (RFC 5321, 4.2.1).
    if (responseCode !== undefined)
      return { kind: 'failed', why: 'refused', status: responseCode, isFinal: responseCode >= 500 }
    return { kind: 'failed', why: code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', status: null, isFinal: false }
  } finally {
    transport.close()
  }
}

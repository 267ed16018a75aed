import { reportScriptHash } from '#app/kept-reports.ts'

/** What a browser may do with our pages: load from here only, run no script that stands in a page, be framed by nobody. */

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** The portal's components write their styles into the page; scripts come from files of our own alone. */
export const portalHeaders = {
  ...everywhere,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
}

/** Answers that are data: nothing in them is ever to be run, and nobody between us and the asker keeps them. */
export const dataHeaders = {
  ...everywhere,
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
}

/** Everything the report needs is in it; it may reach nothing else, and runs its one script and no other. */
export const reportHeaders = {
  ...everywhere,
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src '${reportScriptHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
}

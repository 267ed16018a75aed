/**
 * We cannot do what was asked. A closed union: exit code, HTTP status and wording are tables that the compiler checks
 * for completeness. Anything else that goes wrong is a bug and rises to the edge.
 */

import type { Permission } from './access.ts'
import type { EvidenceId } from './evidence.ts'
import type { FigureId } from './figure.ts'

export type Problem =
  | { readonly code: 'usage'; readonly what: string }
  | { readonly code: 'config-invalid'; readonly file: string; readonly where: string; readonly what: string }
  | { readonly code: 'path-missing'; readonly path: string }
  | { readonly code: 'path-unreadable'; readonly path: string; readonly reason: string }
  | { readonly code: 'nothing-found'; readonly paths: readonly string[] }
  | { readonly code: 'nothing-assessed' }
  | { readonly code: 'not-recognised'; readonly path: string }
  | { readonly code: 'figure-missing'; readonly figure: FigureId }
  | { readonly code: 'evidence-altered'; readonly evidence: EvidenceId; readonly at: string }
  | { readonly code: 'evidence-missing'; readonly evidence: EvidenceId }
  | { readonly code: 'store-newer'; readonly found: number; readonly known: number }
  | { readonly code: 'store-busy'; readonly path: string }
  | { readonly code: 'store-unavailable'; readonly address: string; readonly reason: string }
  | { readonly code: 'store-not-empty'; readonly address: string }
  | { readonly code: 'backup-damaged'; readonly path: string; readonly what: string }
  | { readonly code: 'copy-differs'; readonly tables: string }
  | { readonly code: 'key-refused'; readonly address: string; readonly status: number }
  | { readonly code: 'offline'; readonly what: string }
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'output-unwritable'; readonly path: string; readonly reason: string }
  | { readonly code: 'code-unknown'; readonly asked: string }
  | { readonly code: 'person-unknown'; readonly asked: string }
  | { readonly code: 'sign-in-needed' }
  | { readonly code: 'sign-in-failed' }
  | { readonly code: 'sign-in-throttled'; readonly seconds: number }
  | { readonly code: 'beyond-rights'; readonly permission: Permission | 'person' }
  | { readonly code: 'request-forged' }
  | { readonly code: 'link-spent' }
  | { readonly code: 'password-weak'; readonly least: number }
  | { readonly code: 'proof-failed' }
  | { readonly code: 'login-taken' }
  | { readonly code: 'account-exists' }
  | { readonly code: 'account-unknown'; readonly asked: string }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'unit-unknown'; readonly unit: string }
  | { readonly code: 'key-unknown'; readonly asked: string }
  | { readonly code: 'passkey-unknown' }
  | { readonly code: 'public-address-missing' }
  | { readonly code: 'provider-missing' }
  | { readonly code: 'provider-unavailable'; readonly issuer: string }
  | { readonly code: 'product-unknown'; readonly asked: string }
  | { readonly code: 'upload-unknown'; readonly asked: string }
  | { readonly code: 'motivator-unknown'; readonly asked: string }
  | { readonly code: 'motivator-refused'; readonly why: 'nobody-said' | 'no-words' | 'levels' }
  | { readonly code: 'report-failed'; readonly reason: string }
  | { readonly code: 'not-permitted'; readonly what: string }
  | { readonly code: 'accounts-needed'; readonly host: string }
  | { readonly code: 'server-refused'; readonly address: string; readonly reason: string }

export type ProblemCode = Problem['code']

/** Exit codes of the command: 2 wrong use or configuration, 3 done in part, 4 sign-in or rights, 5 nothing found, 70 internal. */
export const exitCodes: Readonly<Record<ProblemCode, number>> = {
  usage: 2,
  'config-invalid': 2,
  'path-missing': 2,
  'path-unreadable': 2,
  'nothing-found': 5,
  'nothing-assessed': 5,
  'not-recognised': 5,
  'figure-missing': 5,
  'evidence-altered': 70,
  'evidence-missing': 5,
  'store-newer': 2,
  'store-busy': 2,
  'store-unavailable': 2,
  'store-not-empty': 2,
  'backup-damaged': 2,
  'copy-differs': 70,
  'key-refused': 4,
  offline: 2,
  'port-taken': 2,
  'output-unwritable': 2,
  'code-unknown': 5,
  'person-unknown': 5,
  'sign-in-needed': 4,
  'sign-in-failed': 4,
  'sign-in-throttled': 4,
  'beyond-rights': 4,
  'request-forged': 4,
  'link-spent': 4,
  'password-weak': 2,
  'proof-failed': 4,
  'login-taken': 2,
  'account-exists': 2,
  'account-unknown': 5,
  'last-administrator': 2,
  'unit-unknown': 5,
  'key-unknown': 5,
  'passkey-unknown': 5,
  'public-address-missing': 2,
  'provider-missing': 2,
  'provider-unavailable': 2,
  'product-unknown': 5,
  'upload-unknown': 5,
  'motivator-unknown': 5,
  'motivator-refused': 2,
  'report-failed': 70,
  'not-permitted': 4,
  'accounts-needed': 2,
  'server-refused': 2,
}

export const httpStatuses: Readonly<Record<ProblemCode, number>> = {
  usage: 400,
  'config-invalid': 500,
  'path-missing': 404,
  'path-unreadable': 403,
  'nothing-found': 404,
  'nothing-assessed': 404,
  'not-recognised': 415,
  'figure-missing': 404,
  'evidence-altered': 500,
  'evidence-missing': 410,
  'store-newer': 503,
  'store-busy': 503,
  'store-unavailable': 503,
  'store-not-empty': 409,
  'backup-damaged': 422,
  'copy-differs': 500,
  'key-refused': 502,
  offline: 503,
  'port-taken': 500,
  'output-unwritable': 500,
  'code-unknown': 404,
  'person-unknown': 404,
  'sign-in-needed': 401,
  'sign-in-failed': 401,
  'sign-in-throttled': 429,
  'beyond-rights': 403,
  'request-forged': 403,
  'link-spent': 410,
  'password-weak': 422,
  'proof-failed': 403,
  'login-taken': 409,
  'account-exists': 409,
  'account-unknown': 404,
  'last-administrator': 409,
  'unit-unknown': 404,
  'key-unknown': 404,
  'passkey-unknown': 404,
  'public-address-missing': 503,
  'provider-missing': 404,
  'provider-unavailable': 503,
  'product-unknown': 404,
  'upload-unknown': 404,
  'motivator-unknown': 404,
  'motivator-refused': 422,
  'report-failed': 500,
  'not-permitted': 403,
  'accounts-needed': 503,
  'server-refused': 502,
}

/** Carries a problem to the edge. Nobody compares its message; the code tells. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export function fail(problem: Problem): never {
  throw new ProblemError(problem)
}

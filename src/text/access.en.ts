/** Words about sign-in, rights and the audit log, in English. */

import type { Permission, Role } from '#domain/access.ts'
import type { AuditAct, AuditBreak, AuditResult } from '#domain/audit.ts'
import type { Problem, ProblemCode } from '#domain/problem.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const count = (n: number): string => n.toLocaleString('en-US')

type AccessCode = Extract<
  ProblemCode,
  | 'sign-in-needed'
  | 'sign-in-failed'
  | 'sign-in-throttled'
  | 'beyond-rights'
  | 'request-forged'
  | 'link-spent'
  | 'password-weak'
  | 'proof-failed'
  | 'login-taken'
  | 'account-exists'
  | 'account-unknown'
  | 'last-administrator'
  | 'unit-unknown'
  | 'key-unknown'
  | 'passkey-unknown'
  | 'public-address-missing'
  | 'provider-missing'
  | 'provider-unavailable'
>

export type AccessProblemTexts = {
  readonly [Code in AccessCode]: (problem: Extract<Problem, { code: Code }>) => {
    readonly what: string
    readonly why: string
    readonly next: string
  }
}

const permissions: Readonly<Record<Permission, string>> = {
  read: 'read',
  upload: 'hand documents in',
  analyze: 'state what findings mean',
  decide: 'approve, accept and refuse',
  audit: 'read the audit log',
  administer: 'administer people, keys and settings',
}

export const accessProblems: AccessProblemTexts = {
  'sign-in-needed': () => ({
    what: 'Nobody is signed in.',
    why: 'The session is over, or the key does not work any more.',
    next: 'Sign in, or send a key that is still good.',
  }),
  'sign-in-failed': () => ({
    what: 'Signing in did not succeed.',
    why: 'Name and password do not belong together, the account is closed, or the attempt took too long.',
    next: 'Try again, or ask an administrator for a link to set a new password.',
  }),
  'sign-in-throttled': ({ seconds }) => ({
    what: `Too many attempts to sign in. Wait ${count(seconds)} ${plural(seconds, { one: 'second', other: 'seconds' })}.`,
    why: 'Pauses keep passwords from being guessed.',
    next: 'Wait, or sign in with a passkey.',
  }),
  'beyond-rights': ({ permission }) => ({
    what:
      permission === 'person'
        ? 'Only a person who is signed in may do this.'
        : `This reaches beyond what you may do: ${permissions[permission]}.`,
    why: 'Roles are given for units, and a key may do only what it was made for.',
    next: 'Ask an administrator of the unit.',
  }),
  'request-forged': () => ({
    what: 'The request did not come from a page of this server.',
    why: 'It lacks the token of the session, or another site made the browser send it.',
    next: 'Reload the page and try again. Programs send a key in the header X-Api-Key.',
  }),
  'link-spent': () => ({
    what: 'This link does not work any more.',
    why: 'It works once and for a limited time, and a newer one takes its place.',
    next: 'Ask an administrator for a new one. While nobody has an account, every start of the server prints one.',
  }),
  'password-weak': ({ least }) => ({
    what: `The password is too easy to guess. At least ${count(least)} characters are needed.`,
    why: 'Length protects best. It must not contain the login, nor repeat a few characters.',
    next: 'Take a sentence, or let a password manager choose.',
  }),
  'proof-failed': () => ({
    what: 'It was not shown that it is you.',
    why: 'The present password is not right, the passkey was not confirmed, or the account has neither.',
    next: 'Type the password that holds at present and try again. An account without a password or passkey is changed by an administrator.',
  }),
  'login-taken': () => ({
    what: 'Somebody else signs in with this name.',
    why: 'A name to sign in with belongs to one account, and an address of the list of people to that person.',
    next: 'Choose another name.',
  }),
  'account-exists': () => ({
    what: 'This person has an account already.',
    why: 'A login and a pseudonym belong to one account.',
    next: 'Give the person a role instead.',
  }),
  'account-unknown': ({ asked }) => ({
    what: `Nobody has an account as ${asked}.`,
    why: 'Accounts go by login or pseudonym, and closed or erased ones may be gone.',
    next: 'List the accounts with: headwater admin user list',
  }),
  'last-administrator': () => ({
    what: 'Nobody would be left who administers the whole organization.',
    why: 'Without an administrator, rights could be changed at the machine alone.',
    next: 'Make somebody else an administrator first.',
  }),
  'unit-unknown': ({ unit }) => ({
    what: `The organization has no unit ${unit}.`,
    why: 'Units stand in organization.yaml and become known with an assessment.',
    next: 'Correct the id, or assess with an organization.yaml that names the unit.',
  }),
  'key-unknown': ({ asked }) => ({
    what: `There is no key ${asked} that you could revoke.`,
    why: 'Keys go by their id, not by what they hold.',
    next: 'List the keys with: headwater admin key list',
  }),
  'passkey-unknown': () => ({
    what: 'You have no such passkey.',
    why: 'It was removed already, or belongs to another account.',
    next: 'Reload the list.',
  }),
  'public-address-missing': () => ({
    what: 'The server does not know under which address people reach it.',
    why: 'Passkeys, links and OpenID are bound to an address, and the one in a request could be made up.',
    next: 'Set HEADWATER_PUBLIC_URL, for example https://headwater.example, and start again.',
  }),
  'provider-missing': () => ({
    what: 'No OpenID provider is set up here.',
    why: 'HEADWATER_OIDC_ISSUER and HEADWATER_OIDC_CLIENT_ID are not set.',
    next: 'Sign in in another way, or set them and start again.',
  }),
  'provider-unavailable': ({ issuer }) => ({
    what: `The OpenID provider ${issuer} does not answer as it should.`,
    why: 'It is down, cannot be reached from here, or describes itself wrongly.',
    next: 'Try again later, or sign in in another way.',
  }),
}

export const accessProblemCodes: Readonly<Record<AccessCode, string>> = {
  'sign-in-needed': 'What was asked for needs somebody who is signed in, or a key.',
  'sign-in-failed': 'Signing in did not succeed. Why exactly is not told, so that nobody learns who has an account.',
  'sign-in-throttled': 'Too many attempts to sign in failed; the pause grows with each further one.',
  'beyond-rights': 'The roles of the person or the limits of the key do not allow this.',
  'request-forged': 'A change was asked for without the token that only a page of this server has.',
  'link-spent': 'A link that works once was used before, replaced, or is past its time.',
  'password-weak': 'A password is too short, contains the login, or repeats a few characters.',
  'proof-failed':
    'Another password or another name to sign in with was asked for without showing that it is the person.',
  'login-taken': 'The name to sign in with belongs to somebody else.',
  'account-exists': 'There is an account with that login or for that person.',
  'account-unknown': 'There is no account with that login or pseudonym.',
  'last-administrator': 'The last administrator of the whole organization cannot be taken away.',
  'unit-unknown': 'A unit was named that the organization does not have.',
  'key-unknown': 'There is no such key, or it is the affair of somebody else.',
  'passkey-unknown': 'There is no such passkey, or it belongs to somebody else.',
  'public-address-missing': 'HEADWATER_PUBLIC_URL is needed for what is bound to an address.',
  'provider-missing': 'Signing in through an OpenID provider was asked for, and none is set up.',
  'provider-unavailable': 'The OpenID provider that is set up cannot be used at present.',
}

export const access = {
  signedIn: 'You are signed in. Go on',
  needsHttps: (setting: string) =>
    `People cannot sign in here yet: browsers keep the session only over https, or on this machine itself. Put a proxy with TLS in front and set ${setting}, for example https://headwater.example. Programs with a key are answered all the same.`,
  setupLink: (address: string) =>
    `Nobody has an account yet. Open this link within an hour to make the first one; it works once:\n${address}`,
  roles: {
    viewer: 'Viewer',
    contributor: 'Contributor',
    analyst: 'Analyst',
    approver: 'Approver',
    auditor: 'Auditor',
    admin: 'Administrator',
  } satisfies Record<Role, string> as Readonly<Record<Role, string>>,
  permissions,
  acts: {
    'sign-in': 'signed in',
    'sign-out': 'signed out',
    'sessions-end': 'ended sessions',
    setup: 'made the first account',
    'account-add': 'added an account',
    'account-change': 'changed the name or the login of an account',
    'account-close': 'closed an account',
    'account-reopen': 'opened a closed account again',
    'account-reset': 'reset an account',
    'account-link': 'made a link to set a password',
    'password-set': 'set a password',
    'passkey-add': 'added a passkey',
    'passkey-remove': 'removed a passkey',
    'identity-link': 'linked an account at an OpenID provider',
    grant: 'gave a role',
    'grant-revoke': 'took a role',
    'key-create': 'made a key',
    'key-revoke': 'revoked a key',
    'person-erase': 'erased a person',
    'finding-state': 'stated what a finding means',
    'view-share': 'shared or withdrew a saved view',
    'motivator-edit': 'edited a motivator',
    'motivator-edit-undo': 'took an edit of a motivator back',
    'advice-put-aside': 'put a recommendation aside',
    'advice-bring-back': 'brought a recommendation back',
    'decision-record': 'recorded a decision',
    'decision-withdraw': 'withdrew a decision',
    'product-remove': 'removed a product',
  } satisfies Record<AuditAct, string> as Readonly<Record<AuditAct, string>>,
  results: { done: 'done', refused: 'refused' } satisfies Record<AuditResult, string> as Readonly<
    Record<AuditResult, string>
  >,
  breaks: {
    changed: 'was changed: its hash is another one',
    missing: 'has no entry right before it: something was removed or inserted',
    unlinked: 'does not follow the entry before it',
    head: 'is where the log should end, and it does not',
    anchor: 'is not the entry that was noted earlier',
  } satisfies Record<AuditBreak['why'], string> as Readonly<Record<AuditBreak['why'], string>>,
  commands: {
    userAdd: 'Add an account; prints a link with which the person sets a password',
    userList: 'List accounts and their roles',
    userGrant: 'Give a person a role',
    userRevoke: 'Take a role from a person, or close the account',
    userReset: 'Take away whatever opens an account; prints a new link',
    keyCreate: 'Make a key for a program; prints it this once',
    keyList: 'List keys, never what they hold',
    keyRevoke: 'Revoke a key',
    audit: 'Print the audit log, or check that nothing in it was changed',
  },
  groups: { user: 'Accounts and roles', key: 'Keys for programs' },
  options: {
    name: 'what the person is called (default: the login)',
    role: 'role, or role:unit for one unit and those below it; repeatable',
    oneRole: 'role, or role:unit for one unit and those below it',
    passwordStdin: 'read the password from standard input instead of making a link',
    origin: 'address of the portal, for the link (default HEADWATER_PUBLIC_URL, else http://localhost:4680)',
    close: 'close the account: no sign-in, no session and no key works any more',
    permission: 'read, upload, analyze, decide, audit or administer; repeatable',
    unit: 'only for this unit and those below it; repeatable',
    days: 'days until it ends, at most 366 (default 90)',
    verify: 'recompute the whole chain; exit code 1 when it is broken',
    anchor: 'an end of the log that was noted earlier, as NUMBER:HASH; with --verify',
    auditFormat: 'json or csv (default text)',
  },
  head: {
    login: 'Login',
    name: 'Name',
    person: 'Pseudonym',
    roles: 'Roles',
    opens: 'Signs in with',
    state: 'State',
    key: 'Key',
    label: 'Label',
    permissions: 'May',
    units: 'Units',
    expires: 'Ends',
    lastUsed: 'Last used',
    sequence: 'No.',
    at: 'When',
    actor: 'Who',
    act: 'What',
    subject: 'Whom or what',
    result: 'Result',
  },
  everywhere: 'everything',
  inUnit: (role: string, unit: string) => `${role} in ${unit}`,
  noRole: 'none',
  password: 'password',
  passkeys: (n: number) => `${count(n)} ${plural(n, { one: 'passkey', other: 'passkeys' })}`,
  provider: 'OpenID provider',
  opensNothing: 'nothing yet',
  open: 'open',
  closed: (day: string) => `closed on ${day}`,
  revoked: (day: string) => `revoked on ${day}`,
  past: 'past',
  never: 'never',
  none: 'There are no accounts yet.',
  noKeys: 'There are no keys yet.',
  added: (login: string, person: string) => `${login} has an account now (${person}).`,
  link: (address: string) => `This link works once, for three days:\n${address}`,
  granted: (login: string, grant: string) => `${login}: ${grant}. Open sessions of the person ended.`,
  taken: (login: string, grant: string) => `${login} no longer is ${grant}. Open sessions of the person ended.`,
  accountClosed: (login: string) => `The account ${login} is closed.`,
  reset: (login: string) => `Nothing opens the account ${login} any more.`,
  keyMade: (id: string, day: string) => `${id}, until ${day}. It is shown this once; keep it where secrets are kept.`,
  keyRevoked: (id: string) => `${id} does not work any more.`,
  noEntries: 'The audit log is empty.',
  verified: (n: number, sequence: number, hash: string) =>
    `${count(n)} ${plural(n, { one: 'entry', other: 'entries' })}, unbroken. Note the end of the log elsewhere:\n${sequence}:${hash}`,
  broken: (sequence: number, why: string) => `Entry ${sequence} ${why}.`,
  roleNeeded: (known: string) => `a role is needed, as ROLE or ROLE:UNIT; roles are ${known}`,
  permissionNeeded: (known: string) => `at least one --permission is needed: ${known}`,
}

/** Words about looking after Headwater itself: copies, moves, its own health, news; in English. */

import type { DoctorCheck, DoctorState } from '#domain/diagnosis.ts'
import type { Channel, EventKind } from '#domain/notification.ts'
import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

type CheckWords = { readonly label: string; readonly why: string; readonly next: string }

export const administration = {
  commands: {
    migrate: 'Bring the database to the schema of this version',
    backup: 'Write everything that is kept into one file, with a manifest beside it',
    restore: 'Bring back what backup wrote, after checking it',
    move: 'Copy everything into another database and compare both',
    doctor: 'Look whether everything that Headwater stands on is sound',
    dependencyTrack: 'Take over projects, SBOMs and decisions from a Dependency-Track server',
    notifyTest: 'Send a test by mail or webhook and say what came of it',
  },
  options: {
    portable: 'in a form that SQLite and PostgreSQL can both be restored from',
    force: 'also when the database holds something: a SQLite file is kept aside, PostgreSQL is emptied',
    moveTo: 'where to: a folder, an address of PostgreSQL, or - to read the address from standard input',
    all: 'read every original instead of a sample',
    server: 'address of the Dependency-Track server',
    keyFile: 'file with the API key (default: the variable DEPENDENCY_TRACK_KEY)',
    folder: 'also write the SBOMs and an organization.yaml into this folder, ready for assess',
    dryRun: 'only tell what would be taken over',
    eachVersion: 'make every version a product of its own',
    mailTo: 'address to send a mail to, through HEADWATER_SMTP_URL',
    webhook: 'address to send a webhook to, signed with the variable HEADWATER_WEBHOOK_SECRET',
  },
  migrated: (step: number, taken: number) =>
    taken === 0
      ? `The database is at step ${step}; there was nothing to do.`
      : `The database is at step ${step}; ${plural(taken, { one: `${count(taken)} step was`, other: `${count(taken)} steps were` })} taken.`,
  backedUp: (path: string, tables: number, rows: number) =>
    `${count(rows)} rows of ${count(tables)} tables were written to ${path}`,
  backupRemark: (reason: string) => `Written in the portable form, since pg_dump could not be used: ${reason}`,
  restored: (address: string, tables: number, rows: number) =>
    `${count(rows)} rows of ${count(tables)} tables were brought back into ${address}`,
  restoredBefore: (path: string) => `What was there before is kept as ${path}`,
  withoutManifest: 'No manifest lay beside the file; only what it says of itself was checked.',
  moved: (from: string, to: string) => `${from} and ${to} hold the same:`,
  moveNext: {
    postgresql: 'Set DATABASE_URL to use the new database from now on. The old one is unchanged.',
    home: (address: string) => `Use --home ${address} from now on. The old database is unchanged.`,
  },
  tableHead: ['table', 'rows', 'SHA-256'],
  states: { good: 'good', watch: 'watch', act: 'act' } satisfies Record<DoctorState, string>,
  doctorHead: ['state', 'what', 'found'],
  checks: {
    schema: {
      label: 'Schema of the database',
      why: 'The database and the program do not fit each other.',
      next: 'Run `headwater admin migrate`.',
    },
    database: {
      label: 'Database',
      why: 'The file of the database is damaged, or rows refer to others that are not there.',
      next: 'Restore the last backup with `headwater admin restore FILE`, and check the disk.',
    },
    originals: {
      label: 'Originals with the right hash',
      why: 'These originals are missing or not what they were; figures that rest on them cannot be trusted.',
      next: 'Restore the last backup, or assess again from the original files.',
    },
    'loose-ends': {
      label: 'Rows with nothing behind them',
      why: 'The database was changed from outside.',
      next: 'Restore the last backup with `headwater admin restore FILE`.',
    },
    clock: {
      label: 'Newest record and clock',
      why: 'Something was recorded in the future, so questions as of today do not see it: a clock was or is wrong.',
      next: 'Set the clock of this machine and of the others that write into this database.',
    },
    'disk-space': {
      label: 'Free space',
      why: 'A full disk stops every upload, and a backup needs as much space as the database.',
      next: 'Free some space, or move the home folder with `headwater admin move --to DIR`.',
    },
    permissions: {
      label: 'Permissions of the home folder',
      why: 'Other users of this machine can read what is kept.',
      next: 'Run `chmod -R go= ` on the paths named.',
    },
    cache: {
      label: 'Cache',
      why: 'Files that nothing has used for 90 days take up space.',
      next: 'Delete the folder; what is needed is made again.',
    },
    git: {
      label: 'git',
      why: 'Contributions and health are read from clones with git 2.30 or later.',
      next: 'Install a newer git.',
    },
    browser: {
      label: 'Chromium',
      why: 'Reports as PDF are drawn by it; everything else works without.',
      next: 'Install chromium, or do without PDF.',
    },
  } satisfies Record<DoctorCheck, CheckWords>,
  imported: {
    would: 'Nothing was kept: this is what would be taken over.',
    summary: (projects: number, sboms: number, decisions: number) =>
      [
        plural(projects, { one: `${count(projects)} project`, other: `${count(projects)} projects` }),
        plural(sboms, { one: `${count(sboms)} SBOM`, other: `${count(sboms)} SBOMs` }),
        plural(decisions, { one: `${count(decisions)} decision`, other: `${count(decisions)} decisions` }),
      ].join(', '),
    resumed: (projects: number) =>
      `${plural(projects, { one: `${count(projects)} project was`, other: `${count(projects)} projects were` })} taken over in an earlier run.`,
    head: ['project', 'version', 'product', 'parts', 'decisions'],
    refused: (what: string, why: string) => `Not taken: ${what} (${why})`,
    reasons: {
      forbidden: 'the key may not read it',
      missing: 'the server does not have it',
      unreadable: 'it is no SBOM that can be read',
      failed: 'the server did not answer',
      inside: 'the address leads inside; HEADWATER_INSIDE lists those that are meant',
      odd: 'the answer has another shape than documented',
      inactive: 'it is inactive',
    },
    mapping: 'Add this to organization.yaml, and say which unit and supplier each product belongs to:',
    written: (folder: string) =>
      `SBOMs and organization.yaml were written to ${folder}; run \`headwater assess ${folder}\`.`,
  },
  channels: { portal: 'portal', mail: 'mail', webhook: 'webhook' } satisfies Record<Channel, string>,
  sent: (channel: string, address: string) => `Sent by ${channel} to ${address}.`,
  notSent: (channel: string, address: string, why: string) => `Not sent by ${channel} to ${address}: ${why}`,
  sendReasons: {
    'address-not-allowed':
      'the address leads to this machine or a private network; HEADWATER_INSIDE lists those that are meant',
    redirected: 'the receiver answered with a redirect, which is not followed',
    refused: 'the receiver refused it',
    timeout: 'the receiver did not answer in time',
    unreachable: 'the receiver cannot be reached',
    'not-configured': 'HEADWATER_SMTP_URL or HEADWATER_WEBHOOK_SECRET is not set',
    'no-address': 'no address of the person is known',
  },
  events: {
    finding: (subject: string) => `New urgent finding: ${subject}`,
    resolved: (subject: string) => `No longer found: ${subject}`,
    unsupported: (subject: string) => `Nobody maintains it any longer: ${subject}`,
    'leaning-on-one': (subject: string) => `It leans on one person now: ${subject}`,
    'supplier-late': (subject: string) => `An answer is overdue: ${subject}`,
    'assessment-done': (subject: string) => `Assessed: ${subject}`,
    'upload-refused': (subject: string) => `A document could not be taken: ${subject}`,
    test: (subject: string) => `A test from Headwater: ${subject}`,
  } satisfies Record<EventKind, (subject: string) => string>,
  mailFooter: 'Headwater sends this because you asked for it; you can end it in the portal under Settings.',
}

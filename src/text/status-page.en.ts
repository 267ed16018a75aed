/** Words about stating what a finding means, and about views that people keep, in English. */

import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

export const statusPage = {
  status: 'Status',
  states: {
    affected: 'affected',
    undecided: 'not looked at yet',
    'under-investigation': 'being looked at',
    fixed: 'fixed',
    'not-affected': 'not affected',
    'false-positive': 'false alarm',
  },
  filters: { open: 'open: something is left to do', due: 'review is due' },
  justifications: {
    'code-not-present': 'The vulnerable code is not in what we ship',
    'code-not-reachable': 'The vulnerable code is never called',
    'requires-configuration': 'Only with a configuration that we do not use',
    'requires-dependency': 'Only with another part that we do not use',
    'requires-environment': 'Only in an environment that we do not use',
    'protected-by-compiler': 'The compiler protects against it',
    'protected-at-runtime': 'The runtime protects against it',
    'protected-at-perimeter': 'It is blocked before it reaches us',
    'protected-by-mitigating-control': 'Another measure protects against it',
  },
  responses: {
    update: 'Update the part',
    rollback: 'Go back to an earlier version',
    'workaround-available': 'Work around it',
    'can-not-fix': 'Live with it: it cannot be mended',
    'will-not-fix': 'Live with it: it will not be mended',
  },
  partly: (stated: string, all: string) => `${stated} of ${all} products`,
  reviewDue: 'review is due',
  state: 'State what it means',
  explanation: 'Written down with your name and the time. What was said before stays in the history.',
  its: 'It is',
  justification: 'Why it is not affected',
  response: 'What will be done',
  choose: 'Please choose',
  notYet: 'not decided yet',
  reason: 'Reason',
  detail: 'More about it (optional)',
  where: 'It holds for',
  everywhere: 'all products',
  inMyUnits: 'all products of my units that use it',
  onlyThese: 'only these products',
  until: 'Look at it again after (optional)',
  others: (n: number) =>
    plural(n, {
      one: 'also for the other finding of this part',
      other: `also for the ${count(n)} other findings of this part`,
    }),
  submit: 'State it',
  sending: 'Being written down …',
  done: 'It is written down.',
  undone: 'Taken back. It stands as it did before.',
  undo: 'Undo',
  undoOf: (state: string, where: string) => `Undo: ${state}, ${where}`,
  history: 'What was stated',
  noHistory: 'Nobody has stated anything. That is not the same as not being affected.',
  current: 'holds now',
  takenBack: 'after taking something back',
  by: (name: string, time: string) => `${name}, ${time}`,
  from: (source: string, day: string) => `taken over from ${source}, ${day}`,
  holdsUntil: (day: string) => `to be looked at again after ${day}`,
  many: {
    selection: 'Selected findings',
    selected: (n: number) => plural(n, { one: '1 finding selected', other: `${count(n)} findings selected` }),
    state: 'State a status',
    all: (n: number) => `Select all ${count(n)} of this filter`,
    first: (most: number, all: number) => `Select the first ${count(most)} of ${count(all)}`,
    clear: 'Clear the selection',
    keys: 'Space selects a row, Shift with an arrow goes on, Escape clears.',
    title: (n: number) =>
      plural(n, { one: 'State what 1 finding means', other: `State what ${count(n)} findings mean` }),
    done: (n: number) =>
      plural(n, { one: 'Written down for 1 finding.', other: `Written down for ${count(n)} findings.` }),
    undone: (n: number) =>
      plural(n, {
        one: 'Taken back for 1 finding. It stands as it did before.',
        other: `Taken back for ${count(n)} findings. They stand as they did before.`,
      }),
    refused: (n: number) => plural(n, { one: '1 finding was not taken', other: `${count(n)} findings were not taken` }),
    refusals: {
      'nothing-found': 'it is no longer among your findings',
      'beyond-rights': 'none of the products that use it is of your units',
      'needs-decider': 'living with it is for those who may decide',
    },
    more: (n: number) => `and ${count(n)} more`,
  },
  views: {
    menu: 'Saved views',
    kind: 'Saved view',
    none: 'No view of this page is kept yet. Filter and sort it, give it a name, and find it here and with Ctrl K.',
    name: 'Name of the view',
    keep: 'Keep this view',
    share: 'for everybody who may read',
    shared: 'shared',
    rename: 'Rename',
    renameOf: (name: string) => `Rename ${name}`,
    remove: 'Delete',
    removeOf: (name: string) => `Delete ${name}`,
    save: 'Save',
    cancel: 'Cancel',
    kept: (name: string) => `“${name}” is kept.`,
    removed: (name: string) => `“${name}” is deleted.`,
    undo: 'Undo',
  },
  whatIf: {
    now: 'as it counts',
    change: 'Difference in the middle',
  },
}

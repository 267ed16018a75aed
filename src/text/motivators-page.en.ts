/** Words of the page of motivators, in English. */

import type { Confidentiality, Consent } from '#domain/consent.ts'
import type { Problem, ProblemCode } from '#domain/problem.ts'

type Code = Extract<ProblemCode, 'motivator-unknown' | 'motivator-refused'>
type Refused = Extract<Problem, { code: 'motivator-refused' }>

export type MotivatorProblemTexts = {
  readonly [One in Code]: (problem: Extract<Problem, { code: One }>) => {
    readonly what: string
    readonly why: string
    readonly next: string
  }
}

const refusals: Readonly<Record<Refused['why'], string>> = {
  'nobody-said': 'What nobody said is no motivator.',
  'no-words': 'There are no words, no kind of value or no level.',
  levels: 'The last level lies before the first.',
}

export const motivatorProblems: MotivatorProblemTexts = {
  'motivator-unknown': () => ({
    what: 'There is no such motivator, conversation or edit here.',
    why: 'It was taken back or removed in the meantime, or it lies beyond what you may see.',
    next: 'Load the page again.',
  }),
  'motivator-refused': ({ why }) => ({
    what: refusals[why],
    why: 'Nothing was changed.',
    next: 'Complete what is missing and send it again.',
  }),
}

export const motivatorProblemCodes = {
  'motivator-unknown':
    'A motivator, a conversation or an edit was named that is not there, or lies beyond what the person may see.',
  'motivator-refused':
    'A motivator that was to be added or moved cannot stand so: nobody said it, or words or levels are missing.',
}

export const motivatorsPage = {
  keys: 'Arrow keys go from bar to bar, Enter opens one. Shift and an arrow moves it, Alt and an arrow stretches it. Or drag it by its middle or its ends.',
  reading: 'Arrow keys go from bar to bar, Enter opens one.',
  add: 'Add what somebody said',
  export: 'Edits as YAML',
  exportNote: 'Edits made here win over the files of the office until they are taken back.',
  undo: 'Undo',
  undone: (statement: string) => `${statement}: the last change was taken back.`,
  moved: (statement: string, from: string, to: string) =>
    from === to ? `${statement}: now at ${from}.` : `${statement}: now from ${from} to ${to}.`,
  edge: (statement: string) => `${statement}: there is no level further that way.`,
  notYours: (statement: string) => `${statement}: you may not change this one. It also matters where you may not edit.`,
  spans: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  edited: 'edited here',
  added: 'added here',
  followUpOpen: 'follow-up open',
  none: 'Nothing was heard for this kind of value.',
  stretchStart: 'Stretch at the start',
  stretchEnd: 'Stretch at the end',
  detail: {
    levels: 'Levels',
    state: 'State',
    mayBeReachable: 'It may be within reach: part of the level is not known.',
    people: 'People',
    strength: 'Strength, 1 to 5',
    areas: 'Matters in',
    everywhere: 'everywhere',
    obstacle: 'In the way',
    wish: 'Wished for',
    followUp: 'Follow-up',
    followUpBy: (by: string, until: string, isDone: boolean) => `${by}, until ${until}${isDone ? ', done' : ''}`,
    followUpKeep: 'Note it',
    followUpDone: 'It is done',
    followUpKept: (statement: string) => `${statement}: what was agreed is noted.`,
    followUpFinished: (statement: string) => `${statement}: what was agreed is done.`,
    said: 'Who said it',
    saidNone: 'Who said it may not be shown.',
    evidence: 'What shows it',
    noFigure: 'no own figure yet',
    ofWhole: 'of the whole organization',
    arrives: 'arrives',
    unlock: 'What unlocks it',
    unlockBy: (indicator: string, level: string, cost: string) =>
      `It needs “${level}”. The cheapest step is ${indicator} (${cost}).`,
    declined: 'Not wanted because',
    decline: 'Not wanted',
    declineWhy: 'Why is it not wanted?',
    want: 'Wanted again',
    edits: 'Edits made here',
    editKinds: { added: 'added', span: 'moved', declined: 'wanted or not', 'follow-up': 'agreed or done' },
    takeBack: 'Take back',
    remove: 'Remove what was added here',
    nobody: 'nobody said',
  },
  form: {
    title: 'Add what somebody said',
    source: 'Where was it said?',
    sourceNote: 'What nobody said is no motivator.',
    existing: 'In a conversation that is noted already',
    fresh: 'In a conversation that I note now',
    conversation: 'Conversation',
    choose: 'choose',
    on: 'Day',
    role: 'Role of the person',
    roleNote: 'What the person does, not the name.',
    unit: 'Unit',
    whole: 'the organization as a whole',
    audience: 'Audience',
    consent: 'What the person agreed to',
    consents: {
      quote: 'it may be quoted',
      aggregate: 'it may be counted only',
      none: 'nothing may be passed on',
    } satisfies Record<Consent, string> as Record<Consent, string>,
    confidentiality: 'Who may know of it',
    confidentialities: {
      organization: 'the organization',
      team: 'the team only',
      private: 'nobody else',
    } satisfies Record<Confidentiality, string> as Record<Confidentiality, string>,
    note: 'Note',
    unquoted:
      'This may not be quoted, and groups below five people are not told of. Nothing of it is kept but that a conversation took place.',
    what: 'What was said?',
    words: 'In own words',
    catalog: 'From the catalog',
    catalogNone: 'not from the catalog',
    kind: 'Kind of value',
    from: 'From level',
    to: 'To level',
    areas: 'Units in which it matters',
    areasNote: 'None chosen: where it was heard.',
    strength: 'Strength',
    strengthNone: 'not said',
    obstacle: 'What is in the way?',
    wish: 'What was wished for?',
    followUp: 'What was agreed? (optional)',
    agreed: 'In words',
    followUpBy: 'Who follows it up',
    followUpUntil: 'Until',
    followUpNobody: 'organization.yaml names nobody who could follow it up.',
    save: 'Add',
    saveTalk: 'Keep that it took place',
    saved: (statement: string) => `Added: ${statement}`,
    savedTalk: 'It is kept that the conversation took place, and no more.',
  },
  agreed: 'What was agreed',
  agreedNone: 'Nothing that was agreed is open here.',
  agreedAfter: (what: string) => `first: ${what}`,
  agreedDue: 'the day has passed',
  top: 'What each audience names most',
  topNone: 'Nobody was heard here yet.',
  contradictions: 'Contradictions',
  contradictionsNone: 'No contradiction between executives and engineers was heard.',
  contradiction: (wanted: string, hindered: string) =>
    `Executives want “${wanted}”. Engineers who want “${hindered}” are held back:`,
  next: 'Whom to talk to next',
  nextNone: 'Everybody who is proposed was heard.',
  pitch: {
    title: 'Build a pitch',
    note: 'Made of what was heard in the area and its own figures, and of nothing else.',
    audience: 'Audience',
    copy: 'Copy the text',
    nothing: 'Nothing was heard here, so there is no pitch. Talk first:',
  },
}

/** Words of the portal, in English. What a page shares with the report stands in the words of the report. */

import { pluralIn } from './plural.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

export const portal = {
  navigation: 'Pages',
  menu: 'Menu',
  skip: 'Skip to the page',
  loading: 'Loading …',
  deeper: 'Show the details',
  unit: 'Unit',
  everything: (organization: string) => `${organization}, everything`,
  thisMachine: 'on this machine',
  language: 'Language',
  yes: 'yes',
  no: 'no',
  notFound: 'There is no page at this address',
  audience: { label: 'For whom', executive: 'Executive', office: 'Open source office', engineer: 'Engineer' },
  scheme: { label: 'Light', auto: 'As the system', light: 'Light', dark: 'Dark' },
  pages: {
    home: 'Home',
    inventory: 'Inventory',
    vulnerabilities: 'Vulnerabilities',
    licenses: 'Licenses & policy',
    risk: 'Risk & sustainability',
    value: 'Value',
    contributions: 'Contributions',
    maturity: 'Maturity',
    motivators: 'Motivators',
    advice: 'Advice',
    reports: 'Reports',
    settings: 'Settings',
  },
  search: {
    open: 'Search or go to …',
    placeholder: 'A page, product, package or advisory',
    results: 'Results',
    page: 'Page',
    kinds: { product: 'Product', package: 'Package', finding: 'Advisory', subject: 'Project' },
    none: (text: string) => `Nothing is called “${text}” here.`,
    keys: '↑ ↓ choose · Enter goes there · Esc closes',
  },
  table: {
    columns: 'Columns',
    rows: (n: number) => `${count(n)} ${plural(n, { one: 'row', other: 'rows' })}`,
    of: (shown: string, all: string) => `${shown} of ${all}`,
    ofAtLeast: (shown: string, all: string) => `${shown} of ${all} or more`,
    nothing: 'No row fits.',
    more: 'Show more',
    text: 'Text',
    all: 'all',
    clear: 'Clear the filters',
  },
  problem: {
    title: 'This did not work',
    code: 'Code',
    again: 'Try again',
    unreachable: 'The server does not answer. Check that it runs, and try again.',
    signIn: 'Your session has ended. Sign in again.',
    notAllowed: 'Your role does not reach this. Ask an administrator of your unit.',
    notHere: 'It is not there, or not within your units.',
    tooOften: 'Too many attempts. Wait a minute, and try again.',
    ours: 'Try again. If it stays so, tell your administrator the code below.',
  },
  why: {
    assumed: 'assumed',
    retrieved: (time: string) => `read ${time}`,
    line: (line: string) => `line ${line}`,
    record: 'a record',
  },
  home: {
    lead: 'What is in use, what burns, what it is worth, what goes back, and what waits for you.',
    toDo: 'To do',
    nothingToDo: 'Nothing waits.',
    open: 'Open',
    inUse: 'In use',
    inProducts: 'packages; products:',
    urgent: 'Urgent',
    worth: 'Worth, to build again',
    given: 'Given back',
    aYear: 'in the last twelve months',
    first: 'The first assessment: nothing to compare with yet.',
    same: (day: string) => `As on ${day}.`,
    was: (before: string, day: string) => `${before} on ${day}.`,
    unknownBefore: (day: string) => `Not known on ${day}.`,
    empty: 'Nothing has been assessed yet',
    emptyBody:
      'Name the folder that holds your repositories and the SBOMs you were sent. Headwater reads lockfiles, package lists and SBOMs, and this page fills.',
    items: {
      'critical-findings': (n: number) =>
        plural(n, { one: 'critical vulnerability in use', other: 'critical vulnerabilities in use' }),
      'high-findings': (n: number) =>
        plural(n, { one: 'high vulnerability in use', other: 'high vulnerabilities in use' }),
      'not-looked-up': (n: number) =>
        plural(n, {
          one: 'part nobody could match against advisories',
          other: 'parts nobody could match against advisories',
        }),
      'without-license': (n: number) =>
        plural(n, { one: 'part states no license', other: 'parts state no license' }),
      'restricted-licenses': (n: number) =>
        plural(n, { one: 'part is not open source: read its terms', other: 'parts are not open source: read their terms' }),
      'where-to-help': (n: number) =>
        plural(n, {
          one: 'project that much depends on and few carry',
          other: 'projects that much depends on and few carry',
        }),
      'targets-missed': (n: number) => plural(n, { one: 'maturity target missed', other: 'maturity targets missed' }),
      expired: (n: number) =>
        plural(n, { one: 'rule or exception has run out', other: 'rules or exceptions have run out' }),
      'forks-without-plan': (n: number) =>
        plural(n, { one: 'changed copy without a plan', other: 'changed copies without a plan' }),
      'stale-prices': (n: number) =>
        plural(n, { one: 'price is too old to count', other: 'prices are too old to count' }),
      undeclared: (n: number) =>
        plural(n, { one: 'thing is not declared in organization.yaml', other: 'things are not declared in organization.yaml' }),
    },
  },
  inventory: {
    show: 'Show',
    products: 'Products',
    packages: 'Packages',
    files: 'Files',
    atLeast: 'Vulnerable, at least',
    newest: 'Newest file',
  },
  product: {
    parts: 'Parts',
    withFindings: 'with a known vulnerability',
    tree: 'How they come in',
    treeNote: 'Each part below the one it comes through by the fewest steps. Arrow keys walk the tree.',
  },
  component: {
    whereUsed: 'Which products use it, and how it gets there',
    path: 'Fewest steps',
    owner: 'Owner',
    noOwner: 'no owner named',
    below: 'Only versions below',
    tree: 'The ways as a tree',
  },
  vulnerabilities: {
    published: 'Published',
    aliases: 'Also called',
    reach: 'What it reaches',
    undecided: (n: number) =>
      `${count(n)} ${plural(n, { one: 'part', other: 'parts' })} could not be decided and ${plural(n, { one: 'counts', other: 'count' })} as unknown, not as safe.`,
  },
  licenses: {
    without: 'No license stated',
    withoutTitle: 'Parts that state no license',
    withoutNote: 'A missing statement is never taken for permission.',
    duty: 'Duty',
    obligations: 'What has to be done',
    obligationsNote: 'Duties that the licenses in use bring when software is delivered, by how many parts bring them.',
    duties: {} as Readonly<Record<string, string>>,
  },
  risk: { all: 'All projects' },
  value: {
    range: 'Low to high',
    backlog: 'Cost of catching up',
    whatIf: 'What if?',
    whatIfNote:
      'Move an assumption and see where the total goes. All three readings take what you set; nothing is kept.',
    tried: 'tried out',
    reset: 'Back to the assumptions that count',
  },
  contributions: { effort: 'Work of the last year' },
  maturity: {
    target: (level: string, until: string) => `${level} by ${until}`,
    evidence: 'What shows it',
  },
  motivators: {
    lead: 'What moves people here, by kind of value and by the level it speaks to.',
    none: 'Nobody has been asked yet',
    noneBody: 'Note down what people say about open source and what it would take. Headwater prints a form for the talk.',
    area: 'Area',
    matrix: 'Motivators by kind of value and level',
    kind: 'Kind of value',
    people: 'People',
    withheld: 'What too few people said is not shown.',
  },
  advice: {
    lead: 'What to do next, from what was found. Each says why.',
    none: 'No advice',
    noneBody: 'Nothing that was found asks for something.',
  },
  reports: { lead: 'Each report stays as it was written.', none: 'There is no report yet' },
  settings: {
    lead: 'What this portal shows comes from organization.yaml, from files and from the sources below.',
    units: 'Units',
    id: 'Id',
    parent: 'Belongs to',
    sources: 'Advisories at hand',
    sourcesNote: 'What is not loaded cannot be matched; it then counts as unknown.',
    oddities: 'Odd or missing in what was stated',
  },
  signIn: {
    title: 'Sign in',
    name: 'Name',
    password: 'Password',
    go: 'Sign in',
    passkey: 'Sign in with a passkey',
    oidc: (name: string) => `Sign in with ${name}`,
  },
}

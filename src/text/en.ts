/**
 * Every word Headwater says, in English. Other languages have the same shape (`Words`), so a missing key does not compile.
 *
 * Sentences with numbers take slots (`say`) and not numbers: what fills a slot is a figure that can explain itself.
 */

import type { Openness, Reciprocity } from '#domain/license-facts.ts'
import type { Gap } from '#domain/assessment/assessment.ts'
import type { Undecided, Severity } from '#domain/finding.ts'
import type { UnknownReason } from '#domain/figure.ts'
import { issueCodes, type IssueCode } from '#domain/issue.ts'
import type { Directness, PartKind, Scope } from '#domain/part.ts'
import type { SizeSource } from '#domain/portfolio.ts'
import type { Problem, ProblemCode } from '#domain/problem.ts'
import { advicePage } from './advice-page.en.ts'
import { advice } from './advice.en.ts'
import { administration } from './administration.en.ts'
import { alternatives } from './alternatives.en.ts'
import { assumptions } from './assumptions.en.ts'
import { benchmarks } from './benchmarks.en.ts'
import { access, accessProblemCodes, accessProblems } from './access.en.ts'
import { accounts } from './accounts-page.en.ts'
import { agility } from './agility.en.ts'
import { conversion } from './conversion.en.ts'
import { contributionWords } from './contribution.en.ts'
import { health } from './health.en.ts'
import { license } from './license.en.ts'
import { licenseTerms } from './license-terms.en.ts'
import { sizes } from './sizes.en.ts'
import { maturity } from './maturity.en.ts'
import { methods } from './methods.en.ts'
import { motivators } from './motivators.en.ts'
import { motivatorProblemCodes, motivatorProblems, motivatorsPage } from './motivators-page.en.ts'
import { engagement } from './engagement.en.ts'
import { policy } from './policy.en.ts'
import { pluralIn } from './plural.ts'
import { say, type Counted } from './phrase.ts'
import { practices } from './practices.en.ts'
import { executive } from './executive.en.ts'
import { live } from './live-page.en.ts'
import { portal } from './portal.en.ts'
import { position } from './position.en.ts'
import { standing } from './standing.en.ts'
import { statusPage } from './status-page.en.ts'
import { quality } from './quality.en.ts'
import { server } from './server.en.ts'
import { usage } from './usage.en.ts'
import { worth } from './worth.en.ts'
import { sustain } from './sustain.en.ts'

const plural = pluralIn('en-US')
const numbers = new Intl.NumberFormat('en-US')
const count = (n: number): string => numbers.format(n)

/** A problem in words: what and where, why it is so, what to do next. */
export type ProblemTexts = {
  readonly [Code in ProblemCode]: (problem: Extract<Problem, { code: Code }>) => {
    readonly what: string
    readonly why: string
    readonly next: string
  }
}

const problems: ProblemTexts = {
  ...accessProblems,
  ...motivatorProblems,
  usage: ({ what }) => ({
    what: `The command was not understood: ${what}`,
    why: 'An option or argument is missing, misspelled or out of place.',
    next: 'Run the command with --help to see what it takes.',
  }),
  'config-invalid': ({ file, where, what }) => ({
    what: `There is a mistake in ${file}, at ${where}: ${what}`,
    why: 'Guessing what was meant could change your figures.',
    next: 'Correct that place and run the command again.',
  }),
  'path-missing': ({ path }) => ({
    what: `There is nothing at ${path}.`,
    why: 'The path is misspelled, or it is relative to another folder than the one you are in.',
    next: 'Check the spelling, or give the full path.',
  }),
  'path-unreadable': ({ path, reason }) => ({
    what: `${path} could not be opened (${reason}).`,
    why: 'The user who runs Headwater has no right to read it, or the disk reports an error.',
    next: 'Give that user the right to read it, or name another folder.',
  }),
  'nothing-found': ({ paths }) => ({
    what: `There is no lockfile, package list or SBOM in ${paths.join(', ')}.`,
    why: 'Headwater reads those; it does not guess dependencies from source code.',
    next: 'Name the folder that holds your repositories, or let your build tool write a lockfile or SBOM first.',
  }),
  'nothing-assessed': () => ({
    what: 'Nothing has been assessed yet in this home folder.',
    why: 'Questions are answered from what an assessment recorded, and there is none.',
    next: 'Run `headwater assess PATH` first, or name the home folder of an earlier assessment with --home.',
  }),
  'not-recognised': ({ path }) => ({
    what: `No reader recognizes ${path}.`,
    why: 'Files are recognized by their content and name; this one fits no known format.',
    next: 'Convert it to CycloneDX or SPDX, or name the lockfile it was made from.',
  }),
  'figure-missing': ({ figure }) => ({
    what: `There is no figure ${figure}.`,
    why: 'The id is misspelled, or the assessment that made it was not kept in this home folder.',
    next: 'Run `headwater explain` with the beginning of the id to list what there is.',
  }),
  'evidence-altered': ({ evidence, at }) => ({
    what: `The original ${evidence} is not what it was (at ${at}).`,
    why: 'The database was changed from outside, or the disk is failing. The figure can no longer be trusted.',
    next: 'Restore the home folder from a backup, check the disk, and assess again.',
  }),
  'evidence-missing': ({ evidence }) => ({
    what: `The original ${evidence} is no longer kept in this home folder.`,
    why: 'It was deleted, or the time it is kept for has passed.',
    next: 'Assess again from the original files.',
  }),
  'store-newer': ({ found, known }) => ({
    what: `A newer Headwater wrote this database (step ${found}; this version knows ${known}).`,
    why: 'An older program could damage what it does not understand.',
    next: 'Install the newer version, or use another home folder with --home.',
  }),
  'store-busy': ({ path }) => ({
    what: `Another process holds ${path} and did not let go in time.`,
    why: 'Processes may share a home folder, but one of them has been writing for long.',
    next: 'Wait for it to finish, or use another home folder with --home.',
  }),
  'store-unavailable': ({ address, reason }) => ({
    what: `The database at ${address} cannot be reached (${reason}).`,
    why: 'It is not running, the address is wrong, or this user may not connect.',
    next: 'Check the address and that the database is running.',
  }),
  'store-not-empty': ({ address }) => ({
    what: `The database at ${address} already holds something.`,
    why: 'Mixing two databases would make both of them wrong.',
    next: 'Name an empty one, or replace what is there with --force where the command has it.',
  }),
  'backup-damaged': ({ path, what }) => ({
    what: `${path} cannot be restored: ${what}`,
    why: 'Restoring a damaged file could lose what is there now. Nothing was changed.',
    next: 'Use another backup.',
  }),
  'copy-differs': ({ tables }) => ({
    what: `The copy is not the same as the original in: ${tables}`,
    why: 'Another process may have written into the copy meanwhile, or a disk is failing.',
    next: 'Do not use the copy. Empty it, stop other processes, and try again.',
  }),
  'key-refused': ({ address, status }) => ({
    what: `${address} refused to answer (${status}).`,
    why: 'The key is missing, wrong, expired, or lacks a right.',
    next: 'Check the key and its rights on that server.',
  }),
  offline: ({ what }) => ({
    what: `Not done, because Headwater is offline: ${what}`,
    why: 'With --offline no connection is opened, whatever is asked.',
    next: 'Run it without --offline, or bring the data in from a folder with `headwater data import DIR`.',
  }),
  'port-taken': ({ port }) => ({
    what: `Something else already listens on port ${port}.`,
    why: 'Perhaps Headwater is running already.',
    next: 'Stop the other program, or choose another port with --port.',
  }),
  'output-unwritable': ({ path, reason }) => ({
    what: `${path} could not be written (${reason}).`,
    why: 'The folder is read-only, something stands in the way, or the disk is full.',
    next: 'Name another file with -o FORMAT=FILE.',
  }),
  'code-unknown': ({ asked }) => ({
    what: `Headwater knows no code ${asked}.`,
    why: 'Codes are what errors and issues print, for example path-missing.',
    next: 'Copy the code from the message as it stands there.',
  }),
  'person-unknown': ({ asked }) => ({
    what: `Nobody is known here as ${asked}.`,
    why: 'Pseudonyms and addresses come from the people file when contributions are recorded; whoever was erased is unknown.',
    next: 'Name a pseudonym of organization.yaml or an address of the people file.',
  }),
  'product-unknown': ({ asked }) => ({
    what: `There is no product ${asked}.`,
    why: 'Its id is misspelled, or it was not declared yet.',
    next: 'Name a product of organization.yaml, or ask for it to be created.',
  }),
  'upload-unknown': ({ asked }) => ({
    what: `Nothing was handed in under the token ${asked}.`,
    why: 'The token is misspelled, or belongs to another server.',
    next: 'Use the token as the server answered it.',
  }),
  'not-permitted': ({ what }) => ({
    what: `Your rights do not reach this: ${what}`,
    why: 'Rights hold for units of the organization and those below them.',
    next: 'Ask an administrator for the right, or for another unit.',
  }),
  'report-failed': ({ reason }) => ({
    what: `The report could not be made (${reason}).`,
    why: 'Making it was tried several times and failed each time.',
    next: 'Ask for it again in a minute. If it stays so, tell your administrator the code in brackets: the log of the server says more about it.',
  }),
  'accounts-needed': ({ host }) => ({
    what: `Headwater does not listen on ${host} before somebody has an account.`,
    why: 'Nobody could sign in there: the link for the first account needs an address that browsers reach by https.',
    next: 'Name the https address at which people reach it in HEADWATER_PUBLIC_URL, and the start prints a link for the first account; or make one with: headwater admin user add LOGIN --role admin',
  }),
  'server-refused': ({ address, reason }) => ({
    what: `The server at ${address} did not do what was asked: ${reason}`,
    why: 'It is not running, the key does not reach this, or it does not take the document.',
    next: 'Check the address and the key, and what the server said.',
  }),
}

const problemCodes: Record<ProblemCode, string> = {
  ...accessProblemCodes,
  ...motivatorProblemCodes,
  usage: 'The command was called in a way it does not understand. Its --help shows what it takes.',
  'config-invalid': 'A configuration file does not have the expected shape. The message names the place.',
  'path-missing': 'A path that was named does not exist.',
  'path-unreadable': 'A path that was named exists and cannot be opened by this user.',
  'nothing-found': 'The folders that were named hold no lockfile, package list or SBOM.',
  'nothing-assessed': 'Nothing has been assessed yet in this home folder.',
  'not-recognised': 'No reader recognizes the file by its content or name.',
  'figure-missing': 'No kept assessment has a figure with that id.',
  'evidence-altered':
    'The bytes of an original differ from the hash they are kept under. Nothing that rests on them can be trusted.',
  'evidence-missing': 'An original that a figure rests on is no longer kept.',
  'store-newer': 'The database was written by a newer version of Headwater.',
  'store-busy': 'Another process kept the database locked for too long.',
  'store-unavailable': 'The database server does not answer or does not let this user in.',
  'store-not-empty': 'A database that should be empty holds something.',
  'backup-damaged': 'A backup is not what was written, or is no backup at all.',
  'copy-differs': 'After copying, the sums of the two databases differ.',
  'key-refused': 'Another system refused the key it was given.',
  offline: 'The network was needed, and --offline forbids it.',
  'port-taken': 'Another program listens on the port that was asked for.',
  'output-unwritable': 'A result could not be written to the file that was named.',
  'code-unknown': 'There is no error or issue code of that name.',
  'person-unknown': 'Nobody has that pseudonym or address, or the person was erased.',
  'product-unknown': 'There is no product of that id.',
  'upload-unknown': 'Nothing was handed in under that token.',
  'not-permitted': 'The rights of who asks do not reach what was asked.',
  'report-failed': 'A report was to be made in the background, and every try failed.',
  'accounts-needed': 'The server listens on other addresses than loopback only when there are accounts.',
  'server-refused': 'Another Headwater server could not be reached or refused what was asked.',
}

const severities: Record<Severity, string> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  none: 'none',
  unknown: 'not scored',
}

const scopes: Record<Scope, string> = {
  runtime: 'at run time',
  optional: 'optional',
  development: 'in development',
  unknown: 'scope not stated',
}

const directness: Record<Directness, string> = {
  direct: 'direct',
  transitive: 'transitive',
  unknown: 'not stated',
}

const kinds: Record<PartKind, string> = {
  software: 'software',
  firmware: 'firmware',
  hardware: 'hardware',
  data: 'data',
  content: 'content',
  model: 'AI model',
  service: 'service',
}

const unknownReasons: Record<UnknownReason, string> = {
  failed: 'could not be found out',
  withheld: 'withheld',
  'not-collected': 'not looked up',
  'not-applicable': 'does not apply',
}

const sizeSources: Record<SizeSource, string> = {
  declared: 'declared',
  'measured-source': 'counted in its source',
  'measured-tarball-dedup': 'counted in its archive',
  'measured-installed': 'counted as installed',
  published: 'published figure',
  'estimated-size': 'estimated from its size in bytes',
}

const undecided: Record<Undecided['code'], string> = {
  'no-purl': 'No package URL, so no advisory can be matched',
  'no-version': 'No version is stated',
  'version-unreadable': 'The version does not follow the rules of its ecosystem',
  'ecosystem-not-loaded': 'No advisories are loaded for its ecosystem',
  'range-unknown': 'The advisory states a range that cannot be evaluated',
  'release-unknown': 'The advisories depend on the release of the distribution, which the part does not state',
}

const areas: Record<Gap['area'], string> = {
  inventory: 'Inventory',
  vulnerabilities: 'Vulnerabilities',
  licenses: 'Licenses',
  health: 'Health of projects',
  value: 'Value',
  alternatives: 'Alternatives',
  agility: 'Agility',
  contribution: 'Contribution',
  maturity: 'Maturity',
  advice: 'Advice',
}

const gapReasons: Record<Gap['why'], string> = {
  'not-built': 'This version of Headwater does not answer it yet.',
  'not-collected': 'The data was not collected.',
  offline: 'Not looked up: offline.',
  failed: 'It was tried and failed.',
}

export const en = {
  /** The language's own name. */
  name: 'English',
  problems,
  /** What the codes of odd foreign data mean. */
  issues: issueCodes as Record<IssueCode, string>,
  severities,
  scopes,
  directness,
  kinds,
  unknownReasons,
  /** More precise than `unknownReasons.not-collected`, where the gap is known. */
  notLookedUp: {
    offline: 'not looked up: offline',
    noAdvisories: 'not looked up: no advisories loaded',
  },
  notMeasured: { offline: 'not measured: offline', plain: 'not measured' },
  sizeSources,
  undecided,
  areas,
  gapReasons,
  methodStates: { measured: 'measured', estimated: 'estimated', declared: 'declared', computed: 'computed' },
  /** What coverage counts in. Units that are not listed are shown as they are. */
  units: {
    packages: 'packages',
    parts: 'parts',
    versions: 'versions',
    occurrences: 'occurrences',
    documents: 'files',
    files: 'files',
    products: 'products',
    findings: 'findings',
    repositories: 'repositories',
    functions: 'functions',
    ecosystems: 'ecosystems',
    indicators: 'indicators',
    projects: 'projects',
    units: 'units',
    entries: 'entries',
    people: 'people',
    areas: 'areas',
  } as Record<string, string>,

  report: {
    title: (organization: string) => `What ${organization} depends on`,
    asOf: 'As of',
    generated: 'Written',
    contents: 'Contents',
    skip: 'Skip to the report',
    madeWith: 'Made with Headwater. Every underlined figure opens its working.',
    coverage: (known: string, of: string, unit: string) => `${known} of ${of} ${unit}`,
    personMonths: 'person-months',
    low: 'low',
    central: 'central',
    high: 'high',
    bandNote: 'A scenario band from named assumptions, not a confidence interval.',
    why: 'Why this number',
    close: 'Close',
    figure: 'Figure',
    method: 'Method',
    version: 'Version',
    inputs: 'Computed from',
    evidence: 'Read in',
    assumptions: 'Assumptions',
    coverageLabel: 'Coverage',
    origin: 'Kind',
    onTheCommandLine: 'Open the chain down to the original bytes',
    declaredOn: (date: string) => `declared on ${date}`,
    noMethod: 'No working is kept for this figure.',
    andMore: (count: string) => `… and ${count} more`,
    listSeparator: ', ',
    sentenceSpace: ' ',
    moreRows: (count: string) => `… and ${count} more: see the JSON output (-o json)`,
    tableTwin: 'The same as a table',
    filter: 'Filter rows',
    sort: 'Sort by this column',
    csv: 'Save as CSV',
    legend: 'Legend',
    nothing: 'none',
  },

  front: {
    label: 'At a glance',
    explanation: 'What we depend on, what it is worth, what it risks, and the one thing to do first.',
    dependQuestion: 'What do we depend on?',
    packages: (n: number) => plural(n, { one: 'package', other: 'packages' }),
    inProducts: <T>(products: Counted<T>) =>
      say`in use in ${products.shown} ${plural(products.n, { one: 'product', other: 'products' })}.`,
    chosen: <T>(direct: Counted<T>, transitive: Counted<T>) =>
      say`We chose ${direct.shown} of them; ${transitive.shown} came along with those.`,
    deep: <T>(depth: Counted<T>) =>
      say`The longest chain is ${depth.shown} ${plural(depth.n, { one: 'step', other: 'steps' })} long.`,
    directUnknown: 'The files do not say which of them we chose ourselves.',
    worthQuestion: 'What is it worth?',
    worthUnit: 'person-months',
    worthSentence: <T>(central: T) => say`to build it all again, centrally ${central}.`,
    worthMoney: <T>(money: T) => say`At the labor rate used that is ${money}.`,
    worthDefaultRate: 'That rate is a public default; replace it with yours.',
    worthUnknown: 'No package has a known size yet, so nobody can say what building it again would take.',
    riskQuestion: 'What does it risk?',
    findings: (n: number) => plural(n, { one: 'known vulnerability', other: 'known vulnerabilities' }),
    riskSentence: <T>(parts: Counted<T>, products: Counted<T>) =>
      say`in ${parts.shown} ${plural(parts.n, { one: 'part', other: 'parts' })}, reaching ${products.shown} ${plural(
        products.n,
        { one: 'product', other: 'products' },
      )}.`,
    riskNone: 'No advisory that was looked up speaks about a version in use.',
    riskUnknown: 'Nobody has looked yet. That is not the same as having none.',
    watershed: 'Where it comes from',
    watershedExplanation:
      'From ecosystems through packages to our products. A stream is as wide as the number of products that use what it carries; its color tells the gravest known vulnerability in it.',
    watershedTable: 'Streams from ecosystems through packages to products',
    from: 'From',
    to: 'To',
    uses: 'Uses',
    state: 'State',
    otherEcosystems: 'other ecosystems',
    morePackages: (count: string) => `… and ${count} more`,
    moreProducts: (count: string) => `… and ${count} more`,
    legendAct: 'critical or high',
    legendWatch: 'medium or low',
    legendPlain: 'none known',
    legendUnknown: 'not looked up',
    oneRisk: 'One risk',
    riskOf: <T>(id: T, part: T) => say`${id} in ${part}`,
    riskReaches: <T>(products: T) => say`It reaches ${products}.`,
    riskFixed: <T>(version: T) => say`Fixed in ${version}.`,
    riskNoFix: 'No fixed version is published.',
    noRisk: 'No known vulnerability stands out.',
    noRiskDetail: 'What could not be looked up stands under “What could not be read”.',
    riskNotKnown: 'Whether anything in use is vulnerable is not known.',
    oneAsk: 'One ask',
    askAdvisories: 'Bring in the public advisories, so that risk becomes known.',
    askRest: 'Bring in the advisories of the ecosystems that were not looked up.',
    askUpgrade: <T>(name: T, now: T | string, fixes: T) =>
      say`Update ${name}, now at ${now}: its fixes are in ${fixes}.`,
    askRaise: <T>(name: T, now: T | string, fix: T) => say`Raise ${name} from ${now} to ${fix} or later.`,
    askUpgradeCloses: <T>(ids: T) => say`That ends ${ids}.`,
    askSizes: 'Measure the packages whose size is not known, so that the value covers more.',
    askRate: 'Put your own labor rate in organization.yaml, so that the money is yours.',
    askReading: 'Look at the files that could not be read in full; what they hold is missing from every figure.',
    askAgain: 'Nothing presses. Assess again after the next release, so that the figures stay true.',
  },

  inventory: {
    label: 'What we depend on',
    explanation:
      'Each package counted once for the whole organization, from every lockfile, package list and SBOM that was read.',
    packages: 'Packages',
    versions: 'Package versions',
    occurrences: 'Occurrences',
    direct: 'Direct',
    transitive: 'Through others only',
    unknownDirectness: 'Directness not stated',
    neitherColumn: 'Not stated',
    maxDepth: 'Deepest step',
    products: 'Products',
    byEcosystem: 'By ecosystem',
    ecosystem: 'Ecosystem',
    notStated: 'not stated',
    depth: 'How deep it goes',
    depthExplanation: 'Part versions by the fewest steps from a product. Step one is what a product asks for itself.',
    step: 'Step',
    stepOrMore: (step: string) => `${step}+`,
    depthUnknown: 'not stated',
    parts: 'Parts',
    mostShared: 'Shared by most products',
    mostSharedExplanation: 'A fault in one of these reaches many products at once.',
    package: 'Package',
    byProduct: 'Products',
    product: 'Product',
    origin: 'Origin',
    origins: { made: 'made here', bought: 'bought', run: 'run here' },
    criticality: 'Criticality',
    criticalities: { low: 'low', medium: 'medium', high: 'high', mission: 'mission' },
    notDeclared: 'not declared',
    kind: 'Kind',
    byKind: 'By kind',
    undeclared:
      'There is no organization.yaml: each folder or document stands for a product, and its criticality is not declared.',
  },

  vulnerabilities: {
    label: 'What it risks',
    explanation:
      'Versions in use for which a public advisory names a vulnerability. Advisories about the same thing count once.',
    total: 'Known vulnerabilities',
    affectedParts: 'Affected parts',
    affectedProducts: 'Affected products',
    bySeverity: 'By severity',
    severity: 'Severity',
    findings: 'Findings',
    byProduct: 'Which products they reach',
    byProductExplanation: 'A finding counts in each product that uses the part.',
    queue: 'What to look at first',
    queueExplanation: 'Gravest first, then by how many products it reaches.',
    id: 'Advisory',
    part: 'Part',
    installed: 'Installed',
    fixed: 'Fixed in',
    noFix: 'no fix published',
    products: 'Products',
    about: 'About',
    notLookedUp: 'Nobody has looked yet',
    notLookedUpBody:
      'Without advisories Headwater cannot tell whether any of these versions is vulnerable. It says so here instead of showing none.',
    none: 'No advisory that was looked up speaks about a version in use.',
    partly: 'Some parts could not be decided; they stand under “What could not be read”.',
  },

  licenses: {
    label: 'Under which terms',
    explanation:
      'What the parts say about their licenses. Declared, concluded and found statements stay apart, a guess is marked as one, and a missing statement is never taken for permission.',
    noAdvice: 'This sorts statements; it is no legal advice. A person decides.',
    stated: 'With a statement',
    guessed: 'Read from free text',
    network: 'Use over a network counts',
    disputed: 'Declared and concluded differ',
    openness: 'How open',
    reciprocity: 'What is asked in return',
    class: 'Class',
    parts: 'Part versions',
    mostFrequent: 'Most frequent licenses',
    license: 'License',
    ofThemGuessed: 'Of them guessed',
    restricted: 'Not open source: read the terms',
    unclear: 'Statements nobody could read',
    part: 'Part',
    products: 'Products',
    statement: 'Statement',
    opennesses: {
      open: 'open',
      'source-available': 'source available',
      'use-restricted': 'use restricted',
      closed: 'closed',
      unknown: 'not known',
    } satisfies Record<Openness, string>,
    reciprocities: {
      none: 'nothing beyond notices',
      weak: 'changes to the part itself',
      strong: 'the whole work',
      network: 'the whole work, over a network too',
      'share-alike': 'share alike (content, data)',
      restricted: 'limits on use',
      unknown: 'not known',
    } satisfies Record<Reciprocity | 'unknown', string>,
  },
  value: {
    label: 'What it is worth',
    explanation:
      'What it would take to build again what is used, each package once for the whole organization, however many products use it.',
    personMonths: 'Work to build it again',
    money: 'At the labor rate',
    rate: <T>(wage: T, factor: T, source: T, date: T) =>
      say`Base wage ${wage} a year × ${factor} for the loaded cost. Source: ${source}, as of ${date}.`,
    defaultRate: 'This rate is a public default, not yours. Put the organization’s own rate into organization.yaml.',
    rateLabel: 'Labor rate',
    byScope: 'By what it is needed for',
    scope: 'Needed',
    packages: 'Packages',
    topPackages: 'The packages that weigh most',
    topExplanation: 'A few large packages usually carry most of the total; look at those when you doubt it.',
    package: 'Package',
    lines: 'Lines',
    sizeFrom: 'Size from',
    products: 'Products',
    assumptions: 'Assumptions',
    assumptionsExplanation: 'Each can be changed; those marked as defaults ask to be replaced.',
    assumption: 'Assumption',
    basis: 'Basis',
    isDefault: 'default',
    isOwn: 'set',
    sourceLabel: 'Source',
    oneProgram: 'As one program',
    oneProgramNote:
      'For comparison only: the same model applied once to all lines together. Large programs cost more per line, so this lies higher.',
    boughtOnly: 'Only inside bought products',
    boughtOnlyNote: 'Listed and not added: its price is already in what was paid for the product.',
    missing: 'What is missing',
    missingTable: 'Packages without a known size',
    missingExplanation: 'Packages without a known size. They are left out of the total, never counted as zero.',
    missingRemedy:
      'Raise the coverage: assess where the packages are installed (node_modules, vendor), or without --offline.',
    unknown: 'No package has a known size',
    unknownBody: 'Without sizes there is no value to state. It is unknown, not zero.',
  },

  coverage: {
    label: 'What could not be read',
    explanation:
      'What stands behind the figures, and what is missing from them. Nothing is dropped silently: found = taken + refused.',
    reading: 'Reading',
    documents: 'Files read',
    found: 'Found',
    taken: 'Taken',
    refused: 'Refused',
    unreadFiles: 'Files not read',
    files: 'Every file',
    file: 'File',
    format: 'Format',
    product: 'Product',
    issues: 'Oddities',
    entries: 'Entries',
    unread: 'Files that could not be read',
    reason: 'Reason',
    allRead: 'Every file that was recognized could be read.',
    refusedReasons: 'Why entries were refused',
    oddities: 'Oddities in the files',
    where: 'For example at',
    undecided: 'Parts that could not be decided',
    undecidedExplanation: 'Whether an advisory speaks about these could not be told. They are not counted as safe.',
    examples: 'For example',
    parts: 'Parts',
    gaps: 'What this report does not answer',
    area: 'Area',
    count: 'How many',
    remedy: 'What would close it',
    notCountable: 'not countable',
    advisories: 'Age of the advisories',
    ecosystem: 'Ecosystem',
    records: 'Advisories',
    newest: 'Newest',
    imported: 'Imported',
    noAdvisories: 'No advisories are loaded.',
    empty: 'empty set',
    state: 'State',
    whole: 'whole',
    inPart: 'in part',
    withOddities: 'with oddities',
    lookAtFiles: 'a look at the files named above',
  },

  annex: {
    label: 'How it was computed',
    explanation:
      'The method behind every figure of this report, with its version. The same input gives the same bytes.',
    figures: 'Figures of this report',
    figure: 'Figure',
    value: 'Value',
    method: 'Method',
    coverage: 'Coverage',
    noCoverage: 'not a total',
    methods: 'Sections and their methods',
    section: 'Section',
    source: 'Source',
    times: 'Two dates',
    timesBody: <T>(asOf: T, knownAt: T) =>
      say`True as of ${asOf}, with what was known on ${knownAt}. Later evidence changes later reports, never this one.`,
    explain: 'Open any figure down to the line of the file it comes from:',
  },

  summary: {
    depend: 'What we depend on',
    worth: 'What it is worth',
    risk: 'What it risks',
    unread: 'What could not be read',
    next: 'What to do next',
    everythingRead: 'Everything that was found was taken.',
    explainHint: <T>(command: T) => say`Ask any figure why: ${command}`,
    notIn: 'Not in this report',
  },

  accounts,
  advicePage,
  live,
  portal,
  statusPage,

  position,
  standing,
  executive,

  sustain,

  worth,

  quality,
  server,

  alternatives,

  benchmarks,

  conversion,

  contributions: contributionWords,
  administration,
  health,
  access,
  license,
  sizes,
  maturity,
  engagement,
  policy,

  assumptions,
  methods,
  licenseTerms,
  usage,
  advice,
  agility,
  motivators,
  motivatorsPage,

  practices,

  cli: {
    about: 'Headwater tells where your software comes from, what it is worth, what it risks and what to do next.',
    helpAfter: 'Start with `headwater assess PATH`. Then ask any figure why: `headwater explain FIGURE`.',
    commands: {
      assess: 'Assess folders: what they depend on, what it is worth, what it risks',
      scan: 'List what one folder or file depends on',
      explain: 'Show how a figure came about, down to the original bytes',
      serve: server.serve,
      'data-import': 'Take in public advisories (OSV exports) and release lines (endoflife.date) from a folder',
      'data-status': 'Show which advisories are at hand and how old they are',
      'purl-parse': 'Split package URLs into their fields',
      'purl-build': 'Put package URLs together from their fields',
      'purl-validate': 'Check package URLs against the rules of their type',
      'version-compare': 'Tell which of two versions comes first',
      'version-satisfies': 'Tell whether a version lies in a range of its ecosystem',
      'vers-parse': 'Bring version ranges into canonical form',
      'vers-contains': 'Tell whether a range contains a version',
      'cvss-score': 'Score CVSS vectors',
      'license-parse': 'Bring license expressions into canonical form',
      'vuln-match': 'Match packages against advisories',
      'inventory-where': 'Show which products use a package, and through which path',
      'inventory-without': 'Show what would go if a package were gone',
      'inventory-declared': 'Compare a list of declared packages with what was found',
      'sbom-read': 'Read an SBOM or lockfile and tell what was taken',
      'sbom-convert': 'Write a document in another format, and list what it cannot hold',
      'sbom-merge': 'Put several documents together as one',
      'sbom-diff': 'Show what changed from one document to another',
      'sbom-validate': 'Check an SBOM against the published rules of its format',
      'sbom-quality': 'Judge an SBOM field by field, and say what to ask the supplier',
      'contrib-collect': 'Sum up who contributed to repositories, from their git history',
    },
    groups: {
      ...access.groups,
      maturity: maturity.group,
      office: advice.officeGroup,
      motivators: motivators.group,
      health: 'How upstream projects fare',
      data: 'Advisories at hand',
      inventory: 'Questions about what was recorded',
      purl: 'Package URLs, as JSON lines',
      version: 'Versions by the rules of their ecosystem, as JSON lines',
      vers: 'Version ranges, as JSON lines',
      cvss: 'CVSS vectors, as JSON lines',
      license: 'License expressions, as JSON lines',
      vuln: 'Vulnerabilities, as JSON lines',
      sbom: 'SBOMs and lockfiles',
      contrib: 'Contributions',
      value: usage.group,
      admin: 'Looking after Headwater: copies, moves, erasing',
    },
    options: {
      home: 'folder for everything that is kept (default HEADWATER_HOME)',
      output: 'write json, html, markdown or text; to a file as FORMAT=FILE; repeatable',
      json: 'write JSON to standard output',
      offline: 'open no connection',
      sizes: 'most packages to ask registries about; 0 asks for none (default 200)',
      measure: 'fetch archives of packages and count their lines',
      asOf: 'the day to assess for, as YYYY-MM-DD (default today)',
      clones: 'clones of projects in use, or folders that hold them; repeatable',
      inputs: 'how many inputs to show at each step',
      port: 'port to listen on; 0 takes any free one',
      advisories: 'folder with advisories in OSV form',
      language: 'en, ja or de',
      noColor: 'print without color',
    },
    steps: {
      discovering: 'Looking for files',
      reading: 'Reading files',
      recording: 'Keeping the originals',
      loading: 'Loading advisories',
      importing: 'Taking in advisories',
      packing: 'Packing advisories',
      matching: 'Matching advisories',
      measuring: 'Measuring sizes',
      asking: 'Asking registries',
      assessing: 'Assessing',
      saving: 'Keeping the assessment',
      writing: 'Writing the report',
    },
    problemCodes,
    code: (code: string) => `Code: ${code} (headwater explain error ${code})`,
    bug: (id: string) =>
      `Something went wrong inside Headwater. That is our fault, not yours; please report it with this id: ${id}`,
    written: (file: string) => `Wrote ${file}`,
    notRead: (path: string, reason: string) => `Not taken: ${path}: ${reason}`,
    noticed: (path: string, reason: string) => `Odd: ${path}: ${reason}`,
    moreNotShown: (n: number) => `… and ${count(n)} more (see them with --json)`,
    serving: (address: string) => `Headwater is at ${address} (stop with Ctrl+C)`,
    noReport: 'There is no report yet. Make one with: headwater assess PATH',
    data: {
      ecosystem: 'Ecosystem',
      added: 'New',
      updated: 'Updated',
      unchanged: 'Unchanged',
      advisories: 'Advisories',
      newest: 'Newest',
      importedAt: 'Taken in',
      noDate: 'no date',
      none: 'No advisories are at hand. Take some in with: headwater data import DIR',
      imported: (found: number, taken: number, refused: number) =>
        `${count(found)} found = ${count(taken)} taken + ${count(refused)} refused`,
    },
    contributions: {
      revision: 'branch, tag or commit to sum up (default: what is checked out)',
      until: 'last day to count, as YYYY-MM-DD in UTC',
      organization: 'organization.yaml that says who belongs to the organization',
      names: 'list authors by name; own people only where they agreed',
      repository: 'Repository',
      commits: 'Commits',
      merges: 'Merges',
      bots: 'By bots',
      plain: 'By people',
      authors: 'Authors',
      absenceFactor: 'Half rests on',
      topAuthorShare: 'Largest share',
      own: 'Own commits',
      activeDays: 'Own active days',
      smallGroup: 'fewer than shown',
    },
    scan: {
      file: 'File',
      reader: 'Reader',
      format: 'Format',
      found: 'Found',
      taken: 'Taken',
      refused: 'Refused',
      edges: 'Relations',
      services: 'Services',
      part: 'Part',
      version: 'Version',
      directness: 'Asked for',
      scope: 'Needed',
      noVersion: 'not stated',
      total: (parts: number, files: number) =>
        `${count(parts)} ${plural(parts, { one: 'part', other: 'parts' })} in ${count(files)} ${plural(files, { one: 'file', other: 'files' })}`,
      notRecognised: (reason: string) => `Nothing was taken from this file. ${reason}`.trimEnd(),
    },
    validity: {
      valid: 'Valid',
      invalid: (errors: number) => `Invalid: ${count(errors)} ${plural(errors, { one: 'error', other: 'errors' })}`,
      cannotCheck: 'This file has no format that can be checked.',
    },
    inventory: {
      product: 'Product',
      versions: 'Versions',
      path: 'Fewest steps',
      through: 'Through product',
      noPath: 'no document tells how',
      noVersion: 'not stated',
      gone: 'Parts that go with it',
      undecided: 'Cannot be told',
      goneEverywhere: 'Parts that go everywhere',
      unit: 'Unit',
      noUnit: 'no unit',
      declared: 'Declared',
      found: 'Found',
      factor: 'Found ÷ declared',
      onlyDeclared: 'Declared, not found',
      unknownProduct: (product: string) => `No product has the id ${product}.`,
    },
    chain: {
      method: (method: string, version: number) => `computed by ${method}, version ${version}`,
      assumed: (label: string, id: string) => `assumed: ${label} (${id})`,
      declared: (by: string, on: string, note: string) => `declared by ${by} on ${on}: ${note}`,
      evidence: (source: string, at: string, retrieved: string) =>
        `read in ${source}${at === '' ? '' : ` at ${at}`}, retrieved ${retrieved}`,
      verified: 'unchanged',
      moreInputs: (n: number) => `… and ${count(n)} more (show them with --inputs)`,
    },
  },
}

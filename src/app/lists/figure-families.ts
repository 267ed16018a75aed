/**
 * What figures are about, told from their ids: `AREA/METHOD[/SUBJECT]`. Each family of figures (`AREA/METHOD`) says here how
 * its subject reads. A family that is not named tells of the whole organization, and so do totals, whose ids have no subject.
 */

import { productOfDocumentFigure } from '#domain/document-figure.ts'
import type { FigureId } from '#domain/figure.ts'

export type About =
  | { readonly kind: 'organization' }
  /** The same for all who may read anything: assumptions. */
  | { readonly kind: 'everybody' }
  /** Facts of the world. That somebody here needs one is not: they are told inside a chain alone. */
  | { readonly kind: 'world' }
  | {
      readonly kind: 'product' | 'unit' | 'package' | 'part' | 'finding' | 'substitution' | 'fork'
      readonly id: string
    }
  /** A project, or a package of which no project is known. */
  | { readonly kind: 'subject'; readonly id: string }

type Shape = (rest: string) => About

const organization: Shape = () => ({ kind: 'organization' })
const everybody: Shape = () => ({ kind: 'everybody' })
const world: Shape = () => ({ kind: 'world' })

function named(kind: Extract<About, { readonly id: string }>['kind']): Shape {
  return (rest) => (rest === '' ? { kind: 'organization' } : { kind, id: rest })
}

const product = named('product')
const part = named('part')
const ofPackage = named('package')
const subject = named('subject')
const substitution = named('substitution')

/** What comes before the first slash. */
function first(shape: Shape): Shape {
  return (rest) => shape(rest.split('/', 1)[0] ?? '')
}

/** What follows the first slash. */
function second(shape: Shape): Shape {
  return (rest) => shape(rest.includes('/') ? rest.slice(rest.indexOf('/') + 1) : '')
}

/** `product:ID` or `unit:ID`, up to a slash; anything else is about all of them together. */
const productOrUnit: Shape = first((rest) => {
  const [, kind, id] = /^(product|unit):(.+)$/.exec(rest) ?? []
  return id === undefined ? { kind: 'organization' } : { kind: kind === 'unit' ? 'unit' : 'product', id }
})

/** `PRODUCT/PATH` */
const document: Shape = (rest) => product(productOfDocumentFigure(rest))

/** A unit by its id alone, or the word for the whole. */
const unitOrWhole: Shape = first((rest) =>
  rest === '' || rest === 'organization' ? { kind: 'organization' } : { kind: 'unit', id: rest },
)

/** `PRODUCT/PURL`; a product's id may have slashes of its own. */
const productBeforePurl: Shape = (rest) => product(rest.slice(0, Math.max(0, rest.indexOf('/pkg:'))))

const families: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  inventory: {
    document,
    direct: organization,
    'max-depth': organization,
    occurrences: organization,
    packages: organization,
    products: organization,
    projects: organization,
    transitive: organization,
    'unknown-directness': organization,
    versions: organization,
  },
  /** Made when they are asked for; see `domain/recorded-uses.ts`. */
  recorded: {
    use: productBeforePurl,
    // Cut to the products that the reader sees when it is made.
    uses: everybody,
  },
  vulnerabilities: {
    finding: named('finding'),
    'affected-parts': organization,
    'affected-products': organization,
    severity: organization,
    total: organization,
  },
  licenses: {
    statement: part,
    terms: part,
    'known-terms': productOrUnit,
    choices: organization,
    disputed: organization,
    guessed: organization,
    network: organization,
    openness: organization,
    reciprocity: organization,
    stated: organization,
  },
  value: {
    assumption: everybody,
    'yearly-wage': everybody,
    size: ofPackage,
    effort: ofPackage,
    replacement: ofPackage,
    'usage-effort': productOrUnit,
    'usage-replacement': productOrUnit,
    'open-lines': productOrUnit,
    'own-lines': productOrUnit,
    'reuse-share': productOrUnit,
    price: world,
    'alternative-yearly-price': world,
    'alternative-billed': substitution,
    'alternative-discounted': substitution,
    'alternative-fit': substitution,
    'alternative-gross': substitution,
    'alternative-net': substitution,
    'alternative-own-run-cost': substitution,
    'alternative-paid': substitution,
    'alternative-quantity': substitution,
    'alternative-run-cost': substitution,
    'alternative-run-cost-difference': substitution,
    'annual-rebuild': organization,
    'avoided-maintenance': organization,
    'in-bought-products-only': organization,
    'one-program': organization,
    sensitivity: organization,
  },
  agility: {
    assumption: everybody,
    part,
    releases: ofPackage,
    advisory: world,
    history: product,
    'backlog-cost': organization,
    'backlog-hours': organization,
    'updates-behind': organization,
    'change-fail-rate': productOrUnit,
    'change-lead-time': productOrUnit,
    'deployment-frequency': productOrUnit,
    drift: productOrUnit,
    'exposure-window': productOrUnit,
    'fix-availability-lag': productOrUnit,
    libyear: productOrUnit,
    'major-lag': productOrUnit,
    'minor-lag': productOrUnit,
    'patch-lag': productOrUnit,
    pulse: productOrUnit,
    'recovery-time': productOrUnit,
    'release-frequency': productOrUnit,
    'release-gap': productOrUnit,
    'time-to-remediate': productOrUnit,
    'update-cadence': productOrUnit,
    'update-latency': productOrUnit,
    'updates-merged': productOrUnit,
    'version-lag': productOrUnit,
    'vulnerability-days': productOrUnit,
  },
  health: {
    assumption: everybody,
    'absence-factor': subject,
    'criticality-score': subject,
    fact: second(subject),
    falling: subject,
    indicator: second(subject),
    'opencode-level': subject,
    score: subject,
    scorecard: subject,
    'scorecard-check': (rest) => subject(rest.split('#', 1)[0] ?? ''),
    'scorecard-imported': subject,
    'scorecard-offline': subject,
    state: subject,
    declared: second(product),
    lifecycle: part,
    'lifecycle-cycle': world,
    assessed: organization,
    // Counted over the products of every unit.
    criticality: organization,
    'leaning-on-one': organization,
    level: organization,
    quadrant: organization,
    unsupported: organization,
    'where-to-help': organization,
  },
  contribution: {
    assumption: everybody,
    fork: first(named('fork')),
    'active-days': organization,
    'active-days-upstream': organization,
    activity: organization,
    'attributed-commits': organization,
    attribution: organization,
    'critical-coverage': organization,
    developers: organization,
    forks: organization,
    give: organization,
    'give-per-developer': organization,
    'give-to-take': organization,
    labor: organization,
    'labor-upstream': organization,
    ledger: organization,
    'logged-time': organization,
    'marginal-effort': organization,
    'marginal-money': organization,
    money: organization,
    'own-share': organization,
    recent: organization,
    'replacement-share': organization,
    unregistered: organization,
  },
  maturity: {
    answer: second(unitOrWhole),
    confidence: second(productOrUnit),
    indicator: second(productOrUnit),
    level: second(productOrUnit),
    stage: productOrUnit,
    value: second(productOrUnit),
    fork: named('fork'),
    owners: subject,
    declaration: organization,
    distribution: organization,
    people: organization,
    record: organization,
  },
  motivators: {
    'areas-heard': organization,
    conversations: organization,
    counted: organization,
    groups: organization,
    heard: organization,
    level: organization,
    people: organization,
    strength: organization,
    weight: organization,
  },
  advice: {
    assumption: everybody,
    cost: second(ofPackage),
    'carrying-hours': organization,
    releases: ofPackage,
    target: unitOrWhole,
    fork: named('fork'),
    charter: organization,
    continuity: organization,
    decision: organization,
    duty: organization,
    // These weigh the uses of every unit, and so does what follows from them.
    fact: organization,
    occurrence: organization,
    option: organization,
    'product-criticality': organization,
    use: organization,
    goal: organization,
    'goal-progress': organization,
    'handed-over': organization,
    initiative: organization,
    key: organization,
    leadership: organization,
    list: organization,
    output: organization,
    role: organization,
    scenario: organization,
    score: organization,
    service: organization,
    symptom: organization,
    units: organization,
  },
}

/** What a figure is about; undefined for a family that is not named, which is then the whole organization's. */
export function familyAbout(id: FigureId): About | undefined {
  const [area = '', family = ''] = id.split('/', 2)
  const shapes = Object.hasOwn(families, area) ? families[area] : undefined
  const shape = shapes !== undefined && Object.hasOwn(shapes, family) ? shapes[family] : undefined
  return shape?.(id.slice(area.length + family.length + 2))
}

export function aboutOf(id: FigureId): About {
  return familyAbout(id) ?? { kind: 'organization' }
}

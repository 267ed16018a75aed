/**
 * The grammar of CVSS vectors, stricter than calculators are: an unknown metric or value, a metric given twice, a missing
 * base metric or a wrong prefix is an error and never a score of 0.
 */

export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0'

export type CvssVector = {
  readonly version: CvssVersion
  /** The vector without brackets and surrounding space. */
  readonly text: string
  /** Metrics as given. */
  readonly metrics: ReadonlyMap<string, string>
}

type Grammar = {
  readonly prefix: string
  /** Base metrics come first; `base` of them are mandatory. */
  readonly metrics: ReadonlyMap<string, readonly string[]>
  readonly base: number
  /** CVSS 4.0 section 7 fixes the order of metrics; 2.0 and 3.x state a preferred one only. */
  readonly isOrdered: boolean
}

function grammar(prefix: string, base: number, isOrdered: boolean, table: string): Grammar {
  const metrics = new Map<string, readonly string[]>()
  for (const row of table.trim().split(/\s+/)) {
    const [name = '', values = ''] = row.split(':')
    metrics.set(name, values.split(','))
  }
  return { prefix, base, isOrdered, metrics }
}

// A Complete Guide to CVSS 2.0, section 2.4.
const version2 = grammar(
  '',
  6,
  false,
  `AV:L,A,N AC:H,M,L Au:M,S,N C:N,P,C I:N,P,C A:N,P,C
   E:U,POC,F,H,ND RL:OF,TF,W,U,ND RC:UC,UR,C,ND
   CDP:N,L,LM,MH,H,ND TD:N,L,M,H,ND CR:L,M,H,ND IR:L,M,H,ND AR:L,M,H,ND`,
)

// CVSS 3.1 specification, section 6; 3.0 has the same metrics.
const version3 = `AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:H,L,N I:H,L,N A:H,L,N
   E:X,H,F,P,U RL:X,U,W,T,O RC:X,C,R,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L
   MAV:X,N,A,L,P MAC:X,L,H MPR:X,N,L,H MUI:X,N,R MS:X,U,C MC:X,N,L,H MI:X,N,L,H MA:X,N,L,H`

// CVSS 4.0 specification, section 7, table 23.
const version4 = `AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N
   E:X,A,P,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L
   MAV:X,N,A,L,P MAC:X,L,H MAT:X,N,P MPR:X,N,L,H MUI:X,N,P,A MVC:X,H,L,N MVI:X,H,L,N MVA:X,H,L,N
   MSC:X,H,L,N MSI:X,S,H,L,N MSA:X,S,H,L,N
   S:X,N,P AU:X,N,Y R:X,A,U,I V:X,D,C RE:X,L,M,H U:X,Clear,Green,Amber,Red`

const grammars: ReadonlyMap<CvssVersion, Grammar> = new Map([
  ['4.0', grammar('CVSS:4.0/', 11, true, version4)],
  ['3.1', grammar('CVSS:3.1/', 8, false, version3)],
  ['3.0', grammar('CVSS:3.0/', 8, false, version3)],
  ['2.0', version2],
])

/** Reads a vector, or says in one English sentence what is wrong with it. Version 2.0 may stand in round brackets. */
export function readCvssVector(vector: string): CvssVector | { readonly message: string } {
  const trimmed = vector.trim()
  const version = versionOf(trimmed)
  const rules = version === undefined ? undefined : grammars.get(version)
  if (version === undefined || rules === undefined) return { message: 'The prefix names no known version of CVSS.' }
  const text = version === '2.0' && /^\(.*\)$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed
  const metrics = new Map<string, string>()
  const order = [...rules.metrics.keys()]
  let last = -1
  for (const part of text.slice(rules.prefix.length).split('/')) {
    const [name = '', value = '', ...more] = part.split(':')
    const values = rules.metrics.get(name)
    if (values === undefined) return { message: `CVSS ${version} has no metric ${quote(name)}.` }
    if (more.length > 0 || !values.includes(value)) return { message: `${name} cannot be ${quote(value)}.` }
    if (metrics.has(name)) return { message: `${name} is given twice.` }
    const position = order.indexOf(name)
    if (rules.isOrdered && position < last) return { message: `${name} stands in the wrong place.` }
    last = position
    metrics.set(name, value)
  }
  const missing = order.slice(0, rules.base).find((name) => !metrics.has(name))
  return missing === undefined ? { version, text, metrics } : { message: `${missing} is missing.` }
}

function versionOf(text: string): CvssVersion | undefined {
  if (!text.startsWith('CVSS:')) return '2.0'
  return (['4.0', '3.1', '3.0'] as const).find((version) => text.startsWith(`CVSS:${version}/`))
}

function quote(text: string): string {
  return `'${text.length > 20 ? `${text.slice(0, 20)}…` : text}'`
}

/** The colors of look.md, for the portal and for whatever else shows a drawing: `--name` by scheme. */

export const tokenNames = [
  'ground',
  'card',
  'ink',
  'muted',
  'brand',
  'good',
  'watch',
  'act',
  'given',
  'line',
  'soft',
] as const

export type Token = (typeof tokenNames)[number]
export type Tokens = Readonly<Record<Token, string>>

export const lightTokens: Tokens = {
  ground: '#F7F9FA',
  card: '#FFFFFF',
  ink: '#13232C',
  muted: '#4A5C66',
  brand: '#0B6175',
  good: '#2F6B3A',
  watch: '#8A5200',
  act: '#A63A1B',
  given: '#6A3D8F',
  line: '#7A8B94',
  soft: '#DDE4E7',
}

export const darkTokens: Tokens = {
  ground: '#0E171C',
  card: '#15222A',
  ink: '#E6EEF2',
  muted: '#A9BAC4',
  brand: '#5FC3D9',
  good: '#7CC98A',
  watch: '#E8B35A',
  act: '#F08C6C',
  given: '#C7A2E8',
  line: '#6F828D',
  soft: '#2A3A44',
}

/** Declarations for a rule: `--ground: #F7F9FA; …`. */
export function tokenDeclarations(tokens: Tokens): string {
  return tokenNames.map((name) => `--${name}: ${tokens[name]};`).join(' ')
}

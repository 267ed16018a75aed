import { cocomo81 } from '#value/cocomo81.ts'
import { defineEffortModel } from '#value/effort-model.ts'

export const model = defineEffortModel({
  id: 'cocomo81-semi-detached',
  version: 1,
  label: 'Basic COCOMO 81, semi-detached',
  formula: 'Basic COCOMO 81, semi-detached: 3.0 · KSLOC^1.12 person-months',
  explanation: 'Mixed experience and a mixture of loose and strict requirements.',
  source: 'Boehm, Software Engineering Economics (1981); constants as in sloccount 2.26 and scc (d8eda2b)',
  ...cocomo81({ a: 3.0, b: 1.12, c: 2.5, d: 0.35 }),
})

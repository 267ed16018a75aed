import { cocomo81 } from '#value/cocomo81.ts'
import { defineEffortModel } from '#value/effort-model.ts'

export const model = defineEffortModel({
  id: 'cocomo81-embedded',
  version: 1,
  label: 'Basic COCOMO 81, embedded',
  formula: 'Basic COCOMO 81, embedded: 3.6 · KSLOC^1.20 person-months',
  explanation: 'Tight constraints of hardware, operation or regulation: the highest of the three modes.',
  source: 'Boehm, Software Engineering Economics (1981); constants as in sloccount 2.26 and scc (d8eda2b)',
  ...cocomo81({ a: 3.6, b: 1.2, c: 2.5, d: 0.32 }),
})

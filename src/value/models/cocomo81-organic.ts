import { cocomo81 } from '#value/cocomo81.ts'
import { defineEffortModel } from '#value/effort-model.ts'

export const model = defineEffortModel({
  id: 'cocomo81-organic',
  version: 1,
  label: 'Basic COCOMO 81, organic',
  formula: 'Basic COCOMO 81, organic: 2.4 · KSLOC^1.05 person-months',
  explanation: 'Small teams, familiar work, loose requirements: the lowest of the three modes.',
  source: 'Boehm, Software Engineering Economics (1981); constants as in sloccount 2.26 and scc (d8eda2b)',
  ...cocomo81({ a: 2.4, b: 1.05, c: 2.5, d: 0.38 }),
})

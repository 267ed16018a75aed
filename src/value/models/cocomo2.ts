import { cocomo2 } from '#value/cocomo2.ts'
import { defineEffortModel } from '#value/effort-model.ts'

const nominal = cocomo2()

export const model = defineEffortModel({
  id: 'cocomo2',
  version: 1,
  label: 'COCOMO II, nominal',
  formula: 'COCOMO II, nominal: 2.94 · KSLOC^1.0997 person-months',
  explanation:
    'The later model with all scale factors and effort multipliers nominal: 2.94 person-months for a thousand lines, exponent 1.0997. It was calibrated on industrial projects, far larger than most packages.',
  source:
    'Boehm et al., Software Cost Estimation with COCOMO II (2000); 2.94 and 1.0997 as in Harvard Business School Working Paper 24-038',
  effort: nominal.effort,
  schedule: nominal.schedule,
})

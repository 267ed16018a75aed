import { officeCommand } from '#cli/office-command.ts'

export const command = officeCommand({
  name: 'goals',
  summary: (words) => words.advice.commands.goals,
  json: ({ assessment }) => ({ goals: assessment.sustain.servedGoals, withoutGoal: assessment.sustain.withoutGoal }),
  text: async () => (await import('#cli/office-text.ts')).goalsText,
})

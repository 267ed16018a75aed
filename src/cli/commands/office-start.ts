import { officeCommand } from '#cli/office-command.ts'

export const command = officeCommand({
  name: 'start',
  summary: (words) => words.advice.commands.start,
  json: ({ assessment }) => ({ profile: assessment.profile, ...assessment.start, assumptions: assessment.assumptions }),
  text: async () => (await import('#cli/office-text.ts')).startText,
})

import { officeCommand } from '#cli/office-command.ts'

export const command = officeCommand({
  name: 'continuity',
  summary: (words) => words.advice.commands.continuity,
  json: ({ assessment }) => ({ ...assessment.sustain }),
  text: async () => (await import('#cli/office-text.ts')).continuityText,
})

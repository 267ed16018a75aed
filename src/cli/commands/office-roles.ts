import { officeCommand } from '#cli/office-command.ts'

export const command = officeCommand({
  name: 'roles',
  summary: (words) => words.advice.commands.roles,
  json: ({ assessment }) => ({ roles: assessment.roles }),
  text: async () => {
    const { rolesText } = await import('#cli/office-text.ts')
    return (now, tell) => {
      const recent = now.assessment.assumptions.find(({ id }) => id === 'S-recent-days')
      return rolesText(now, Number(recent?.central ?? 0), tell)
    }
  },
})

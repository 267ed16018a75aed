import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['purl', 'validate'],
  summary: (words) => words.cli.commands['purl-validate'],
  firstField: 'purl',
  load: async () => (await import('#app/answers/purl.ts')).answerPurlValidate,
})

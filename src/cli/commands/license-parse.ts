import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['license', 'parse'],
  summary: (words) => words.cli.commands['license-parse'],
  firstField: 'expression',
  load: async () => (await import('#app/answers/license.ts')).answerLicenseParse,
})

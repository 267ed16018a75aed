import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['vers', 'parse'],
  summary: (words) => words.cli.commands['vers-parse'],
  firstField: 'range',
  load: async () => (await import('#app/answers/vers.ts')).answerVersParse,
})

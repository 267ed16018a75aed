import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['vers', 'contains'],
  summary: (words) => words.cli.commands['vers-contains'],
  firstField: 'range',
  load: async () => (await import('#app/answers/vers.ts')).answerVersContains,
})

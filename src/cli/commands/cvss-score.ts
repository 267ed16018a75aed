import { definePipe } from '#cli/pipe.ts'

export const command = definePipe({
  path: ['cvss', 'score'],
  summary: (words) => words.cli.commands['cvss-score'],
  firstField: 'vector',
  load: async () => (await import('#app/answers/cvss.ts')).answerCvssScore,
})

import { code } from '#report/block.ts'
import { defineSection } from '#report/section.ts'

/** The tables of figures and of methods are added by `buildReport`, which knows what every section showed. */
export const section = defineSection({
  id: 'method-annex',
  order: 90,
  label: (words) => words.annex.label,
  explanation: (words) => words.annex.explanation,
  source: 'Headwater: figures and evidence',
  render: ({ assessment, words }) => [
    { type: 'heading', text: words.annex.times },
    {
      type: 'paragraph',
      content: words.annex.timesBody(
        { type: 'date', date: assessment.asOf },
        { type: 'date', date: assessment.knownAt },
      ),
    },
    { type: 'paragraph', content: [words.annex.explain, ' ', code('headwater explain FIGURE')] },
  ],
})

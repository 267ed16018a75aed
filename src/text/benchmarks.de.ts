/** Words about benchmarks, in German. */

import type { benchmarks as en } from './benchmarks.en.ts'

export const benchmarks: typeof en = {
  beside: (date, respondents) =>
    `Umfragemittel von ${respondents} Organisationen, ${date}. Es steht neben Ihrem eigenen Wert, gerechnet wird damit nicht.`,
  about: (value) => `etwa ${value}`,
  labels: {
    'forks-carried': 'Mitgeführte private Abspaltungen',
    'hours-of-a-fork': 'Arbeit an einer Abspaltung',
    'hours-of-all-forks': 'Arbeit an allen Abspaltungen',
    'cost-of-all-forks': 'Kosten aller Abspaltungen',
    'return-of-using': 'Ertrag aus der Nutzung von Open Source',
    'return-of-contributing': 'Ertrag aus Beiträgen im Mittel',
    'return-of-code': 'Ertrag aus Beiträgen von Quelltext',
    'return-of-community': 'Ertrag aus Arbeit in Communitys',
    'return-of-money': 'Ertrag aus Geldbeiträgen',
    'return-of-foundations': 'Ertrag aus Arbeit in Stiftungen',
  },
  units: {
    forks: 'Abspaltungen',
    'hours-a-release': 'Stunden je Version',
    'usd-a-release': 'US-Dollar je Version',
    'benefit-to-cost': 'mal die Kosten',
  },
}

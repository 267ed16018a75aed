/** Words about benchmarks, in Japanese. */

import type { benchmarks as en } from './benchmarks.en.ts'

export const benchmarks: typeof en = {
  beside: (date, respondents) =>
    `${date} 公表の調査における ${respondents} 組織の平均。自組織の値と並べて示すだけで、計算には使いません。`,
  about: (value) => `約 ${value}`,
  labels: {
    'forks-carried': '抱えている非公開フォーク',
    'hours-of-a-fork': 'フォーク一つの手間',
    'hours-of-all-forks': '全フォークの手間',
    'cost-of-all-forks': '全フォークの費用',
    'return-of-using': 'オープンソース利用の効果',
    'return-of-contributing': '貢献の効果(平均)',
    'return-of-code': 'コードによる貢献の効果',
    'return-of-community': 'コミュニティ活動の効果',
    'return-of-money': '資金提供の効果',
    'return-of-foundations': '財団での活動の効果',
  },
  units: {
    forks: '件',
    'hours-a-release': '時間(リリースごと)',
    'usd-a-release': '米ドル(リリースごと)',
    'benefit-to-cost': '倍(費用に対して)',
  },
}

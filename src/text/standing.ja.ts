/** オープンソースへの取り組みの現在地についての報告書の言葉（日本語）。 */

import { say } from './phrase.ts'
import type { standing as english } from './standing.en.ts'

export const standing: typeof english = {
  label: '現在地',
  explanation:
    '部門がオープンソースにどう取り組んでいるかを、証拠で示します。取り組みは「否認」から「リーダーシップ」まで、段階はオフィスにできることを表します。レベルは幅で示し、始まりは未知を「満たさない」、終わりは「満たす」とみなした値です。',
  engagement: '取り組み',
  stage: 'オフィスの段階',
  confidence: '確かさ',
  engagementIs: <T>(from: T) => say`証拠が示すもの：${from}。`,
  engagementMayBe: <T>(from: T, to: T) => say`証拠が示すもの：${from}。まだ分からないことを含めると最大で ${to}。`,
  stageIs: <T>(from: T) => say`オフィス：${from}。`,
  stageMayBe: <T>(from: T, to: T) => say`オフィス：${from}。まだ分からないことを含めると最大で ${to}。`,
  notAssessed: 'まだ証拠を調べていないため、レベルについては何も言えません。',
  notAssessedBody: '証拠で答えられない質問は次のコマンドで表示できます。回答は六か月有効です。',
  ladder: '部門のレベルと目標',
  ladderExplanation: '縦線まで：証拠が示すもの。斜線：ありうるが分からないもの。三角：定められた目標。',
  ladderTable: '部門ごとのレベル',
  ladderNote: '回答だけに基づくレベルは「申告」であり、示されたものではありません。',
  functions: '部門と領域ごとのレベル',
  unit: '部門',
  function: '領域',
  level: 'レベル',
  target: '目標',
  known: '分かっている指標',
  next: '最も手軽な次の一歩',
  cost: '手間',
  noTarget: '未設定',
  findings: '食い違い',
  contradiction: <T>(unit: T, indicator: T) =>
    say`${unit}：「${indicator}」に「はい」と答えていますが、証拠は異なります。証拠を採ります。`,
  practiceAhead: <T>(unit: T) => say`${unit}：実践がオフィスの力より先に進んでいます。`,
  officeAhead: <T>(unit: T) => say`${unit}：オフィスが実践より先に進んでいます。`,
  expired: <T>(unit: T, what: T, since: T) => say`${unit}：${what} は ${since} から数えられません。`,
  targetMissed: <T>(unit: T, area: T, until: T) => say`${unit}：${area} の目標の期限は ${until} でした。`,
  indicators: 'すべての指標（組織全体）',
  indicator: '指標',
  state: '状態',
  evidence: '証拠',
  until: '有効期限',
  none: 'なし',
  units: () => '部門',
}

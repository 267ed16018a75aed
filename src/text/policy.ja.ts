/** Words about the policy gate, in Japanese. */

import type { policy as en } from './policy.en.ts'

export const policy: typeof en = {
  command: 'フォルダーや SBOM を方針と決定に照らして検査する（拒否があれば終了コード 1）',
  options: {
    failOn: 'deny（既定）、review、none：終了コード 1 とする最も軽い結果',
    policy: '方針のファイル（既定はフォルダーの policy.yaml、次に記録済みのもの、次に付属のもの）',
    decisions: '決定の追加ファイル（繰り返し可）',
    printPolicy: 'ほかに方針がないときに働く方針を出力する',
    part: 'パッケージ URL：使ってよいか、貢献してよいか',
    use: '使用について尋ねる（既定）',
    contribute: '貢献について尋ねる',
    product: 'この製品の中で',
    unit: 'この部門の中で',
  },
  outcomes: {
    deny: '拒否',
    review: '要確認',
    allow: '許可',
    'allow-with-conditions': '条件付きで許可',
    unknown: '判断できない',
  },
  aspects: { license: 'ライセンス', vulnerability: '脆弱性', health: 'プロジェクト' },
  states: {
    unsupported: 'サポートする人がいない',
    dormant: '休止中',
    weak: '弱い',
    falling: '衰えつつある',
    'one-person': '一人が支えている',
  },
  unknownTerms: '条件が不明',
  rule: '規則',
  reason: '理由',
  wayOut: '対処',
  place: '場所',
  usedBy: '使用先',
  wayOuts: {
    upgrade: (version) => `${version} 以降に更新する`,
    noFix: '含まないバージョンは知られていない。緩和するか、置き換えるか、修正を手伝う',
    replace: (by) => (by === null ? '別のものを使う' : `代わりに ${by} を使う`),
    stateLicense: '条件を調べて SBOM に記すか、取り除く',
    askException: (rule, part) =>
      `期限付きの例外を求める：policy.yaml の waivers に「${rule}」の項を加える${part === null ? '' : `か、headwater decide ${part} --outcome allow --until DAY`}`,
    meetConditions: (conditions) => `守ること：${conditions}`,
    engage: (part) => `どうすべきか尋ねる：headwater engage ${part}`,
  },
  waivedHead: '例外により通したもの',
  waivedUntil: (what, id, until) =>
    until === null ? `${what}：${id}（置き換えられるまで）` : `${what}：${id}（${until} まで）`,
  notJudged: (aspect, parts, of) =>
    `未判定（${aspect}）：${of} 個の部品のうち ${parts} 個。何も見つからなかったことと同じではない。`,
  importHint: '警告情報を取り込む：headwater data import DIR',
  clean: (parts) => `${parts} 個の部品に、拒否や要確認のものはない。`,
  summary: (denied, review, waived, parts) => `部品 ${parts} 個：拒否 ${denied}、要確認 ${review}、例外 ${waived}`,
  by: (name) => `方針：${name}`,
  defaultName: 'Headwater 付属のもの（--print-policy で出力）',
  expired: (file, where, detail) => `${file}、${where}：決定の期限が切れている（${detail}）`,
  lane: '経路',
  until: '期限',
  conditions: '条件',
  noRule: '答える規則がない。',
}

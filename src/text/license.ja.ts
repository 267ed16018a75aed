/** Words about licenses, in Japanese. */

import type { license as en } from './license.en.ts'

export const license: typeof en = {
  compat: 'あるライセンスの素材を別のライセンスの成果物に入れてよいかを答える',
  explain: 'ライセンスが求めることと、自由記述をどう読んだかを示す',
  matrix: 'OSADL の表の写し(既定: データフォルダーの data/osadl-matrix.json)',
  asset: 'software、content、data、hardware、model、font のどれとして判断するか(既定 software)',
  expression: 'ライセンス式',
  guessed: '推測',
  guessedBy: (text, rule) => `「${text}」を規則「${rule}」で読んだもの。確認した人はいません`,
  notRead: (text) => `「${text}」はライセンスとして読めませんでした。不明として扱い、寛容とはみなしません。`,
  chosen: '選んだもの',
  opennessHead: '開放度',
  reciprocityHead: '還元の範囲',
  networkHead: 'ネットワーク',
  network: 'ネットワーク越しの利用も配布とみなされます',
  openness: {
    open: 'オープン',
    'source-available': 'ソースは見られるがオープンではない',
    'use-restricted': '用途に制限がありオープンではない',
    closed: 'クローズド',
    unknown: '不明',
  },
  reciprocity: {
    none: '表示のほかは何もない',
    weak: 'その成果物自体への変更',
    strong: 'それを組み込んだ成果物全体',
    network: '成果物全体。ネットワーク越しの提供も含む',
    'share-alike': 'そこから作ったコンテンツやデータ',
    restricted: '還元の問題ではなく、利用が制限されている',
    unknown: '不明',
  },
  osi: 'OSI 承認',
  fsf: 'FSF が自由と認める',
  deprecated: '廃止された識別子',
  noFamily: '当方の表にないため、何も仮定しません。',
  source: (source) => `出典: ${source}`,
  noAdvice: 'ライセンス文の当方による読み方であり、法的助言ではありません。',
}

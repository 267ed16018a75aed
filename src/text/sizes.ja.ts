/** Words about sizes of packages, in Japanese. */

import type { sizes as en } from './sizes.en.ts'

const count = (n: number): string => n.toLocaleString('ja-JP')

export const sizes: typeof en = {
  confirm: 'パッケージの規模を自分で申告する（他のどの値よりも優先されます）',
  calibrate: 'エコシステムごとに、公開サイズから行数を見積もる関係を測定する',
  options: {
    lines: '人が書いたコードの行数',
    raw: '配布されたままのコードの行数（省略時は同じ値）',
    by: '申告者：organization.yaml の people にある ID',
    note: '根拠',
    folder: '保管済みの値の代わりに、このフォルダーのアーカイブを数える',
    save: '較正結果を保管し、以後の見積もりに使う',
  },
  confirmed: (purl, lines, raw) => `${purl}：${count(lines)} 行、配布時 ${count(raw)} 行（申告値）`,
  nothingChanged: '変わる数値はありません。このパッケージは行数では評価されません。',
  moreChanged: (n) => `… ほか ${count(n)} 件の数値（--json で表示）`,
  next: '保管しました。次回の評価に反映されます：headwater assess PATH',
  head: {
    figure: '数値',
    before: '変更前',
    after: '変更後',
    target: '行数',
    medianError: '誤差の中央値',
    withinTwo: '2 倍以内',
    checkedError: '交差検証の誤差',
    checkedWithinTwo: '交差検証で 2 倍以内',
  },
  targets: { deduplicated: '書かれたまま', raw: '配布されたまま' },
  sizedBy: { archive: 'アーカイブ', 'unpacked files': '展開後のファイル' },
  calibrated: (type, samples, of) =>
    `${type}：行数 = exp(a) · バイト数^b（${count(samples)} パッケージ、${of}のサイズによる）`,
  saved: '保管しました。以後、このエコシステムで数えられていない規模は、この誤差を付けて見積もります。',
  notSaved: '保管していません。保管するには --save を付けてください。',
  refused: {
    'too-few': (type, n) =>
      `${type}：行数と公開サイズの両方が分かるパッケージが ${count(n)} 件では足りません。30 件必要です。数えるには：headwater assess PATH --measure`,
    'no-spread': (type, n) => `${type}：${count(n)} 件のパッケージがすべて同じサイズのため、何も導けません。`,
  },
}

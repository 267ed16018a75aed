/** Words about converting, merging and comparing documents, in Japanese. */

import type { conversion as en } from './conversion.en.ts'

const numbers = new Intl.NumberFormat('ja-JP')
const count = (n: number): string => numbers.format(n)

export const conversion: typeof en = {
  output:
    'cyclonedx-1.7、cyclonedx-1.6、spdx-2.3、spdx-3.0 のいずれかを書き出す。ファイルへは「形式=ファイル」。複数指定可',
  cannotHold: (label) => `${label} では表せないもの、表し方が変わるもの:`,
  losses: {
    kind: 'この種類の部品は表せない',
    version: 'バージョンが許される長さを超えている',
    scope: '何のために必要かを表せない',
    directness: '直接か間接かを裏づける関係がない',
    relation: '部品は自分自身を使えない',
    'license-expression': 'ライセンス式が名称として書かれた',
    'license-found': 'ファイル中に見つかったライセンスを置く場所がない',
    'license-list': '複数のライセンスが一つの式になった',
    'license-portion': 'ライセンスの対象部分を置く場所がない',
    'license-reference': '自由な文が抽出ライセンスへの参照になった',
    'license-spelling': 'ライセンスは正規の表記で書かれた',
    'license-text': 'ライセンス参照の本文が手元にない',
    hash: 'ハッシュの種類または長さが許されていない',
    supplier: '供給者は一行で書かれた',
    'source-address': 'ソースのアドレスの表記が変わった、または置く場所がない',
    deprecation: '公開元が非推奨としたことを記す場所がない',
    reference: '部品の参照名が許されず、置き換えられた',
    subject: '文書は対象を示していないため、名前を付けた',
    'subject-as-part': '対象の製品が部品の一つとして書かれた',
    refused: '項目を読み取れなかった',
    services: 'サービスは引き継がれない',
    field: 'ここでは読まれない項目のため引き継がれない(回数)',
  },
  places: (n, first) =>
    first.length === 0 ? `${count(n)} 件` : `${count(n)} 件。${n > first.length ? '先頭: ' : ''}${first.join('、')}`,
  disagreements: (n) => `文書の間に ${count(n)} 件の食い違いがある。どの記述も残した:`,
  disagreeing: {
    subject: '対象',
    licenses: 'ライセンス',
    hashes: 'ハッシュ',
    supplier: '供給者',
    'source-address': 'ソースのアドレス',
    name: '名前',
  },
  diff: {
    added: '増えた部品',
    removed: 'なくなった部品',
    versionChanged: 'バージョンの違い',
    licenseChanged: 'ライセンスの違い',
    scopeChanged: '用途の違い',
    contentChanged: '同じバージョンで中身の違うもの',
    edges: '双方にある部品どうしの関係',
    directions: { newer: '新しい', older: '古い', same: 'エコシステムの順序では同じ' },
    subject: '製品そのもの',
    notStated: '記載なし',
    more: (n) => `ほか ${count(n)} 件(--json で表示)`,
    unchanged: (n) => `変わらない部品 ${count(n)} 件`,
  },
}

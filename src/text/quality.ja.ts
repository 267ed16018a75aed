/** Words about the quality of an SBOM, in Japanese. */

import type { quality as en } from './quality.en.ts'

const numbers = new Intl.NumberFormat('ja-JP')
const count = (n: number): string => numbers.format(n)

export const quality: typeof en = {
  options: {
    profile: '一つの基準だけで評価: ntia-2021、cisa-2025-draft、bsi-tr-03183-2 のいずれか',
    lockfile: '同じ製品のロックファイルと比べる',
  },
  file: 'ファイル',
  about: '対象',
  noSubject: 'どの製品についてのものか書かれていません',
  format: '形式',
  parts: '記載された部品',
  field: '項目',
  meaning: '内容',
  need: '要否',
  state: '結果',
  coverage: '記載のある部品',
  draft: '(草案)',
  needs: { required: '必須', 'if-exists': 'あれば必須', recommended: '推奨', optional: '任意' },
  states: { met: 'あり', missed: '不足', 'in-part': '一部', absent: '記載なし', unknown: '未確認' },
  profileMet: (of) => `必須項目はすべてそろっています(${count(of)} 項目中 ${count(of)} 項目)。`,
  profileMissed: (met, of) => `必須 ${count(of)} 項目のうち ${count(met)} 項目があります。残りを依頼してください。`,
  profileOpen: (met, of) =>
    `必須 ${count(of)} 項目のうち ${count(met)} 項目があります。残りはこの形式の書き方では判定できませんでした。`,
  ofParts: (known, of) => `${count(of)} 件中 ${count(known)} 件`,
  identifiers: '識別子: 各部品をほかの場所でも特定できるか',
  purlsValid: (known, of) => `部品 ${count(of)} 件のうち ${count(known)} 件に、規則どおりの package URL があります。`,
  purlsExact: (known, of) =>
    `部品 ${count(of)} 件のうち ${count(known)} 件は、既知の種類とバージョンが書かれており、照会できます。`,
  purlsResolved: (percent, asked) => `照会した ${count(asked)} 件のうち ${percent} % が実在します。`,
  purlsNotAsked: '実在するかどうかは照会していません。',
  purlFaults: {
    none: 'package URL がありません',
    invalid: 'package URL の書き方に誤りがあります',
    'unknown-type': '照会できない種類の package URL です',
    'no-version': 'package URL にバージョンがありません',
  },
  agreement: 'ロックファイルとの比較',
  agreeBoth: (both) => `${count(both)} 件のパッケージのバージョンが両方にあります。`,
  agreeRecall: (percent, missing) =>
    `ロックファイルの ${percent} が SBOM にあります。${count(missing)} 件が SBOM にありません。`,
  agreePrecision: (percent, extra) =>
    `SBOM に書かれたもののうち ${percent} がロックファイルにあります。${count(extra)} 件はありません。`,
  sbomqs: (score, grade) => `参考: sbomqs の点数 10 点中 ${score} 点、評価 ${grade}`,
  requests: '供給者に依頼できること',
  noConformity: 'この表は項目の有無を見たものです。内容が正しいかどうかは示さず、適合の証明にはなりません。',
  as: (what, asked) => `${what}(${asked})`,
  askDocument: (what) => `SBOM に${what}を記載してください。`,
  askParts: (what, missing, total, example) =>
    `部品 ${count(total)} 件のうち ${count(missing)} 件${example === null ? '' : `(例: ${example})`}に、${what}を記載してください。`,
  askFormat: (formats) => `SBOM を ${formats} 以降の形式でお送りください。`,
  askWithoutVulnerabilities: '脆弱性の情報は SBOM に含めず、別の文書としてお送りください。',
  checks: {
    'document-author': { label: '一覧の作成者', ask: '作成者とそのメールまたはウェブのアドレス' },
    'document-completeness': { label: '既知の漏れ', ask: 'どこまで網羅しているかの説明' },
    'document-format': { label: '形式とその版', ask: '現行の形式' },
    'document-identity': { label: 'SBOM のアドレス', ask: 'SBOM そのもののアドレス(URI)' },
    'document-lifecycle': { label: 'ビルドの前・中・後のいつ作られたか', ask: '作成した段階(ビルドの前・中・後)' },
    'document-subject': { label: '対象の製品', ask: '対象の製品とバージョン' },
    'document-timestamp': { label: '一覧の作成日時', ask: 'RFC 3339 の書き方による作成日時' },
    'document-tool': { label: '一覧を作ったツール', ask: '作成に使ったツール' },
    'document-without-vulnerabilities': { label: '脆弱性を含まない', ask: '脆弱性を含まないこと' },
    'part-archive': { label: 'アーカイブかどうか', ask: 'アーカイブかどうか' },
    'part-completeness': { label: '依存の一覧が完全かどうか', ask: '依存関係の一覧が完全かどうか' },
    'part-deployable-url': { label: 'ファイルの入手先', ask: '納品されるファイルのアドレス' },
    'part-effective-license': { label: '適用されるライセンス', ask: '適用されるライセンス' },
    'part-executable': { label: '実行できるかどうか', ask: '実行可能かどうか' },
    'part-filename': { label: 'ファイル名', ask: 'ファイル名' },
    'part-hash': { label: 'ファイルのハッシュ値', ask: '納品されるファイルのハッシュ値' },
    'part-identifier': { label: 'データベースで使える識別子', ask: 'package URL や CPE などの一意の識別子' },
    'part-license': { label: 'ライセンス', ask: 'SPDX の式によるライセンス' },
    'part-name': { label: '名前', ask: '名前' },
    'part-reachable': { label: '製品からの道筋', ask: '製品からその部品に至る依存関係' },
    'part-relationship': { label: '何が使い、何を使うか', ask: '依存関係(ない場合はその旨)' },
    'part-security-contact': { label: '脆弱性の連絡先', ask: 'security.txt のアドレス' },
    'part-source-hash': { label: 'ソースコードのハッシュ値', ask: 'ソースコードのハッシュ値' },
    'part-source-url': { label: 'ソースコードの所在', ask: 'ソースコードのアドレス' },
    'part-structured': { label: '中身を区別できるか', ask: '中身を区別できるか(構造化されているか)' },
    'part-supplier': { label: '供給者', ask: '供給者または作成者とそのメールまたはウェブのアドレス' },
    'part-version': { label: 'バージョン', ask: 'バージョン' },
  },
}

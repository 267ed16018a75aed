/** Headwater自身の管理に関する言葉（日本語）。 */

import type { administration as english } from './administration.en.ts'

const numbers = new Intl.NumberFormat('ja-JP')
const count = (n: number): string => numbers.format(n)

export const administration: typeof english = {
  commands: {
    migrate: 'データベースをこの版のスキーマに合わせる',
    backup: '保存しているすべてを1つのファイルに書き出し、目録を添える',
    restore: 'backupが書いたものを検査してから元に戻す',
    move: 'すべてを別のデータベースに写し、両方を比べる',
    doctor: 'Headwaterを支えるものが健全かどうかを調べる',
    dependencyTrack: 'Dependency-Trackサーバーからプロジェクト、SBOM、判断を引き継ぐ',
    notifyTest: 'メールまたはWebhookで試し送りをし、結果を示す',
  },
  options: {
    portable: 'SQLiteとPostgreSQLのどちらにも戻せる形式で',
    force: 'データベースが空でなくても行う: SQLiteのファイルは脇に残し、PostgreSQLは空にする',
    moveTo: '移す先: フォルダー、PostgreSQLのアドレス、または標準入力からアドレスを読む -',
    all: '抜き取りではなく原本をすべて読む',
    server: 'Dependency-Trackサーバーのアドレス',
    keyFile: 'APIキーのファイル（既定は変数DEPENDENCY_TRACK_KEY）',
    folder: 'SBOMとorganization.yamlをこのフォルダーにも書き、assessできるようにする',
    dryRun: '引き継ぐ内容を示すだけにする',
    eachVersion: 'バージョンごとに別の製品にする',
    mailTo: 'HEADWATER_SMTP_URLを通してメールを送るアドレス',
    webhook: '変数HEADWATER_WEBHOOK_SECRETで署名したWebhookを送るアドレス',
  },
  migrated: (step, taken) =>
    taken === 0
      ? `データベースは段階${step}にあり、することはありませんでした。`
      : `データベースは段階${step}になりました（${count(taken)}段階を実行）。`,
  backedUp: (path, tables, rows) => `${count(tables)}個の表の${count(rows)}行を${path}に書きました`,
  backupRemark: (reason) => `pg_dumpを使えなかったため、共通の形式で書きました: ${reason}`,
  restored: (address, tables, rows) => `${count(tables)}個の表の${count(rows)}行を${address}に戻しました`,
  restoredBefore: (path) => `以前のものは${path}として残してあります`,
  withoutManifest: 'ファイルの隣に目録がないため、ファイル自身が示すことだけを検査しました。',
  moved: (from, to) => `${from}と${to}の内容は同じです:`,
  moveNext: {
    postgresql: '今後新しいデータベースを使うにはDATABASE_URLを設定してください。元のデータベースは変わっていません。',
    home: (address) => `今後は--home ${address}を使ってください。元のデータベースは変わっていません。`,
  },
  tableHead: ['表', '行', 'SHA-256'],
  states: { good: '良好', watch: '注意', act: '要対応' },
  doctorHead: ['状態', '対象', '結果'],
  checks: {
    schema: {
      label: 'データベースのスキーマ',
      why: 'データベースとプログラムが合っていません。',
      next: '`headwater admin migrate`を実行してください。',
    },
    database: {
      label: 'データベース',
      why: 'データベースのファイルが壊れているか、存在しない行を参照する行があります。',
      next: '`headwater admin restore FILE`で最後のバックアップに戻し、ディスクを調べてください。',
    },
    originals: {
      label: 'ハッシュが正しい原本',
      why: 'これらの原本はないか、元の内容と異なります。それに基づく数値は信頼できません。',
      next: '最後のバックアップに戻すか、元のファイルから評価し直してください。',
    },
    'loose-ends': {
      label: '裏付けのない行',
      why: 'データベースが外部から変更されました。',
      next: '`headwater admin restore FILE`で最後のバックアップに戻してください。',
    },
    clock: {
      label: '最新の記録と時計',
      why: '未来の日時で記録されたものがあり、今日時点の問いには現れません。時計が狂っているか、狂っていました。',
      next: 'このコンピューターと、このデータベースに書く他のコンピューターの時計を合わせてください。',
    },
    'disk-space': {
      label: '空き容量',
      why: 'ディスクがいっぱいになるとアップロードはすべて止まり、バックアップにはデータベースと同じ容量が必要です。',
      next: '容量を空けるか、`headwater admin move --to DIR`で移してください。',
    },
    permissions: {
      label: 'フォルダーの権限',
      why: 'このコンピューターの他の利用者が保存内容を読めます。',
      next: '示されたパスに`chmod -R go= `を実行してください。',
    },
    cache: {
      label: 'キャッシュ',
      why: '90日間使われていないファイルが容量を占めています。',
      next: 'フォルダーを削除してください。必要なものは作り直されます。',
    },
    git: {
      label: 'git',
      why: '貢献と健全性はgit 2.30以降でクローンから読み取ります。',
      next: '新しいgitをインストールしてください。',
    },
    browser: {
      label: 'Chromium',
      why: 'PDFの報告書の描画に使います。それ以外はなくても動きます。',
      next: 'chromiumをインストールするか、PDFなしで使ってください。',
    },
  },
  imported: {
    would: '何も保存していません。引き継ぐ内容は次のとおりです。',
    summary: (projects, sboms, decisions) =>
      `プロジェクト${count(projects)}件、SBOM${count(sboms)}件、判断${count(decisions)}件`,
    resumed: (projects) => `${count(projects)}件のプロジェクトは以前の実行で引き継ぎ済みです。`,
    head: ['プロジェクト', 'バージョン', '製品', '部品', '判断'],
    refused: (what, why) => `引き継げません: ${what}（${why}）`,
    reasons: {
      forbidden: 'このキーでは読めません',
      missing: 'サーバーにありません',
      unreadable: '読み取れるSBOMではありません',
      failed: 'サーバーが応答しませんでした',
      inside: 'アドレスが内部を指しています。意図したものはHEADWATER_INSIDEに列挙します',
      odd: '応答の形が文書と異なります',
      inactive: '無効になっています',
    },
    mapping: 'これをorganization.yamlに加え、各製品の部門と供給者を書いてください:',
    written: (folder) =>
      `SBOMとorganization.yamlを${folder}に書きました。\`headwater assess ${folder}\`を実行してください。`,
  },
  channels: { portal: 'ポータル', mail: 'メール', webhook: 'Webhook' },
  sent: (channel, address) => `${channel}で${address}に送りました。`,
  notSent: (channel, address, why) => `${channel}で${address}に送れませんでした: ${why}`,
  sendReasons: {
    'address-not-allowed':
      'アドレスがこのコンピューターまたはプライベートネットワークを指しています。意図したものはHEADWATER_INSIDEに列挙します',
    redirected: '受信側がリダイレクトを返しましたが、たどりません',
    refused: '受信側が拒否しました',
    timeout: '受信側が時間内に応答しませんでした',
    unreachable: '受信側に接続できません',
    'not-configured': 'HEADWATER_SMTP_URLまたはHEADWATER_WEBHOOK_SECRETが設定されていません',
    'no-address': 'その人のアドレスが分かりません',
  },
  events: {
    finding: (subject) => `緊急の新しい検出: ${subject}`,
    resolved: (subject) => `検出されなくなりました: ${subject}`,
    unsupported: (subject) => `保守する人がいなくなりました: ${subject}`,
    'leaning-on-one': (subject) => `1人に頼る状態になりました: ${subject}`,
    'supplier-late': (subject) => `回答の期限が過ぎました: ${subject}`,
    'assessment-done': (subject) => `評価しました: ${subject}`,
    'upload-refused': (subject) => `文書を受け取れませんでした: ${subject}`,
    test: (subject) => `Headwaterからの試し送り: ${subject}`,
  },
  mailFooter: 'ご希望により Headwater がお送りしています。ポータルの設定でいつでも止められます。',
}

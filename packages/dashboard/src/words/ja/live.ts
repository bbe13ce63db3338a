import { counts } from "../counts.ts";
import type { LiveWords } from "../en.ts";

const { n } = counts("ja-JP");

export const live: LiveWords = {
  live: {
    arriving: "イベントが届いています",
    quietFor: (span) => `${span}の間、何も届いていません`,
    turnedAway: (value) => `${n(value)}件を拒否しました`,
    nothing: "まだ何も届いていません",
    nobody: "ここには役割もステップも個人も表示されません。",
    doThis: "アプリのページにこのタグを置き、そのページを開いてください。最初のイベントは数秒で届きます。",
    keyHint:
      "pk_... をプロジェクトの書き込みキーに置き換えてください。許可したオリジンからのイベントだけを受け取ります。",
    received: "受信",
    rejected: "拒否",
    duplicates: "重複",
    dropped: "端末で断念",
    simulated: "シミュレーション",
    simulatedOf: (value, of) => `${n(of)}件中${n(value)}件`,
    last: "最終",
    never: "なし",
    minutes: "1分ごとのイベント、直近30分",
    minutesSentence: (total, most, empty) =>
      `直近30分：${n(total)}件、1分に最大${n(most)}件、イベントのない分は${n(empty)}分。`,
    minutesFrom: "30分前",
    minutesTo: "今",
    byType: "種類別",
    type: "種類",
    count: "件数",
    rejects: "最近の拒否",
    noRejects: "ありません。届いたものはすべて受け取りました。",
    at: "日時",
    message: "問題",
    lost: "接続が切れました。下の数値は切れる前のものです。再接続しています。",
    announce: (received, rejected) => `受信${n(received)}件、拒否${n(rejected)}件。`,
  },
};

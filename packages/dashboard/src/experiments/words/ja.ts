import { counts } from "../../words/counts.ts";
import type { ExperimentWords } from "./words.ts";

const { n } = counts("ja-JP");

export const words: ExperimentWords = {
  name: "実験",
  sentence: "道のりの効果。見せた人と、くじで何も見せなかった人を並べます。",
  finding: {
    helps: (value) => `役に立つ道のり ${n(value)} 件`,
    harms: (value) => `妨げになる道のり ${n(value)} 件`,
    notShown: (value) => `まだ差が見えない道のり ${n(value)} 件`,
    all: (parts) => parts.join("、"),
    tooFew: "人数が少なく、まだ何も言えません",
    none: "誰かに見せていない道のりはありません",
    notYet: "まだ早すぎます。締め切られた週のまとまりがありません",
    partOnly: "実験はプロジェクト全体についてのものです",
    unverified: "このプロジェクトの人は Waymark で確認されていません",
  },
  how: '道のりに価値イベントと "holdout": 0.1 を加えて公開してください。くじで十人に一人には何も見せません。',
  simulated: "シミュレーション：この数字の人々は、図を試すために作られたものです。",
  about: (version, holdout, event, weeks) =>
    `バージョン ${n(version)}。100 人中 ${n(holdout)} 人には何も見せません。${n(weeks)} 週間以内に ${event} に達した人を数えます。`,
  says: {
    helps: (value, low, high) =>
      `役に立っています。100 人あたり ${n(value)} ポイント多く、少なくとも ${n(low)} 多く達しています（区間 ${n(low)} から ${n(high)}）。`,
    harms: (value, low, high) =>
      `妨げになっています。100 人あたり ${n(-value)} ポイント少なくなっています（区間 ${n(low)} から ${n(high)}）。`,
    not_shown: (value, low, high) =>
      `まだ差は見えません。${n(value)} ポイントですが、${n(low)} から ${n(high)} までのどれもありえます。`,
    too_few: "まだ人数が足りません。それぞれで、達した人と達していない人が五人ずつになると示されます。",
    uneven: "何も言えません。二つの人数が示された割合と合わず、くじ以外の何かで分かれています。",
  },
  detectable: (value) => `この人数なら、${n(value)} ポイント以上の差が五回に四回は見えます。`,
  detectableNone: "この人数では、どれほど大きな差も見えません。",
  arm: (name, value, low, high, people) =>
    `${name}：100 人中 ${n(value)} 人、区間 ${n(low)} から ${n(high)}、${n(people)} 人以上`,
  shown: "道のりを見せた人",
  held: "何も見せなかった人",
  difference: "差",
  columns: { arm: "人", value: "達した人（100 人中）", interval: "90% 区間", people: "人数" },
  interval: (low, high) => `${n(low)} から ${n(high)}`,
  orMore: (value) => `${n(value)} 以上`,
  looking:
    "まとまりごとに見て、いつやめてもかまいません。すべての見方を合わせても、区間が真の値を外すのは十の実験のうち多くて一つです。そのぶん、幅はおよそ二倍です。",
};

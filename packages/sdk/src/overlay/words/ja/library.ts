import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `library.`. `library.noise` holds words that say nothing of what is looked for. */
export const library: Words = {
  "library.line": "やり方を調べる",
  "library.title": "やり方を調べる",
  "library.placeholder": "やりたいことを入力",
  "library.page": "このページで役立つもの",
  "library.for": "{role}向け",
  "library.role": "あなたの役割向け",
  "library.others": "その他",
  "library.stopped": "{day}にステップ{n}で中断",
  "library.stopped-today": "今日ステップ{n}で中断",
  "library.done": "{day}に完了。いつでももう一度たどれます。",
  "library.done-today": "今日完了。いつでももう一度たどれます。",
  "library.minutes": "{n}分",
  "library.left": "残り{n}分",
  "library.choose": "選ぶ",
  "library.open": "開く",
  "library.none": "「{query}」に合うものがありません。別の言葉をお試しください。",
  "library.empty": "まだ何もありません。",
  "library.found.one": "{n}件",
  "library.found.other": "{n}件",
  "library.more.one": "ほかに{n}件。続けて入力すると見つかります。",
  "library.more.other": "ほかに{n}件。続けて入力すると見つかります。",
  "library.noise":
    "どう どの よう どうやって 方法 やり方 には は を が に で と の も から まで する したい して する です ます か ください",
};

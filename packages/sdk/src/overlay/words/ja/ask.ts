import type { Words } from "../../say.ts";

/** Japanese. Keys begin with `ask.`. */
export const ask: Words = {
  "ask.ease": "このステップは難しかったですか、簡単でしたか",
  "ask.useful": "このアプリには仕事に必要な機能がある。",
  "ask.easy": "このアプリは使いやすい。",
  "ask.trust": "ここでは不利益を受けずに問題を報告できる。",
  "ask.ease.low": "とても難しい",
  "ask.ease.high": "とても簡単",
  "ask.agree.low": "まったくそう思わない",
  "ask.agree.high": "とてもそう思う",
  "ask.privacy":
    "他の人に見えるのは5人以上の集計だけです。回答はコードで保存され、管理者はそれを本人と結び付けることができます。",
  "ask.noted": "記録しました。",
  "ask.here.ask": "画面下の隅に質問があります：{name}",
  "ask.here.banner": "画面下の隅にお知らせがあります：{name}",
  "ask.later": "後で",
  "ask.later.hours": "4時間後",
  "ask.later.tomorrow": "明日",
  "ask.later.week": "来週",
  "ask.close": "今後表示しない",
};

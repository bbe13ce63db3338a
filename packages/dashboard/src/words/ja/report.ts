import { counts } from "../counts.ts";
import type { ReportWords } from "../en.ts";

const { n } = counts("ja-JP");

export const report: ReportWords = {
  csv: "CSV",
  csvOf: (table) => `${table}のCSV`,
  compare: {
    shown: "表示",
    with: "比較",
    nothing: "なし",
    period: (span, version) => `${span}、バージョン${n(version)}`,
    sentence: (period) =>
      `下の白抜き：${period}の後の状態。当時数えた人は今も数えています。差は原因の証明ではありません。`,
    was: (text) => `以前は${text}`,
    hidden: "以前は少なすぎて表示なし",
    absent: "以前はありませんでした",
  },
  home: {
    name: "ホーム",
    nothing: "まだ何も言えません",
    of: (journey, role) => `${journey}、${role}`,
    finding: (place, finding) => `${place}：${finding}`,
    also: "すべての道のり、最も狭い箇所から",
    choice: "できること",
    look: (step) => `「${step}」を数値と並べて見る`,
    lookWhole: "図全体を見る",
    hear: (open) => (open === 0 ? "難しいと報告されたことを読む" : `報告された${n(open)}か所に答える`),
    hearNote: (places) =>
      places === 0
        ? "まだ公開されたものはありません。5人がそう言うと表示されます。"
        : `${n(places)}か所が公開されています。`,
    meet: "会議に1枚持っていく",
    meetNote: "A4、チェック欄と署名欄つき。",
    lookNote: (stays) => `${n(stays)}人がとどまっています。項目を畳む、練習する、時間を増やす。`,
    lookWholeNote: "各ステップの区間と予定。",
  },
  paper: {
    open: "印刷用ページ",
    name: "会議用ページ",
    print: "印刷",
    back: "図に戻る",
    step: "ステップ",
    time: "時間、中央値",
    planned: "予定",
    change: "変更？",
    decide: "決めること",
    options: [
      "印のついたステップを変え、次の4週間の後にもう一度見る",
      "期日を動かし、その役割の人々に伝える",
      "印のついたステップを2時間練習する",
      "このままにする。理由：",
    ],
    who: "担当",
    when: "期限",
    signed: "署名",
    reported: (places, open) =>
      places === 0
        ? "報告されたことで公開されたものはまだありません。"
        : `難しいと報告：${n(places)}か所、うち回答なし${n(open)}か所。`,
    reading: "箱：90%区間、このように作った10のうち9は真の値を含む。点：値。三角：予定。n：数えた人数。",
    frozen: (day) => `${day}に確定。`,
  },
};

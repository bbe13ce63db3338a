import type { VoicesReport, VoiceThread } from "@waymark/schema";
import type { VNode } from "preact";
import { words } from "../words.ts";
import { AgeBar } from "./AgeBar.tsx";
import { ageOf, byAge } from "./age.ts";

interface VoiceListProps {
  report: VoicesReport;
  /** The thread that is open. */
  chosen: string;
  onChoose(id: string): void;
}

export const placeOf = ({ titles }: Pick<VoiceThread, "titles">): string => titles.step ?? words.voices.brief;

/** All threads: what waits, with its age, and what was answered. */
export function VoiceList({ report, chosen, onChoose }: VoiceListProps): VNode {
  const { open, answered } = byAge(report);
  const row = (cell: VoiceThread, waits: boolean): VNode => (
    <li key={cell.id}>
      <button
        type="button"
        class="voice-row"
        aria-current={cell.id === chosen ? "true" : undefined}
        onClick={() => onChoose(cell.id)}
      >
        <span class="strong">{placeOf(cell)}</span>
        <span class="small">
          {cell.titles.journey} · {cell.title}
        </span>
        {waits ? <AgeBar days={ageOf(cell, report.today)} /> : null}
        <span class={`says ${cell.evidence.says}`}>{words.voices.says[cell.evidence.says]}</span>
      </button>
    </li>
  );
  return (
    <nav class="voice-list" aria-label={words.voices.name}>
      {open.length > 0 && (
        <>
          <h2>{words.voices.open}</h2>
          <p class="small">{words.voices.openNote}</p>
          <ul>{open.map((cell) => row(cell, true))}</ul>
        </>
      )}
      {answered.length > 0 && (
        <>
          <h2>{words.voices.answered}</h2>
          <ul>{answered.map((cell) => row(cell, false))}</ul>
        </>
      )}
      <p class="small">{words.voices.othersWait}</p>
    </nav>
  );
}

import type { Evidence } from "@waymark/schema";
import type { VNode } from "preact";
import { intervalBox } from "../drawing/interval-box.ts";
import { BoxPlot } from "../parts/BoxPlot.tsx";
import { Definition } from "../parts/Definition.tsx";
import { words } from "../words.ts";

const width = 260;
const hundred = (share: number): string => words.number(Math.round(share * 100));

/** The step's ability as it was frozen last: value, interval, how many, and where its definition is. */
function Ability({ ability }: { ability: NonNullable<Evidence["ability"]> }): VNode {
  const { value, interval, n } = ability;
  const range = words.voices.range(hundred(interval[0]), hundred(interval[1]));
  const people = words.openRange(words.number(n));
  const plot = intervalBox({ value, interval, tick: null, end: 1, width });
  const sentence = `${words.voices.ability}: ${words.voices.inHundred(hundred(value))}, ${range}, n ${people}`;
  const facts = [
    { term: words.voices.abilityTerms.interval, text: range },
    { term: words.voices.abilityTerms.n, text: people },
    { term: words.voices.abilityTerms.window, text: words.voices.abilityWindow },
  ];
  return (
    <>
      <div class="row-apart">
        <Definition name={words.voices.ability} meaning={words.voices.abilityMeaning} facts={facts} />
        <span>
          <b>{words.voices.inHundred(hundred(value))}</b>{" "}
          <span class="small">
            {range}, n {people}
          </span>
        </span>
      </div>
      <BoxPlot plot={plot} width={width} sentence={sentence} />
    </>
  );
}

/** What the figures say beside a report: `backed` or `reported`. There is no third word. */
export function EvidencePanel({ evidence }: { evidence: Evidence }): VNode {
  return (
    <section class="evidence">
      <div class="row-apart">
        <h3>{words.voices.evidence}</h3>
        <span class={`says ${evidence.says}`}>{words.voices.says[evidence.says]}</span>
      </div>
      <p class="small">{words.voices.evidenceNote}</p>
      {evidence.ability === null ? (
        <p class="note">{evidence.estimateFirst ? words.voices.estimateFirst : words.voices.noAbility}</p>
      ) : (
        <Ability ability={evidence.ability} />
      )}
      {evidence.estimateFirst ? null : (
        <p class="small">{evidence.says === "backed" ? words.voices.backedBecause : words.voices.onlyReported}</p>
      )}
    </section>
  );
}

/** What appears on the step for whoever reported it. */
export function Preview({ text }: { text: string }): VNode {
  return (
    <section class="preview">
      <h3>{words.voices.preview}</h3>
      <div class="preview-card">
        <p class="small">{words.voices.youSaid}</p>
        <p class="words strong">{text === "" ? "…" : text}</p>
        <p class="small">{words.voices.helpTitle}</p>
        <p class="preview-helps" aria-hidden="true">
          {Object.values(words.voices.helps).map((help) => (
            <span key={help}>{help}</span>
          ))}
        </p>
      </div>
    </section>
  );
}

import { findNames, type NameHit, rewriteName } from "@waymark/engine";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

/** Hints that are shown at once: more would be a wall. */
const mostHints = 3;

const otherwise = { name: "voice.someone", mail: "voice.address", phone: "voice.number" } as const;

/** What in the text may tell who is meant, worked out here; nothing of it leaves. */
function hitsIn(text: string, { guest, $look, $journeys }: Runtime): NameHit[] {
  const { name } = guest.$person.get();
  const titles = $journeys.get().flatMap(({ title, stations }) => [title, ...stations.map((each) => each.title)]);
  return findNames(text, { known: name ? [name] : [], plain: titles, locale: $look.get().locale });
}

interface NameHintsProps {
  text: string;
  runtime: Runtime;
  onRewrite(text: string): void;
}

/** "“Peter” looks like a name", with the offer to write it otherwise. */
export function NameHints({ text, runtime, onRewrite }: NameHintsProps): VNode {
  const { say } = runtime;
  const hits = hitsIn(text, runtime).slice(0, mostHints);
  return (
    <div class="hints s" role="status">
      {hits.map((hit) => {
        const [before, after] = say(`voice.${hit.kind}`).split("{text}");
        const words = say(otherwise[hit.kind]);
        return (
          <div class="row" part="hint" key={`${hit.start} ${hit.text}`}>
            <span class="grow">
              {before}
              <b>{hit.text}</b>
              {after}
            </span>
            <button
              type="button"
              class="btn quiet small rewrite"
              part="rewrite"
              onClick={() => onRewrite(rewriteName(text, hit, words))}
            >
              {say("voice.write", { text: words })}
            </button>
          </div>
        );
      })}
    </div>
  );
}

import type { Voice } from "../../../care/voice/voice.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Help } from "../../../ports/voice.ts";
import type { SlotProps } from "../../../runtime/runtime.ts";
import { Icon } from "../../icon.tsx";
import { AnswerBack } from "./answer-back.tsx";

const helps: readonly Help[] = ["yes", "little", "no"];

/** Gives the focus of a button that goes to the panel it stood in. */
function stay(event: Event): void {
  (event.currentTarget as HTMLElement).closest<HTMLElement>(".surface")?.focus({ preventScroll: true });
}

/**
 * The answer on the very step where the problem was reported: what the person said, what was done, and whether it helps.
 *
 * @param put Steps whose answer the person has put off for this visit.
 */
export function answerCard(voice: Voice, put: Set<string>): (props: SlotProps) => VNode | null {
  return ({ runtime, journey, station }) => {
    const found = journey && station ? voice.open(journey.id, station.id) : null;
    if (!found || put.has(found.answer.id)) return null;
    const { say } = runtime;
    const { receipt, answer } = found;
    const day = new Intl.DateTimeFormat(runtime.$look.get().locale, {
      ...{ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" },
    }).format(Date.parse(answer.on));
    const rate = (event: Event, help: Help): void => {
      stay(event);
      voice.rate(receipt, answer.id, help).then(
        () => {
          runtime.announce(say(receipt.until === null ? "voice.noted.kept" : "voice.noted.sent"));
          runtime.redraw();
        },
        () => runtime.announce(say("voice.failed")),
      );
    };
    const later = (event: Event): void => {
      stay(event);
      put.add(answer.id);
      runtime.redraw();
    };
    const said = receipt.text === "" ? null : `“${receipt.text}”`;
    return (
      <div class="answer" part="answer">
        <div class="row">
          <span class="eyebrow lit grow">{say("voice.answer")}</span>
          <button type="button" class="btn quiet small" part="later" onClick={later}>
            {say("voice.answer.later")}
          </button>
        </div>
        <div>
          <div class="eyebrow">{say("voice.answer.said")}</div>
          <p class="quote">{said ?? (receipt.reason === null ? "" : say(`voice.${receipt.reason}`))}</p>
        </div>
        <div class="did">
          <div class="eyebrow lit">{say(`voice.${answer.verdict}`)}</div>
          <p>{answer.text}</p>
          <div class="s soft">{answer.by === undefined ? day : `${answer.by} · ${day}`}</div>
        </div>
        <div>
          <div class="s ask" id="helps">
            {say("voice.answer.ask")}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid everywhere */}
          <div class="same" role="group" aria-labelledby="helps">
            {helps.map((help) => (
              <button type="button" class="btn" part="help" key={help} onClick={(event) => rate(event, help)}>
                {say(`voice.${help}`)}
              </button>
            ))}
          </div>
        </div>
        {receipt.until !== null && <AnswerBack {...{ runtime, voice, receipt }} answer={answer.id} key={answer.id} />}
        <span class="xs soft">{say("voice.answer.private")}</span>
      </div>
    );
  };
}

/** The mark at a station that has an answer: on the inside of the bend, where people stand. */
export function answerMark(voice: Voice): (props: SlotProps) => VNode | null {
  return ({ runtime, journey, station }) => {
    if (!journey || !station || !voice.open(journey.id, station.id)) return null;
    return (
      <span class="who mark" part="mark" role="img" aria-label={runtime.say("voice.answer.pill")}>
        <Icon name="speech" />
      </span>
    );
  };
}

/** A quiet line over the pill: it opens the panel of the journey that was answered. */
export function answerNews(voice: Voice, put: Set<string>): (props: SlotProps) => VNode | null {
  return ({ runtime }) => {
    const first = voice.firstOpen();
    const found = first && voice.open(first.journey, first.step);
    const known = runtime.$journeys.get().some(({ id }) => id === first?.journey);
    if (!first || !found || !known || put.has(found.answer.id) || runtime.$surface.get().name !== "closed") return null;
    return (
      <button type="button" class="news" part="news" onClick={() => runtime.open("panel", { journey: first.journey })}>
        <Icon name="speech" />
        {runtime.say("voice.answer.pill")}
      </button>
    );
  };
}

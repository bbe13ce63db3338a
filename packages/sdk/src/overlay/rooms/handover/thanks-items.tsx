import { handoffState } from "@waymark/engine";
import type { Thanks } from "@waymark/schema";
import type { Board, UnsentThanks } from "../../../care/handover/board.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { Said } from "./rows.tsx";
import { firstName, moment, recordName } from "./tell.ts";

interface GotProps {
  thanks: Thanks;
  runtime: Runtime;
  onShow(shown: boolean): void;
}

/** What the person was thanked for, and whether others may see it. */
export function ThanksGot({ thanks: { from, text, shown }, runtime: { say }, onShow }: GotProps): VNode {
  return (
    <li class="ho-item" part="thanks-got">
      <Said by={from} about={say("thanks.got", { who: firstName(from) })}>
        <p class="ho-said">{text}</p>
      </Said>
      <div class="ho-acts">
        <button
          type="button"
          class={shown ? "btn on" : "btn"}
          part="show"
          aria-pressed={shown}
          onClick={() => onShow(!shown)}
        >
          {say("thanks.show")}
        </button>
      </div>
      <p class="xs soft">{say(shown ? "thanks.shown" : "thanks.hidden")}</p>
    </li>
  );
}

interface UnsentProps {
  unsent: UnsentThanks;
  board: Board;
  runtime: Runtime;
  onDrop(again: boolean): void;
}

/** Their own words that did not arrive: what became of it, and what they can do. */
export function ThanksUnsent({ unsent: { handoff, text }, board, runtime, onDrop }: UnsentProps): VNode {
  const { say } = runtime;
  const of = board.handoffs().find((each) => each.id === handoff);
  const stands = of && handoffState(of) === "accepted";
  return (
    <li class="ho-item" part="thanks-unsent">
      <p>
        {say(stands ? "thanks.unsent.again" : "thanks.unsent.back", {
          record: of ? recordName(of, runtime) : say("handover.title"),
        })}
      </p>
      <p class="ho-said">{text}</p>
      <div class="ho-acts">
        {stands && (
          <button type="button" class="btn" part="again" onClick={() => onDrop(true)}>
            {say("thanks.send")}
          </button>
        )}
        <button type="button" class="btn quiet" part="drop" onClick={() => onDrop(false)}>
          {say("thanks.drop")}
        </button>
      </div>
    </li>
  );
}

/** Between two others: their words and names, as the receiver shows them. */
export function ThanksBetween({ thanks: { from, to, text, at }, runtime }: Omit<GotProps, "onShow">): VNode {
  return (
    <li class="ho-item" part="thanks-shown">
      <Said by={from} about={runtime.say("thanks.between", { from: firstName(from), to: firstName(to) })}>
        <p class="s soft">{moment(at, runtime)}</p>
        <p class="ho-said">{text}</p>
      </Said>
    </li>
  );
}

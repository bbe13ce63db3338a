import type { Handoff } from "@waymark/schema";
import type { VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import { Ask } from "./ask.tsx";
import { Said } from "./rows.tsx";
import { firstName, fullName, moment, recordName } from "./tell.ts";

/** What can be done with a hand-over. */
export interface HandActs {
  take(handoff: Handoff): void;
  back(handoff: Handoff, text: string): void;
  answer(handoff: Handoff, text: string): void;
  open(handoff: Handoff): void;
  /** Begins to write to the other side, or leaves it. */
  ask(id: string | null): void;
}

export interface HandProps {
  handoff: Handoff;
  runtime: Runtime;
  acts: HandActs;
  /** The person is writing to the other side about it. */
  asked: boolean;
}

function AskBack({ handoff, runtime, acts }: HandProps): VNode {
  const { say } = runtime;
  return (
    <Ask
      runtime={runtime}
      label={say("handover.question")}
      send={say("handover.give-back")}
      privacy={say("handover.privacy", { who: firstName(handoff.from) })}
      onSend={(text) => acts.back(handoff, text)}
      onLeave={() => acts.ask(null)}
    />
  );
}

/** What is offered to the person's role. */
export function Offered(props: HandProps): VNode {
  const { handoff, runtime, acts, asked } = props;
  const { say } = runtime;
  return (
    <li class="ho-item" part="offer">
      <Said by={handoff.from} about={recordName(handoff, runtime)}>
        <p class="s soft">
          {fullName(handoff.from, runtime)} · {moment(handoff.offered.at, runtime)}
        </p>
        {handoff.note && <p class="s ho-said">{handoff.note}</p>}
      </Said>
      {asked ? (
        <AskBack {...props} />
      ) : (
        <div class="ho-acts">
          <button type="button" class="btn primary" part="accept" onClick={() => acts.take(handoff)}>
            {say("handover.accept")}
          </button>
          <button type="button" class="btn" part="return" onClick={() => acts.ask(handoff.id)}>
            {say("handover.return")}
          </button>
        </div>
      )}
    </li>
  );
}

/** What the person took over. */
export function Held(props: HandProps): VNode {
  const { handoff, runtime, acts, asked } = props;
  const { say, guest } = runtime;
  const isOpen = guest.$documents.get().some(({ id }) => id === handoff.onward?.journey);
  return (
    <li class="ho-item" part="held">
      <b>{recordName(handoff, runtime)}</b>
      <p class="s soft">{say("handover.from", { who: fullName(handoff.from, runtime) })}</p>
      {asked ? (
        <AskBack {...props} />
      ) : (
        <div class="ho-acts">
          {isOpen && (
            <button type="button" class="btn" part="open" onClick={() => acts.open(handoff)}>
              {say("handover.open")}
            </button>
          )}
          <button type="button" class="btn quiet" part="return" onClick={() => acts.ask(handoff.id)}>
            {say("handover.ask")}
          </button>
        </div>
      )}
    </li>
  );
}

/** What came back to the person with a question. */
export function CameBack({ handoff, runtime, acts, asked }: HandProps): VNode | null {
  const { say } = runtime;
  const { returned } = handoff;
  if (!returned) return null;
  return (
    <li class="ho-item" part="question">
      <Said by={returned.by} about={recordName(handoff, runtime)}>
        <p class="s soft">
          {fullName(returned.by, runtime)} · {moment(returned.at, runtime)}
        </p>
        <p class="ho-said">{say("handover.quote", { text: returned.reason })}</p>
      </Said>
      {asked ? (
        <Ask
          runtime={runtime}
          label={say("handover.your-answer")}
          send={say("handover.again")}
          privacy={say("handover.privacy.answer", { who: firstName(returned.by) })}
          onSend={(text) => acts.answer(handoff, text)}
          onLeave={() => acts.ask(null)}
        />
      ) : (
        <div class="ho-acts">
          <button type="button" class="btn primary" part="answer" onClick={() => acts.ask(handoff.id)}>
            {say("handover.answer")}
          </button>
        </div>
      )}
    </li>
  );
}

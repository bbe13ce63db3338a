import { handoffState, incomingOffers, takenOver } from "@waymark/engine";
import type { Handoff, Thanks } from "@waymark/schema";
import { Component, type VNode } from "preact";
import { accept, dropUnsent, giveBack, note, show, thank } from "../../../care/handover/acts.ts";
import type { Board, UnsentThanks } from "../../../care/handover/board.ts";
import type { Overlay } from "../../context.ts";
import { RoomFrame } from "../frame.tsx";
import { Ask } from "./ask.tsx";
import { Face } from "./rows.tsx";
import { firstName, fullName, moment, recordName } from "./tell.ts";

/** Of what others show each other so many, the latest first. */
const mostShown = 10;

interface InboxProps {
  overlay: Overlay;
  board: Board;
  /** The hand-over whose question is being answered. */
  answering: string | null;
}

/** The latest of the person's own that came back and were not offered again. */
function comeBack(handoffs: readonly Handoff[]): Handoff[] {
  const place = ({ journey, step, subject }: Handoff): string => `${journey}/${step}/${subject}`;
  const own = handoffs.filter(({ from }) => from.me);
  return own.filter(
    (each) => each.returned && !own.some((other) => place(other) === place(each) && other.attempt > each.attempt),
  );
}

/** Everything between this person and their neighbours: what is offered to them, what they have, what came back. */
export class Inbox extends Component<InboxProps, { asking: string | null }> {
  override state: { asking: string | null } = { asking: this.props.answering };

  /** What the person pressed goes once it is done: the focus must not go with it. */
  private pressed = false;
  private body: HTMLElement | null = null;

  override componentDidUpdate(): void {
    const root = this.body?.getRootNode();
    if (!this.pressed || !(root instanceof ShadowRoot) || root.activeElement !== null) return;
    this.pressed = false;
    root.querySelector<HTMLElement>(".surface")?.focus({ preventScroll: true });
  }

  private failed = (): void => this.props.overlay.runtime.guest.fail("storage");

  private leave = (): void => {
    this.pressed = true;
    this.setState({ asking: null });
  };

  private take(handoff: Handoff): void {
    const { overlay, board } = this.props;
    const { runtime } = overlay;
    this.pressed = true;
    accept(runtime.guest, board, handoff.id).catch(this.failed);
    runtime.announce(runtime.say("handover.accepted", { record: recordName(handoff, runtime) }));
  }

  private back(handoff: Handoff, text: string): void {
    const { overlay, board } = this.props;
    this.pressed = true;
    giveBack(overlay.runtime.guest, board, handoff.id, text).catch(this.failed);
    overlay.runtime.announce(overlay.runtime.say("handover.given-back", { who: firstName(handoff.from) }));
    this.setState({ asking: null });
  }

  /** The answer goes along with the step's next attempt, which is done by that. */
  private async answer({ journey, step, subject }: Handoff, text: string): Promise<void> {
    const { overlay, board } = this.props;
    await note(board, { journey, step, subject }, text);
    overlay.runtime.tick(journey, step, subject || null);
    overlay.dismiss();
  }

  private open({ onward, subject }: Handoff): void {
    const { runtime } = this.props.overlay;
    const document = runtime.guest.$documents.get().find(({ id }) => id === onward?.journey);
    if (!document) return;
    const per = typeof document.per === "object" ? subject : undefined;
    runtime.open("panel", { journey: document.id, subject: per || undefined });
  }

  private offer(handoff: Handoff): VNode {
    const { runtime } = this.props.overlay;
    const { say } = runtime;
    const who = firstName(handoff.from);
    const isAsked = this.state.asking === handoff.id;
    return (
      <li class="ho-item" part="offer" key={handoff.id}>
        <div class="row">
          <Face party={handoff.from} big />
          <div class="grow">
            <b>{recordName(handoff, runtime)}</b>
            <p class="s soft">
              {fullName(handoff.from, runtime)} · {moment(handoff.offered.at, runtime)}
            </p>
            {handoff.note && <p class="s ho-said">{handoff.note}</p>}
          </div>
        </div>
        {isAsked ? (
          <Ask
            runtime={runtime}
            label={say("handover.question")}
            send={say("handover.give-back")}
            privacy={say("handover.privacy", { who })}
            onSend={(text) => this.back(handoff, text)}
            onLeave={this.leave}
          />
        ) : (
          <div class="ho-acts">
            <button type="button" class="btn primary" part="accept" onClick={() => this.take(handoff)}>
              {say("handover.accept")}
            </button>
            <button type="button" class="btn" part="return" onClick={() => this.setState({ asking: handoff.id })}>
              {say("handover.return")}
            </button>
          </div>
        )}
      </li>
    );
  }

  private held(handoff: Handoff): VNode {
    const { runtime } = this.props.overlay;
    const { say, guest } = runtime;
    const isOpen = guest.$documents.get().some(({ id }) => id === handoff.onward?.journey);
    const isAsked = this.state.asking === handoff.id;
    return (
      <li class="ho-item" part="held" key={handoff.id}>
        <b>{recordName(handoff, runtime)}</b>
        <p class="s soft">{say("handover.from", { who: fullName(handoff.from, runtime) })}</p>
        {isAsked ? (
          <Ask
            runtime={runtime}
            label={say("handover.question")}
            send={say("handover.give-back")}
            privacy={say("handover.privacy", { who: firstName(handoff.from) })}
            onSend={(text) => this.back(handoff, text)}
            onLeave={this.leave}
          />
        ) : (
          <div class="ho-acts">
            {isOpen && (
              <button type="button" class="btn" part="open" onClick={() => this.open(handoff)}>
                {say("handover.open")}
              </button>
            )}
            <button type="button" class="btn quiet" part="return" onClick={() => this.setState({ asking: handoff.id })}>
              {say("handover.ask")}
            </button>
          </div>
        )}
      </li>
    );
  }

  private question(handoff: Handoff): VNode | null {
    const { runtime } = this.props.overlay;
    const { say } = runtime;
    const { returned } = handoff;
    if (!returned) return null;
    const who = firstName(returned.by);
    return (
      <li class="ho-item" part="question" key={handoff.id}>
        <div class="row">
          <Face party={returned.by} big />
          <div class="grow">
            <b>{recordName(handoff, runtime)}</b>
            <p class="s soft">
              {fullName(returned.by, runtime)} · {moment(returned.at, runtime)}
            </p>
            <p class="ho-said">{say("handover.quote", { text: returned.reason })}</p>
          </div>
        </div>
        {this.state.asking === handoff.id ? (
          <Ask
            runtime={runtime}
            label={say("handover.your-answer")}
            send={say("handover.again")}
            privacy={say("handover.privacy.answer", { who })}
            onSend={(text) => void this.answer(handoff, text).catch(this.failed)}
            onLeave={this.leave}
          />
        ) : (
          <div class="ho-acts">
            <button
              type="button"
              class="btn primary"
              part="answer"
              onClick={() => this.setState({ asking: handoff.id })}
            >
              {say("handover.answer")}
            </button>
          </div>
        )}
      </li>
    );
  }

  private thanks({ id, from, text, shown }: Thanks): VNode {
    const { overlay, board } = this.props;
    const { say } = overlay.runtime;
    return (
      <li class="ho-item" part="thanks-got" key={id}>
        <div class="row">
          <Face party={from} big />
          <div class="grow">
            <b>{say("thanks.got", { who: firstName(from) })}</b>
            <p class="ho-said">{text}</p>
          </div>
        </div>
        <div class="ho-acts">
          <button
            type="button"
            class={shown ? "btn on" : "btn"}
            part="show"
            aria-pressed={shown}
            onClick={() => void show(board, id, !shown).catch(this.failed)}
          >
            {say("thanks.show")}
          </button>
        </div>
        <p class="xs soft">{say(shown ? "thanks.shown" : "thanks.hidden")}</p>
      </li>
    );
  }

  /** Their own words that did not arrive: what became of it, and what they can do. */
  private unsent({ id, handoff, text }: UnsentThanks): VNode {
    const { overlay, board } = this.props;
    const { runtime } = overlay;
    const { say, guest } = runtime;
    const of = board.handoffs().find((each) => each.id === handoff);
    const stands = of && handoffState(of) === "accepted";
    const drop = (again: boolean): void => {
      this.pressed = true;
      const sent = again ? thank(guest, board, handoff, text) : Promise.resolve();
      sent.then(() => dropUnsent(board, id)).catch(this.failed);
    };
    return (
      <li class="ho-item" part="thanks-unsent" key={id}>
        <p>
          {say(stands ? "thanks.unsent.again" : "thanks.unsent.back", {
            record: of ? recordName(of, runtime) : say("handover.title"),
          })}
        </p>
        <p class="ho-said">{text}</p>
        <div class="ho-acts">
          {stands && (
            <button type="button" class="btn" part="again" onClick={() => drop(true)}>
              {say("thanks.send")}
            </button>
          )}
          <button type="button" class="btn quiet" part="drop" onClick={() => drop(false)}>
            {say("thanks.drop")}
          </button>
        </div>
      </li>
    );
  }

  /** Between two others: their words and names, as the receiver shows them. */
  private between({ id, from, to, text, at }: Thanks): VNode {
    const { runtime } = this.props.overlay;
    return (
      <li class="ho-item" part="thanks-shown" key={id}>
        <div class="row">
          <Face party={from} big />
          <div class="grow">
            <b>{runtime.say("thanks.between", { from: firstName(from), to: firstName(to) })}</b>
            <p class="s soft">{moment(at, runtime)}</p>
            <p class="ho-said">{text}</p>
          </div>
        </div>
      </li>
    );
  }

  override render({ overlay, board }: InboxProps): VNode {
    const { say } = overlay.runtime;
    const handoffs = board.handoffs();
    const offers = incomingOffers(handoffs);
    const held = takenOver(handoffs).slice(0, 20);
    const back = comeBack(handoffs).filter((each) => handoffState(each) === "returned");
    const thanks = board.thanks().filter(({ to }) => to.me);
    const { unsent = [] } = board.state();
    const lists: [string, VNode[]][] = [
      ["thanks.unsent", unsent.map((each) => this.unsent(each))],
      ["handover.back", back.flatMap((each) => this.question(each) ?? [])],
      ["handover.for-you", offers.map((each) => this.offer(each))],
      ["thanks.list", thanks.slice(0, 10).map((each) => this.thanks(each))],
      ["handover.yours", held.map((each) => this.held(each))],
      [
        "thanks.team",
        board
          .othersThanks()
          .slice(0, mostShown)
          .map((each) => this.between(each)),
      ],
    ];
    const some = lists.filter(([, items]) => items.length > 0);
    return (
      <RoomFrame overlay={overlay} class="handover" part="handovers" title={say("handover.title")}>
        <div
          class="body"
          ref={(body) => {
            this.body = body;
          }}
        >
          {board.missed.length > 0 && (
            <p class="ho-none s" role="status">
              {say("handover.missed")}
            </p>
          )}
          {some.length === 0 && <p class="ho-none soft">{say("handover.none")}</p>}
          {some.map(([key, items]) => (
            <section key={key} aria-label={say(key)}>
              <h3>{say(key)}</h3>
              <ul>{items}</ul>
            </section>
          ))}
        </div>
      </RoomFrame>
    );
  }
}

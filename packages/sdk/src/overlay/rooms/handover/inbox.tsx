import { handoffState, incomingOffers, takenOver } from "@waymark/engine";
import type { Handoff } from "@waymark/schema";
import { accept, dropUnsent, giveBack, note, show, thank } from "../../../care/handover/acts.ts";
import type { Board, UnsentThanks } from "../../../care/handover/board.ts";
import { Component, type VNode } from "../../../draw/draw.ts";
import type { Overlay } from "../../context.ts";
import { RoomFrame } from "../frame.tsx";
import { CameBack, type HandActs, type HandProps, Held, Offered } from "./hand-items.tsx";
import { firstName, recordName } from "./tell.ts";
import { ThanksBetween, ThanksGot, ThanksUnsent } from "./thanks-items.tsx";

/** Of what others show each other so many, the latest first. */
const mostShown = 10;
/** Of what they took over so many, the latest first. */
const mostHeld = 20;

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
export class Inbox extends Component<InboxProps, { asking: string | null }> implements HandActs {
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

  ask(id: string | null): void {
    // What is left goes with its button: the focus stays in the room.
    this.pressed ||= id === null;
    this.setState({ asking: id });
  }

  take(handoff: Handoff): void {
    const { overlay, board } = this.props;
    const { runtime } = overlay;
    this.pressed = true;
    accept(runtime.guest, board, handoff.id).catch(this.failed);
    runtime.announce(runtime.say("handover.accepted", { record: recordName(handoff, runtime) }));
  }

  back(handoff: Handoff, text: string): void {
    const { overlay, board } = this.props;
    giveBack(overlay.runtime.guest, board, handoff.id, text).catch(this.failed);
    overlay.runtime.announce(overlay.runtime.say("handover.given-back", { who: firstName(handoff.from) }));
    this.ask(null);
  }

  /** The answer goes along with the step's next attempt, which is done by that. */
  answer({ journey, step, subject }: Handoff, text: string): void {
    const { overlay, board } = this.props;
    const done = (): void => {
      overlay.runtime.tick(journey, step, subject || null);
      overlay.dismiss();
    };
    note(board, { journey, step, subject }, text).then(done).catch(this.failed);
  }

  open({ onward, subject }: Handoff): void {
    const { runtime } = this.props.overlay;
    const document = runtime.guest.$documents.get().find(({ id }) => id === onward?.journey);
    if (!document) return;
    const per = typeof document.per === "object" ? subject : undefined;
    runtime.open("panel", { journey: document.id, subject: per || undefined });
  }

  private drop({ id, handoff, text }: UnsentThanks, again: boolean): void {
    const { overlay, board } = this.props;
    this.pressed = true;
    const sent = again ? thank(overlay.runtime.guest, board, handoff, text) : Promise.resolve();
    sent.then(() => dropUnsent(board, id)).catch(this.failed);
  }

  override render({ overlay, board }: InboxProps): VNode {
    const { runtime } = overlay;
    const { say } = runtime;
    const handoffs = board.handoffs();
    const back = comeBack(handoffs).filter((each) => handoffState(each) === "returned");
    const { unsent = [] } = board.state();
    const each = (Item: (props: HandProps) => VNode | null, list: readonly Handoff[]): VNode[] =>
      list.map((handoff) => (
        <Item key={handoff.id} {...{ handoff, runtime }} acts={this} asked={this.state.asking === handoff.id} />
      ));
    const got = board.thanks().filter(({ to }) => to.me);
    const lists: [string, VNode[]][] = [
      [
        "thanks.unsent",
        unsent.map((one) => (
          <ThanksUnsent key={one.id} unsent={one} {...{ board, runtime }} onDrop={(again) => this.drop(one, again)} />
        )),
      ],
      ["handover.back", each(CameBack, back)],
      ["handover.for-you", each(Offered, incomingOffers(handoffs))],
      [
        "thanks.list",
        got
          .slice(0, mostShown)
          .map((thanks) => (
            <ThanksGot
              key={thanks.id}
              {...{ thanks, runtime }}
              onShow={(shown) => void show(board, thanks.id, shown).catch(this.failed)}
            />
          )),
      ],
      ["handover.yours", each(Held, takenOver(handoffs).slice(0, mostHeld))],
      [
        "thanks.team",
        board
          .othersThanks()
          .slice(0, mostShown)
          .map((thanks) => <ThanksBetween key={thanks.id} {...{ thanks, runtime }} />),
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

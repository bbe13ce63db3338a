import { asked, saw } from "../../../care/handover/acts.ts";
import { boardOf } from "../../../care/handover/board.ts";
import { Component, type VNode } from "../../../draw/draw.ts";
import type { Room, SurfaceProps } from "../../context.ts";
import { handover } from "../../words/en/handover.ts";
import { handoverCss } from "./css.ts";
import { news } from "./fillings.tsx";
import { Inbox } from "./inbox.tsx";
import { Thank } from "./thanks.tsx";

/** What the room was opened on: a thank-you, an answer, or everything. */
function wishOf(of: unknown): { thank: string | null; answer: string | null } {
  const { thank, answer } = (of ?? {}) as { thank?: unknown; answer?: unknown };
  return { thank: typeof thank === "string" ? thank : null, answer: typeof answer === "string" ? answer : null };
}

/** Hand-overs and thanks. */
class Handover extends Component<SurfaceProps> {
  override componentDidMount(): void {
    const { guest, $surface } = this.props.overlay.runtime;
    const board = boardOf(guest);
    if (!board) return;
    const surface = $surface.get();
    const { thank } = wishOf("of" in surface ? surface.of : null);
    // Opened is looked at: a thank-you is offered once, and what is new is new no more.
    // One thank-you a page: the next one may be offered on the next.
    if (thank !== null && thank === board.offering) board.offering = "";
    const told =
      thank === null
        ? saw(
            board,
            news(board).map(({ id }) => id),
          )
        : asked(board, thank);
    told.catch(() => guest.fail("storage"));
  }

  override componentWillUnmount(): void {
    const board = boardOf(this.props.overlay.runtime.guest);
    board?.missed.splice(0);
  }

  override render({ overlay }: SurfaceProps): VNode | null {
    const { guest, $surface } = overlay.runtime;
    const board = boardOf(guest);
    if (!board) return null;
    const surface = $surface.get();
    const wish = wishOf("of" in surface ? surface.of : null);
    const handoff = wish.thank === null ? undefined : board.handoffs().find(({ id }) => id === wish.thank);
    if (handoff && !handoff.returned) return <Thank {...{ overlay, board, handoff }} />;
    return <Inbox key={wish.answer} {...{ overlay, board }} answering={wish.answer} />;
  }
}

export const room: Room = { view: Handover, css: handoverCss, words: handover };

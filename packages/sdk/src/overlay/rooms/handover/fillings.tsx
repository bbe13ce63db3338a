import { dueThanks, handoverRows, incomingOffers, initialsOf, type Neighbour, neighboursOf } from "@waymark/engine";
import type { Handoff, Journey } from "@waymark/schema";
import { asked } from "../../../care/handover/acts.ts";
import type { Board } from "../../../care/handover/board.ts";
import type { VNode } from "../../../draw/draw.ts";
import type { Filling, Runtime, SlotProps } from "../../../runtime/runtime.ts";
import { handover } from "../../words/en/handover.ts";
import { handoverCss } from "./css.ts";
import { Face, Row } from "./rows.tsx";
import { firstName, fullName, recordName } from "./tell.ts";

const documentOf = (runtime: Runtime, id: string): Journey | undefined =>
  runtime.guest.$documents.get().find((journey) => journey.id === id);

function neighbourAt(board: Board, { runtime, journey, station }: SlotProps): Neighbour | undefined {
  const document = journey && documentOf(runtime, journey.id);
  if (!document || !station) return undefined;
  const subject = journey.subject ?? "";
  return neighboursOf(document, subject, runtime.guest.$progress.get(), board.handoffs()).find(
    ({ step }) => step === station.id,
  );
}

/** What asks for the person, most pressing first. */
export function news(
  board: Board,
): { kind: "back" | "offer" | "thanks" | "unsent"; id: string; handoff: Handoff | undefined }[] {
  const { seen, unsent = [] } = board.state();
  const handoffs = board.handoffs();
  const back = handoffs.filter(({ from, returned }) => from.me && returned && !returned.by.me);
  const latest = back.filter(
    (each) =>
      !handoffs.some(
        (other) =>
          other.from.me &&
          other.journey === each.journey &&
          other.step === each.step &&
          other.subject === each.subject &&
          other.attempt > each.attempt,
      ),
  );
  return [
    ...latest.map((handoff) => ({ kind: "back" as const, id: handoff.id, handoff })),
    ...incomingOffers(handoffs).map((handoff) => ({ kind: "offer" as const, id: handoff.id, handoff })),
    ...board
      .thanks()
      .filter(({ to, id }) => to.me && !seen.includes(id))
      .map(({ id }) => ({ kind: "thanks" as const, id, handoff: undefined })),
    ...unsent
      .filter(({ id }) => !seen.includes(id))
      .map(({ id }) => ({ kind: "unsent" as const, id, handoff: undefined })),
  ];
}

function words(board: Board, runtime: Runtime, { kind, id, handoff }: ReturnType<typeof news>[number]): string {
  const { say } = runtime;
  if (kind === "offer" && handoff) {
    return say("handover.offered", { who: firstName(handoff.from), record: recordName(handoff, runtime) });
  }
  if (kind === "unsent") return say("thanks.unsent");
  const from = board.thanks().find((each) => each.id === id)?.from;
  return kind === "thanks" && from ? say("thanks.got", { who: firstName(from) }) : say("handover.back");
}

/** The hand-over whose taker may be thanked: offered on one page, and then never again. */
function offering(board: Board, { guest }: Runtime): Handoff | null {
  const handoffs = board.handoffs();
  if (board.offering !== null) {
    const offered = handoffs.find(({ id }) => id === board.offering);
    if (!offered?.returned) return offered ?? null;
    // It was given back meanwhile: there is nothing to thank for, and whoever takes it over next may be thanked instead.
    board.offering = null;
  }
  const due = dueThanks(handoffs, board.thanks(), board.state().asked);
  if (due === null) return null;
  board.offering = due.id;
  asked(board, due.id).catch(() => guest.fail("storage"));
  return due;
}

/** What hand-overs put into our surfaces: rows in the panel, chips on the map, a line on the card, the menu and the pill. */
export function handoverFillings(board: Board): Filling[] {
  const Rows = ({ runtime, journey }: SlotProps): VNode | null => {
    const document = journey && documentOf(runtime, journey.id);
    if (!document || (journey.per !== null && journey.subject === null)) return null;
    const rows = handoverRows(document, journey.subject ?? "", runtime.guest.$progress.get(), board.handoffs());
    if (rows.length === 0) return null;
    return (
      <ul class="ho-rows" aria-label={runtime.say("handover.title")}>
        {rows.map((row) => (
          <Row key={row.handoff.id} {...{ row, runtime }} />
        ))}
      </ul>
    );
  };

  const Chip = (props: SlotProps): VNode | null => {
    const neighbour = neighbourAt(board, props);
    if (!neighbour) return null;
    const name = props.runtime.say(`handover.chip.${neighbour.kind}`, {
      who: fullName(neighbour.party, props.runtime),
    });
    return (
      <span class="who" part="neighbour" role="img" aria-label={name} title={name}>
        {initialsOf(neighbour.party)}
      </span>
    );
  };

  const Line = (props: SlotProps): VNode | null => {
    const neighbour = neighbourAt(board, props);
    if (!neighbour) return null;
    const { runtime } = props;
    return (
      <span part="neighbour-line">
        <Face party={neighbour.party} />
        {runtime.say(`handover.chip.${neighbour.kind}`, { who: fullName(neighbour.party, runtime) })}
      </span>
    );
  };

  const Menu = ({ runtime }: SlotProps): VNode | null => {
    const waiting = news(board).length;
    const { unsent = [] } = board.state();
    if (board.handoffs().length + board.othersThanks().length + unsent.length + waiting === 0) return null;
    return (
      <button type="button" class="ho-row" part="handovers" onClick={() => runtime.open("handover")}>
        <span class="grow">
          <b>{runtime.say("handover.title")}</b>
          <small>{waiting > 0 ? runtime.say.plural("handover.count", waiting) : runtime.say("handover.quiet")}</small>
        </span>
      </button>
    );
  };

  const Note = ({ runtime }: SlotProps): VNode | null => {
    if (runtime.$surface.get().name === "launcher") return null;
    const { seen } = board.state();
    const [first, ...more] = news(board).filter(({ id }) => !seen.includes(id));
    const thank = first ? null : offering(board, runtime);
    if (!first && !thank) return null;
    const party = first?.handoff?.returned?.by ?? first?.handoff?.from ?? thank?.accepted?.by;
    const text = first
      ? words(board, runtime, first)
      : runtime.say("thanks.title", { who: firstName(party ?? { role: "" }) });
    return (
      <button
        type="button"
        class="ho-note"
        part="handover-note"
        onClick={() => runtime.open("handover", thank ? { of: { thank: thank.id } } : {})}
      >
        {party && <Face party={party} />}
        <span>{more.length > 0 ? `${text} +${more.length}` : text}</span>
      </button>
    );
  };

  const css = handoverCss;
  return [
    { slot: "panel", view: Rows, css, words: handover },
    { slot: "station", view: Chip },
    { slot: "card-meta", view: Line },
    { slot: "menu", view: Menu },
    { slot: "pill", view: Note },
  ];
}

import { command, type JourneyView, planChoices, planOf, type StationView } from "@waymark/engine";
import { Component, type ComponentType, type VNode } from "../../draw/draw.ts";
import type { Runtime, SlotProps } from "../../runtime/runtime.ts";
import type { Asks } from "./asks.ts";
import { choiceWords, planWords } from "./plan-words.ts";
import { plannedEvents, saveCalendar } from "./save-calendar.ts";

interface PlanProps {
  runtime: Runtime;
  journey: JourneyView;
  subject: string;
  station: StationView;
  asks: Asks;
}

interface PlanState {
  /** The person asked for the question. */
  open: boolean;
  /** They want to name the moment themselves. */
  other: boolean;
}

/** A moment as a `datetime-local` field writes it. */
function fieldValue(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The plan of the step to do now: asked for once after a finished step, shown, changed, put into a calendar. */
class Plan extends Component<PlanProps, PlanState> {
  override state: PlanState = { open: false, other: false };
  private block: HTMLElement | null = null;

  private put(due: number | null): void {
    const { runtime, journey, subject, station, asks } = this.props;
    const { guest, say, $look } = runtime;
    const held = this.holdsFocus();
    asks.drop(journey.id, subject);
    // What was not planned needs no word that it is not.
    if (due !== null || this.due() !== null) {
      guest.run(command, { kind: "plan", subject, step: station.id, due }, journey.id);
    }
    if (due !== null) runtime.announce(planWords(due, station.title, say, $look.get().locale, guest.platform.now()));
    this.setState({ open: false, other: false }, () => held && this.enter());
  }

  private due(): number | null {
    const { runtime, journey, subject, station } = this.props;
    const run = runtime.guest.$progress.get().journeys[journey.id]?.[subject];
    return planOf(run, station.id)?.due ?? null;
  }

  private holdsFocus(): boolean {
    const active = (this.block?.getRootNode() as ShadowRoot | undefined)?.activeElement;
    return active !== null && active !== undefined && (this.block?.contains(active) ?? false);
  }

  private enter(): void {
    this.block?.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
  }

  private readonly ask = (): void => this.setState({ open: true, other: false }, () => this.enter());

  override render(): VNode {
    const { runtime, journey, subject, station, asks } = this.props;
    const { guest, say, $look } = runtime;
    const now = guest.platform.now();
    const { locale } = $look.get();
    const due = this.due();
    const asked = this.state.open || (due === null && asks.has(journey.id, subject));
    return (
      <div
        class={asked || due !== null ? "plan" : "plan none"}
        part="plan"
        ref={(block) => {
          this.block = block;
        }}
      >
        {asked && this.question(now, locale)}
        {!asked && due !== null && (
          <>
            <p class="s">{planWords(due, station.title, say, locale, now)}</p>
            <div class="row">
              <button type="button" class="btn quiet small" part="plan-change" onClick={this.ask}>
                {say("strip.plan.change")}
              </button>
              {due > now && (
                <button
                  type="button"
                  class="btn quiet small"
                  part="calendar"
                  onClick={() => saveCalendar(runtime, plannedEvents(runtime, journey, subject))}
                >
                  {say("strip.plan.calendar")}
                </button>
              )}
            </div>
          </>
        )}
        {!asked && due === null && (
          <button type="button" class="btn quiet small" part="plan-make" onClick={this.ask}>
            {say("strip.plan.make")}
          </button>
        )}
      </div>
    );
  }

  private question(now: number, locale: string): VNode {
    const { say } = this.props.runtime;
    if (this.state.other) {
      return (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            const at = new Date(new FormData(event.currentTarget).get("at") as string).getTime();
            if (!Number.isNaN(at)) this.put(at);
          }}
        >
          <input
            type="datetime-local"
            name="at"
            required
            aria-label={say("strip.plan.when")}
            min={fieldValue(now)}
            value={fieldValue(planChoices(now).find(({ key }) => key === "tomorrow")?.due ?? now)}
          />
          <button type="submit" class="btn small">
            {say("strip.plan.set")}
          </button>
        </form>
      );
    }
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
      <div role="group" aria-label={say("strip.plan.when")}>
        <p class="s">
          <b>{say("strip.plan.when")}</b>
        </p>
        <div class="choices">
          {planChoices(now).map(({ key, due }) => (
            <button type="button" class="btn small" part="plan-choice" key={key} onClick={() => this.put(due)}>
              <span>
                {say(`strip.plan.${key}`)}
                <small>{choiceWords(key, due, locale)}</small>
              </span>
            </button>
          ))}
        </div>
        <div class="row">
          <button
            type="button"
            class="btn quiet small"
            onClick={() => this.setState({ open: true, other: true }, () => this.enter())}
          >
            {say("strip.plan.another")}
          </button>
          <button type="button" class="btn quiet small" part="plan-none" onClick={() => this.put(null)}>
            {say("strip.plan.none")}
          </button>
        </div>
      </div>
    );
  }
}

/** What stands in the foot of a card: only where a record's step is to be done now. */
export function planCard(asks: Asks): ComponentType<SlotProps> {
  return ({ runtime, journey, station }) => {
    const subject = journey?.subject;
    if (!journey || !subject || station?.state !== "here") return null;
    return <Plan key={`${subject} ${station.id}`} {...{ runtime, journey, subject, station, asks }} />;
  };
}

/** What it wears. */
export const planCss: string = `
.plan { border-block-start: 1px solid var(--waymark-line); margin: 8px -16px -8px; padding: 10px 16px 8px } .plan.none { border: 0; margin-block-start: 0; padding-block: 0 2px; padding-inline: 7px } .wm .plan.none .btn { padding: 0 8px }
.plan .row { justify-content: space-between; margin: 2px -10px 0 } .plan form.row { margin: 0; justify-content: flex-start }
.choices { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: var(--waymark-2); margin-block: 8px 4px }
.wm .choices .btn { white-space: normal; padding: 6px 8px; line-height: 1.25 } .choices small { display: block; font: var(--waymark-text-xs) var(--waymark-font); color: var(--waymark-soft) }
.plan input { font: var(--waymark-text-s) var(--waymark-font); color: var(--waymark-ink); background: var(--waymark-raised); border: 1px solid var(--waymark-edge); border-radius: var(--waymark-round-m); min-block-size: 36px; padding: 0 8px; min-inline-size: 0; flex: 1; margin: 0 }
@media (max-width: 559px) { .choices { grid-auto-flow: row } .plan input { min-block-size: 44px; font-size: 16px } }
`;

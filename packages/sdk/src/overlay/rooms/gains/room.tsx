import { type Balance, type Gains, gainsOf, type Ledger, localiseJourney, type StatedTask } from "@waymark/engine";
import { Component, type VNode } from "preact";
import { readLedger } from "../../../care/ledger-store.ts";
import type { Runtime } from "../../../runtime/runtime.ts";
import type { Room, SurfaceProps } from "../../context.ts";
import { gains as words } from "../../words/en/gains.ts";
import { RoomFrame } from "../frame.tsx";
import { amountsOf, minutes } from "./amounts.ts";
import { BalanceChart } from "./balance-chart.tsx";
import { gainsCss } from "./gains-css.ts";

/** Tasks by `journey/step`: what they are called, and what their authors state. */
interface Tasks {
  titles: Map<string, string>;
  stated: Record<string, StatedTask>;
}

function tasksOf({ guest }: Runtime): Tasks {
  const titles = new Map<string, string>();
  const stated: Record<string, StatedTask> = {};
  for (const document of guest.$documents.get()) {
    for (const { id, title, heading, minutes: takes, saves } of localiseJourney(document, guest.locale).steps) {
      const task = `${document.id}/${id}`;
      titles.set(task, heading ?? title);
      stated[task] = { minutes: takes, saves: saves?.minutes };
    }
  }
  return { titles, stated };
}

interface Part {
  runtime: Runtime;
  gains: Gains;
  titles: Tasks["titles"];
}

/** What is still missing, in words: too little data is never a zero. */
function Missing({ runtime, gains, titles }: Part): VNode {
  const { say } = runtime;
  const { missing, learnMs, fieldMs } = gains;
  const task = missing && (titles.get(missing.task) ?? missing.task);
  const spent = Math.ceil((learnMs + fieldMs) / 60_000);
  return (
    <>
      <p class="wait">
        {missing ? say.plural("gains.missing", missing.runs, { task: task ?? "" }) : say("gains.none")}
      </p>
      {spent > 0 && (
        <dl class="rows">
          <Row term={say("gains.soFar")} value={minutes(runtime.$look.get().locale, -spent)} />
        </dl>
      )}
    </>
  );
}

function Row({ term, value, ink }: { term: string; value: string; ink?: boolean }): VNode {
  return (
    <div class={ink ? "ink" : ""}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface AccountProps extends Part {
  balance: Balance;
  width: number;
  coarse: boolean;
}

function Account({ runtime, gains, titles, balance, width, coarse }: AccountProps): VNode {
  const { say } = runtime;
  const { locale } = runtime.$look.get();
  const { saved, learning, fields, net } = amountsOf(gains, balance);
  const names = [...balance.own, ...balance.stated].map((task) =>
    say("gains.task", { task: titles.get(task) ?? task }),
  );
  const count = names.length;
  const tasks = new Intl.ListFormat(locale).format(names);
  const measure = balance.own.length === 0 ? "stated" : balance.stated.length === 0 ? "own" : "both";
  const margin = minutes(locale, Math.ceil(balance.marginMs / 60_000), false);
  return (
    <>
      <div class="net">
        <b>{minutes(locale, net, false)}</b>
        <span class="soft">{say(net < 0 ? "gains.less" : "gains.more")}</span>
      </div>
      <BalanceChart {...{ balance, runtime, net, width, coarse }} weeks={weeksOf(runtime, balance)} />
      <dl class="rows">
        <Row
          ink
          term={count > 2 ? say("gains.saved.many", { n: count }) : say("gains.saved", { tasks })}
          value={minutes(locale, saved)}
        />
        {learning > 0 && <Row term={say("gains.learning")} value={minutes(locale, -learning)} />}
        {fields > 0 && <Row term={say("gains.fields")} value={minutes(locale, -fields)} />}
      </dl>
      <p class="s soft measure">{say(`gains.${measure}`, { margin })}</p>
    </>
  );
}

function weeksOf({ say }: Runtime, { points }: Balance): string {
  return say.plural("gains.weeks", Math.max(1, points.length - 1));
}

interface GainsState {
  ledger: Ledger | null;
}

/** The private ledger as a person reads it: what came back for what they put in. */
class MyGains extends Component<SurfaceProps, GainsState> {
  override state: GainsState = { ledger: null };

  override componentDidMount(): void {
    const { guest } = this.props.overlay.runtime;
    readLedger(guest).then(
      (ledger) => this.setState({ ledger }),
      () => guest.fail("storage"),
    );
  }

  override render(): VNode {
    const { overlay } = this.props;
    const { runtime } = overlay;
    const { say } = runtime;
    const { ledger } = this.state;
    const { titles, stated } = tasksOf(runtime);
    const gains = ledger && gainsOf(ledger, stated, runtime.guest.platform.now());
    const balance = gains?.balance ?? null;
    const frame = overlay.$frame.get();
    const width = (frame.phone ? frame.width : 392) - 40;
    const sub = balance ? say("gains.away", { weeks: weeksOf(runtime, balance) }) : say("gains.private");
    return (
      <RoomFrame overlay={overlay} class="gains" part="gains" title={say("gains.title")} sub={sub}>
        <div class="body">
          {!gains && <p class="wait soft">{say("gains.loading")}</p>}
          {gains && !balance && <Missing {...{ runtime, gains, titles }} />}
          {gains && balance && <Account {...{ runtime, gains, titles, balance, width }} coarse={frame.coarse} />}
          {gains?.milestone && (
            <p class="known">
              <svg viewBox="0 0 18 18" aria-hidden="true">
                <circle cx="9" cy="9" r="6" />
              </svg>
              <span>
                <b>
                  {say.plural("gains.milestone", gains.milestone.runs, {
                    task: titles.get(gains.milestone.task) ?? gains.milestone.task,
                  })}
                </b>{" "}
                {say("gains.know")}
              </span>
            </p>
          )}
        </div>
      </RoomFrame>
    );
  }
}

export const room: Room = { view: MyGains, css: gainsCss, words };

import { Component, render, type VNode } from "preact";
import type { Stop } from "../ports/platform.ts";
import { createScope } from "../ports/scope.ts";
import type { Guest } from "../runtime/guest.ts";
import { followHistory, type Moment } from "./history.ts";
import { JourneyTab } from "./journey-tab.tsx";
import { type Explain, type Readings, readNow } from "./readings.ts";
import { bugReport } from "./report.ts";
import { debugCss } from "./style.ts";
import { QueueTab, RulesTab, TargetsTab } from "./tabs.tsx";

const tabs = ["Why", "Targets", "Queue", "Journey", "Report"] as const;
type Tab = (typeof tabs)[number];

/** So often at most it is read anew, ms: explaining looks for every target of every journey. */
const pauseMs = 300;

interface PanelProps {
  guest: Guest;
  moments: readonly Moment[];
  now: Readings | null;
  close: Stop;
}

class Panel extends Component<PanelProps, { tab: Tab; copied: string }> {
  override state: { tab: Tab; copied: string } = { tab: "Why", copied: "" };

  copy = (text: string): void => {
    navigator.clipboard.writeText(text).then(
      () => this.setState({ copied: "Copied." }),
      () => this.setState({ copied: "The browser does not let it be copied: select it above." }),
    );
  };

  /** Arrows go from tab to tab, as in every list of tabs. */
  keyed = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const tab = tabs[(tabs.indexOf(this.state.tab) + by + tabs.length) % tabs.length] ?? "Why";
    this.setState({ tab });
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-tab=${tab}]`)?.focus();
  };

  body({ guest, moments, now }: PanelProps): VNode {
    if (!now) return <p>Reading …</p>;
    const { tab } = this.state;
    if (tab === "Why") return <RulesTab journeys={now.journeys} />;
    if (tab === "Targets") return <TargetsTab targets={now.targets} />;
    if (tab === "Queue") return <QueueTab {...now} />;
    if (tab === "Journey") return <JourneyTab {...{ guest, moments }} />;
    const text = bugReport(guest, now, moments);
    return (
      <>
        <p>Names no person and no record. Read it, then send it to who maintains your journeys.</p>
        <textarea readOnly aria-label="Report" value={text} />
        <p>
          <button type="button" onClick={() => this.copy(text)}>
            Copy the report
          </button>{" "}
          <span role="status">{this.state.copied}</span>
        </p>
      </>
    );
  }

  render(props: PanelProps): VNode {
    const { tab } = this.state;
    return (
      <section role="dialog" aria-label="Waymark debug">
        <header>
          <h2>Waymark debug</h2>
          <button type="button" onClick={props.close}>
            Close
          </button>
        </header>
        <div role="tablist" onKeyDown={this.keyed}>
          {tabs.map((each) => (
            <button
              type="button"
              role="tab"
              key={each}
              data-tab={each}
              aria-selected={each === tab}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => this.setState({ tab: each, copied: "" })}
            >
              {each}
            </button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
        <div role="tabpanel" aria-label={tab} tabIndex={0}>
          {this.body(props)}
        </div>
      </section>
    );
  }
}

const open = new WeakMap<Guest, Stop>();

/** Opens the panel for one guest, or gives what closes the one that is open. */
export function openPanel(guest: Guest, explain: Explain): Stop {
  const known = open.get(guest);
  if (known) return known;
  const scope = createScope();
  const element = document.createElement("waymark-debug");
  const shadow = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(debugCss);
  shadow.adoptedStyleSheets = [sheet];
  document.documentElement.append(element);
  let now: Readings | null = null;
  let waiting: Stop | undefined;
  const draw = (): void => {
    if (scope.stopped) return;
    const { moments } = history;
    render(<Panel {...{ guest, moments, now }} close={scope.stop} />, shadow);
  };
  const read = (): void => {
    waiting = undefined;
    readNow(guest, explain).then(
      (readings) => {
        now = readings;
        draw();
      },
      () => guest.fail("debug"),
    );
  };
  const soon = (): void => {
    waiting ??= guest.platform.after(pauseMs, read);
  };
  const history = followHistory(guest, soon);
  scope.add(history.stop);
  for (const store of [guest.$documents, guest.$journeys, guest.$consent, guest.$surface])
    scope.add(store.listen(soon));
  scope.add(() => waiting?.());
  scope.add(() => {
    open.delete(guest);
    render(null, shadow);
    element.remove();
  });
  // Whoever signs out, or stops the guest, has no panel about it.
  guest.scope.add(scope.stop);
  open.set(guest, scope.stop);
  draw();
  read();
  return scope.stop;
}

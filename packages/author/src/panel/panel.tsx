import { Component, createRef, type VNode } from "preact";
import type { Parts } from "./context.ts";
import { Icon } from "./icon.tsx";
import { JourneyForm } from "./journey-form.tsx";
import { Lint } from "./lint.tsx";
import { EditMap } from "./map.tsx";
import { NoteLine } from "./note-line.tsx";
import { Save } from "./save.tsx";
import { SignIn } from "./sign-in.tsx";
import { Lines, Start, Templates } from "./start.tsx";
import { StepForm } from "./step-form.tsx";

/** Width of the map's drawing, px: the panel's own. */
const mapWidth = 392;

/** The docked panel. Its head moves it; everything in it works from the keyboard. */
export class Panel extends Component<Parts, { width: number }> {
  override state: { width: number } = { width: mapWidth };
  private root = createRef<HTMLElement>();
  private sizes: ResizeObserver | undefined;

  override componentDidMount(): void {
    const { current } = this.root;
    if (!current) return;
    this.sizes = new ResizeObserver(() => {
      const width = current.clientWidth;
      if (width > 0 && width !== this.state.width) this.setState({ width });
    });
    this.sizes.observe(current);
  }

  override componentWillUnmount(): void {
    this.sizes?.disconnect();
  }

  override render(parts: Parts, { width }: { width: number }): VNode {
    const { state, acts, say } = parts;
    const { write } = acts;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, shiftKey, altKey } = event;
      if (!(event.ctrlKey || event.metaKey) || altKey || state.view !== "edit") return;
      const again = key.toLowerCase() === "y" || (key.toLowerCase() === "z" && shiftKey);
      if (!again && key.toLowerCase() !== "z") return;
      event.preventDefault();
      if (again) write.redo();
      else write.undo();
    };
    return (
      <section ref={this.root} class="surface panel" aria-label={say("panel.label")} onKeyDown={onKeyDown}>
        <Head {...parts} />
        <NoteLine {...parts} />
        <div class="body" key={state.view}>
          <Room {...parts} width={width} />
        </div>
        {state.view === "edit" && <Foot {...parts} />}
      </section>
    );
  }
}

function Room({ width, ...parts }: Parts & { width: number }): VNode {
  switch (parts.state.view) {
    case "signin":
      return <SignIn {...parts} />;
    case "start":
      return <Start {...parts} />;
    case "lines":
      return <Lines {...parts} />;
    case "templates":
      return <Templates {...parts} />;
    case "save":
      return <Save {...parts} />;
    case "edit":
      return <Edit {...parts} width={width} />;
  }
}

function Edit({ width, ...parts }: Parts & { width: number }): VNode {
  const { state, acts, say } = parts;
  const { work } = state;
  const step = work?.history.now.steps.find(({ id }) => id === work.chosen);
  return (
    <div>
      <EditMap {...parts} width={width} />
      <div class="row wrap tools">
        <button
          type="button"
          class={`btn small${step ? "" : " on"}`}
          aria-pressed={!step}
          onClick={() => acts.write.choose(null)}
        >
          {say("map.journey")}
        </button>
        <button type="button" class="btn small" onClick={() => acts.record.start(false)}>
          <Icon name="record" />
          {say("map.more")}
        </button>
      </div>
      {step ? <StepForm {...parts} step={step} /> : <JourneyForm {...parts} />}
    </div>
  );
}

function Head({ state, acts, say }: Parts): VNode {
  const { work, view } = state;
  const editing = view === "edit" && work;
  const act = (name: "undo" | "redo" | "side" | "fold" | "close", onClick: () => void, disabled = false): VNode => (
    <button
      type="button"
      class="btn quiet icon"
      aria-label={say(`panel.${name}`)}
      title={say(`panel.${name}`)}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={name} />
    </button>
  );
  const back = view === "edit" ? "start" : work && view === "save" ? "edit" : "start";
  const home = view === "start" || view === "signin";
  return (
    <header class="head" data-grip>
      {!home && (
        <button
          type="button"
          class="btn quiet icon"
          aria-label={say(view === "edit" ? "panel.home" : "panel.back")}
          title={say(view === "edit" ? "panel.home" : "panel.back")}
          onClick={() => acts.begin.goTo(back)}
        >
          <Icon name="back" />
        </button>
      )}
      <b class="grow clip name">{editing ? work.history.now.title || say("start.noTitle") : say("panel.label")}</b>
      {editing && act("undo", acts.write.undo, work.history.past.length === 0)}
      {editing && act("redo", acts.write.redo, work.history.future.length === 0)}
      {act("side", acts.flip)}
      {act("fold", () => acts.show.fold(true))}
      {act("close", acts.close)}
    </header>
  );
}

function Foot(parts: Parts): VNode {
  const { state, acts, say } = parts;
  const role = state.work?.history.now.roles?.[0] ?? "";
  return (
    <footer class="bottom">
      <Lint {...parts} />
      <div class="row between">
        <button
          type="button"
          class="btn"
          disabled={state.busy}
          onClick={() => void acts.show.preview({ role, guidance: "full" })}
        >
          <Icon name="eye" />
          {say("preview.start")}
        </button>
        <button type="button" class="btn primary" onClick={() => acts.begin.goTo("save")}>
          {say("save.open")}
        </button>
      </div>
    </footer>
  );
}

import { Component, createRef, type VNode } from "preact";
import type { Stop } from "../../../ports/platform.ts";
import type { SurfaceProps } from "../../context.ts";
import { keepInside } from "../frame.tsx";
import { AskFor } from "./ask-for.tsx";
import { Hits, rowId } from "./hits.tsx";
import { keepSearch, lastSearch } from "./last-search.ts";
import { rowAfter } from "./row-after.ts";
import { SearchField } from "./search-field.tsx";
import { type Hit, Shelf, type Shelved } from "./shelf.ts";
import { Tips } from "./tips.tsx";

interface LibraryState {
  query: string;
  /** The row that Enter opens. */
  active: number;
  /** The person walks along the rows: Home and End mean the list then, not the text. */
  walking: boolean;
  /** So many rows are drawn; more come as the person walks or scrolls on. */
  limit: number;
  /** What was looked for is not here: they ask for it. */
  asking: boolean;
  /** A journey that is not on this device could not be fetched. */
  lost?: boolean;
}

/** About a frame. */
const firstMs = 16;

/** Who pauses so long has asked. */
const keepMs = 300;

/** A window holds eight or nine. */
const fewRows = 12;
/** Drawn with the room itself, the rest a moment later: whoever opened it sees it at once. */
const firstRows = 3;

/** "How do I ...?": a field and the journeys that fit, after the combobox pattern of the ARIA Authoring Practices. */
export class Library extends Component<SurfaceProps, LibraryState> {
  override state: LibraryState = { query: "", active: 0, walking: false, limit: firstRows, asking: false };
  private readonly field = createRef<HTMLInputElement>();
  private readonly list = createRef<HTMLDivElement>();
  private readonly shelf = new Shelf(
    this.props.overlay.runtime.guest,
    this.props.overlay.runtime.say("library.noise"),
    () => this.forceUpdate(),
  );
  private readonly figures = new Intl.NumberFormat(this.props.overlay.runtime.$look.get().locale);
  private shelved: Shelved = { groups: [], count: 0, rows: [] };
  private touched = false;
  private waiting: Stop | undefined;
  private growing: Stop | undefined;
  private closing: Stop | undefined;

  override componentDidMount(): void {
    const { guest } = this.props.overlay.runtime;
    this.growing = guest.platform.after(firstMs, this.grow);
    // Kept as it is closed, not once it has faded: who opens it again at once reads what they asked.
    this.closing = guest.$surface.listen(({ name }) => name !== "library" && this.keep());
    lastSearch(guest).then(
      (query) => {
        if (this.touched || query === "") return;
        this.setState({ query }, () => this.field.current?.select());
      },
      () => guest.fail("storage"),
    );
  }

  /** A few more rows at a time, until a window is full. */
  private readonly grow = (): void => {
    if (this.state.limit >= fewRows) return;
    this.setState(({ limit }) => ({ limit: limit + firstRows }));
    this.growing = this.props.overlay.runtime.guest.platform.after(firstMs, this.grow);
  };

  override componentWillUnmount(): void {
    this.growing?.();
    this.closing?.();
    this.shelf.stop();
    this.keep();
  }

  override componentDidUpdate(): void {
    if (this.state.walking) this.list.current?.querySelector(".on")?.scrollIntoView({ block: "nearest" });
  }

  /** Remembers what was asked; once is enough for each query. */
  private readonly keep = (): void => {
    if (!this.waiting) return;
    this.waiting();
    this.waiting = undefined;
    keepSearch(this.props.overlay.runtime.guest, this.state.query);
  };

  private readonly ask = (event: Event): void => {
    this.touched = true;
    if (this.list.current) this.list.current.scrollTop = 0;
    this.setState({
      query: (event.currentTarget as HTMLInputElement).value,
      active: 0,
      walking: false,
      limit: fewRows,
      asking: false,
      lost: false,
    });
    this.waiting?.();
    this.waiting = this.props.overlay.runtime.guest.platform.after(keepMs, this.keep);
  };

  private readonly press = (event: KeyboardEvent): void => {
    // The page would take keys typed here for its own: seen from there, no field has the focus.
    event.stopPropagation();
    if (event.type !== "keydown" || event.isComposing) return;
    keepInside(event);
    const field = this.field.current;
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || !field) return;
    // In a request they write: its keys are nobody else's.
    if (this.state.asking && (field.getRootNode() as ShadowRoot).activeElement !== field) return;
    const inField = (field.getRootNode() as ShadowRoot).activeElement === field;
    if (!inField && key.length === 1 && key !== " ") field.focus();
    const { rows } = this.shelved;
    const at =
      rows.length > 0 && !this.state.asking ? rowAfter(key, this.state.active, rows.length, this.state.walking) : null;
    if (at !== null) {
      this.setState({ active: at, walking: true }, () => at === rows.length - 1 && this.drawMore());
    } else if (key !== "Enter" || !inField) return;
    // A click, as of the mouse: so the focus goes along into what opens.
    else this.list.current?.querySelector<HTMLElement>(".on")?.click();
    event.preventDefault();
  };

  private readonly drawMore = (): void => {
    const { count, rows } = this.shelved;
    if (count <= rows.length) return;
    const at = rows[this.state.active]?.entry.journey.id;
    // More rows may come between those that are there: the chosen one stays the same.
    this.setState(
      ({ limit }) => ({ limit: limit + fewRows }),
      () =>
        this.setState({
          active: Math.max(
            0,
            this.shelved.rows.findIndex(({ entry }) => entry.journey.id === at),
          ),
        }),
    );
  };

  private readonly scroll = (): void => {
    const list = this.list.current;
    if (list && list.scrollHeight - list.scrollTop - list.clientHeight < 120) this.drawMore();
  };

  private readonly open = ({ entry, view }: Hit): void => {
    const { runtime } = this.props.overlay;
    const { journey } = entry;
    this.keep();
    const opens = (): void => runtime.open("panel", { journey: journey.id, subject: view.subject ?? undefined });
    // Who has gone elsewhere meanwhile stays there.
    const stillHere = (): boolean => runtime.$surface.get().name === "library";
    if (!journey.index || !runtime.guest.bring) opens();
    else
      runtime.guest.bring(journey).then(
        () => stillHere() && opens(),
        () => this.setState({ lost: true }),
      );
  };

  private readonly askFor = (): void => this.setState({ asking: true });

  private readonly backToSearch = (): void =>
    this.setState({ asking: false }, () => this.field.current?.focus({ preventScroll: true }));

  /** "Not here? Ask for it", where the host takes requests. */
  private offer(many: boolean): VNode | null {
    const { say, guest } = this.props.overlay.runtime;
    if (!guest.options.onRequest || this.state.asking) return null;
    return (
      <span class="wish">
        {many && say("library.ask.not-here")}{" "}
        <button type="button" class={many ? "btn quiet small" : "btn"} part="request-it" onClick={this.askFor}>
          {say("library.ask")}
        </button>
      </span>
    );
  }

  override render(): VNode {
    const { overlay } = this.props;
    const { runtime } = overlay;
    const { say } = runtime;
    const { query, asking } = this.state;
    this.shelved = this.shelf.search(query, this.state.limit);
    const { groups, count } = this.shelved;
    const rows = asking ? [] : this.shelved.rows;
    const active = Math.min(this.state.active, rows.length - 1);
    return (
      <>
        {/* biome-ignore lint/a11y: tapping beside the room is a shortcut; the button for it is beside the field */}
        <div class="scrim" onClick={overlay.dismiss} />
        <section
          class="surface sheet middle library"
          part="library"
          role="dialog"
          aria-modal="true"
          aria-label={say("library.title")}
          tabIndex={-1}
          onKeyDown={this.press}
          onKeyUp={this.press}
          onKeyPress={this.press}
        >
          <div class="grab" />
          <SearchField
            {...{ overlay, query }}
            field={this.field}
            active={rows.length > 0 ? rowId(active) : null}
            onInput={this.ask}
          />
          <div class="hide" role="status">
            {query === "" ? "" : say.plural("library.found", count)}
          </div>
          {asking && <AskFor runtime={runtime} query={query.trim()} onBack={this.backToSearch} />}
          {!asking && rows.length === 0 && (
            <div class="none">
              <p class="soft">{say(query === "" ? "library.empty" : "library.none", { query })}</p>
              {query !== "" && this.offer(false)}
            </div>
          )}
          {rows.length > 0 && (
            <Hits
              {...{ groups, rows, active, runtime }}
              list={this.list}
              figures={this.figures}
              onScroll={this.scroll}
              onOpen={this.open}
            />
          )}
          {this.state.lost && (
            <p class="more s" part="lost" role="alert">
              {say("library.lost")}
            </p>
          )}
          {!asking && count > rows.length && (
            <p class="more soft s">{say.plural("library.more", count - rows.length)}</p>
          )}
          {rows.length > 0 && <Tips runtime={runtime}>{this.offer(true)}</Tips>}
        </section>
      </>
    );
  }
}

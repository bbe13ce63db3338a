import type { RecordView } from "@waymark/engine";
import { Component, type VNode } from "../../../draw/draw.ts";

/** Rows drawn above and below those in view. */
const more = 4;

interface VirtualListProps {
  name: string;
  records: readonly RecordView[];
  /** Height of a row, px: two lines, and enough for a finger. */
  high: number;
  /** The line below a record's name. */
  line(record: RecordView): string;
  onOpen(record: RecordView): void;
}

interface VirtualListState {
  first: number;
  rows: number;
  /** The row that Tab leads to; arrow keys move it. */
  active: number;
}

/** A list of any length that keeps only the rows in view in the document. */
export class VirtualList extends Component<VirtualListProps, VirtualListState> {
  override state: VirtualListState = { first: 0, rows: 8, active: 0 };
  private box: HTMLElement | null = null;

  private readonly look = (): void => {
    if (!this.box) return;
    const first = Math.floor(this.box.scrollTop / this.props.high);
    const rows = Math.max(1, Math.ceil(this.box.clientHeight / this.props.high));
    if (first !== this.state.first || rows !== this.state.rows) this.setState({ first, rows });
  };

  override componentDidMount(): void {
    this.look();
  }

  private readonly go = (event: KeyboardEvent): void => {
    const last = this.props.records.length - 1;
    const from = Math.min(this.state.active, last);
    // What shows in part only is no part of a page.
    const page = Math.max(1, Math.floor((this.box?.clientHeight ?? 0) / this.props.high));
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined || !this.box) return;
    event.preventDefault();
    const active = Math.max(0, Math.min(last, to));
    const { box } = this;
    const top = active * this.props.high;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + this.props.high > box.scrollTop + box.clientHeight)
      box.scrollTop = top + this.props.high - box.clientHeight;
    this.setState({ active, first: Math.floor(box.scrollTop / this.props.high) }, () =>
      box.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true }),
    );
  };

  override render(): VNode {
    const { name, records, line, onOpen } = this.props;
    const { first, rows } = this.state;
    const active = Math.max(0, Math.min(this.state.active, records.length - 1));
    const from = Math.max(0, Math.min(first, records.length - rows) - more);
    const shown = Array.from(
      { length: Math.min(records.length, from + rows + 2 * more) - from },
      (_, index) => from + index,
    );
    // The row that Tab leads to stays, however far the list is scrolled.
    if (records.length > 0 && !shown.includes(active)) shown.push(active);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: keys come up from its rows
      <div
        class="vlist"
        onScroll={this.look}
        onKeyDown={this.go}
        ref={(box) => {
          this.box = box;
        }}
      >
        {/* biome-ignore lint/a11y/noRedundantRoles: a list without bullets is none to Safari */}
        <ul role="list" aria-label={name} style={{ blockSize: `${records.length * this.props.high}px` }}>
          {shown.map((index) => {
            const record = records[index];
            if (!record) return null;
            return (
              <li
                key={record.subject}
                aria-setsize={records.length}
                aria-posinset={index + 1}
                style={{ insetBlockStart: `${index * this.props.high}px`, blockSize: `${this.props.high}px` }}
              >
                <button
                  type="button"
                  class="rec"
                  part="record"
                  data-row={index}
                  tabIndex={index === active ? 0 : -1}
                  onFocus={() => index !== active && this.setState({ active: index })}
                  onClick={() => onOpen(record)}
                >
                  <b>{record.label}</b>
                  <small>{line(record)}</small>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    );
  }
}

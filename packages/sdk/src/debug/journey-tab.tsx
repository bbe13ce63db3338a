import { viewJourney } from "@waymark/engine";
import { Component, type VNode } from "preact";
import type { Guest } from "../runtime/guest.ts";
import type { Moment } from "./history.ts";

interface JourneyTabProps {
  guest: Guest;
  moments: readonly Moment[];
}

const clock = (at: number): string => new Date(at).toISOString().slice(11, 23);

/** One journey's state at each fact since the panel opened: a slider goes back and forth, and the page stays as it is. */
export class JourneyTab extends Component<JourneyTabProps, { journey: string; at: number | null }> {
  override state: { journey: string; at: number | null } = { journey: "", at: null };

  render({ guest, moments }: JourneyTabProps): VNode {
    const documents = guest.$documents.get();
    const journey = documents.find(({ id }) => id === this.state.journey) ?? documents[0];
    const last = moments.length - 1;
    const index = Math.min(this.state.at ?? last, last);
    const moment = moments[index];
    if (!journey || !moment) return <p>No journeys are loaded.</p>;
    const { progress, scene, at, fact } = moment;
    const view = viewJourney(journey, progress, scene, { locale: guest.locale }, at);
    return (
      <>
        <p>
          <select
            aria-label="Journey"
            value={journey.id}
            onChange={({ currentTarget }) => this.setState({ journey: currentTarget.value })}
          >
            {documents.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </p>
        <input
          type="range"
          aria-label="Moment"
          aria-valuetext={fact}
          min={0}
          max={last}
          value={index}
          onInput={({ currentTarget }) => {
            const wanted = Number(currentTarget.value);
            this.setState({ at: wanted === last ? null : wanted });
          }}
        />
        <p class="mono" role="status">
          {index + 1} of {moments.length}, {clock(at)}: {fact}
        </p>
        <h3>
          {view.title}{" "}
          <span class="soft">
            {view.subject ?? "own"}, {view.done} of {view.total}
          </span>
        </h3>
        <ol>
          {view.stations.map(({ id, title, state, how }) => (
            <li key={id} data-step={id} data-state={state}>
              <b>{title}</b> <span class="soft">{how ? `${state}, ${how}` : state}</span>
            </li>
          ))}
        </ol>
        <h3>Kept on this device</h3>
        <pre class="mono">{JSON.stringify(progress.journeys[journey.id] ?? {}, null, 2)}</pre>
      </>
    );
  }
}

// A host that draws the map and the coach with its own design system: nothing of Waymark's interface is on the page.
import { createWaymark, type Journey } from "@waymark/sdk";
import type { HeadlessView } from "@waymark/sdk/extend";
import { useLayoutEffect, useState, useSyncExternalStore } from "react";
import { createRoot, type Root } from "react-dom/client";

const journey: Journey = {
  format: "waymark.journey/1",
  id: "place-an-order",
  title: "Place an order",
  destination: "Goods tomorrow",
  roles: ["buyer"],
  brief: { purpose: "Orders in one place.", benefit: "You type nothing twice.", expectation: "Two minutes." },
  steps: [
    {
      id: "add",
      title: "Add an item",
      done: { event: "item.added" },
      do: { target: { testId: "add" }, say: "Press here.", label: "Show me where" },
    },
    { id: "send", title: "Send it", skippable: true },
    { id: "thank", title: "Thank them" },
  ],
};

// #region store
/** A store of Waymark's as a value of React's. */
function useStore<T>({ get, listen }: { get(): T; listen(call: () => void): () => void }): T {
  return useSyncExternalStore(listen, get, get);
}
// #endregion store

// #region map
/** The map, as this design system draws progress: a list of steps with one main button. */
function WayMap({ view }: { view: HeadlessView }) {
  const [first] = useStore(view.$journeys);
  if (!first) return null;
  const here = first.here === null ? undefined : first.stations[first.here];
  return (
    <aside className="ds-card" aria-label={first.title}>
      <h2>{first.title}</h2>
      <p>
        {first.done} of {first.total} to “{first.destination}”
      </p>
      <ol className="ds-steps">
        {first.stations.map(({ id, title, state }) => (
          <li key={id} data-state={state} aria-current={state === "here" ? "step" : undefined}>
            {title}
          </li>
        ))}
      </ol>
      {here && (
        <div className="ds-row">
          <button
            type="button"
            className="ds-main"
            onClick={() => (here.target ? view.act : view.tick)(first.id, here.id, first.subject)}
          >
            {here.label ?? "I did it"}
          </button>
          {here.skippable && (
            <button type="button" onClick={() => view.skip(first.id, here.id, first.subject)}>
              Not for me
            </button>
          )}
        </div>
      )}
      {!here && <p role="status">You are there.</p>}
    </aside>
  );
}
// #endregion map

// #region coach
/** The coach: a note below the element that is meant, where the guide has found it. */
function Coach({ view }: { view: HeadlessView }) {
  const guide = useStore(view.$guide);
  const [place, setPlace] = useState({ top: 0, left: 0 });
  const element = guide?.element;
  useLayoutEffect(() => {
    if (!element) return;
    const follow = (): void => {
      const { bottom, left } = element.getBoundingClientRect();
      setPlace({ top: bottom + scrollY + 8, left: left + scrollX });
    };
    follow();
    element.classList.add("ds-lit");
    addEventListener("resize", follow);
    return () => {
      element.classList.remove("ds-lit");
      removeEventListener("resize", follow);
    };
  }, [element]);
  if (!guide || guide.status === "searching") return null;
  return (
    <div
      className="ds-note"
      role="dialog"
      aria-label={guide.title}
      style={guide.element ? { position: "absolute", ...place } : {}}
    >
      {guide.status === "lost" ? "It is not on this page." : guide.say}{" "}
      <button type="button" onClick={view.stopGuide}>
        Close
      </button>
    </div>
  );
}
// #endregion coach

// #region start
const waymark = createWaymark({
  journeys: [journey],
  user: { id: "u-2", roles: ["buyer"] },
  headless: (view) => {
    const place = document.body.appendChild(document.createElement("div"));
    const root: Root = createRoot(place);
    root.render(
      <>
        <WayMap view={view} />
        <Coach view={view} />
      </>,
    );
    return () => {
      root.unmount();
      place.remove();
    };
  },
});
const stop = waymark.start();
// #endregion start

Object.assign(window, { stopGuest: stop });
document.querySelector("[data-testid=add]")?.addEventListener("click", () => waymark.track("item.added"));

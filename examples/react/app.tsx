// A page that a server draws whole, `<html>` too: the hardest case for who adds something to it.
import { useHappening, useJourneys, useTrack, WaymarkProvider } from "@waymark/react";
import type { Journey } from "@waymark/sdk";
import { type ReactElement, useState } from "react";

const journey: Journey = {
  format: "waymark.journey/1",
  id: "place-an-order",
  title: "Place an order",
  roles: ["buyer"],
  steps: [
    {
      id: "add",
      title: "Add an item",
      done: { event: "item.added" },
      do: { target: { testId: "add" }, say: "Press here." },
    },
    { id: "send", title: "Send it", done: { event: "order.sent" } },
  ],
};

function Order(): ReactElement {
  const track = useTrack();
  const [first] = useJourneys();
  const [last, setLast] = useState("nothing");
  useHappening("step.completed", ({ step }) => setLast(step ?? ""));
  return (
    <main>
      <h1>Order</h1>
      <p id="way">{first ? `${first.title}: ${first.done} of ${first.total}` : "No way yet"}</p>
      <p id="last">Last: {last}</p>
      <button type="button" data-testid="add" onClick={() => track("item.added")}>
        Add an item
      </button>
    </main>
  );
}

const options = { journeys: [journey] };

export function Page({ user }: { user: { id: string; roles: string[] } }): ReactElement {
  return (
    <html lang="en">
      <head>
        <title>Orders</title>
      </head>
      <body>
        <WaymarkProvider options={options} user={user}>
          <Order />
        </WaymarkProvider>
      </body>
    </html>
  );
}

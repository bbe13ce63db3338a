import type { Journey, Target } from "@waymark/schema";

/** The shop's own journey: three deeds on one page. */
export const order: Journey = {
  format: "waymark.journey/1",
  id: "place-order",
  title: "Place an order",
  destination: "no paper",
  brief: {
    purpose: "One place for the order.",
    benefit: "You write nothing twice.",
    expectation: "Two minutes, when an order comes.",
  },
  steps: [
    {
      id: "add",
      title: "Add an item",
      do: { target: { testId: "add" }, say: "Press here.", label: "Add it" },
      done: { event: "item.added", where: { kind: { exists: true } } },
    },
    {
      id: "address",
      title: "Fill in the address",
      do: { target: { label: "Street" }, say: "Type the street." },
      done: { all: [{ submit: { css: "#address" } }, { text: "Address saved" }] },
    },
    {
      id: "pay",
      title: "Pay",
      do: { target: { role: "button", name: "Pay now" }, say: "Press Pay now." },
      done: { event: "paid" },
    },
  ],
};

/** A journey of one step that points at one target. */
export function pointAt(target: Target, more: Partial<Journey> = {}): Journey {
  const step = { id: "look", title: "Look", do: { target, say: "Here." }, done: { event: "seen" } };
  return { format: "waymark.journey/1", id: "look", title: "Look", steps: [step], ...more };
}

// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { Definition } from "./Definition.tsx";

const patient = { timeout: 20_000 };

test("D25 a definition opens by its button, closes by Escape and gives the focus back", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  render(<Definition name="Came through" meaning="How many." facts={[{ term: "Window", text: "four weeks" }]} />, root);
  const button = root.querySelector("button");
  button?.click();
  await vi.waitFor(() => expect(document.activeElement).toBe(root.querySelector("[role=dialog]")), patient);
  const card = root.querySelector("[role=dialog]");
  expect(card?.textContent).toContain("four weeks");
  expect(button?.getAttribute("aria-expanded")).toBe("true");
  card?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await vi.waitFor(() => expect(root.querySelector("[role=dialog]")).toBeNull(), patient);
  await vi.waitFor(() => expect(document.activeElement).toBe(button), patient);
  render(null, root);
});

// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test } from "vitest";
import { Definition } from "./Definition.tsx";

const settle = () => new Promise((done) => setTimeout(done, 20));

test("D25 a definition opens by its button, closes by Escape and gives the focus back", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  render(<Definition name="Came through" meaning="How many." facts={[{ term: "Window", text: "four weeks" }]} />, root);
  const button = root.querySelector("button");
  button?.click();
  await settle();
  const card = root.querySelector("[role=dialog]");
  expect(card?.textContent).toContain("four weeks");
  expect(document.activeElement).toBe(card);
  expect(button?.getAttribute("aria-expanded")).toBe("true");
  card?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await settle();
  expect(root.querySelector("[role=dialog]")).toBeNull();
  expect(document.activeElement).toBe(button);
  render(null, root);
});

// @vitest-environment happy-dom
import type { JourneyPicture, SessionInfo, Summary } from "@waymark/schema";
import { render } from "preact";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Client } from "../api/client.ts";
import { rank } from "../picture/ranking.ts";
import { noShare, picture, share, step, time } from "../picture/sample.ts";
import type { Filters } from "../shell/filters.ts";
import { HomePage } from "./HomePage.tsx";

const of = (id: string, through: number, over: Partial<JourneyPicture> = {}): JourneyPicture =>
  picture([step("Quote", { through: share(through, 30) })], {
    journey: { id, title: id, version: 1, destination: null },
    ...over,
  });
const few = picture([step("Quote", { through: noShare("too_few"), time: time(1, null) })], {
  ...{ people: null, reason: "too_few", journey: { id: "few", title: "few", version: 1, destination: null } },
});
const session: SessionInfo = {
  ...{ role: "csm", project: { id: "p", title: "P", timeZone: "UTC" }, journeys: [], roles: [] },
};

const problem = { status: 503, title: "No", detail: "Later.", code: "busy" };

async function open(pictures: JourneyPicture[], voices = { places: 3, open: 1 }, filters: Filters = {}) {
  const root = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const value: Summary = {
    ...{ format: "waymark.summary/1", project: session.project, block: null, nextAt: null, pictures, voices },
  };
  const refused = async () => ({ ok: false as const, problem });
  const client: Partial<Client> = {
    summary: async () => ({ ok: true, value }),
    ...{ gap: refused, expectations: refused, estimates: refused, decisions: refused },
  };
  const props = { session, filters, onSignedOut: () => undefined };
  render(<HomePage client={client as Client} {...props} />, root);
  await vi.waitFor(() => expect(root.querySelector("h1")).not.toBeNull(), { timeout: 20_000 });
  return root;
}

test("D58 the journey that loses the largest share comes first; one that shows nothing comes last", () => {
  expect(rank([few, of("calm", 25), of("stuck", 10), of("whole", 30)]).map(({ journey }) => journey.id)).toEqual([
    "stuck",
    "calm",
    "whole",
    "few",
  ]);
});

test("D58 home is a sentence, a drawing, and what can be done", async () => {
  const root = await open([of("calm", 25), of("stuck", 10)]);
  expect(root.querySelector("h1")?.textContent?.trim()).toBe(
    "stuck, Sales rep: Fewer than half come through; the narrowest place is “Quote”",
  );
  const choices = [...root.querySelectorAll(".options li")].map((each) => each.textContent);
  expect(choices).toEqual([
    "Look at “Quote” beside its numbers20 people stay there: fold its fields, coach it, or give it more time.",
    "Answer 1 reported place3 places are published.",
    "Take one page to the meetingA4, with boxes to tick and a line to sign.",
  ]);
  expect(root.querySelector(".others")?.textContent).toContain("calm, Sales rep");
  const links = [...root.querySelectorAll("a")].map((each) => each.getAttribute("href"));
  expect(links).toContain("#/paper/stuck/sales-rep");
});

test("D58 where nothing may be shown home says why, and a link about one journey is about that one", async () => {
  expect((await open([few], { places: 0, open: 0 })).querySelector("h1")?.textContent).toContain(
    "few, Sales rep: Too few to show",
  );
  expect((await open([])).querySelector("h1")?.textContent).toBe("Nothing can be said yet");
  const one = await open([of("calm", 25), of("stuck", 10)], { places: 0, open: 0 }, { journey: "calm" });
  expect(one.querySelector("h1")?.textContent).toContain("calm, Sales rep");
  expect(one.querySelector(".others")).toBeNull();
});

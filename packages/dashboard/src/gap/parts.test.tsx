// @vitest-environment happy-dom
import { type ComponentChild, render } from "preact";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Client } from "../api/client.ts";
import { PaperPart } from "./PaperPart.tsx";
import { decisionOf, expectationOf, readOf, reportOf, rowOf, sessionOf } from "./sample.ts";
import type { GapRead } from "./use-gap.ts";
import { WorstPart } from "./WorstPart.tsx";

const worst = [{ journey: "win", version: 2, role: "rep", steps: ["offer"] }];
const rows = [
  rowOf("log", { measured: 0.9, interval: [0.8, 0.96], verdict: "ahead", barrier: null, forecast: null }),
  rowOf("call", { measured: null, interval: null, verdict: null }),
  rowOf("offer"),
];
const full = readOf({
  report: { ...reportOf(rows), worst },
  expectations: ["log", "call", "offer"].map((step) => expectationOf(step)),
  decisions: [decisionOf()],
});

function clientOf(read: GapRead): Client {
  const ok = async (value: object) => ({ ok: true as const, value });
  const client: Partial<Record<keyof Client, unknown>> = {
    gap: () => ok(read.report),
    expectations: () => ok({ expectations: read.expectations, journeys: read.journeys }),
    estimates: () => ok({ estimates: read.estimates }),
    decisions: () => ok({ decisions: read.decisions }),
  };
  return client as Client;
}

/** The drawn part once it has read; what never comes is waited for until `there` says that enough was. */
async function drawn(part: ComponentChild, there: (root: HTMLElement) => boolean): Promise<HTMLElement> {
  const root = document.body.appendChild(document.createElement("div"));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  render(part, root);
  await vi.waitFor(() => expect(there(root)).toBe(true), { timeout: 20_000 });
  return root;
}

const place = { journey: "win", role: "rep" };

test("D100 Home says how many steps are where, and of the widest gaps what stands in the way and where it leads", async () => {
  const part = <WorstPart client={clientOf(full)} session={sessionOf("csm")} />;
  const root = await drawn(part, (it) => it.querySelector(".worst") !== null);
  expect(root.querySelector(".worst-says")?.textContent).toBe("1 step is behind plan, 1 is ahead.");
  expect(root.querySelector(".worst-why")?.textContent).toContain("First barrierTries and fails");
  expect(root.querySelector(".worst-why")?.textContent).toContain("Forecastby 10 May 2027");
  // Who is asked first is told of no step and of no count.
  const asked = <WorstPart client={clientOf({ ...full, report: reportOf([]) })} session={sessionOf("manager")} />;
  const manager = await drawn(asked, (it) => it.querySelector(".worst") !== null);
  expect([manager.querySelector(".worst-says"), manager.querySelector(".worst-row")]).toEqual([null, null]);
});

test("D98 the sheet has the steps furthest below the plan and what was decided last; who is asked first has neither", async () => {
  const part = <PaperPart client={clientOf(full)} session={sessionOf("csm")} {...place} />;
  const root = await drawn(part, (it) => it.querySelector(".paper-gap") !== null);
  const steps = [...root.querySelectorAll(".paper-row > .strong")].map((each) => each.textContent);
  // What has no figure would only take room.
  expect(steps).toEqual(["Send the offer", "Log the contact"]);
  expect(root.querySelector(".paper-row svg.lanes")?.getAttribute("aria-label")).toContain("expected 58, believed 75");
  expect(root.querySelectorAll(".stamp")).toHaveLength(1);
  let read = 0;
  const client = clientOf(full);
  const counted = { ...client, decisions: () => client.decisions().finally(() => (read += 1)) } as Client;
  const asked = <PaperPart client={counted} session={sessionOf("manager")} {...place} />;
  expect((await drawn(asked, () => read === 1)).innerHTML).toBe("");
});

// @vitest-environment happy-dom
import type { ArrivalsReport } from "@waymark/schema";
import { render } from "preact";
import { expect, test, vi } from "vitest";
import type { Answer, Client } from "../api/client.ts";
import { ArrivalsPage } from "./ArrivalsPage.tsx";

const report: ArrivalsReport = {
  ...{
    received: 1400,
    simulated: 24,
    rejected: 2,
    duplicates: 3,
    dropped: { queue_full: 12 },
    lastAt: "2026-11-21T09:30:00Z",
  },
  ...{ perMinute: [0, 5, 7], byType: [{ type: "step.completed", count: 9, lastAt: "2026-11-21T09:30:00Z" }] },
  rejects: [{ at: "2026-11-21T09:29:00Z", code: "too_old", path: "$.events[0].ts", message: "Older than 13 months." }],
};
const patient = { timeout: 20_000 };

test("D33 a lost connection keeps the last numbers and says so; D15 the strip has its sentence", async () => {
  const root = document.body.appendChild(document.createElement("div"));
  let isLost = false;
  const ok: Answer<ArrivalsReport> = { ok: true, value: report };
  const lost: Answer<ArrivalsReport> = {
    ok: false,
    problem: { status: 0, title: "", detail: "", code: "unreachable" },
  };
  const client: Pick<Client, "arrivals" | "exportUrl"> = {
    arrivals: async () => (isLost ? lost : ok),
    exportUrl: (table) => table,
  };
  const props = { origin: "", openStream: () => null, onSignedOut: () => undefined };
  render(<ArrivalsPage client={client as Client} {...props} />, root);
  await vi.waitFor(() => expect(root.querySelector(".strip svg")).not.toBeNull(), patient);
  expect(root.querySelector(".strip svg")?.getAttribute("aria-label")).toBe(
    "Last 30 minutes: 12 events, at most 7 in one minute, 1 minute without any.",
  );
  expect(root.querySelector(".lost")).toBeNull();
  // It reads again every two seconds.
  isLost = true;
  await vi.waitFor(() => expect(root.querySelector(".lost")).not.toBeNull(), patient);
  expect(root.querySelector(".lost")?.textContent).toContain("The connection is lost.");
  expect(root.querySelector(".facts dd")?.textContent).toBe("1,400");
  expect(root.textContent).toContain("Older than 13 months.");
  expect(root.textContent).toContain("Given up on devices12 (queue_full 12)");
  render(null, root);
});

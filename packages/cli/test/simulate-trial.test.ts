import { createCollector, serve } from "@waymark/collector";
import type { ExperimentsReport, Journey } from "@waymark/schema";
import { aJourney } from "@waymark/testing";
import { expect, it, onTestFinished } from "vitest";
import { weekMs } from "../src/simulate/clock.ts";
import { simulateTeam, truthOfTeam } from "../src/simulate/simulate-team.ts";
import { plantTrial } from "../src/simulate/trial.ts";

const value = { event: "deal.won", where: { stage: { in: ["won"] }, dealId: "{deal.id}" } };
const journey: Journey = aJourney({ roles: ["sales-rep"], per: { subject: "deal" }, holdout: 0.5, value, version: 1 });
/** A seed that plants so large an effect. */
const seedOf = (effect: number): number =>
  Array.from({ length: 100 }, (_, at) => at + 1).find((seed) => plantTrial(journey, seed)?.effect === effect) ?? 0;

it("C427 a team with a planted effect, sent over HTTP, is found to have it", { timeout: 120_000 }, async () => {
  const monday = Date.parse("2026-09-07T09:00:00Z");
  const collector = await createCollector({ dataDir: ":memory:", now: () => monday + 9 * weekMs });
  const server = await serve(collector, { port: 0 });
  onTestFinished(async () => {
    await server.close();
    await collector.close();
  });
  const roles = [{ id: "sales-rep", title: "Sales reps" }];
  const keys = await collector.admin.createProject({ id: "crm", title: "CRM", roles });
  const call = async (method: string, path: string, key: string, body?: unknown): Promise<Response> => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    return fetch(`${server.url}${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  };
  const { version: _, ...draft } = journey;
  expect((await call("PUT", `/v1/journeys/${journey.id}`, keys.authorKey, draft)).ok).toBe(true);
  expect((await call("POST", `/v1/journeys/${journey.id}/publish`, keys.authorKey, {})).ok).toBe(true);
  const options = {
    ...{ collector: server.url, key: keys.writeKey, signingSecret: keys.signingSecret },
    ...{ journeys: [journey], people: 160, weeks: 5, seed: seedOf(0.4), now: monday + 9 * weekMs },
  };
  const [planted] = truthOfTeam(options).experiments ?? [];
  await simulateTeam(options);
  await collector.admin.freezeDue();
  const answer = await call("GET", "/v1/insights/experiments", keys.ownerKey);
  const [found] = ((await answer.json()) as ExperimentsReport).experiments;
  expect(found).toMatchObject({ simulated: true, says: "helps", holdout: 0.5, reason: null });
  const [low, high] = found?.interval ?? [1, 0];
  expect([planted?.effect, low <= 0.4, high >= 0.4]).toEqual([0.4, true, true]);
});

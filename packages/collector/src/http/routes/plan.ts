import {
  type Decision,
  type DecisionList,
  type EstimateList,
  type ExpectationList,
  newDecisionSchema,
  newEstimatesSchema,
  newExpectationSchema,
} from "@waymark/schema";
import type { Hono } from "hono";
import { allEstimates } from "../../control/estimates.ts";
import { allExpectations } from "../../control/expectations.ts";
import { isInScope } from "../../control/members.ts";
import { CollectorError } from "../../errors.ts";
import { decide } from "../../plan/decide.ts";
import { decisionsFor } from "../../plan/decided.ts";
import { giveEstimates } from "../../plan/give-estimates.ts";
import { plannable } from "../../plan/plannable.ts";
import { planner, planners } from "../../plan/planner.ts";
import { stateExpectation } from "../../plan/state-expectation.ts";
import type { World } from "../../world.ts";
import { type Reader, reader } from "../access.ts";
import { readBody } from "../bodies.ts";

const noStore = { "cache-control": "no-store" };

/** Believing before seeing is asked of managers: everybody else has seen, or will never be asked. */
function requireManager({ role }: Reader): void {
  if (role !== "manager") throw new CollectorError("role_refused", { expected: "manager", received: role });
}

/** What stakeholders expect, believe and decide. Nothing here can be changed or taken back: a later word stands beside. */
export function planRoutes(app: Hono, world: World): void {
  app.get("/v1/expectations", async (c) => {
    const who = await reader(world, c, planners);
    const { project, scope } = who;
    const all = await allExpectations(world.control, project.id);
    const expectations = all.filter(({ role }) => isInScope(role, scope, project.roles));
    const list: ExpectationList = {
      format: "waymark.expectations/1",
      expectations,
      journeys: await plannable(world, who),
    };
    return c.json(list, 200, noStore);
  });

  app.post("/v1/expectations", async (c) => {
    const who = await planner(world, c);
    return c.json(await stateExpectation(world, who, await readBody(c, newExpectationSchema)), 201, noStore);
  });

  app.get("/v1/estimates", async (c) => {
    const who = await reader(world, c, planners);
    const own = (await allEstimates(world.control, who.project.id)).filter((each) => each.who === who.estimates);
    const list: EstimateList = { format: "waymark.estimates/1", estimates: own.map(({ who: _, ...each }) => each) };
    return c.json(list, 200, noStore);
  });

  app.post("/v1/estimates", async (c) => {
    const who = await planner(world, c);
    requireManager(who);
    const estimates = await giveEstimates(world, who, await readBody(c, newEstimatesSchema));
    const list: EstimateList = { format: "waymark.estimates/1", estimates };
    return c.json(list, 201, noStore);
  });

  app.get("/v1/decisions", async (c) => {
    const decisions = await decisionsFor(world, await reader(world, c, planners));
    const list: DecisionList = { format: "waymark.decisions/1", decisions };
    return c.json(list, 200, noStore);
  });

  app.post("/v1/decisions", async (c) => {
    const who = await planner(world, c);
    const { id } = await decide(world, who, await readBody(c, newDecisionSchema));
    const decision: Decision | undefined = (await decisionsFor(world, who)).find((each) => each.id === id);
    return c.json(decision, 201, noStore);
  });
}

// `pnpm test:long check-breaks`: what a release may break is planted in the CRM, one thing after the other, and `waymark check`
// has to find it, with its cause, and nothing else. `-- moved` plants those whose name has that in it. (The helpdesk's turn is examples/check, in the tests.)

import { type Plant, servePlanted } from "./check/plant.ts";
import { check, crmArgs, startCrm } from "./check/run-check.ts";

/** Takes a button away from one role, as a change of rights does. */
const withoutTasks = `new MutationObserver(() => {
  if (!/support-agent/.test(localStorage.getItem("halden-crm.person") ?? "")) return;
  for (const each of document.querySelectorAll("button")) if (each.textContent === "New task") each.remove();
}).observe(document, { childList: true, subtree: true });`;

const plants: readonly [name: string, plant: Plant, found: string[]][] = [
  ["nothing at all", {}, []],
  [
    "a target is renamed",
    { code: [["[`quote`,`Send quote`", "[`quote`,`Send offer`"]] },
    ["sales-rep win-a-deal send-quote target: target_missing"],
  ],
  [
    "a page has moved",
    { code: [["path:`/pipeline`", "path:`/forecast`"]] },
    // An app of one page answers every path, so that what was on it is what is missing. The first step is found in the menu.
    ["coach", "confirm-forecast", "one-owner"].map(
      (step) => `sales-manager review-the-pipeline ${step} target: target_missing`,
    ),
  ],
  ["a role cannot see it", { head: withoutTasks }, ["support-agent welcome-customer check-in target: target_missing"]],
  [
    "an event never fires",
    { code: [["(`deal.won`,", "(`deal.closed`,"]] },
    ["sales-rep win-a-deal win done: event_never"],
  ],
];

const chosen = plants.filter(([name]) => name.includes(process.argv[2] ?? ""));
const crm = await startCrm();
let wrong = 0;
try {
  for (const [name, plant, expected] of chosen) {
    const app = await servePlanted(crm.url, plant);
    const { findings } = await check(crmArgs(app.url));
    await app.close();
    const found = findings
      .filter(({ verdict }) => verdict === "broken")
      .map(({ role, journey, step, part, cause }) => `${role} ${journey} ${step} ${part}: ${cause}`)
      .sort();
    const there = app.planted().length === (plant.code ?? []).length;
    const right =
      found.length === expected.length && found.every((each, at) => each.startsWith(expected[at] ?? "none"));
    if (!there || !right) wrong += 1;
    console.log(`${name}: ${right ? "found" : "WRONG"}${there ? "" : ", and it was not planted"}`);
    for (const each of found) console.log(`  ${each}`);
  }
} finally {
  crm.close();
}
console.log(`${chosen.length - wrong} of ${chosen.length} as planted`);
process.exit(wrong === 0 ? 0 : 1);

import { aJourney, aStep } from "@waymark/testing";
import { describe, expect, it } from "vitest";
import { namesEvent } from "../src/check/event-signs.ts";
import type { Finding } from "../src/check/finding.ts";
import { planVisits } from "../src/check/plan.ts";
import { renderJunit, renderTable } from "../src/check/render.ts";

const name = "call.logged";

describe("the parts of a check", () => {
  it.each([
    [`track("call.logged", { dealId })`, true],
    ["track('call.logged')", true],
    ["e(`call.logged`,{a:1})", true],
    [`dataLayer.push({ event: "call.logged" })`, true],
    [`useSave({event:"call.logged",where:1})`, true],
    [`waymark.push(["track","call.logged",{}])`, true],
    [`{"done":{"event":"call.logged"}}`, false],
    [`done:{event:"call.logged",where:{dealId:"{deal.id}"}}`, false],
    [`{done:{any:[{event:"a.b",where:{x:{exists:!0}}},{event:"call.logged"}]}}`, false],
    [`core:[{event:"call.logged",every:"P1D"}]`, false],
    [`"value": { "event": "call.logged" }`, false],
    [`JSON.parse('{"done":{"event":"call.logged"}}')`, false],
    [`{"done":{"event":"call.logged"}}; track("call.logged")`, true],
    [`track("call.logged.twice")`, false],
    [`// call.logged is told elsewhere`, false],
    ["", false],
  ])("W55 tells an event that is told from one that a journey waits for: %s", (code, told) => {
    expect(namesEvent(code, name)).toBe(told);
  });

  it("W56 looks at each step as each role of its journey, on the page that it names or that of its record", () => {
    const journey = aJourney({
      roles: ["rep", "lead"],
      per: { subject: "deal", page: "/deals/:id/show" },
      steps: [aStep("a", { do: { open: "/deals" } }), aStep("b"), aStep("c", { done: { click: { label: "X" } } })],
    });
    const visits = planVisits([journey], ["rep", "lead", "other"]);
    expect(visits.map(({ role, step, page }) => `${role} ${step.id} ${page}`)).toEqual([
      "rep a /deals",
      "rep b /deals/{deal.id}/show",
      "rep c /deals/{deal.id}/show",
      "lead a /deals",
      "lead b /deals/{deal.id}/show",
      "lead c /deals/{deal.id}/show",
    ]);
    // Where nothing else says where to look, the condition's own element must be there.
    expect(visits[2]?.needs).toMatchObject([{ kind: "target", must: true, part: "done" }]);
    expect(planVisits([aJourney({ roles: [] })], ["x", "y"]).map(({ role }) => role)).toEqual([
      "x",
      "x",
      "x",
      "y",
      "y",
      "y",
    ]);
  });

  it("W57 writes a table with what is broken last, and JUnit that any text leaves well-formed", () => {
    const base = { journey: "win", step: "a", role: "rep", part: "target", page: "/deals" };
    const says = `there is "A & B" <b>\u0007`;
    const findings: Finding[] = [
      { ...base, verdict: "broken", cause: "target_missing", says },
      { ...base, verdict: "later", says: "later" },
      { ...base, verdict: "ok", says: "found" },
    ];
    expect(renderTable(findings, false).map((line) => line.split(" ")[0])).toEqual(["", "later", "ok", "BROKEN"]);
    const red = renderTable(findings, true).at(-1) ?? "";
    expect([red.startsWith("\u001b[31m"), red.endsWith("\u001b[0m")]).toEqual([true, true]);
    const junit = renderJunit(findings);
    expect(junit).toContain('<testsuites name="waymark check" tests="3" failures="1">');
    expect(junit).toContain('<testsuite name="win as rep" tests="3" failures="1" skipped="1">');
    expect(junit).toContain('message="/deals: there is &#34;A &#38; B&#34; &#60;b&#62;"');
  });
});

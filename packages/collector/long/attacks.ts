// Takes each fix of the attack table (docs/privacy.md, `ANONYMITY` section 2) out, one at a time and in memory only, and runs the
// test that stands for it: it must fail, and must hold with the fix in. `pnpm test:long attacks [-- <words of a row>]`.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Row {
  /** Who attacks, as the table has it. */
  attacker: string;
  file: string;
  from: string;
  to: string;
  tests: string;
  /** The test, by what its name begins with. */
  name: string;
}

const voices = "packages/collector/test/voices";
const rows: readonly Row[] = [
  {
    attacker: "manager over weeks: what is published pins nobody",
    ...{ file: "src/voices/publish.ts", from: "pending.length < leastReporters", to: "pending.length < 1" },
    ...{ tests: `${voices}/differencing.test.ts`, name: "C351 all that is published" },
  },
  {
    attacker: "manager over weeks: one frozen snapshot for all viewers",
    file: "src/http/routes/insights.ts",
    from: "const body = JSON.stringify(await reportFor(world, who));",
    to: "await world.freezer.freezeDue(who.project.id, world.now() + 3e9); const body = JSON.stringify(await reportFor(world, who));",
    ...{ tests: `${voices}/attacks.test.ts`, name: "C354" },
  },
  {
    attacker: "homogeneous or zero cell",
    ...{ file: "src/voices/publish.ts", from: "left < leastReporters", to: "left < 0" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C275" },
  },
  {
    attacker: "one version's stragglers",
    file: "src/freezing/compute-snapshots.ts",
    from: "asked.progress.filter((each) => each.version === version.version)",
    to: "asked.progress.filter((each) => each.version !== null)",
    ...{ tests: "packages/collector/test/gap.test.ts", name: "C307" },
  },
  {
    attacker: "CSM moderating: one text alone is invisible",
    ...{ file: "src/voices/batch.ts", from: "state.pool.length < leastReporters", to: "state.pool.length < 1" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C280" },
  },
  {
    attacker: "canary answer: only what was published has an address",
    file: "src/http/routes/voices.ts",
    from: 'if (block === undefined) throw new CollectorError("voice_unknown", { id });',
    to: "if (block === undefined) return c.json({}, 201, noStore);",
    ...{ tests: `${voices}/voices.test.ts`, name: "C281" },
  },
  {
    attacker: "database administrator: what waits is of one size",
    file: "src/voices/at-rest.ts",
    ...{ from: "Math.ceil((text.length + 1) / least) * least", to: "text.length + 1" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C284" },
  },
  {
    attacker: "token issuance by time: ten were given one",
    ...{ file: "src/voices/gather.ts", from: ">= leastActive", to: ">= 1" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C272 while only nine" },
  },
  {
    attacker: "token issuance by time: redeemed in a later week",
    ...{ file: "src/voices/key-ring.ts", from: '.where("week", "<", week)', to: '.where("week", "<=", week)' },
    ...{ tests: `${voices}/voices.test.ts`, name: "C272 a report in the week" },
  },
  {
    attacker: "token used twice",
    ...{ file: "src/voices/gather.ts", from: "if (spent.includes(token.mark)) return;", to: "" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C273" },
  },
  {
    attacker: "token used for another step",
    ...{ file: "src/voices/gather.ts", from: " || key.step !== report.step", to: "" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C273" },
  },
  {
    attacker: "receipt as a ping: ratings wait for five",
    ...{ file: "src/voices/echoes.ts", from: "count >= leastReporters", to: "count >= 1" },
    ...{ tests: `${voices}/echoes.test.ts`, name: "C343" },
  },
  {
    attacker: "join through progress: ten were active on the step",
    ...{ file: "src/voices/publish.ts", from: "active < leastActive", to: "active < 0" },
    ...{ tests: `${voices}/voices.test.ts`, name: "C276" },
  },
  {
    attacker: "role change, one-person role",
    ...{
      file: "src/voices/issue.ts",
      from: "[who.person, journey, step, quarter]",
      to: "[who.person, journey, step, quarter, group]",
    },
    ...{ tests: `${voices}/tokens.test.ts`, name: "C263 the right" },
  },
  {
    attacker: "owner who is also manager",
    ...{ file: "src/manage/manage-members.ts", from: "  if (both)\n", to: '  if (both && name === "")\n' },
    ...{ tests: `${voices}/attacks.test.ts`, name: "C353" },
  },
  {
    attacker: "issuer that tags a person by key",
    file: "src/voices/token-keys.ts",
    ...{ from: "file: row.file,", to: "file: JSON.stringify({ ...JSON.parse(row.file), tag: Math.random() })," },
    ...{ tests: `${voices}/tokens.test.ts`, name: "C260" },
  },
  {
    attacker: "brief's optional line: no free text in any event type",
    file: "schema/src/event-types.ts",
    from: 'answer: z.enum(["clear", "partly", "not_clear", "later"])',
    to: 'answer: z.enum(["clear", "partly", "not_clear", "later"]), line: z.optional(z.string())',
    ...{ tests: "packages/schema/test/event.test.ts", name: "S12" },
  },
  {
    attacker: "manager who has not said what they believe",
    file: "src/plan/answered.ts",
    ...{ from: "may(row.journey, row.role) ? row : withoutResult(row)", to: "may(row.journey, row.role) ? row : row" },
    ...{ tests: "packages/collector/test/export-gap.test.ts", name: "C401" },
  },
  {
    attacker: "the same, through the course of a step",
    file: "src/plan/report-for.ts",
    ...{ from: " && may(journey, role)", to: "" },
    ...{ tests: "packages/collector/test/export-gap.test.ts", name: "C471" },
  },
];

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Runs one test with a place of the source changed; with `from` and `to` alike, as it is. */
function run({ file, from, to, tests, name }: Row): "holds" | "fails" | "broken" {
  const args = ["vitest", "run", "--config", "packages/config/vitest.mutant.mjs", tests, "-t", name];
  const env = { ...process.env, MUTANT: JSON.stringify({ file, from, to }) };
  const { status, stdout, stderr } = spawnSync("npx", args, { cwd: root, env, encoding: "utf8" });
  const text = `${stdout}${stderr}`;
  // A test that did not run proves nothing, nor one that stumbles over the change itself.
  if (!/Tests .*\d+ (passed|failed)/.test(text) || /MUTANT|SyntaxError|ReferenceError/.test(text)) return "broken";
  return status === 0 ? "holds" : "fails";
}

const wanted = process.argv.slice(2).join(" ");
let bad = 0;
for (const row of rows.filter(({ attacker }) => attacker.includes(wanted))) {
  const [whole, without] = [run({ ...row, to: row.from }), run(row)];
  const good = whole === "holds" && without === "fails";
  if (!good) bad += 1;
  console.log(`${good ? "ok  " : "BAD "} ${row.attacker}: ${row.name} with the fix ${whole}, without it ${without}`);
}
process.exitCode = bad === 0 ? 0 : 1;

import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, serveDesk } from "./desk.ts";

const program = fileURLToPath(new URL("../../packages/cli/dist/main.js", import.meta.url));
const helpdesk = fileURLToPath(new URL("../helpdesk", import.meta.url));
const roles = "support-agent=/?as=u-jonas,support-lead=/?as=u-priya";

interface Found {
  journey: string;
  step: string;
  role: string;
  part: string;
  verdict: string;
  cause?: string;
  says: string;
  screenshot?: string;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "waymark-check-"));
  await cp(join(helpdesk, "journeys"), join(folder, "journeys"), { recursive: true });
  await cp(join(helpdesk, "src"), join(folder, "src"), { recursive: true });
  // Their lead walks one of them, too.
  const path = join(folder, "journeys/answer-a-ticket.journey.json");
  const journey = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...journey, roles: ["support-agent", "support-lead"] }));
});
afterAll(() => rm(folder, { recursive: true }));

function check(desk: Desk, what: string, ...args: string[]): Promise<{ code: number; out: string; errors: string }> {
  const all = [program, "check", what, "--url", desk.url, "--as", roles, "--source", "src", ...args];
  return new Promise((done) => {
    execFile(process.execPath, all, { cwd: folder, maxBuffer: 10_000_000 }, (error, out, errors) =>
      done({ code: error ? Number(error.code ?? 1) : 0, out, errors }),
    );
  });
}

describe("waymark check on a running app", () => {
  it("W30 W31 finds each planted break, names its cause, and nothing else", async () => {
    const desk = await serveDesk({
      html: (text) => {
        const renamed = text.replaceAll("Assign to me", "Take it over");
        return renamed.includes("Priya Nair</") ? renamed.replaceAll("Close ticket", "Leave ticket") : renamed;
      },
      moved: { "/queue/doubles": 404, "/queue/mine": "/tickets" },
    });
    const deeds = join(folder, "src/deeds.ts");
    const told = await readFile(deeds, "utf8");
    await writeFile(deeds, told.replaceAll("ticket.merged", "tickets.were.merged"));
    const { code, out } = await check(
      desk,
      "journeys",
      "--json",
      "--record",
      "ticket=1003",
      "--timeout",
      "600",
      "--junit",
      "report.xml",
    );
    await writeFile(deeds, told);
    await desk.close();
    expect(out).toContain("findings");
    const { findings } = JSON.parse(out) as { findings: Found[] };
    const broken = findings.filter(({ verdict }) => verdict === "broken");
    const says = broken.map(({ journey, step, role, part, cause }) => `${role} ${journey} ${step} ${part}: ${cause}`);
    expect(says.sort()).toEqual([
      "support-agent answer-a-ticket take target: target_missing",
      "support-agent first-hour look done: page_moved",
      "support-agent fold-doubles look done: page_gone",
      "support-agent fold-doubles merge done: event_never",
      "support-agent fold-doubles merge target: page_gone",
      "support-agent fold-doubles open target: page_gone",
      "support-lead answer-a-ticket close target: target_missing",
      "support-lead answer-a-ticket take target: target_missing",
    ]);
    expect(code).toBe(1);
    const renamed = broken.find(({ step }) => step === "take")?.says;
    expect(renamed).toContain('"Take it over"');
    const junit = await readFile(join(folder, "report.xml"), "utf8");
    expect(junit).toContain(`tests="${findings.length}" failures="${broken.length}"`);
    // One picture for each target that was looked for.
    const pictures = await readdir(join(folder, "waymark-check"));
    expect(pictures).toContain("support-agent-answer-a-ticket-reply.png");
    for (const { screenshot } of broken) if (screenshot) expect(pictures).toContain(screenshot.split(/[\\/]/).pop());
  });

  it("W32 raises no alarm on a desk that is as it was, three times over", async () => {
    const desk = await serveDesk();
    for (let time = 0; time < 3; time++) {
      const { code, out } = await check(desk, "journeys/answer-a-ticket.journey.json", "--shots", "none");
      expect(out.split("\n").filter((line) => line.startsWith("BROKEN"))).toEqual([]);
      expect(code).toBe(0);
    }
    await desk.close();
  });

  it("W33 ends with 2 and says what to do where nothing can be looked at", async () => {
    const desk = await serveDesk();
    await desk.close();
    const gone = await check(desk, "journeys", "--json");
    expect([gone.code, JSON.parse(gone.out)]).toMatchObject([2, { error: { code: "host_silent" } }]);
    const nobody = await check(desk, "journeys", "--as", "boss=/");
    expect([nobody.code, nobody.errors]).toEqual([
      2,
      "waymark: role_unknown: Nobody says how support-agent, support-lead sign in.\n  next: Say how each signs in: --as sales-rep=/login?as=rep,support-agent=state.json\n",
    ]);
  });
});

import type { Answer, AnswersFile } from "@waymark/schema";
import type { Context, Hono } from "hono";
import { recordAct } from "../../control/audit.ts";
import { isInScope } from "../../control/members.ts";
import { CollectorError } from "../../errors.ts";
import { shortHash } from "../../events/stored-event.ts";
import { addAnswer, allAnswers } from "../../voices/answers.ts";
import { addStatement } from "../../voices/statements.ts";
import { judgeText, waitingTexts } from "../../voices/texts.ts";
import { readVoices, visibleVoices } from "../../voices/threads.ts";
import type { World } from "../../world.ts";
import { pageProject, type Reader, reader } from "../access.ts";
import { readBody } from "../bodies.ts";
import { requireOwnPage } from "../cors.ts";
import { cacheable, knowsCopy } from "../known-copy.ts";
import { answerBody, releaseBody, statementBody } from "../voice-bodies.ts";

const noStore = { "cache-control": "no-store" };

/** Words are pooled over all groups: whoever sees a part of them only is not who moderates. */
function requireWhole({ scope }: Reader): void {
  if (scope !== null) throw new CollectorError("role_out_of_scope", { roles: scope.join(", ") });
}

/** A person's session that acts, from the collector's own pages only. */
async function moderator(world: World, c: Context): Promise<Reader> {
  requireOwnPage(c);
  return reader(world, c, ["csm"]);
}

/** What people reported, as far as it was published, and the answers. Nothing here is about one report. */
export function voiceRoutes(app: Hono, world: World): void {
  app.get("/v1/answers", async (c) => {
    const project = await pageProject(world, c);
    const answers = (await allAnswers(world.control, project.id)).map(({ answer }): Answer => answer);
    const file: AnswersFile = { format: "waymark.answers/1", answers };
    const body = JSON.stringify(file);
    const headers = { etag: `"${shortHash(body)}"`, "cache-control": cacheable(c, "max-age=300") };
    if (knowsCopy(c, headers.etag)) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, "content-type": "application/json" });
  });

  app.get("/v1/voices", async (c) => {
    const who = await reader(world, c, ["csm", "manager", "owner"]);
    return c.json(await readVoices(world, who), 200, noStore);
  });

  app.get("/v1/voices/texts", async (c) => {
    const who = await reader(world, c, ["csm"]);
    requireWhole(who);
    return c.json({ texts: await waitingTexts(world.control, who.project.id) }, 200, noStore);
  });

  app.post("/v1/voices/texts/:id", async (c) => {
    const who = await moderator(world, c);
    requireWhole(who);
    const { release } = await readBody(c, releaseBody);
    await judgeText(world.control, who.project.id, c.req.param("id"), release);
    const detail = release ? "released" : "forgotten";
    await recordAct(world.control, {
      project: who.project.id,
      who: who.name,
      act: "voice.text",
      detail,
      at: world.now(),
    });
    return c.body(null, 204, noStore);
  });

  app.post("/v1/voices/:id/answer", async (c) => {
    const who = await moderator(world, c);
    const given = await readBody(c, answerBody);
    const id = c.req.param("id");
    // Only what was published has an address; a report has none, so nobody can answer one person.
    const block = (await visibleVoices(world, who)).cells.find((each) => each.id === id);
    if (block === undefined) throw new CollectorError("voice_unknown", { id });
    const at = world.now();
    const answer = await addAnswer(world.control, who.project.id, block, { ...given, at });
    await recordAct(world.control, { project: who.project.id, who: who.name, act: "voice.answer", detail: id, at });
    return c.json(answer, 201, noStore);
  });

  app.post("/v1/statements", async (c) => {
    requireOwnPage(c);
    const who = await reader(world, c, ["csm", "manager"]);
    const said = await readBody(c, statementBody);
    if (!isInScope(said.role, who.scope, who.project.roles))
      throw new CollectorError("role_out_of_scope", { roles: (who.scope ?? []).join(", ") });
    const at = world.now();
    const { cells } = await visibleVoices(world, who);
    const statement = await addStatement(world.control, who, cells, said, at);
    const { id } = statement;
    await recordAct(world.control, {
      project: who.project.id,
      who: who.name,
      act: "voice.statement",
      detail: id,
      at,
    });
    return c.json(statement, 201, noStore);
  });
}

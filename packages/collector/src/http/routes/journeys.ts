import { type Journey, parseJourney, renderProblem } from "@waymark/schema";
import type { Context, Hono } from "hono";
import { recordAct } from "../../control/audit.ts";
import { compareJourneys } from "../../control/compare-journeys.ts";
import {
  hasDraft,
  journeyAt,
  listVersions,
  matchesRoles,
  publishDraft,
  publishedJourneys,
  putDraft,
  rollBack,
} from "../../control/journeys.ts";
import { asBody, asIndex } from "../../control/library-index.ts";
import { type Origin, originOf, setOrigin } from "../../control/origins.ts";
import { CollectorError } from "../../errors.ts";
import { shortHash } from "../../events/stored-event.ts";
import type { World } from "../../world.ts";
import { draftWriter, pageProject, projectByKey } from "../access.ts";
import { readJson } from "../body.ts";
import { cacheable, knowsCopy } from "../known-copy.ts";

const keptFor = "max-age=60, stale-while-revalidate=86400";

/** Asked for by what speaks for no one person. No role's id is written like this. */
const everyRole = "*";

/** What a locale can find: the texts of a language, `pt`, and of its regions, `pt-BR`. Whoever names none gets them all. */
function inLanguage(journey: Journey, asked: string | undefined): Journey {
  const language = asked?.toLowerCase().split(/[-_]/)[0] ?? "";
  if (!journey.texts || !/^[a-z]{2,8}$/.test(language)) return journey;
  const { texts, ...rest } = journey;
  const own = Object.entries(texts).filter(([tag]) => tag.toLowerCase().split("-")[0] === language);
  return own.length === 0 ? rest : { ...rest, texts: Object.fromEntries(own) };
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** A body that may be left out. */
async function optionalBody(c: Context): Promise<Record<string, unknown>> {
  return c.req.header("content-length") === "0" || c.req.raw.body === null ? {} : objectOf(await readJson(c.req.raw));
}

function checkJourney(input: unknown, id: string): ReturnType<typeof parseJourney> & { ok: true } {
  const parsed = parseJourney(input);
  if (!parsed.ok) {
    const problems = parsed.problems.map((each) => ({ ...each, message: renderProblem(each) }));
    throw new CollectorError("journey_invalid", { message: problems[0]?.message ?? "" }, { problems });
  }
  if (parsed.value.id !== id) {
    const message = `The document's id ${parsed.value.id} is not the ${id} of the address: write the same in both.`;
    const problem = {
      code: "not_one_of",
      path: "$.id",
      expected: JSON.stringify(id),
      received: parsed.value.id,
      message,
    };
    throw new CollectorError("journey_invalid", { message }, { problems: [problem] });
  }
  return parsed;
}

/** Whoever says nothing leaves it as it is. */
function readOrigin(value: unknown): Origin | undefined {
  if (value === undefined || value === "git" || value === "collector") return value;
  throw new CollectorError("query_invalid", { message: 'origin is "git" or "collector", or left out.' });
}

/** `1..2` or `1..draft`. */
function readRange(range: string): [number, number | "draft"] {
  const [, from, to] = /^(\d{1,9})\.\.(\d{1,9}|draft)$/.exec(range) ?? [];
  if (from === undefined || to === undefined)
    throw new CollectorError("query_invalid", { message: "Write two versions as 1..2, or 1..draft." });
  return [Number(from), to === "draft" ? to : Number(to)];
}

/** Published journeys for pages; drafts, versions and publishing for authors. */
export function journeyRoutes(app: Hono, world: World): void {
  app.get("/v1/journeys", async (c) => {
    const project = await pageProject(world, c);
    const roles = c.req.queries("role") ?? [];
    const published = await publishedJourneys(world.control, project.id);
    const lang = c.req.query("lang");
    const ids = c.req.queries("id");
    const isAsked = (each: Journey): boolean => ids?.includes(each.id) ?? matchesRoles(each, roles);
    const own = roles.includes(everyRole) ? published : published.filter(isAsked);
    const face = ids ? asBody : c.req.query("library") === "index" ? asIndex : (each: Journey): Journey => each;
    const journeys = own.map((each) => face(inLanguage(each, lang)));
    const body = JSON.stringify({ project: { timeZone: project.timeZone }, journeys });
    const etag = `"${shortHash(body)}"`;
    const headers = { etag, "cache-control": cacheable(c, keptFor) };
    if (knowsCopy(c, etag)) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, "content-type": "application/json" });
  });

  app.put("/v1/journeys/:id", async (c) => {
    const { project, who } = await draftWriter(world, c);
    const { value } = checkJourney(await readJson(c.req.raw), c.req.param("id"));
    const at = world.now();
    const hash = await putDraft(world.control, project.id, value, at);
    await recordAct(world.control, { project: project.id, who, act: "journey.draft", detail: value.id, at });
    return c.json({ journey: value.id, draft: true, hash });
  });

  app.get("/v1/journeys/:id/versions", async (c) => {
    const { project } = await projectByKey(world, c, ["author", "owner"]);
    const journey = c.req.param("id");
    const versions = await listVersions(world.control, project.id, journey);
    if (versions.length === 0 && !(await hasDraft(world.control, project.id, journey)))
      throw new CollectorError("journey_unknown", { journey });
    return c.json({
      versions: versions.map((each) => ({ ...each, publishedAt: new Date(each.publishedAt).toISOString() })),
      origin: await originOf(world.control, project.id, journey),
    });
  });

  app.get("/v1/journeys/:id/draft", async (c) => {
    const { project } = await projectByKey(world, c, ["author", "owner"]);
    const journey = c.req.param("id");
    const [newest] = await listVersions(world.control, project.id, journey);
    const at = (version: number | "draft"): Promise<Journey> => journeyAt(world.control, project.id, journey, version);
    const hasOne = await hasDraft(world.control, project.id, journey);
    if (newest === undefined && !hasOne) throw new CollectorError("journey_unknown", { journey });
    const published = newest ? { version: newest.version, journey: await at(newest.version) } : null;
    const origin = await originOf(world.control, project.id, journey);
    return c.json({ draft: hasOne ? await at("draft") : null, published, origin }, 200, {
      "cache-control": "no-store",
    });
  });

  app.get("/v1/journeys/:id/versions/:range", async (c) => {
    const { project } = await projectByKey(world, c, ["author", "owner"]);
    const { id, range } = c.req.param();
    const [from, to] = readRange(range);
    const at = (version: number | "draft"): Promise<Journey> => journeyAt(world.control, project.id, id, version);
    return c.json({ journey: id, from, to, ...compareJourneys(await at(from), await at(to)) }, 200, {
      "cache-control": "no-store",
    });
  });

  app.post("/v1/journeys/:id/publish", async (c) => {
    const { project, kind, who } = await projectByKey(world, c, ["author", "owner"]);
    const { note, hash, ...body } = await optionalBody(c);
    if (hash !== undefined && typeof hash !== "string")
      throw new CollectorError("query_invalid", {
        message: "Give in hash what keeping the draft answered, or leave it out.",
      });
    const origin = readOrigin(body.origin);
    const it = { project: project.id, journey: c.req.param("id"), by: kind, now: world.now() };
    const holder = await originOf(world.control, project.id, it.journey);
    if (holder === "git" && origin === undefined) throw new CollectorError("journey_in_git", { journey: it.journey });
    const version = await publishDraft(world.control, { ...it, hash, note: typeof note === "string" ? note : null });
    await recordAct(world.control, {
      project: project.id,
      who,
      act: "journey.publish",
      detail: `${it.journey}@${version}`,
      at: it.now,
    });
    if (origin !== undefined && origin !== holder) {
      await setOrigin(world.control, { ...it, origin });
      const act = origin === "git" ? "journey.git" : "journey.release";
      await recordAct(world.control, { project: project.id, who, act, detail: it.journey, at: it.now });
    }
    return c.json({ version });
  });

  app.post("/v1/journeys/:id/rollback", async (c) => {
    const { project, kind, who } = await projectByKey(world, c, ["author", "owner"]);
    const { version: wanted } = await optionalBody(c);
    if (typeof wanted !== "number" || !Number.isInteger(wanted))
      throw new CollectorError("query_invalid", { message: 'Say which version in the body: {"version": 1}.' });
    const it = { project: project.id, journey: c.req.param("id"), by: kind, now: world.now() };
    // At night an owner rolls back what git holds; it is git's own content.
    if (kind !== "owner" && (await originOf(world.control, project.id, it.journey)) === "git")
      throw new CollectorError("journey_in_git", { journey: it.journey });
    const version = await rollBack(world.control, { ...it, note: `back to ${wanted}`, version: wanted });
    await recordAct(world.control, {
      project: project.id,
      who,
      act: "journey.rollback",
      detail: `${it.journey}@${wanted} as ${version}`,
      at: it.now,
    });
    return c.json({ version });
  });
}

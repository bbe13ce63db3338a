import type { HandoffList, ThanksList } from "@waymark/schema";
import { type Parsed, parseHandoffActs, parseThanksActs, renderProblem } from "@waymark/schema";
import type { Context, Hono } from "hono";
import { actOnHandoffs, eraseNeighbour, handoffsOf, type Neighbour } from "../../control/handoffs.ts";
import { actOnThanks, thanksOf } from "../../control/thanks.ts";
import { CollectorError } from "../../errors.ts";
import { shortHash } from "../../events/stored-event.ts";
import type { World } from "../../world.ts";
import { readJson } from "../body.ts";
import { knowsCopy } from "../known-copy.ts";
import { type SignedPerson, signedPerson } from "../signed-person.ts";

const noStore = { "cache-control": "no-store" };

/** One line of plain text: what is shown to others holds no tricks with direction or layout. */
function plainName(text: string | undefined): string | undefined {
  const plain = text?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim();
  return plain ? [...plain].slice(0, 60).join("") : undefined;
}

/** The token's name holds; only where it has none may the page say how somebody is called. */
function neighbour({ project, person, roles, name }: SignedPerson, given?: string): Neighbour {
  return { project: project.id, person, roles, name: plainName(name) ?? plainName(given) };
}

const titlesOf = ({ project }: SignedPerson): ReadonlyMap<string, string> =>
  new Map(project.roles.map(({ id, title }) => [id, title]));

async function readActs<T>(c: Context, parse: (input: unknown) => Parsed<T>): Promise<T> {
  const parsed = parse(await readJson(c.req.raw));
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map((each) => ({ ...each, message: renderProblem(each) }));
  throw new CollectorError("handoff_invalid", { message: problems[0]?.message ?? "" }, { problems });
}

/** The list, or 304 where the reader has it: asking again and again costs next to nothing. */
function answer(c: Context, list: object): Response {
  const text = JSON.stringify(list);
  const etag = `"${shortHash(text)}"`;
  if (knowsCopy(c, etag)) return c.body(null, 304, { ...noStore, etag });
  return c.body(text, 200, { ...noStore, etag, "content-type": "application/json" });
}

/** Hand-overs between roles and thanks for them: for signed people, each of whom sees their own only. */
export function handoffRoutes(app: Hono, world: World): void {
  const { control } = world;

  const handoffs = async (of: SignedPerson, refused: HandoffList["refused"] = []): Promise<HandoffList> => ({
    format: "waymark.handoffs/1",
    handoffs: await handoffsOf(control, neighbour(of), titlesOf(of)),
    refused,
  });
  const thanks = async (of: SignedPerson, refused: ThanksList["refused"] = []): Promise<ThanksList> => ({
    format: "waymark.thanks/1",
    thanks: await thanksOf(control, neighbour(of), titlesOf(of)),
    refused,
  });

  app.get("/v1/handoffs", async (c) => answer(c, await handoffs(await signedPerson(world, c))));
  app.post("/v1/handoffs", async (c) => {
    const who = await signedPerson(world, c);
    const { name, acts } = await readActs(c, parseHandoffActs);
    return c.json(
      await handoffs(who, await actOnHandoffs(control, neighbour(who, name), acts, world.now())),
      200,
      noStore,
    );
  });
  app.delete("/v1/handoffs", async (c) => {
    const { project, person } = await signedPerson(world, c);
    await eraseNeighbour(control, project.id, person);
    return c.body(null, 204, noStore);
  });

  app.get("/v1/thanks", async (c) => answer(c, await thanks(await signedPerson(world, c))));
  app.post("/v1/thanks", async (c) => {
    const who = await signedPerson(world, c);
    const { name, acts } = await readActs(c, parseThanksActs);
    return c.json(await thanks(who, await actOnThanks(control, neighbour(who, name), acts, world.now())), 200, noStore);
  });
}

import type { Hono } from "hono";
import { listActs } from "../../control/audit.ts";
import { listKeys } from "../../control/keys.ts";
import { listMembers, type Member } from "../../control/members.ts";
import { getProject, type Project } from "../../control/projects.ts";
import { listTokenKeys, type TokenKey } from "../../control/token-keys.ts";
import { dropKey, makeKey } from "../../manage/manage-keys.ts";
import { changeMember, dismiss, linkFor, welcome } from "../../manage/manage-members.ts";
import { changeProject } from "../../manage/manage-project.ts";
import { addPublicKeys, dropTokenKey, makeSigningSecret } from "../../manage/manage-token-keys.ts";
import type { World } from "../../world.ts";
import { owner } from "../access.ts";
import { memberBody, newKeyBody, newMemberBody, newTokenKeyBody, projectBody, readBody } from "../bodies.ts";
import { wholeNumber } from "../query.ts";

/** Whoever runs a project may change everything in it: no answer of theirs stays in a cache. */
const noStore = { "cache-control": "no-store" };

const moment = (at: number): string => new Date(at).toISOString();
const dated = <T extends { createdAt: number }>(it: T): Omit<T, "createdAt"> & { createdAt: string } => ({
  ...it,
  createdAt: moment(it.createdAt),
});

const shownProject = ({ id, title, timeZone, roles, origins, audience, retention, createdAt }: Project): object =>
  dated({ id, title, timeZone, roles, origins, audience, retention, createdAt });
const shownTokenKey = ({ kid, alg, jwk, createdAt }: TokenKey): object => dated({ kid, alg, jwk, createdAt });
const shownMember = ({ id, name, role, scope, createdAt }: Member): object =>
  dated({ id, name, role, scope, createdAt });

function keyRoutes(app: Hono, world: World): void {
  app.get("/v1/keys", async (c) => {
    const by = await owner(world, c);
    return c.json({ keys: (await listKeys(world.control, by.project)).map(dated) }, 200, noStore);
  });
  app.post("/v1/keys", async (c) => {
    const by = await owner(world, c);
    const { kind, label = null } = await readBody(c, newKeyBody);
    return c.json(await makeKey(world, by, kind, label), 201, noStore);
  });
  app.delete("/v1/keys/:id", async (c) => {
    const by = await owner(world, c);
    await dropKey(world, by, c.req.param("id"));
    return c.body(null, 204);
  });
}

function tokenKeyRoutes(app: Hono, world: World): void {
  app.get("/v1/token-keys", async (c) => {
    const by = await owner(world, c);
    return c.json({ keys: (await listTokenKeys(world.control, by.project)).map(shownTokenKey) }, 200, noStore);
  });
  app.post("/v1/token-keys", async (c) => {
    const by = await owner(world, c);
    const body = await readBody(c, newTokenKeyBody);
    if ("alg" in body) {
      const { key, secret } = await makeSigningSecret(world, by);
      return c.json({ keys: [shownTokenKey(key)], secret }, 201, noStore);
    }
    const jwks = "jwk" in body ? [body.jwk] : body.jwks.keys;
    const keys = await addPublicKeys(world, by, jwks);
    return c.json({ keys: keys.map(shownTokenKey) }, 201, noStore);
  });
  app.delete("/v1/token-keys/:kid", async (c) => {
    const by = await owner(world, c);
    await dropTokenKey(world, by, c.req.param("kid"));
    return c.body(null, 204);
  });
}

function memberRoutes(app: Hono, world: World): void {
  app.get("/v1/members", async (c) => {
    const by = await owner(world, c);
    return c.json({ members: (await listMembers(world.control, by.project)).map(shownMember) }, 200, noStore);
  });
  app.post("/v1/members", async (c) => {
    const by = await owner(world, c);
    const { name, role, scope = null } = await readBody(c, newMemberBody, "member_invalid");
    const { member, link } = await welcome(world, by, { name, role, scope });
    return c.json({ member: shownMember(member), link }, 201, noStore);
  });
  app.patch("/v1/members/:id", async (c) => {
    const by = await owner(world, c);
    const { role, scope = null } = await readBody(c, memberBody, "member_invalid");
    return c.json(shownMember(await changeMember(world, by, c.req.param("id"), { role, scope })), 200, noStore);
  });
  app.post("/v1/members/:id/link", async (c) => {
    const by = await owner(world, c);
    const { member, link } = await linkFor(world, by, c.req.param("id"));
    return c.json({ member: shownMember(member), link }, 201, noStore);
  });
  app.delete("/v1/members/:id", async (c) => {
    const by = await owner(world, c);
    await dismiss(world, by, c.req.param("id"));
    return c.body(null, 204);
  });
}

/** What an owner does about a project: its keys, the keys of its people's tokens, its members, its settings, its log. */
export function manageRoutes(app: Hono, world: World): void {
  keyRoutes(app, world);
  tokenKeyRoutes(app, world);
  memberRoutes(app, world);
  app.get("/v1/project", async (c) => {
    const by = await owner(world, c);
    return c.json(shownProject(await getProject(world.control, by.project)), 200, noStore);
  });
  app.patch("/v1/project", async (c) => {
    const by = await owner(world, c);
    const change = await readBody(c, projectBody, "project_invalid");
    return c.json(shownProject(await changeProject(world, by, change)), 200, noStore);
  });
  app.get("/v1/audit", async (c) => {
    const by = await owner(world, c);
    const limit = wholeNumber(c, "limit", 100, 500);
    const before = wholeNumber(c, "before", Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    const acts = await listActs(world.control, by.project, before, limit);
    const shown = acts.map(({ id, who, act, detail, at }) => ({ id, who, act, detail, at: moment(at) }));
    return c.json({ acts: shown }, 200, noStore);
  });
}

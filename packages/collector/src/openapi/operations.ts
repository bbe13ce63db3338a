import { segmentAddresses } from "../http/client-access.ts";

/** What opens a route; each line of a list is one way. */
export type Access =
  | "server"
  | "write"
  | "writeInQuery"
  | "basic"
  | "author"
  | "owner"
  | "drafts"
  | "person"
  | "session"
  | "metrics";

/** One route as it is described. Shapes are named as in `shapes.ts`. */
export interface Operation {
  says: string;
  /** Nobody needs to be anybody where there is none. */
  opens?: readonly Access[];
  query?: Readonly<Record<string, string>>;
  /** A shape, or another content type, whose body is bytes. */
  body?: string | { type: string };
  /** What the body may be left out of. */
  bodyOptional?: true;
  /** By status: a shape, `null` for no body, or other content types. */
  answers: Readonly<Record<number, string | null | { type: string | readonly string[] }>>;
}

const owner = ["owner", "session"] as const;
const author = ["author", "owner"] as const;
/** Beside these keys, what pages hold for an hour. */
const drafts = [...author, "drafts"] as const;
const page = ["write", "writeInQuery"] as const;
/** A secret of the host's servers besides: in `Authorization`, or as the body's `writeKey`. */
const server = ["server"] as const;
const untilBlock = { until: "The Monday after a closed block, 2026-10-05. Default: the latest." };
const html = { type: "text/html" };

const clients = Object.fromEntries(
  Object.entries(segmentAddresses).flatMap(([kind, addresses]) =>
    addresses.map((address): [string, Operation] => [
      `POST ${address}`,
      {
        says: `Segment's HTTP API: ${kind}.`,
        opens: ["basic", ...page, ...server],
        body: "Anything",
        answers: { 200: "ClientReceipt" },
      },
    ]),
  ),
);

/** Pages of figures: one shape, from one closed block. */
const figures = Object.fromEntries(
  (
    [
      ["briefs", "Whether people saw the brief, and whether it is clear.", "BriefReport"],
      ["fields", "How often each field of a form is edited, and what it costs.", "FieldReport"],
      ["handoffs", "Where work lies, and how long what one role hands to another waits.", "WaitReport"],
      ["prompts", "How often prompts are closed at once.", "PromptReport"],
      ["staying", "Whether reaching a journey's value goes together with staying.", "StayingReport"],
      ["trust", "Whether people dare to report a problem, role by role.", "TrustReport"],
      ["uptake", "How far a journey was taken up, with its five parts.", "UptakeReport"],
      [
        "value",
        "How long until a journey's value first came to people, or until they first came through it.",
        "ValueReport",
      ],
    ] as const
  ).map(([name, says, shape]): [string, Operation] => [
    `GET /v1/insights/${name}`,
    { says: `${says.slice(0, -1)}, from a closed block.`, opens: owner, query: untilBlock, answers: { 200: shape } },
  ]),
);

/** Every route of the collector that speaks HTTP to machines. Built files (`/waymark.js`, `/sdk`, `/dashboard`) are not here. */
export const operations: Readonly<Record<string, Operation>> = {
  "POST /v1/events": {
    says: "Take a delivery of events; each gets its own verdict.",
    opens: page,
    body: "Batch",
    answers: { 202: "Receipt" },
  },
  "GET /v1/events": {
    says: "Export kept events as NDJSON in id order.",
    opens: ["owner"],
    query: {
      after: "The id of the last event you have.",
      since: "A time: only what happened then or later, by the collector's clock.",
      limit: "At most 10,000; default 1,000.",
    },
    answers: { 200: { type: "application/x-ndjson" } },
  },
  ...clients,
  "POST /v1/logs": {
    says: "OTLP logs over HTTP in JSON.",
    opens: [...page, ...server],
    body: "Anything",
    answers: { 200: "OtlpReceipt" },
  },
  "GET /v1/projects/:writeKey/settings": {
    says: "What Segment's browser client fetches first.",
    answers: { 200: "Anything" },
  },
  "GET /sourceConfig": {
    says: "What Rudder's browser client fetches first.",
    opens: ["basic"],
    query: { writeKey: "The write key." },
    answers: { 200: "Anything" },
  },
  "GET /sourceConfig/": {
    says: "The same with a slash.",
    opens: ["basic"],
    query: { writeKey: "The write key." },
    answers: { 200: "Anything" },
  },
  "GET /v1/journeys": {
    says: "The newest published version of each journey for any of the roles, or for everybody.",
    opens: page,
    query: {
      role: "A role; may come several times. `*`: of every role.",
      lang: "A language, as `de`: of the journeys' texts only those in it. Left out: all.",
      library: "`index`: of journeys of the library only what is searched and listed. Left out: all of them.",
      id: "A journey's id; may come several times: these only, whole, whatever their roles.",
    },
    answers: { 200: "Journeys", 304: null },
  },
  "PUT /v1/journeys/:id": { says: "Keep a draft.", opens: drafts, body: "Journey", answers: { 200: "Draft" } },
  "POST /v1/draft-tokens": {
    says: "A token for an hour that can read and write drafts and nothing else, for the page that is written on.",
    opens: [...author, "session"],
    answers: { 201: "DraftToken" },
  },
  "DELETE /v1/draft-tokens": { says: "End the token that is sent.", opens: ["drafts"], answers: { 204: null } },
  "GET /v1/drafts": {
    says: "What can be written on: drafts, and what is published where there is none.",
    opens: drafts,
    answers: { 200: "Drafts" },
  },
  "GET /v1/drafts/:id": {
    says: "A draft, or what is published where there is none.",
    opens: drafts,
    answers: { 200: "DraftAsKept" },
  },
  "GET /v1/journeys/:id/draft": {
    says: "The draft, what is published, and who holds the journey: files in git, or the collector.",
    opens: author,
    answers: { 200: "KeptDraft" },
  },
  "GET /v1/journeys/:id/versions": {
    says: "What was published, the latest first.",
    opens: author,
    answers: { 200: "Versions" },
  },
  "GET /v1/journeys/:id/versions/:range": {
    says: "What changed: `1..2`, or `1..draft`.",
    opens: author,
    answers: { 200: "JourneyChanges" },
  },
  "POST /v1/journeys/:id/publish": {
    says: "Publish the draft.",
    opens: author,
    body: "Publishing",
    bodyOptional: true,
    answers: { 200: "Version" },
  },
  "POST /v1/journeys/:id/rollback": {
    says: "Publish an older version's content as the newest.",
    opens: author,
    body: "RollBack",
    answers: { 200: "Version" },
  },
  "GET /v1/progress": { says: "A signed person's progress.", opens: ["person"], answers: { 200: "Progress" } },
  "PUT /v1/progress": {
    says: "Merge a device's progress into it.",
    opens: ["person"],
    body: "Progress",
    answers: { 200: "Progress" },
  },
  "GET /v1/handoffs": {
    says: "A signed person's hand-overs.",
    opens: ["person"],
    answers: { 200: "Handoffs", 304: null },
  },
  "POST /v1/handoffs": {
    says: "Offer, accept, return or withdraw.",
    opens: ["person"],
    body: "HandoffActs",
    answers: { 200: "Handoffs" },
  },
  "DELETE /v1/handoffs": {
    says: "Forget the person's hand-overs and thanks.",
    opens: ["person"],
    answers: { 204: null },
  },
  "GET /v1/thanks": { says: "A signed person's thanks.", opens: ["person"], answers: { 200: "ThanksList", 304: null } },
  "POST /v1/thanks": {
    says: "Say thanks, or show them.",
    opens: ["person"],
    body: "ThanksActs",
    answers: { 200: "ThanksList" },
  },
  "GET /v1/tokens/keys": {
    says: "One journey's public token keys of this quarter: the same for everybody.",
    opens: page,
    query: { journey: "The journey's id." },
    answers: { 200: "IssuerKeys", 304: null },
  },
  "POST /v1/tokens": {
    says: "Sign a person's blinded messages: one for each journey, step and quarter.",
    opens: ["person"],
    body: "TokenRequest",
    answers: { 200: "SignedTokens" },
  },
  "POST /v1/envelopes": {
    says: "One sealed envelope of a device: 4,096 bytes, full or empty.",
    opens: page,
    body: { type: "text/plain" },
    answers: { 202: "EnvelopeWeek" },
  },
  "GET /v1/answers": {
    says: "All answers to published voices: one file for everybody.",
    opens: page,
    answers: { 200: "Answers", 304: null },
  },
  "GET /v1/voices": {
    says: "What was published of people's reports, with released words and answers.",
    opens: owner,
    answers: { 200: "Voices" },
  },
  "GET /v1/voices/texts": {
    says: "Words that wait for moderation, five or more, of anywhere.",
    opens: ["session"],
    answers: { 200: "WaitingTexts" },
  },
  "POST /v1/voices/texts/:id": {
    says: "Release words to their published cell, or forget them.",
    opens: ["session"],
    body: "TextRelease",
    answers: { 204: null },
  },
  "POST /v1/voices/:id/answer": {
    says: "Answer a published cell.",
    opens: ["session"],
    body: "NewAnswer",
    answers: { 201: "Answer" },
  },
  "POST /v1/statements": {
    says: "State something about a step, with one's name.",
    opens: ["session"],
    body: "NewStatement",
    answers: { 201: "Statement" },
  },
  "GET /v1/expectations": {
    says: "What stakeholders expect of steps: every version.",
    opens: owner,
    answers: { 200: "Expectations" },
  },
  "POST /v1/expectations": {
    says: "State what is expected of a step for a role; it is the next version of what was said before.",
    opens: owner,
    body: "NewExpectation",
    answers: { 201: "Expectation" },
  },
  "GET /v1/estimates": {
    says: "What the reader believed before seeing a result.",
    opens: owner,
    answers: { 200: "Estimates" },
  },
  "POST /v1/estimates": {
    says: "A manager's own estimates of a journey's steps for a role, once.",
    opens: ["session"],
    body: "NewEstimates",
    answers: { 201: "Estimates" },
  },
  "GET /v1/decisions": {
    says: "What was decided about the plan, with what was measured before and after.",
    opens: owner,
    answers: { 200: "Decisions" },
  },
  "POST /v1/decisions": {
    says: "Decide, dated and signed; another date changes the plan with it.",
    opens: owner,
    body: "NewDecision",
    answers: { 201: "Decision" },
  },
  "GET /v1/insights/adoption": {
    says: "One journey for one group, from closed blocks only.",
    opens: owner,
    query: {
      journey: "The journey's id.",
      role: "A role of the tree.",
      until: "The Monday after a closed block, 2026-10-05: the picture as it stood then. Default: the latest.",
    },
    answers: { 200: "Picture" },
  },
  "GET /v1/insights/periods": {
    says: "The closed blocks that a picture was drawn for, each with the journey's version.",
    opens: owner,
    query: { journey: "The journey's id.", role: "A role of the tree." },
    answers: { 200: "Periods" },
  },
  "GET /v1/summary": {
    says: "Every picture the viewer may see, and how many voices are published: what a scheduled summary carries.",
    opens: owner,
    answers: { 200: "Summary" },
  },
  "GET /v1/export": {
    says: "Every table at once, one row a line, each with the name of its table.",
    opens: owner,
    query: { until: "As of the picture." },
    answers: { 200: { type: "application/x-ndjson" } },
  },
  "GET /v1/export/:table": {
    says: "One table as its page shows it: pictures, gap, briefs, fields, handoffs, prompts, staying, trust, uptake, value, targets, experiments, voices, words or answers; for owners also types and rejects.",
    opens: owner,
    query: {
      format: "csv, the default, or ndjson.",
      until: "As of the picture.",
      journey: "Only this journey's rows.",
      role: "Only this role's rows.",
    },
    answers: { 200: { type: ["text/csv", "application/x-ndjson"] } },
  },
  "GET /v1/insights/gap": {
    says: "Expected, believed, reported and measured, step by step, from closed blocks only.",
    opens: owner,
    answers: { 200: "GapReport", 304: null },
  },
  ...figures,
  "GET /v1/insights/targets": {
    says: "Targets that pages do not find, live and by the day; for customer success and owners.",
    opens: owner,
    answers: { 200: "TargetReport" },
  },
  "GET /v1/insights/experiments": {
    says: "What journeys did to their value event, beside people who were held out: of everybody, from closed blocks only.",
    opens: owner,
    answers: { 200: "Experiments" },
  },
  "GET /v1/insights/own/:name": {
    says: "A report that the operator of this collector added, over what is published.",
    opens: owner,
    answers: { 200: "OwnInsight" },
  },
  "POST /v1/blocks/freeze": { says: "Freeze the blocks that are due.", opens: ["owner"], answers: { 200: "Frozen" } },
  "GET /v1/arrivals": { says: "What arrives, live.", opens: owner, answers: { 200: "Arrivals" } },
  "GET /v1/arrivals/stream": {
    says: "The same as server-sent events.",
    opens: owner,
    answers: { 200: { type: "text/event-stream" } },
  },
  "GET /v1/rejects": {
    says: "What was refused and is kept.",
    opens: ["owner"],
    query: { after: "The id of the last one you have.", limit: "At most 1,000; default 100." },
    answers: { 200: "Rejects" },
  },
  "POST /v1/rejects/resubmit": {
    says: "Take refused events again, as they were or mended.",
    opens: ["owner"],
    body: "Resubmissions",
    answers: { 200: "Resubmitted" },
  },
  "GET /signin": {
    says: "A one-time link's page.",
    query: { token: "The link's token." },
    answers: { 200: html, 410: html },
  },
  "POST /signin": { says: "Open the link.", answers: { 303: null, 410: html } },
  "GET /v1/session": { says: "Who is signed in.", opens: ["session"], answers: { 200: "Session" } },
  "DELETE /v1/session": { says: "Sign out.", opens: ["session"], answers: { 204: null } },
  "GET /v1/keys": { says: "The project's keys, without what opens anything.", opens: owner, answers: { 200: "Keys" } },
  "POST /v1/keys": {
    says: "Make a key; it is shown here only.",
    opens: owner,
    body: "NewKey",
    answers: { 201: "Key" },
  },
  "DELETE /v1/keys/:id": { says: "Take a key out of use at once.", opens: owner, answers: { 204: null } },
  "GET /v1/token-keys": {
    says: "The keys that people's tokens are checked with.",
    opens: owner,
    answers: { 200: "TokenKeys" },
  },
  "POST /v1/token-keys": {
    says: "Make an HS256 secret, shown here only, or add ES256 public keys.",
    opens: owner,
    body: "NewTokenKey",
    answers: { 201: "TokenKeys" },
  },
  "DELETE /v1/token-keys/:kid": { says: "Take one out of use at once.", opens: owner, answers: { 204: null } },
  "GET /v1/members": { says: "Who signs in to the dashboard.", opens: owner, answers: { 200: "Members" } },
  "POST /v1/members": {
    says: "Let somebody in; the link opens once, within 10 minutes.",
    opens: owner,
    body: "NewMember",
    answers: { 201: "Welcome" },
  },
  "PATCH /v1/members/:id": {
    says: "Give a member another role, with a part of the role tree or the whole.",
    opens: owner,
    body: "MemberChange",
    answers: { 200: "Member" },
  },
  "POST /v1/members/:id/link": { says: "A new link for a member.", opens: owner, answers: { 201: "Welcome" } },
  "DELETE /v1/members/:id": { says: "Take somebody out, and sign them out.", opens: owner, answers: { 204: null } },
  "GET /v1/project": { says: "The project's settings.", opens: owner, answers: { 200: "Project" } },
  "PATCH /v1/project": {
    says: "Change title, roles, origins, audience or retention.",
    opens: owner,
    body: "ProjectChange",
    answers: { 200: "Project" },
  },
  "GET /v1/audit": {
    says: "Administrative acts, the latest first.",
    opens: owner,
    query: { before: "The id of the last one you have.", limit: "At most 500; default 100." },
    answers: { 200: "Audit" },
  },
  "GET /v1/people/:id": {
    says: "Everything that is kept of one person, by the host's user id.",
    opens: owner,
    answers: { 200: "Person" },
  },
  "DELETE /v1/people/:id": {
    says: "Erase one person, and refuse what comes of them later.",
    opens: owner,
    answers: { 200: "Erased" },
  },
  "DELETE /v1/people/:id/suppression": {
    says: "Let an erased person in again.",
    opens: owner,
    answers: { 200: "Readmitted" },
  },
  "GET /healthz": { says: "The process answers.", answers: { 200: "Alive" } },
  "GET /readyz": { says: "The stores can be written.", answers: { 200: "Ready" } },
  "GET /metrics": {
    says: "Numbers for Prometheus.",
    opens: ["metrics", "owner"],
    answers: { 200: { type: "text/plain" } },
  },
  "GET /openapi.json": { says: "This description.", answers: { 200: "Anything" } },
};

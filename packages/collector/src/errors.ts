/** One kind of failure: permanent name (the key), HTTP status, what happened, and what to do. */
export interface Failure {
  status: number;
  title: string;
  /** One sentence that says what to do; `{name}` is filled in from the facts. */
  detail: string;
}

/** The permanent name of a failure. */
export type FailureCode =
  | "asset_missing"
  | "backup_exists"
  | "backup_invalid"
  | "body_incomplete"
  | "body_invalid"
  | "body_too_large"
  | "cannot_keep"
  | "config_invalid"
  | "content_type"
  | "data_exists"
  | "data_missing"
  | "decision_invalid"
  | "draft_changed"
  | "draft_token_over"
  | "envelope_invalid"
  | "envelope_size"
  | "estimate_given"
  | "estimate_twice"
  | "expectation_invalid"
  | "group_small"
  | "handoff_invalid"
  | "journey_in_git"
  | "journey_invalid"
  | "journey_unknown"
  | "journey_unpublished"
  | "key_exposed"
  | "key_gone"
  | "key_kind"
  | "key_last"
  | "key_missing"
  | "key_unknown"
  | "key_wrong_kind"
  | "link_spent"
  | "member_invalid"
  | "member_unknown"
  | "metrics_shared"
  | "not_found"
  | "not_gzip"
  | "not_json"
  | "not_signed_in"
  | "origin_refused"
  | "page_refused"
  | "person_erased"
  | "person_unsigned"
  | "progress_invalid"
  | "project_exists"
  | "project_invalid"
  | "project_unknown"
  | "query_invalid"
  | "role_has_no_picture"
  | "role_not_for"
  | "role_out_of_scope"
  | "role_refused"
  | "role_unknown"
  | "reject_in_part"
  | "reject_senderless"
  | "reject_unknown"
  | "resubmit_invalid"
  | "roles_invalid"
  | "step_unknown"
  | "store_address"
  | "store_client"
  | "store_in_use"
  | "store_newer"
  | "text_invalid"
  | "statement_place"
  | "statement_unsigned"
  | "text_unknown"
  | "token_key_exists"
  | "token_key_invalid"
  | "token_key_unknown"
  | "token_message"
  | "token_quarter"
  | "token_scope"
  | "token_taken"
  | "token_twice"
  | "too_many_requests"
  | "unexpected"
  | "version_unknown"
  | "voice_unknown"
  | "voices_changed";

/** Every failure the collector can answer with. A code never changes its meaning and is never used again. */
export const failures: Readonly<Record<FailureCode, Failure>> = {
  asset_missing: {
    status: 404,
    title: "No such file",
    detail: "{file} is not part of this build: build the package, or correct the address.",
  },
  backup_exists: {
    status: 409,
    title: "The folder is taken",
    detail: "{folder} exists: name a folder that is not there yet.",
  },
  backup_invalid: { status: 422, title: "This backup cannot be used", detail: "{message}" },
  body_incomplete: {
    status: 400,
    title: "The body ended early",
    detail: "The connection was lost before the whole body was read: send it again.",
  },
  body_invalid: { status: 422, title: "The body is not as agreed", detail: "{message}" },
  body_too_large: {
    status: 413,
    title: "The body is too large",
    detail: "Send at most 1 MB, and at most 4 MB once unpacked: split the batch in two.",
  },
  cannot_keep: {
    status: 503,
    title: "The collector cannot keep this now",
    detail: "Nothing was stored: send the same body again after the time in Retry-After.",
  },
  config_invalid: { status: 500, title: "The collector cannot run like this", detail: "{message}" },
  content_type: {
    status: 415,
    title: "This content type is not read here",
    detail: "Send application/json or text/plain instead of {received}.",
  },
  data_exists: {
    status: 409,
    title: "There is data already",
    detail: "{folder} holds {file}: restore into an empty folder, then start the collector with it.",
  },
  data_missing: {
    status: 404,
    title: "There is no data",
    detail: "{folder} holds no control.sqlite: name the folder that the collector runs with.",
  },
  decision_invalid: { status: 422, title: "This cannot be decided like this", detail: "{message}" },
  draft_changed: {
    status: 409,
    title: "The draft is another one by now",
    detail: "Somebody kept another draft of {journey} meanwhile: read it, keep yours again, then publish.",
  },
  draft_token_over: {
    status: 401,
    title: "The draft token is over",
    detail: "Tokens for drafts last an hour: make one with POST /v1/draft-tokens and an author key (ak_...).",
  },
  envelope_invalid: { status: 400, title: "The envelope is not as agreed", detail: "{message}" },
  envelope_size: {
    status: 422,
    title: "The envelope has another size",
    detail: "Send {expected} bytes as every envelope has, full or empty, instead of {received}.",
  },
  estimate_given: {
    status: 409,
    title: "You have said what you believe",
    detail: "An estimate is given once, before the result is seen: leave out {steps}.",
  },
  estimate_twice: {
    status: 422,
    title: "A step is named twice",
    detail: "Give one estimate for {step}, not two.",
  },
  expectation_invalid: { status: 422, title: "This cannot be expected like this", detail: "{message}" },
  group_small: {
    status: 403,
    title: "There is no group for this role",
    detail:
      "The first role of the token is in no group of ten people or more this quarter: reports stay on the device.",
  },
  handoff_invalid: { status: 422, title: "This cannot be done about a hand-over", detail: "{message}" },
  journey_in_git: {
    status: 409,
    title: "The journey is held by git",
    detail:
      "{journey} is published from files in git: save a draft and fetch it with waymark pull, or publish the file with --release.",
  },
  journey_invalid: { status: 422, title: "The journey cannot be kept like this", detail: "{message}" },
  journey_unknown: {
    status: 404,
    title: "No such journey",
    detail: "There is no journey {journey} in this project: PUT /v1/journeys/{journey} makes one.",
  },
  journey_unpublished: {
    status: 404,
    title: "The journey is not published",
    detail: "Publish {journey} first with POST /v1/journeys/{journey}/publish.",
  },
  key_exposed: {
    status: 403,
    title: "A server key was in a place that others see",
    detail:
      "A server key (sk_...) belongs into Authorization or the body, sent by a server: revoke it, and give pages the write key (pk_...).",
  },
  key_gone: { status: 404, title: "No such key", detail: "The project has no key {key}: GET /v1/keys lists them." },
  key_kind: {
    status: 422,
    title: "There is no such kind of key",
    detail: "{kind} is no kind of key: make one of {kinds}.",
  },
  key_last: {
    status: 409,
    title: "This is the only owner key",
    detail: "Make another owner key first: without one nobody could run the project.",
  },
  key_missing: { status: 401, title: "A key is missing", detail: "Send {expected} {where}." },
  key_unknown: {
    status: 401,
    title: "The key is not known",
    detail: "No project has this key: copy {expected} again from where the project was made, or make a new one.",
  },
  key_wrong_kind: {
    status: 403,
    title: "The key is of another kind",
    detail: "This address takes {expected}, but got {received}.",
  },
  link_spent: {
    status: 410,
    title: "This link was used or is too old",
    detail: "Ask for a new link: each opens once, within 10 minutes.",
  },
  member_invalid: { status: 422, title: "This member cannot be added", detail: "{message}" },
  member_unknown: {
    status: 404,
    title: "No such member",
    detail: "The project has no member {member}: GET /v1/members lists them.",
  },
  metrics_shared: {
    status: 403,
    title: "These numbers are of several projects",
    detail: "Start the collector with WAYMARK_METRICS_TOKEN, and send that token as Authorization: Bearer.",
  },
  not_found: {
    status: 404,
    title: "No such address",
    detail: "There is nothing at {path}: check the method and the address.",
  },
  not_gzip: {
    status: 400,
    title: "The body is not gzip",
    detail: "The body could not be unpacked: compress it with gzip, or leave out Content-Encoding.",
  },
  not_json: { status: 400, title: "The body is not JSON", detail: "The body could not be read as JSON: {message}." },
  not_signed_in: {
    status: 401,
    title: "Nobody is signed in",
    detail: "Open a sign-in link, or send the project's owner key as Authorization: Bearer.",
  },
  origin_refused: {
    status: 403,
    title: "The page's origin is not allowed",
    detail: "Add {origin} to the project's origins; an empty list allows loopback pages only.",
  },
  page_refused: {
    status: 403,
    title: "Another page asked for this",
    detail: "This is done from the collector's own pages only: open the dashboard itself.",
  },
  person_erased: {
    status: 403,
    title: "This person was erased",
    detail: "Nothing of this person is kept any more: stop sending, or let the owner lift the suppression.",
  },
  person_unsigned: {
    status: 401,
    title: "The person is not signed in",
    detail: "Send the person's token as Authorization: Bearer; it was refused: {reason}.",
  },
  progress_invalid: { status: 422, title: "The progress cannot be merged like this", detail: "{message}" },
  project_exists: { status: 409, title: "The project exists", detail: "Choose another id than {project}." },
  project_invalid: { status: 422, title: "The project cannot be changed like this", detail: "{message}" },
  project_unknown: { status: 404, title: "No such project", detail: "There is no project {project}: create it first." },
  query_invalid: { status: 400, title: "The query is not as agreed", detail: "{message}" },
  reject_in_part: {
    status: 422,
    title: "Only a part of this was kept",
    detail:
      "It was longer than is kept, or the person's id stood in the middle of a text: send the whole event as event.",
  },
  reject_senderless: {
    status: 422,
    title: "Nobody is known to have sent this",
    detail:
      "It named no person that could be read, so it cannot be anybody's: mend it where it came from and send it anew.",
  },
  reject_unknown: {
    status: 404,
    title: "No such reject",
    detail: "Nothing refused is kept under {id}: GET /v1/rejects lists what is.",
  },
  resubmit_invalid: { status: 422, title: "This cannot be submitted again like this", detail: "{message}" },
  role_has_no_picture: {
    status: 404,
    title: "No numbers are kept for this role",
    detail: "Numbers are kept for the smallest roles only: ask for one of {roles}.",
  },
  role_not_for: {
    status: 422,
    title: "The journey is not for this role",
    detail: "{journey} is for {roles}: name one of these instead of {role}, or a role below or above.",
  },
  role_out_of_scope: {
    status: 403,
    title: "This role is not in your part",
    detail: "You see {roles} and what is below: ask for one of these.",
  },
  role_refused: {
    status: 403,
    title: "Your role may not see this",
    detail: "This is for {expected}; you are signed in as {received}.",
  },
  role_unknown: {
    status: 404,
    title: "No such role",
    detail: "The project's role tree has no {role}: ask for one of {roles}.",
  },
  roles_invalid: { status: 422, title: "The role tree cannot be used like this", detail: "{message}" },
  step_unknown: {
    status: 404,
    title: "No such step",
    detail: "{journey} has no step {step} now: name one of {steps}.",
  },
  store_address: { status: 500, title: "The store's address cannot be read", detail: "{message}" },
  store_client: {
    status: 500,
    title: "The store's client is not installed",
    detail: "This store needs the package {name}: npm install {name}@{range}, beside the collector.",
  },
  store_in_use: {
    status: 500,
    title: "The folder is in use",
    detail:
      "Another process runs a collector on {folder}: end it first, or name another folder. One that was killed holds nothing.",
  },
  store_newer: {
    status: 500,
    title: "The data is newer than this collector",
    detail: "{file} has tables of version {found}, this collector knows {version}: run the newer collector again.",
  },
  text_invalid: {
    status: 422,
    title: "This text cannot be kept",
    detail: "A text or an address holds the character NUL (U+0000), which no database keeps: take it out.",
  },
  statement_place: {
    status: 422,
    title: "There is no such step",
    detail: '{message} Name a published journey, one of its steps (or "" for its brief) and a role of the tree.',
  },
  statement_unsigned: {
    status: 422,
    title: "A statement carries a name",
    detail: "This session is of nobody in particular: say in by who states it, as people know you.",
  },
  text_unknown: {
    status: 404,
    title: "No such words",
    detail: "There are no words under {id} that wait: GET /v1/voices/texts lists them.",
  },
  token_key_exists: {
    status: 409,
    title: "The key id is taken",
    detail: "The project has or had a key {kid}: give the new one another kid.",
  },
  token_key_invalid: { status: 422, title: "This key cannot be used", detail: "{message}" },
  token_key_unknown: {
    status: 404,
    title: "No such key",
    detail: "The project has no token key {kid}: GET /v1/token-keys lists them.",
  },
  token_message: {
    status: 422,
    title: "This is no blinded message",
    detail: "Blind each message for the key of its step: it must be a number below that key.",
  },
  token_quarter: {
    status: 409,
    title: "Another quarter has begun",
    detail: "Tokens are given out for {quarter}: fetch the keys again and ask for that quarter.",
  },
  token_scope: {
    status: 404,
    title: "There is no key for this step",
    detail: "{journey} has no key for the step {step} this quarter: GET /v1/tokens/keys?journey={journey} lists them.",
  },
  token_taken: {
    status: 409,
    title: "A token was given out already",
    detail:
      "There is one for each person, step and quarter: leave out the steps in taken, or send the same messages again.",
  },
  token_twice: {
    status: 422,
    title: "A step is asked for twice",
    detail: "Ask for each step of a journey once.",
  },
  too_many_requests: {
    status: 429,
    title: "This key sends too much",
    detail: "Nothing was stored: send again after the time in Retry-After, in fewer and larger batches.",
  },
  unexpected: {
    status: 500,
    title: "Something went wrong here",
    detail: "This is a fault of the collector: its log says more under {reference}.",
  },
  version_unknown: {
    status: 404,
    title: "No such version",
    detail: "{journey} has no version {version}: GET /v1/journeys/{journey}/versions lists them.",
  },
  voice_unknown: {
    status: 404,
    title: "No such published voice",
    detail: "Nothing published has the id {id}: GET /v1/voices lists what can be answered.",
  },
  voices_changed: {
    status: 500,
    title: "What was published was changed",
    detail: "The published voices are not as the collector wrote them: restore the database from a backup.",
  },
};

/** A failure with the facts of this case. Thrown anywhere in the collector, turned into a problem document at the edge. */
export class CollectorError extends Error {
  readonly code: FailureCode;
  readonly status: number;
  readonly title: string;
  /** More members of the problem document, such as the list of places to mend. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Seconds for `Retry-After`; set where trying again helps. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: FailureCode,
    facts: Readonly<Record<string, string | number>> = {},
    members: Readonly<Record<string, unknown>> = {},
  ) {
    const failure = failures[code];
    super(failure.detail.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole)));
    this.name = "CollectorError";
    this.code = code;
    this.status = failure.status;
    this.title = failure.title;
    this.members = members;
    const { seconds } = facts;
    this.retryAfterSeconds = failure.status === 503 ? 5 : typeof seconds === "number" ? seconds : null;
  }
}

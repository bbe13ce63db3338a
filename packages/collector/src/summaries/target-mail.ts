import type { LostTarget } from "@waymark/schema";
import type { Project } from "../control/projects.ts";

/** Why a search ended with nothing, by the code that the page tells. */
const ways: Readonly<Record<string, string>> = {
  ambiguous: "several elements fit equally well",
  hidden: "it is there, and nobody sees it",
  none: "nothing on the page fits",
  weak: "only something faintly alike is there",
};

const oneLine = (text: string): string => text.replace(/\s+/g, " ").slice(0, 200);

/** `"Log the call" in "Win a deal", version 3, on /deals: nothing on the page fits. ...` */
function sentenceOf({ journey, version, step, page, reason, lastGood, firstBad }: LostTarget): string {
  const way = ways[reason.split(/[^a-z]/)[0] ?? ""] ?? oneLine(reason);
  const place = page === null ? "" : `, on ${oneLine(page)}`;
  const before = lastGood === null ? "It was never found" : `It was last found on ${lastGood}`;
  const what = `"${oneLine(step.title)}" in "${oneLine(journey.title)}", version ${version}${place}`;
  return `- ${what}: ${way}. ${before}, and is lost since ${firstBad}.`;
}

const todo = [
  "Until then the guide says so instead of pointing at something else: nobody sees a card that points at nothing.",
  "What to do: open the app with ?waymark=author and pick the target again, or find out more with",
  "  waymark check --url ADDRESS-OF-THE-APP",
];

/** Who a mail is for, and its place in the world. */
export interface MailHead {
  id: string;
  to: string;
  /** Unix ms. */
  at: number;
}

/**
 * An e-mail as RFC 5322 has it, for a mail server's pick-up folder or `sendmail -t`. It names journeys, steps, pages and days:
 * no person, no role and no count.
 *
 * @param to - One address; it is the sender's too, since a collector has none.
 */
export function targetMail(project: Project, lost: readonly LostTarget[], { id, to, at }: MailHead): string {
  const many = lost.length === 1 ? "A target is" : `${lost.length} targets are`;
  const head = [
    `From: Waymark <${to}>`,
    `To: <${to}>`,
    // Ids are plain letters: a title might be none that a header may hold.
    `Subject: [${project.id}] ${many} gone`,
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${id}@waymark.invalid>`,
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  const body = [`${many} gone in ${oneLine(project.title)}:`, "", ...lost.map(sentenceOf), "", ...todo];
  return `${[...head, "", ...body].join("\r\n")}\r\n`;
}

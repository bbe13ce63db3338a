import type { Journey } from "@waymark/schema";
import { sales, support } from "@waymark/templates";

/** Which of the templates help on which of our pages; the others are found by their words. */
const pages: readonly (readonly [pattern: string, ids: readonly string[]])[] = [
  [
    "/deals/*",
    [
      ...["write-down-a-call", "send-a-quote-to-sign", "give-a-discount", "follow-up-when-silent", "note-a-competitor"],
      ...["close-a-deal-won", "close-a-deal-lost", "move-a-close-date", "split-a-deal", "change-a-sent-quote"],
    ],
  ],
  ["/contacts/*", ["merge-two-contacts", "add-a-contact-from-mail", "agree-a-date"]],
  ["/companies/*", ["add-a-company-once", "correct-an-address", "take-over-an-account", "prepare-a-visit"]],
  ["/pipeline", ["move-a-close-date", "renew-a-contract"]],
  [
    "/tickets/*",
    [
      ...[
        "answer-a-simple-question",
        "merge-two-tickets",
        "set-the-priority",
        "ask-once-for-details",
        "close-a-ticket",
      ],
      ...["hand-a-request-to-sales", "answer-an-angry-customer", "escalate-a-ticket", "split-a-ticket"],
    ],
  ],
];

/** Small journeys for common requests, for `waymark.push(["use", library])`. */
export const library: readonly Journey[] = [...sales, ...support].map((journey) => ({
  ...journey,
  pages: pages.filter(([, ids]) => ids.includes(journey.id)).map(([pattern]) => pattern),
}));

import type { Journey } from "@waymark/schema";
import { type TemplateTexts, templates, withTexts } from "@waymark/templates";

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

/** The languages that the templates come in, beside English: each is fetched by those who read it. */
const languages: Readonly<Record<string, () => Promise<{ texts: TemplateTexts }>>> = {
  ar: () => import("@waymark/templates/ar"),
  de: () => import("@waymark/templates/de"),
  es: () => import("@waymark/templates/es"),
  fr: () => import("@waymark/templates/fr"),
  ja: () => import("@waymark/templates/ja"),
};

/** Small journeys for common requests in a language, for `waymark.push(["use", ...])`; in English where it has none. */
export async function libraryIn(locale: string): Promise<readonly Journey[]> {
  const [language = ""] = locale.split("-");
  const found = Object.hasOwn(languages, language) ? await languages[language]?.() : undefined;
  return templates.map((journey) => ({
    ...withTexts(journey, found ? { [language]: found.texts } : {}),
    pages: pages.filter(([, ids]) => ids.includes(journey.id)).map(([pattern]) => pattern),
  }));
}

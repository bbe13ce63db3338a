import type { JourneyPicture, Summary } from "@waymark/schema";
import type { VNode } from "preact";
import { findNarrowest, staying } from "../picture/narrowest.ts";
import { hrefOf } from "../shell/route.ts";
import { words } from "../words.ts";
import { pictureHref } from "./picture-href.ts";

/** What can be done now: look closer, hear people, take it to a meeting. */
export function Choice({ picture, voices }: { picture: JourneyPicture; voices: Summary["voices"] }): VNode {
  const narrowest = findNarrowest(picture);
  const stays = narrowest === null ? null : staying(narrowest, picture);
  const { journey, role } = picture;
  const { home } = words;
  const options = [
    {
      href: pictureHref(picture),
      title: narrowest === null ? home.lookWhole : home.look(narrowest.title),
      note: stays === null ? home.lookWholeNote : home.lookNote(stays),
    },
    { href: hrefOf({ page: "voices" }), title: home.hear(voices.open), note: home.hearNote(voices.places) },
    {
      href: hrefOf({ page: "paper", journey: journey.id, role: role.id }),
      title: home.meet,
      note: home.meetNote,
    },
  ];
  return (
    <section class="options">
      <h2>{home.choice}</h2>
      <ul>
        {options.map(({ href, title, note }) => (
          <li key={href}>
            <a href={href}>{title}</a>
            <p class="small">{note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

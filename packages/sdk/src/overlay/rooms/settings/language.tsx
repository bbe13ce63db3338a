import type { VNode } from "../../../draw/draw.ts";
import { readSettings } from "../../../runtime/settings.ts";
import { languages } from "../../words/words.ts";
import { change, Section, type SectionProps } from "./controls.tsx";

/** A language by its own name: whoever looks for theirs finds it in every language. */
function ownName(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The language of the interface, and of journeys that are written in it. */
export function Language({ runtime }: SectionProps): VNode {
  const { say, guest } = runtime;
  const { language = "" } = readSettings(guest);
  return (
    <Section id="language" title={say("settings.language")}>
      <select
        class="pick"
        part="language"
        aria-labelledby="language"
        value={language}
        onChange={({ currentTarget }) => change(runtime, { language: currentTarget.value || undefined })}
      >
        <option value="">{say("settings.language.page")}</option>
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag} selected={tag === language}>
            {ownName(tag)}
          </option>
        ))}
      </select>
    </Section>
  );
}

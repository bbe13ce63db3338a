import type { LibraryGroup } from "@waymark/engine";
import type { ComponentChildren, VNode } from "../../../draw/draw.ts";
import type { Runtime } from "../../../runtime/runtime.ts";

interface GroupProps {
  group: LibraryGroup;
  runtime: Runtime;
  children: ComponentChildren;
}

/** What a group is called. The page knows roles by id only: their names are the host's, as `texts: { "role.sales-rep": "sales reps" }`. */
function nameOf(group: LibraryGroup, { say, guest }: Runtime): string {
  if (group !== "role") return say(`library.${group}`);
  const named = guest.$person.get().roles.map((id) => say(`role.${id}`));
  const known = named.filter((name) => !name.startsWith("role."));
  return known.length > 0 && known.length === named.length
    ? say("library.for", { role: known.join(", ") })
    : say("library.role");
}

/** Rows under their common name. */
export function Group({ group, runtime, children }: GroupProps): VNode {
  const name = nameOf(group, runtime);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox; a fieldset may not stand there
    <div role="group" aria-label={name}>
      <div class="eyebrow" role="presentation" aria-hidden="true">
        {name}
      </div>
      {children}
    </div>
  );
}

import type { VNode } from "preact";
import type { Parts } from "./context.ts";
import { sayPlace, sayProblem } from "./say-problem.ts";

/** What is missing and what could be better, while one types. Each line leads to its place. */
export function Lint({ state, acts, say }: Parts): VNode {
  const { problems } = state.checked;
  const steps = state.work?.history.now.steps ?? [];
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = [
    errors > 0 && say("lint.errors", { count: errors }),
    warnings > 0 && say("lint.warnings", { count: warnings }),
  ].filter(Boolean);
  if (counts.length === 0)
    return (
      <p class="lint fine s" role="status">
        {say("lint.none")}
      </p>
    );
  return (
    <details class="lint s">
      <summary>
        <span class={`light ${errors > 0 ? "red" : ""}`} aria-hidden="true" />
        <span role="status">{counts.join(" · ")}</span>
      </summary>
      <ul>
        {problems.map((each) => (
          <li key={`${each.path} ${each.code}`}>
            <button type="button" class="btn quiet" onClick={() => acts.write.choose(each.at.step)}>
              <span>
                <b>{sayPlace(each, steps, say)}</b>
                <span class="block">{sayProblem(each, say)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

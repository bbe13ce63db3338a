import type { ExplainedRule } from "@waymark/engine";
import type { VNode } from "preact";
import type { Readings } from "./readings.ts";

const mark = (holds: boolean): VNode => <span class={holds ? "yes" : "no"}>{holds ? "✓ holds" : "✗ does not"}</span>;

function Rules({ rules, head }: { rules: readonly ExplainedRule[]; head: string }): VNode {
  return (
    <table>
      <thead>
        <tr>
          <th>Rule</th>
          <th>{head}</th>
          <th>Has now</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, holds, wants, has }) => (
          <tr key={rule + wants}>
            <td>
              {rule}
              <br />
              {mark(holds)}
            </td>
            <td class="mono">{wants}</td>
            <td class="has">{has}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why did I, or did I not, see this. */
export function RulesTab({ journeys }: Pick<Readings, "journeys">): VNode {
  if (journeys.length === 0)
    return <p>No journeys are loaded: the collector has none for these roles, or none were given.</p>;
  return (
    <>
      {journeys.map(({ journey, shown, rules }) => (
        <div key={journey} data-journey={journey}>
          <h3>
            {journey} <span class={shown ? "yes" : "no"}>{shown ? "is shown" : "is not shown"}</span>
          </h3>
          <Rules rules={rules} head="Wants" />
        </div>
      ))}
    </>
  );
}

/** What each target comes to on the page as it is. */
export function TargetsTab({ targets }: Pick<Readings, "targets">): VNode {
  if (targets.length === 0) return <p>No step of a loaded journey names a target.</p>;
  const rules = targets.map((each) => ({ ...each, rule: `${each.journey} ${each.rule.replace("target ", "")}` }));
  return <Rules rules={rules} head="Looks for" />;
}

/** What waits, and what was lost, by reason. */
export function QueueTab({ queue, lost }: Pick<Readings, "queue" | "lost">): VNode {
  const reasons = Object.entries(lost);
  return (
    <>
      <table>
        <tbody>
          {Object.entries(queue).map(([name, value]) => (
            <tr key={name}>
              <td>{name}</td>
              <td class="has">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Given up or failed, by reason</h3>
      {reasons.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <table>
          <tbody>
            {reasons.map(([reason, count]) => (
              <tr key={reason}>
                <td>{reason}</td>
                <td class="has">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

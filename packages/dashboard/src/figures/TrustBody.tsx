import type { LoopFigures, TrustFigures } from "@waymark/schema";
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Client } from "../api/client.ts";
import { spanOf } from "../text/dates.ts";
import { loopSentence } from "../voices/loop-sentence.ts";
import { FigureTable } from "./FigureTable.tsx";
import { beside, type FoundRow, keyOf } from "./model.ts";
import type { BodyProps } from "./PlaceHead.tsx";
import { plainScale, shareScale } from "./scale.ts";
import { figureWords as words } from "./words.ts";

type Row = FoundRow<"trust">;

const missing = { value: null, interval: null, n: null, why: "too_few" } as const;

/** What became of reports (M19): whoever is not answered stops saying it. */
function Loop({ client }: { client: Client }): VNode | null {
  const [loop, setLoop] = useState<LoopFigures | null>(null);
  useEffect(() => {
    let left = false;
    void client.voices().then((answer) => {
      if (!left && answer.ok) setLoop(answer.value.loop);
    });
    return () => {
      left = true;
    };
  }, [client]);
  if (loop === null) return null;
  return (
    <section class="figure-group">
      <h2 class="gap-head">{words.trust.loop}</h2>
      <p>{loopSentence(loop)}</p>
    </section>
  );
}

/** Whether people dare to say it, role by role, and whether it was answered. */
export function TrustBody({ rows, before, client }: BodyProps<"trust"> & { client: Client }): VNode {
  const { trust } = words;
  const of =
    (part: keyof TrustFigures) =>
    ({ found }: Row) =>
      found?.[part] ?? missing;
  return (
    <>
      <p class="small">{trust.item}</p>
      <FigureTable<Row>
        caption={words.sentences.trust}
        first={trust.role}
        rows={rows}
        keyOf={keyOf}
        title={({ role, block }) => (
          <>
            {role.title}
            {block === null ? null : <span class="small block">{spanOf(block, true)}</span>}
          </>
        )}
        columns={[
          { head: trust.mean, scale: plainScale([], trust.of7, 7), figure: of("mean") },
          { head: trust.distrust, scale: shareScale, figure: of("distrust") },
        ]}
        before={before === null ? undefined : (row) => beside(before, row)}
      />
      <Loop client={client} />
    </>
  );
}

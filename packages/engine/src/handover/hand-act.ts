import type { Handoff, HandoffAct, Party, Refusal } from "@waymark/schema";
import { handoffState } from "./merge-handoff.ts";

/** Who acts, as far as the rules need to know. */
export interface Hand {
  /** As the others will see them. */
  party: Party;
  roles: readonly string[];
  /** They offered it. */
  offered: boolean;
  /** They took it over. */
  took: boolean;
}

/**
 * Whether somebody may do this about a hand-over: the collector's word, and what a device may expect of it. An offer goes
 * to a role, one person of it takes it over, whoever may or did take it over gives it back, and only what nobody took is
 * withdrawn. What was done already may be done again.
 */
export function judgeAct(handoff: Handoff | undefined, act: HandoffAct, hand: Hand): "ok" | Refusal {
  if (act.act === "offer") return handoff === undefined || hand.offered ? "ok" : "not_yours";
  const isTheirs = handoff !== undefined && (hand.offered || hand.took || hand.roles.includes(handoff.to.role));
  if (handoff === undefined || !isTheirs) return "unknown";
  const state = handoffState(handoff);
  if (act.act === "withdraw") {
    if (!hand.offered) return "not_yours";
    return state === "offered" || state === "withdrawn" ? "ok" : "too_late";
  }
  if (hand.took) return act.act === "accept" && state === "returned" ? "too_late" : "ok";
  if (state === "accepted" || state === "returned") return "taken";
  if (state === "withdrawn") return "too_late";
  return hand.roles.includes(handoff.to.role) ? "ok" : "not_yours";
}

/**
 * The hand-over after an act that may be. What it holds already stays.
 *
 * @param order When the collector took it, Unix ms; left out on the device, where nothing is confirmed.
 */
export function actOn(handoff: Handoff | undefined, act: HandoffAct, by: Party, order?: number): Handoff | undefined {
  const stamp = order === undefined ? { at: act.at } : { at: act.at, order };
  if (act.act === "offer") {
    if (handoff) return handoff;
    const { act: _, role: __, to, at: ___, ...offer } = act;
    return { ...offer, from: by, to: { role: to }, offered: stamp };
  }
  if (handoff === undefined) return undefined;
  switch (act.act) {
    case "withdraw":
      return { withdrawn: stamp, ...handoff };
    case "accept":
      return { accepted: { ...stamp, by }, ...handoff };
    case "return":
      return { returned: { ...stamp, by, reason: act.reason }, ...handoff };
  }
}

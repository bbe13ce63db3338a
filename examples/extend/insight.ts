// A report of one's own: how many of the published journeys have numbers yet. It reads what is published, and nothing else.
import { defineInsight, type Insight } from "@waymark/collector";

// createCollector({ ..., insights: { readiness } }), then GET /v1/insights/own/readiness
export const readiness: Insight = defineInsight(async (published) => {
  const { block, pictures } = await published.summary();
  const ready = pictures.filter(({ reason }) => reason === null);
  return { until: block?.to ?? null, journeys: pictures.length, ready: ready.length };
});
